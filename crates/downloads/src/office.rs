//! The documents of office programs: of which kind an archive or a compound file is, whatever its name says.

use file_types::FileType;
use memchr::memmem::{find, rfind};

/// The beginning of a compound file, as office programs wrote them before (MS-CFB §2.2).
pub(super) const COMPOUND: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

/// The kinds of compound files, and the names of the streams that one of them has (MS-DOC §2.1, MS-XLS
/// §2.1.2, MS-PPT §2.1).
const STREAMS: [(&str, &[&str]); 3] =
    [("doc", &["WordDocument"]), ("xls", &["Workbook", "Book"]), ("ppt", &["PowerPoint Document"])];

/// The kinds of archives that say their media type in their first file (ODF 1.3 part 2 §3.3, EPUB OCF 3.3
/// §4.3).
const NAMED_WITHIN: [&str; 4] = ["odt", "ods", "odp", "epub"];

/// The folders of Microsoft's archives, each in one kind of them (ECMA-376 part 1 §11 to §13).
const FOLDERS: [(&str, &[u8]); 3] = [("docx", b"word/"), ("xlsx", b"xl/"), ("pptx", b"ppt/")];

/// Whether a document is of another kind than the ending of its name says, as far as that is certain.
pub(super) fn is_of_other_kind(ending: &str, file: &[u8]) -> bool {
    let (found, known) = if file.starts_with(COMPOUND) {
        (of_compound_file(ending, file), STREAMS.iter().any(|(kind, _)| *kind == ending))
    } else {
        let mut kinds = NAMED_WITHIN.iter().chain(FOLDERS.iter().map(|(kind, _)| kind));
        (of_archive(file), kinds.any(|kind| *kind == ending))
    };
    known && found.is_some_and(|found| found != ending)
}

/// Whether a document in Microsoft's newer formats is encrypted: then it is a compound file with such a
/// stream (MS-OFFCRYPTO §2.3.4.4).
pub(super) fn is_encrypted_package(ending: &str, file: &[u8]) -> bool {
    let is_newer = FOLDERS.iter().any(|(kind, _)| *kind == ending);
    is_newer && file.starts_with(COMPOUND) && has_stream(file, "EncryptedPackage")
}

/// The kind of an archive; none where it isn't certain.
fn of_archive(file: &[u8]) -> Option<&'static str> {
    // Its first file has a head of thirty bytes, then its name, and is neither compressed nor long.
    if file.get(30..38) == Some(b"mimetype") {
        let said = file.get(38..file.len().min(200))?;
        let is_said = |known: &FileType| said.starts_with(known.media_type.as_bytes());
        return NAMED_WITHIN
            .into_iter()
            .find(|kind| FileType::of_extension(kind).as_ref().is_some_and(is_said));
    }
    let names = names(file)?;
    let mut kinds = FOLDERS.iter().filter(|(_, folder)| names.iter().any(|name| name.starts_with(folder)));
    let found = kinds.next().filter(|_| names.contains(&&b"[Content_Types].xml"[..]))?;
    kinds.next().is_none().then_some(found.0)
}

/// The names of the files in an archive, by the list at its end (APPNOTE.TXT §4.3.12, §4.3.16).
pub(super) fn names(archive: &[u8]) -> Option<Vec<&[u8]>> {
    let end = rfind(archive, b"PK\x05\x06")?;
    let number = |from: &[u8], at: usize, bytes: usize| {
        let bytes = from.get(at..at + bytes)?;
        Some(bytes.iter().rev().fold(0, |number, byte| (number << 8) | usize::from(*byte)))
    };
    let mut rest = archive.get(end.checked_sub(number(archive, end + 12, 4)?)?..end)?;
    let mut names = Vec::new();
    while rest.starts_with(b"PK\x01\x02") {
        let [name, extra, comment] = [28, 30, 32].map(|at| number(rest, at, 2));
        names.push(rest.get(46..46 + name?)?);
        rest = rest.get(46 + name? + extra? + comment?..)?;
    }
    Some(names)
}

/// The kind of a compound file: that of its name if it has such a stream, for a text may hold a table of
/// another program.
fn of_compound_file(ending: &str, file: &[u8]) -> Option<&'static str> {
    let has = |streams: &[&str]| streams.iter().any(|stream| has_stream(file, stream));
    let mut kinds: Vec<&str> =
        STREAMS.iter().filter(|(_, streams)| has(streams)).map(|(kind, _)| *kind).collect();
    kinds.sort_by_key(|kind| *kind != ending);
    kinds.first().copied()
}

/// Whether a compound file lists a stream of this name, and not one whose name is longer (MS-CFB §2.6.1).
fn has_stream(file: &[u8], name: &str) -> bool {
    let entry: Vec<u8> = name.encode_utf16().chain([0]).flat_map(u16::to_le_bytes).collect();
    // An entry begins with the name, at a place that 128 divides.
    let is_entry = |at: usize| at.is_multiple_of(128);
    find(file, &entry).is_some() && memchr::memmem::find_iter(file, &entry).any(is_entry)
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    /// An archive of empty files, as its lists go.
    pub(crate) fn archive(names: &[&str], contents: &str) -> Vec<u8> {
        let head = |name: &str| u16::try_from(name.len()).unwrap().to_le_bytes();
        let (mut files, mut list) = (Vec::new(), Vec::new());
        for name in names {
            files.extend(
                [&b"PK\x03\x04"[..], &[0; 22], &head(name), &[0; 2], name.as_bytes(), contents.as_bytes()]
                    .concat(),
            );
            list.extend([&b"PK\x01\x02"[..], &[0; 24], &head(name), &[0; 16], name.as_bytes()].concat());
        }
        let size = u32::try_from(list.len()).unwrap().to_le_bytes();
        [files, list, b"PK\x05\x06\0\0\0\0\0\0\0\0".to_vec(), size.to_vec(), vec![0; 6]].concat()
    }

    /// A compound file with streams, as its directory goes.
    pub(crate) fn compound(streams: &[&str]) -> Vec<u8> {
        let mut file = COMPOUND.to_vec();
        file.resize(512, 0);
        for stream in streams {
            file.extend(stream.encode_utf16().flat_map(u16::to_le_bytes));
            file.resize(file.len().next_multiple_of(128), 0);
        }
        file
    }

    #[test]
    fn a_document_is_of_the_kind_that_is_in_it() {
        let word = archive(&["[Content_Types].xml", "_rels/.rels", "word/document.xml"], "");
        let sheet = archive(&["xl/workbook.xml", "[Content_Types].xml"], "");
        let slides = archive(&["[Content_Types].xml", "ppt/presentation.xml", "ppt/embeddings/a.xlsx"], "");
        let text = |name| archive(&["mimetype"], name);
        let odt = text("application/vnd.oasis.opendocument.text");
        let template = text("application/vnd.oasis.opendocument.text-template");
        let [doc, xls, ppt] =
            [&["WordDocument", "1Table"][..], &["Workbook"], &["PowerPoint Document"]].map(compound);
        let doc_with_table = compound(&["Workbook", "WordDocument"]);
        for (ending, file) in [
            ("docx", &word),
            ("xlsx", &sheet),
            ("pptx", &slides),
            ("odt", &odt),
            ("odt", &template),
            ("epub", &text("application/epub+zip")),
            ("zip", &odt),
            ("zip", &word),
            ("doc", &doc),
            ("doc", &doc_with_table),
            ("xls", &xls),
            ("xls", &compound(&["Book"])),
            ("ppt", &ppt),
            // Nobody knows for sure.
            ("docx", &archive(&["a.txt"], "")),
            ("docx", &archive(&["word/document.xml"], "")),
            ("odt", &archive(&["content.xml"], "")),
            ("doc", &compound(&["WordDocuments", "Workbooks"])),
            ("docx", &word[..60].to_vec()),
        ] {
            assert!(!is_of_other_kind(ending, file), "{ending}: {}", String::from_utf8_lossy(file));
        }
        for (ending, file) in [
            ("docx", &odt),
            ("docx", &sheet),
            ("odt", &word),
            ("ods", &odt),
            ("epub", &word),
            ("xlsx", &slides),
            ("doc", &xls),
            ("xls", &doc),
            ("ppt", &doc_with_table),
        ] {
            assert!(is_of_other_kind(ending, file), "{ending}: {}", String::from_utf8_lossy(file));
        }
    }

    #[test]
    fn an_encrypted_document_of_the_newer_formats_is_known() {
        let encrypted = compound(&["EncryptionInfo", "EncryptedPackage"]);
        for ending in ["docx", "xlsx", "pptx"] {
            assert!(
                is_encrypted_package(ending, &encrypted) && !is_of_other_kind(ending, &encrypted),
                "{ending}"
            );
            assert!(!is_encrypted_package(ending, &compound(&["WordDocument"])), "{ending}");
        }
        assert!(!is_encrypted_package("doc", &encrypted) && !is_encrypted_package("zip", &encrypted));
    }
}
