//! What a PDF says of itself.

use page::Language;

/// The language of a PDF, by `/Lang` in its catalog (ISO 32000-1 §14.9.2).
///
/// Only a catalog that is written openly is read: most programs write it so. None as well for a language that sites
/// don't have, and for American English: office programs write `en-US` where nobody has chosen a language, so a file that says
/// it says nothing.
pub(super) fn language(file: &[u8]) -> Option<Language> {
    let catalog = catalog(file)?;
    let tag = find_key(catalog, b"/Lang").and_then(text)?;
    let tag = tag.to_ascii_lowercase().replace('_', "-");
    if tag == UNCHOSEN {
        return None;
    }
    Language::from_tag(tag.split('-').next()?)
}

/// What stands there where nobody has chosen.
const UNCHOSEN: &str = "en-us";

const CATALOG: &[u8] = b"/Catalog";

/// The last catalog: a program that changes a PDF writes its own behind the first.
fn catalog(file: &[u8]) -> Option<&[u8]> {
    let mut end = file.len();
    loop {
        let name = rfind(&file[..end], CATALOG)?;
        let before = file[..name].trim_ascii_end();
        let is_whole = |byte: &&u8| b"()<>[]/ \t\r\n".contains(byte);
        let ends = file.get(name + CATALOG.len()).as_ref().is_some_and(is_whole);
        if let Some(before) = before.strip_suffix(b"/Type").filter(|_| ends) {
            let start = rfind(before, b" obj")?;
            let length = find(&file[start..], b"endobj")?;
            return file.get(start..start + length);
        }
        end = name;
    }
}

/// What stands behind a key.
fn find_key<'f>(dictionary: &'f [u8], key: &[u8]) -> Option<&'f [u8]> {
    let behind = dictionary.get(find(dictionary, key)? + key.len()..)?;
    // Otherwise it is the beginning of a longer key.
    behind.first().filter(|byte| b"(< \t\r\n".contains(byte))?;
    Some(behind.trim_ascii_start())
}

/// A text in brackets, or in hexadecimal digits (ISO 32000-1 §7.3.4); of UTF-16 and of the mark of UTF-8 the letters alone remain,
/// which is enough for a language.
fn text(value: &[u8]) -> Option<String> {
    let (open, inside) = value.split_first()?;
    let bytes = match open {
        b'(' => in_brackets(inside)?,
        b'<' => {
            let digits = &inside[..inside.iter().position(|byte| *byte == b'>')?];
            let digits: Vec<u8> = digits.iter().copied().filter(|byte| !byte.is_ascii_whitespace()).collect();
            // The last digit may be left out where it is zero.
            let pair = |pair: &[u8]| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok();
            digits.chunks(2).map(|digits| pair(&[digits, b"0"].concat()[..2])).collect::<Option<_>>()?
        }
        _ => return None,
    };
    Some(bytes.into_iter().filter(u8::is_ascii_graphic).map(char::from).collect())
}

/// The bytes of a text up to its closing bracket, with escapes read (§7.3.4.2): a letter by its number in octal digits, or a sign
/// behind a backslash; the end of a line behind one is left out. Brackets in pairs belong to the text.
fn in_brackets(text: &[u8]) -> Option<Vec<u8>> {
    let (mut bytes, mut open, mut at) = (Vec::new(), 0, 0);
    loop {
        let byte = *text.get(at)?;
        at += 1;
        match byte {
            b')' if open == 0 => return Some(bytes),
            b')' => open -= 1,
            b'(' => open += 1,
            b'\\' => {
                let is_octal = |byte: &&u8| (b'0'..=b'7').contains(*byte);
                let digits = text.iter().skip(at).take(3).take_while(is_octal);
                let (length, number) = digits.fold((0, 0_u32), |(length, number), digit| {
                    (length + 1, number * 8 + u32::from(digit - b'0'))
                });
                // What is too large for a byte loses its highest bit.
                let escaped = if length == 0 { *text.get(at)? } else { number.to_le_bytes()[0] };
                at += length.max(1);
                let is_sign = length == 0 && b"nrtbf\r\n".contains(&escaped);
                bytes.extend((!is_sign).then_some(escaped));
                continue;
            }
            _ => {}
        }
        bytes.push(byte);
    }
}

fn find(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    bytes.windows(wanted.len()).position(|window| window == wanted)
}

fn rfind(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    bytes.windows(wanted.len()).rposition(|window| window == wanted)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of_catalog(catalog: &str) -> Option<Language> {
        let file = format!(
            "%PDF-1.7\n1 0 obj\n{catalog}\nendobj\n2 0 obj\n<< /Type /StructElem /Lang (en) >>\nendobj\n%%EOF\n"
        );
        language(file.as_bytes())
    }

    #[test]
    fn a_catalog_says_the_language_in_one_of_three_ways() {
        assert_eq!(of_catalog("<< /Type /Catalog /Lang (sv-FI) /Pages 3 0 R >>"), Some(Language::Sv));
        assert_eq!(of_catalog("<</Pages 3 0 R/Type/Catalog/Lang(FI)>>"), Some(Language::Fi));
        assert_eq!(of_catalog("<< /Lang <656E2D4742> /Type\n/Catalog >>"), Some(Language::En));
        assert_eq!(of_catalog("<< /Type/Catalog/Lang <FEFF00730076> >>"), Some(Language::Sv));
    }

    #[test]
    fn a_language_is_read_however_its_letters_are_written() {
        for tag in [
            r"(fi\055FI)",
            r"(\146i)",
            r"(\146\151\55FI)",
            r"(f\i-FI)",
            "(fi\\\n-FI)",
            r"(\376\377\000f\000i\000-\000F\000I)",
            "(\u{0}f\u{0}i)",
            "(\u{feff}fi-FI)",
            "<66692D4649>",
            "<66 69 2d\n46 49>",
            "<FEFF 0066 0069 002D 0046 0049>",
            "<EFBBBF6669>",
        ] {
            assert_eq!(
                of_catalog(&format!("<< /Type /Catalog /Lang {tag} /Pages 3 0 R >>")),
                Some(Language::Fi),
                "{tag}"
            );
        }
        for tag in [r"(\050fi)", "((fi))", r"(\57fi)", "<6669", "(fi", "(fi\\", "<zz>", "()", "<>"] {
            assert_eq!(
                language(format!("1 0 obj << /Type /Catalog /Lang {tag}\nendobj").as_bytes()),
                None,
                "{tag}"
            );
        }
    }

    #[test]
    fn what_is_not_said_openly_is_not_guessed() {
        assert_eq!(of_catalog("<< /Type /Catalog >>"), None);
        assert_eq!(of_catalog("<< /Type /Catalog /Lang 7 0 R >>"), None);
        assert_eq!(of_catalog("<< /Type /Catalog /Language (sv) >>"), None);
        assert_eq!(of_catalog("<< /Type /Catalog /Lang (de) >>"), None);
        assert_eq!(of_catalog("<< /Type /CatalogOfShips /Lang (sv) >>"), None);
        assert_eq!(language(b"%PDF-1.7\n/Type /Catalog"), None);
        assert_eq!(language(b""), None);
    }

    #[test]
    fn the_language_of_a_program_is_not_that_of_its_document() {
        for tag in ["(en-US)", "(EN-us)", "(en_US)", "<656E2D5553>"] {
            assert_eq!(of_catalog(&format!("<< /Type /Catalog /Lang {tag} >>")), None, "{tag}");
        }
        for tag in ["en", "en-GB", "en-IE", "en-US-x-a"] {
            assert_eq!(
                of_catalog(&format!("<< /Type /Catalog /Lang ({tag}) >>")),
                Some(Language::En),
                "{tag}"
            );
        }
    }

    #[test]
    fn the_last_catalog_counts() {
        let of = |tag: &str| format!("1 0 obj << /Type /Catalog /Lang ({tag}) >> endobj\n");
        assert_eq!(language(format!("{}{}", of("fi"), of("sv")).as_bytes()), Some(Language::Sv));
    }
}
