//! Documents that can be downloaded: what their files are, from the ending of the name and the bytes alone.
//!
//! The kinds that are published stand in the table of [`file_types`]. [`beginning`] compares a file with its
//! kind, [`office`] tells the documents of office programs apart, [`whole`] finds those that can't be opened,
//! [`pdf`] reads the language of a PDF, if [`bounds`] are kept.

mod beginning;
mod bounds;
mod office;
mod pdf;
mod whole;

use file_types::{Contents, FileType};
use page::Language;

use beginning::begins;
pub use whole::Unusable;

/// What is known of a document besides its kind; nothing of one whose file couldn't be read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DocumentFacts {
    /// Why readers may not be able to open it; none for a kind that isn't looked into.
    pub unusable: Option<Unusable>,
    /// The language that a PDF says it is in.
    pub language: Option<Language>,
}

/// Why a file isn't published as a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotPublished {
    /// Its kind isn't one of those that are known to be safe.
    UnknownKind,
    /// It isn't of the kind that its name says.
    OtherContents,
}

/// What a file is as a document, by the ending of its name in small letters, as "pdf", and its bytes where
/// they could be read.
///
/// # Errors
/// Why it isn't published.
pub fn look_at(ending: &str, bytes: Option<&[u8]>) -> Result<DocumentFacts, NotPublished> {
    let contents =
        FileType::of_extension(ending).and_then(FileType::document).ok_or(NotPublished::UnknownKind)?;
    let Some(bytes) = bytes else { return Ok(DocumentFacts::default()) };
    let first = &bytes[..bytes.len().min(1024)];
    if !(begins(contents, first) || office::is_encrypted_package(ending, bytes))
        || office::is_of_other_kind(ending, bytes)
    {
        return Err(NotPublished::OtherContents);
    }
    let language = if contents == Contents::Pdf { pdf::language(bytes.to_vec()) } else { None };
    Ok(DocumentFacts { unusable: unusable(contents, ending, bytes), language })
}

fn unusable(contents: Contents, ending: &str, bytes: &[u8]) -> Option<Unusable> {
    match contents {
        Contents::Pdf => whole::of_pdf(bytes),
        Contents::Zip if office::is_encrypted_package(ending, bytes) => Some(Unusable::Protected),
        Contents::Zip => whole::of_zip(bytes),
        Contents::Compound | Contents::Rtf if bytes.starts_with(b"{") => whole::of_rtf(bytes),
        Contents::Compound => whole::of_compound_file(bytes),
        Contents::Mp4 => whole::of_mp4(bytes),
        Contents::Rtf | Contents::Text | Contents::Mp3 => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_document_is_what_its_name_says() {
        let is_other = |ending: &str, bytes: &[u8]| look_at(ending, Some(bytes)).is_err();
        let sound: [(&str, &[u8]); 6] = [
            ("pdf", b"%PDF-1.7"),
            ("pdf", b"\n%PDF-1.7"),
            ("docx", b"PK\x03\x04"),
            ("txt", "pöytä".as_bytes()),
            ("csv", b"\xFF\xFEa\0"),
            ("mp4", b"\0\0\0\x18ftypmp42"),
        ];
        for (ending, bytes) in sound {
            assert!(!is_other(ending, bytes), "{ending}");
        }
        let other: [(&str, &[u8]); 8] = [
            ("pdf", b"PK\x03\x04"),
            ("pdf", b"<html>"),
            ("docx", b"%PDF-1.7"),
            ("txt", b"\x7fELF\0"),
            ("html", b"<p>a</p>"),
            ("xhtml", b"<p>a</p>"),
            ("js", b"a"),
            ("png", b"\x89PNG\r\n\x1a\n"),
        ];
        for (ending, bytes) in other {
            assert!(is_other(ending, bytes), "{ending}");
        }
    }

    #[test]
    fn of_a_file_that_cannot_be_read_its_kind_alone_is_known() {
        assert_eq!(look_at("pdf", None), Ok(DocumentFacts::default()));
        assert_eq!(look_at("html", None), Err(NotPublished::UnknownKind));
    }
}
