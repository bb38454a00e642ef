//! JSON (RFC 8259) as a tree.
//!
//! `serde_json` also reads fractions, streams and whatever type is asked for, which each visitor would
//! download (figures: docs/decisions/2026-11-25-fewer-bytes.md). A page has no fractions and comes as one
//! text. The tests below hold that both take the same texts for JSON and read them the same.

/// How many lists and objects lie within each other at most, as many as `serde_json` reads.
const DEEPEST: usize = 127;

/// A value.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Json {
    /// `null`, and a field that is missing.
    #[default]
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number; none where it isn't one that `u32` holds.
    Number(Option<u32>),
    /// A text.
    Text(String),
    /// An array.
    List(Vec<Json>),
    /// An object: the fields as they stand, also those of the same name.
    Object(Vec<(String, Json)>),
}

impl Json {
    /// The text, if it is one.
    pub(super) fn into_text(self) -> Option<String> {
        match self {
            Json::Text(text) => Some(text),
            _ => None,
        }
    }
}

/// Reads a text that is a value and nothing else.
///
/// # Errors
/// How many bytes were read before it was clear that this isn't JSON.
pub fn read(text: &str) -> Result<Json, usize> {
    let mut reader = Reader { text, at: 0 };
    match reader.value(DEEPEST) {
        Some(value) if reader.sign().is_none() => Ok(value),
        _ => Err(reader.at),
    }
}

struct Reader<'t> {
    text: &'t str,
    /// How many bytes have been read.
    at: usize,
}

impl Reader<'_> {
    fn value(&mut self, depth: usize) -> Option<Json> {
        Some(match self.sign()? {
            b'"' => Json::Text(self.string()?),
            b'[' => Json::List(self.list(depth.checked_sub(1)?)?),
            b'{' => Json::Object(self.object(depth.checked_sub(1)?)?),
            b'n' => self.word("ull", Json::Null)?,
            b't' => self.word("rue", Json::Bool(true))?,
            b'f' => self.word("alse", Json::Bool(false))?,
            first => Json::Number(self.number(first)?),
        })
    }

    fn list(&mut self, depth: usize) -> Option<Vec<Json>> {
        let mut items = Vec::new();
        if self.ends(b']') {
            return Some(items);
        }
        loop {
            items.push(self.value(depth)?);
            match self.sign()? {
                b',' => {}
                b']' => return Some(items),
                _ => return None,
            }
        }
    }

    fn object(&mut self, depth: usize) -> Option<Vec<(String, Json)>> {
        let mut fields = Vec::new();
        if self.ends(b'}') {
            return Some(fields);
        }
        loop {
            if self.sign()? != b'"' {
                return None;
            }
            let name = self.string()?;
            if self.sign()? != b':' {
                return None;
            }
            fields.push((name, self.value(depth)?));
            match self.sign()? {
                b',' => {}
                b'}' => return Some(fields),
                _ => return None,
            }
        }
    }

    /// The rest of a string, behind its opening quotation mark.
    fn string(&mut self) -> Option<String> {
        let mut words = String::new();
        loop {
            let start = self.at;
            while self.peek().is_some_and(|byte| !matches!(byte, b'"' | b'\\' | 0..=0x1f)) {
                self.at += 1;
            }
            words.push_str(self.text.get(start..self.at)?);
            match self.next()? {
                b'"' => return Some(words),
                b'\\' => words.push(self.escaped()?),
                _ => return None,
            }
        }
    }

    fn escaped(&mut self) -> Option<char> {
        Some(match self.next()? {
            sign @ (b'"' | b'\\' | b'/') => sign.into(),
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => match self.unit()? {
                // A surrogate, and its other half (RFC 8259 §7).
                high @ 0xd800..0xdc00 => {
                    self.word("\\u", ())?;
                    let low = self.unit()?.checked_sub(0xdc00).filter(|low| *low < 0x400)?;
                    char::from_u32(0x1_0000 + ((high - 0xd800) << 10) + low)?
                }
                unit => char::from_u32(unit)?,
            },
            _ => return None,
        })
    }

    /// Four hexadecimal digits.
    fn unit(&mut self) -> Option<u32> {
        let mut unit = 0;
        for _ in 0..4 {
            unit = unit << 4 | char::from(self.next()?).to_digit(16)?;
        }
        Some(unit)
    }

    fn number(&mut self, first: u8) -> Option<Option<u32>> {
        let mut is_whole = first != b'-';
        let first = if is_whole { first } else { self.next()? };
        let mut number = Some(u32::from(digit(first)?));
        if first != b'0' {
            while let Some(digit) = self.peek().and_then(digit) {
                self.at += 1;
                number = number.and_then(|number| number.checked_mul(10)?.checked_add(digit.into()));
            }
        }
        if self.skip(b".") {
            is_whole = false;
            self.digits()?;
        }
        if self.skip(b"eE") {
            is_whole = false;
            self.skip(b"+-");
            self.digits()?;
        }
        Some(number.filter(|_| is_whole))
    }

    /// At least one digit.
    fn digits(&mut self) -> Option<()> {
        digit(self.next()?)?;
        while self.peek().and_then(digit).is_some() {
            self.at += 1;
        }
        Some(())
    }

    /// The rest of a word.
    fn word<T>(&mut self, rest: &str, meaning: T) -> Option<T> {
        rest.bytes().all(|byte| self.next() == Some(byte)).then_some(meaning)
    }

    /// Whether a list or an object ends before it has begun.
    fn ends(&mut self, end: u8) -> bool {
        self.skip_space();
        self.skip(&[end])
    }

    /// The next byte that isn't white space.
    fn sign(&mut self) -> Option<u8> {
        self.skip_space();
        self.next()
    }

    fn skip_space(&mut self) {
        while self.skip(b" \t\n\r") {}
    }

    /// Goes on behind the next byte if it is one of these.
    fn skip(&mut self, bytes: &[u8]) -> bool {
        let is_one = self.peek().is_some_and(|byte| bytes.contains(&byte));
        self.at += usize::from(is_one);
        is_one
    }

    fn next(&mut self) -> Option<u8> {
        let byte = self.peek()?;
        self.at += 1;
        Some(byte)
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }
}

fn digit(byte: u8) -> Option<u8> {
    byte.is_ascii_digit().then(|| byte - b'0')
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::*;

    /// As `serde_json` reads it; of fields with one name it keeps the last.
    fn by_serde(text: &str) -> Result<Value, String> {
        serde_json::from_str(text).map_err(|error| error.to_string())
    }

    fn says_the_same(json: &Json, value: &Value) -> bool {
        match (json, value) {
            (Json::Null, Value::Null) => true,
            (Json::Bool(one), Value::Bool(other)) => one == other,
            (Json::Number(one), Value::Number(other)) => {
                one.map(u64::from) == other.as_u64().filter(|number| *number <= u32::MAX.into())
            }
            (Json::Text(one), Value::String(other)) => one == other,
            (Json::List(one), Value::Array(other)) => {
                one.len() == other.len()
                    && one.iter().zip(other).all(|(one, other)| says_the_same(one, other))
            }
            (Json::Object(one), Value::Object(other)) => {
                let last = |name: &String| one.iter().rfind(|(known, _)| known == name);
                one.iter().all(|(name, _)| other.contains_key(name))
                    && other
                        .iter()
                        .all(|(name, value)| last(name).is_some_and(|(_, json)| says_the_same(json, value)))
            }
            _ => false,
        }
    }

    #[track_caller]
    fn is_read_the_same(text: &str) {
        match (read(text), by_serde(text)) {
            (Ok(json), Ok(value)) => assert!(says_the_same(&json, &value), "{text}: {json:?}"),
            // The grammar has no bounds, only a fraction in the memory has.
            (Ok(_), Err(error)) if error.starts_with("number out of range") => {}
            (Err(_), Err(_)) => {}
            (json, value) => panic!("{text:?}: {json:?}, by serde_json {value:?}"),
        }
    }

    const WELL_FORMED: [&str; 24] = [
        "null",
        " true ",
        "\t\r\nfalse\n",
        "0",
        "-0",
        "4294967295",
        "4294967296",
        "12345678901234567890123",
        "1.0",
        "-1.25e+3",
        "1E2",
        r#""""#,
        r#""Jyväskylä 𝄞 \u0000 \u00e4\u20ac\ud834\udd1e \"\\\/\b\f\n\r\t""#,
        "\"\u{7f}\u{2028}\u{feff}\"",
        "[]",
        "[ ]",
        "[1,[2,[]],{}]",
        "{}",
        "{ }",
        r#"{"a":{"b":[true,null]},"":"c"}"#,
        r#" { "a" : 1 , "a" : 2 } "#,
        r#"{"ä":"\u00C4"}"#,
        r#"{"page":null,"version":1}"#,
        r#"["</script>","<!--"]"#,
    ];

    const MALFORMED: [&str; 40] = [
        "",
        " ",
        "\u{feff}1",
        "nul",
        "nulll",
        "True",
        "01",
        "-",
        "-a",
        "1.",
        ".5",
        "+1",
        "1e",
        "1e+",
        "0x1",
        "NaN",
        "\"",
        "\"a",
        "'a'",
        "\"\n\"",
        "\"\u{1}\"",
        r#""\x""#,
        r#""\u12""#,
        r#""\u12g4""#,
        r#""\ud834""#,
        r#""\ud834\u0041""#,
        r#""\udd1e""#,
        r#""\ud834\ud834""#,
        "[",
        "[1",
        "[1,]",
        "[,1]",
        "[1 2]",
        "]",
        "{",
        r#"{"a"}"#,
        r#"{"a":1,}"#,
        "{a:1}",
        r#"{"a" 1}"#,
        "1 2",
    ];

    #[test]
    fn what_is_json_and_what_it_says_is_what_serde_json_says() {
        WELL_FORMED.iter().for_each(|text| assert!(by_serde(text).is_ok(), "{text}"));
        MALFORMED.iter().for_each(|text| assert!(by_serde(text).is_err(), "{text}"));
        for text in WELL_FORMED.iter().chain(&MALFORMED) {
            is_read_the_same(text);
        }
    }

    /// Every text with a byte left out, doubled or put in place of another.
    #[test]
    fn texts_that_are_nearly_json_are_read_as_serde_json_reads_them() {
        let mut tried = 0;
        for text in WELL_FORMED {
            let letters: Vec<char> = text.chars().collect();
            for place in 0..letters.len() {
                let put = |new: &[char]| -> String {
                    letters[..place].iter().chain(new).chain(&letters[place + 1..]).collect()
                };
                is_read_the_same(&put(&[]));
                is_read_the_same(&put(&[letters[place]; 2]));
                for new in "{}[]:,\"\\/u0d9-+.eEx \n\u{1}ä".chars() {
                    is_read_the_same(&put(&[new]));
                    tried += 1;
                }
            }
        }
        assert!(tried > 4000, "{tried}");
    }

    #[test]
    fn what_lies_too_deep_is_refused() {
        for (begin, end) in [("[", "]"), ("{\"a\":", "}")] {
            let nested = |depth: usize| {
                begin.repeat(depth - 1) + if begin == "[" { "[]" } else { "{}" } + &end.repeat(depth - 1)
            };
            for depth in [1, 126, 127, 128, 129, 100_000] {
                is_read_the_same(&nested(depth));
            }
            assert!(read(&nested(DEEPEST)).is_ok() && read(&nested(DEEPEST + 1)).is_err());
        }
    }

    #[test]
    fn it_is_said_how_far_the_text_was_json() {
        assert_eq!(read("{\"a\": x}"), Err(7));
        assert_eq!(read("[1] 2"), Err(5));
    }
}
