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
        let ends = file.get(name + CATALOG.len()).filter(is_whole).is_some();
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

/// A text in brackets, or in hexadecimal digits; of UTF-16 the letters alone remain, which is enough for a language.
fn text(value: &[u8]) -> Option<String> {
    let (open, inside) = value.split_first()?;
    let bytes = match open {
        b'(' => inside.split(|byte| *byte == b')').next()?.to_vec(),
        b'<' => {
            let digits: Vec<u8> = inside.split(|byte| *byte == b'>').next()?.to_vec();
            let digits = String::from_utf8(digits).ok()?;
            let pairs = digits.as_bytes().chunks(2).map(|pair| std::str::from_utf8(pair).ok());
            pairs.map(|pair| u8::from_str_radix(pair?, 16).ok()).collect::<Option<_>>()?
        }
        _ => return None,
    };
    Some(bytes.into_iter().filter(u8::is_ascii_graphic).map(char::from).collect())
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
