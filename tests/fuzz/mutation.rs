//! Inputs made of others: parts of a JSON value, or bytes, are removed, doubled, swapped, mixed with those of
//! another file and replaced by what is rare. A number decides everything, so an input is the same each time.

use serde_json::{Map, Value, json};

/// The files that inputs are made of.
pub struct Seeds {
    files: Vec<Vec<u8>>,
    /// Those that are JSON.
    values: Vec<Value>,
}

/// Texts and numbers that are right in some places, and some that are so nowhere.
fn rare(chance: &mut Chance) -> Value {
    let all = [
        json!(null),
        json!(true),
        json!(0),
        json!(-1),
        json!(21),
        json!(0.5),
        json!(-1.5e300),
        json!(u64::MAX),
        json!(i64::MIN),
        json!(""),
        json!(" "),
        json!("/"),
        json!("//"),
        json!("/b/"),
        json!("/b/c/#osa"),
        json!("../../etc"),
        json!("https://[::1"),
        json!("mailto:"),
        json!("tel:+358"),
        json!("%zz"),
        json!("2026-02-29"),
        json!("2026-02-28"),
        json!("9999-12-31T23:59"),
        json!("0000-00-00"),
        json!("2026-03-29T03:30"),
        json!("sv"),
        json!("page"),
        json!("front"),
        json!("**auki"),
        json!("[a](<b"),
        json!("[x](lang:sv) `koodi` *k*"),
        json!("[EU](<abbr:Euroopan unioni>)"),
        json!("a\\\nb\u{0}"),
        json!("\u{202e}\u{feff}😀👩‍👩‍👧"),
        json!("e\u{301}".repeat(40)),
        json!("sana ".repeat(3000)),
        json!("[".repeat(500)),
        json!("*_`[".repeat(300)),
        json!([]),
        json!({}),
        json!([[[]]]),
        json!({ "a": { "b": [] } }),
    ];
    all[chance.below(all.len())].clone()
}

/// Bytes that mean something to a reader of JSON or UTF-8.
const BYTES: [&[u8]; 32] = [
    b"{",
    b"}",
    b"[",
    b"]",
    b"\"",
    b",",
    b":",
    b"\\",
    b"//",
    b"/*",
    b"*/",
    b"\n",
    b"\0",
    b"'",
    b"-",
    b"1e999",
    b"0x1F",
    b"01",
    b"NaN",
    b"null",
    b"\\u0000",
    b"\\ud800",
    b"\\udc00\\ud800",
    b"\xef\xbb\xbf",
    b"\xff",
    b"\xc3",
    b"\xe2\x82",
    b"\xed\xa0\x80",
    b"\xf4\x90\x80\x80",
    b"\xc0\x80",
    b"\xc2\x85",
    b"\xe2\x80\xa8",
];

impl Seeds {
    pub fn new(files: Vec<Vec<u8>>) -> Seeds {
        let values = files.iter().filter_map(|file| serde_json::from_slice(file).ok()).collect();
        Seeds { files, values }
    }

    pub fn len(&self) -> usize {
        self.files.len()
    }

    /// The seeds as they are, and after them as many changed ones.
    pub fn input(&self, number: usize, changed: usize) -> Option<Vec<u8>> {
        if let Some(file) = self.files.get(number) {
            return Some(file.clone());
        }
        (number < self.len() + changed).then(|| self.changed(&mut Chance::new(number as u64)))
    }

    fn changed(&self, chance: &mut Chance) -> Vec<u8> {
        let as_value = chance.below(4) > 0;
        let mut bytes = if as_value {
            let mut value = chance.of(&self.values).clone();
            for _ in 0..=chance.below(5) {
                self.change_value(&mut value, chance);
            }
            let pretty = chance.below(2) == 0;
            if pretty { format!("{value:#}") } else { value.to_string() }.into_bytes()
        } else {
            chance.of(&self.files).clone()
        };
        if !as_value || chance.below(6) == 0 {
            for _ in 0..=chance.below(4) {
                self.change_bytes(&mut bytes, chance);
            }
        }
        bytes
    }

    /// Changes something somewhere in a value.
    fn change_value(&self, value: &mut Value, chance: &mut Chance) {
        let other = chance.of(&self.values);
        let part = nth(other, &mut chance.below(count(other))).expect("a part").clone();
        let place = nth_mut(value, &mut chance.below(count(value))).expect("a part");
        match chance.below(8) {
            0 => *place = rare(chance),
            1 => *place = part,
            2 => nest(place, chance),
            _ => match place {
                Value::Array(values) => change_list(values, part, chance),
                Value::Object(fields) => change_fields(fields, part, chance),
                Value::String(text) => change_text(text, chance),
                other => *other = rare(chance),
            },
        }
    }

    fn change_bytes(&self, bytes: &mut Vec<u8>, chance: &mut Chance) {
        let (at, end) = chance.range(bytes.len());
        match chance.below(8) {
            0 => drop(bytes.drain(at..end)),
            1 => bytes.truncate(at),
            2 => bytes.extend_from_within(at..end),
            3 => {
                let part = bytes[at..end].to_vec();
                let to = chance.below(bytes.len() + 1);
                bytes.splice(to..to, part);
            }
            4 => {
                let other = chance.of(&self.files);
                let (from, to) = chance.range(other.len());
                bytes.splice(at..end, other[from..to].iter().copied());
            }
            5 if at < end => bytes[at] ^= 1 << chance.below(8),
            6 => {
                let part = chance.of(&BYTES).repeat(if chance.below(20) == 0 { 3000 } else { 1 });
                bytes.splice(at..at, part);
            }
            _ => {
                let part = chance.of(&BYTES);
                bytes.splice(at..end.min(at + part.len()), part.iter().copied());
            }
        }
    }
}

/// Puts a value into others, mostly a few.
fn nest(place: &mut Value, chance: &mut Chance) {
    let depth = if chance.below(8) == 0 { 150 } else { 1 + chance.below(4) };
    let name = *chance.of(&["text", "items", "content", "group", "list", "kind", "x"]);
    for _ in 0..depth {
        let inner = place.take();
        *place = if chance.below(2) == 0 { json!([inner]) } else { json!({ name: inner }) };
    }
}

fn change_list(values: &mut Vec<Value>, part: Value, chance: &mut Chance) {
    if values.is_empty() {
        return values.push(part);
    }
    let (one, other) = (chance.below(values.len()), chance.below(values.len()));
    match chance.below(5) {
        0 => drop(values.remove(one)),
        1 => values.insert(other, values[one].clone()),
        2 => values.swap(one, other),
        3 => values.insert(one, part),
        _ => {
            // More than one part of a list holds.
            let copies = values.clone();
            (0..chance.below(60)).for_each(|number| values.push(copies[number % copies.len()].clone()));
        }
    }
}

fn change_fields(fields: &mut Map<String, Value>, part: Value, chance: &mut Chance) {
    let names: Vec<String> = fields.keys().cloned().collect();
    if names.is_empty() {
        fields.insert("title".to_owned(), part);
        return;
    }
    let (one, other) = (chance.of(&names), chance.of(&names));
    match chance.below(5) {
        0 => drop(fields.remove(one)),
        1 => {
            let value = fields[one].clone();
            fields.insert(other.clone(), value);
        }
        2 => {
            // A name that is nearly right, or that of another field.
            let value = fields.remove(one).expect("a field");
            let mut name = one.clone();
            change_text(&mut name, chance);
            fields.insert(name, value);
        }
        3 => drop(fields.insert(one.clone(), part)),
        _ => {
            if let Value::Object(more) = part {
                fields.extend(more);
            } else {
                fields.insert("content".to_owned(), part);
            }
        }
    }
}

fn change_text(text: &mut String, chance: &mut Chance) {
    let mut letters: Vec<char> = text.chars().collect();
    let (at, end) = chance.range(letters.len());
    match chance.below(5) {
        0 => drop(letters.drain(at..end)),
        1 => letters.extend_from_within(at..end),
        2 => letters[at..end].reverse(),
        _ => {
            let signs = [
                '*', '_', '`', '[', ']', '(', ')', '<', '>', '\\', '#', '/', ':', '.', '-', '|', '&', '\n',
                '\t', '\0', ' ', 'ä', 'A', '5', '%', '?', '"', '\u{301}', '\u{ad}', '\u{200d}', '\u{2028}',
                '😀',
            ];
            (0..=chance.below(3)).for_each(|_| letters.insert(at, *chance.of(&signs)));
        }
    }
    *text = letters.into_iter().collect();
}

/// How many values a value holds, itself included.
fn count(value: &Value) -> usize {
    1 + match value {
        Value::Array(values) => values.iter().map(count).sum(),
        Value::Object(fields) => fields.values().map(count).sum(),
        _ => 0,
    }
}

/// The value at a place, counted as [`count`] does.
fn nth<'v>(value: &'v Value, place: &mut usize) -> Option<&'v Value> {
    if *place == 0 {
        return Some(value);
    }
    *place -= 1;
    match value {
        Value::Array(values) => values.iter().find_map(|value| nth(value, place)),
        Value::Object(fields) => fields.values().find_map(|value| nth(value, place)),
        _ => None,
    }
}

fn nth_mut<'v>(value: &'v mut Value, place: &mut usize) -> Option<&'v mut Value> {
    if *place == 0 {
        return Some(value);
    }
    *place -= 1;
    match value {
        Value::Array(values) => values.iter_mut().find_map(|value| nth_mut(value, place)),
        Value::Object(fields) => fields.values_mut().find_map(|value| nth_mut(value, place)),
        _ => None,
    }
}

/// Numbers that look like chance and are the same each time (SplitMix64 of Steele, Lea and Flood).
struct Chance(u64);

impl Chance {
    fn new(number: u64) -> Chance {
        Chance(number.wrapping_mul(0x9E37_79B9_7F4A_7C15))
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, end: usize) -> usize {
        (self.next() % end.max(1) as u64) as usize
    }

    fn of<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        &all[self.below(all.len())]
    }

    /// A part of what is so long, mostly a short one.
    fn range(&mut self, length: usize) -> (usize, usize) {
        let at = self.below(length + 1);
        let most = if self.below(4) == 0 { length } else { 16 };
        (at, (at + self.below(most + 1)).min(length))
    }
}
