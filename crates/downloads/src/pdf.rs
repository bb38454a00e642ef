//! The language that a PDF declares.

use hayro_syntax::{
    Pdf,
    object::{Dict, String as PdfString},
};
use page::Language;

use super::bounds;

/// The language of a PDF, by `/Lang` in its catalog (ISO 32000-1 §14.9.2).
///
/// None for a language that sites don't have, and for American English: office programs write `en-US` where
/// nobody has chosen a language, so this value says nothing. None, too, for a PDF that would take too much to
/// be read.
pub(super) fn language(file: Vec<u8>) -> Option<Language> {
    let pdf = bounds::are_kept(&file).then(|| Pdf::new(file).ok()).flatten()?;
    let catalog: Dict<'_> = pdf.xref().get(pdf.xref().root_id())?;
    let tag =
        letters(catalog.get::<PdfString<'_>>(b"Lang")?.as_bytes()).to_ascii_lowercase().replace('_', "-");
    if tag == UNCHOSEN {
        return None;
    }
    Language::from_tag(tag.split('-').next()?)
}

/// The tag that office programs write where nobody has chosen a language.
const UNCHOSEN: &str = "en-us";

/// The letters of a text. Of UTF-16 and of the mark of UTF-8 (§7.9.2.2) ASCII remains, which is enough for a
/// language.
fn letters(text: &[u8]) -> String {
    text.iter().filter(|byte| byte.is_ascii_graphic()).copied().map(char::from).collect()
}

#[cfg(test)]
#[path = "../../../tests/support/pdf.rs"]
mod made;

#[cfg(test)]
mod tests {
    use super::{
        made::{packed_pdf, pdf},
        *,
    };

    /// The language of a PDF with more in its catalog.
    fn of_catalog(more: &str) -> Option<Language> {
        language(pdf(more, "").into_bytes())
    }

    #[test]
    fn a_catalog_says_the_language_in_one_of_three_ways() {
        assert_eq!(of_catalog("/Lang (sv-FI)"), Some(Language::Sv));
        assert_eq!(of_catalog("/PageMode/UseNone/Lang(FI)"), Some(Language::Fi));
        assert_eq!(of_catalog("/Lang <656E2D4742>"), Some(Language::En));
        assert_eq!(of_catalog("/Lang\n<FEFF00730076>"), Some(Language::Sv));
        // Names may be written with numbers (§7.3.5), and a comment is no more than a space (§7.2.3).
        assert_eq!(of_catalog("/L#61ng (sv)"), Some(Language::Sv));
        assert_eq!(of_catalog("/Lang % (fi)\n(sv)"), Some(Language::Sv));
    }

    #[test]
    fn a_catalog_is_found_in_an_object_stream() {
        for (tag, language_of_it) in [
            ("(sv-FI)", Some(Language::Sv)),
            ("<FEFF00660069>", Some(Language::Fi)),
            (r"(\145n)", Some(Language::En)),
            ("(en-US)", None),
            ("(de)", None),
            ("null", None),
            ("/sv", None),
            ("3 0 R", None),
        ] {
            assert_eq!(language(packed_pdf(tag)), language_of_it, "{tag}");
        }
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
            assert_eq!(of_catalog(&format!("/Lang {tag}")), Some(Language::Fi), "{tag}");
        }
        for tag in [r"(\050fi)", "((fi))", r"(\57fi)", "<6669", "(fi", "(fi\\", "<zz>", "()", "<>"] {
            assert_eq!(of_catalog(&format!("/Lang {tag}")), None, "{tag}");
        }
    }

    #[test]
    fn a_language_that_is_not_the_documents_is_not_taken() {
        assert_eq!(of_catalog(""), None);
        assert_eq!(of_catalog("/Lang 7 0 R"), None);
        assert_eq!(of_catalog("/Language (sv)"), None);
        assert_eq!(of_catalog("/Lang (de)"), None);
        assert_eq!(of_catalog("/Outlines << /Lang (sv) >>"), None);
        assert_eq!(of_catalog("/Note (/Type /Catalog /Lang (sv))"), None);
        assert_eq!(of_catalog(">>\nendobj\n8 0 obj\n<< /Type /StructElem /Lang (sv)"), None);
        assert_eq!(language(b"%PDF-1.7\n/Type /Catalog".to_vec()), None);
        assert_eq!(language(Vec::new()), None);
    }

    #[test]
    fn the_language_of_a_program_is_not_that_of_its_document() {
        for tag in ["(en-US)", "(EN-us)", "(en_US)", "<656E2D5553>"] {
            assert_eq!(of_catalog(&format!("/Lang {tag}")), None, "{tag}");
        }
        for tag in ["en", "en-GB", "en-IE", "en-US-x-a"] {
            assert_eq!(of_catalog(&format!("/Lang ({tag})")), Some(Language::En), "{tag}");
        }
    }

    /// Programs add their changes behind a file, and the newest table counts (§7.5.6).
    #[test]
    fn the_newest_catalog_counts() {
        let first = pdf("/Lang (fi)", "");
        let table = first.find("xref\n").unwrap();
        let catalog = "1 0 obj\n<< /Type /Catalog /Pages 2 0 R /Lang (sv) >>\nendobj\n";
        let (at, new_table) = (first.len(), first.len() + catalog.len());
        let changed = format!(
            "{first}{catalog}xref\n1 1\n{at:010} 00000 n \ntrailer\n<< /Size 3 /Root 1 0 R /Prev {table} >>\nstartxref\n\
             {new_table}\n%%EOF\n"
        );
        assert_eq!(language(first.clone().into_bytes()), Some(Language::Fi));
        assert_eq!(language(changed.into_bytes()), Some(Language::Sv));
    }
}
