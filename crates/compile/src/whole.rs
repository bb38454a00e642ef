//! Whether a document can be opened: it has its end, and asks for no password.

/// What is wrong with a document that has the beginning of its kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unusable {
    /// Its end is missing, or its contents are of another kind than its beginning says.
    Cut,
    /// It asks for a password, or is protected against what readers do with it.
    Protected,
}

/// How far from its end a PDF may end (ISO 32000-1 Annex H.3.4.4).
const END_OF_PDF: usize = 1024;

/// Finds out why a PDF can't be opened. The last lines of a PDF give the place of its cross-reference table
/// (ISO 32000-1 §7.5.5), and the table has to stand at that place.
pub(super) fn of_pdf(file: &[u8]) -> Option<Unusable> {
    let end = &file[file.len().saturating_sub(END_OF_PDF)..];
    let table = memchr::memmem::rfind(end, b"%%EOF")
        .and_then(|eof| number_behind(&end[..eof], b"startxref"))
        .filter(|place| is_table(file, *place));
    if table.is_none() {
        return Some(Unusable::Cut);
    }
    // In the trailer, or in the dictionary of a table that is compressed (§7.5.8): both are written openly (§7.6.1).
    let key = b"/Encrypt";
    let is_key = |at: usize| file.get(at + key.len()).is_some_and(|byte| b" \t\r\n<".contains(byte));
    memchr::memmem::find_iter(file, key).any(is_key).then_some(Unusable::Protected)
}

/// The number behind the last of some words.
fn number_behind(text: &[u8], words: &[u8]) -> Option<usize> {
    let behind = text[memchr::memmem::rfind(text, words)? + words.len()..].trim_ascii();
    std::str::from_utf8(behind).ok()?.parse().ok()
}

/// Whether a table of objects begins at a place, or an object that holds one. Some programs count from `%PDF-`, some leave
/// a few bytes before it: readers look around, too (Annex H.3.4.1).
fn is_table(file: &[u8], place: usize) -> bool {
    let before = memchr::memmem::find(&file[..file.len().min(END_OF_PDF)], b"%PDF-").unwrap_or(0);
    // "startxref" names the table and isn't one.
    [place, place + before].into_iter().any(|place| {
        let from = file.get(place.saturating_sub(16)..).unwrap_or_default();
        let around = &from[..from.len().min(64)];
        let is_table = |at: usize| at == 0 || around[at - 1] != b't';
        memchr::memmem::find_iter(around, b"xref").any(is_table)
            || memchr::memmem::find(around, b" obj").is_some()
    })
}

/// How far from its end a ZIP archive lists what it holds: 22 bytes and a comment (APPNOTE.TXT §4.3.16).
const END_OF_ZIP: usize = 22 + 0xFFFF;

/// Finds out why a ZIP archive can't be opened. An archive ends in the record of its central directory
/// (APPNOTE.TXT §4.3.16), and each file has a flag that says whether it is encrypted (§4.4.4).
pub(super) fn of_zip(file: &[u8]) -> Option<Unusable> {
    let end = &file[file.len().saturating_sub(END_OF_ZIP)..];
    if memchr::memmem::rfind(end, b"PK\x05\x06").is_none() {
        return Some(Unusable::Cut);
    }
    // The flags of the first file (§4.4.4); an archive is encrypted as a whole.
    let is_encrypted = file.starts_with(b"PK\x03\x04") && file.get(6).is_some_and(|flags| flags & 1 == 1);
    is_encrypted.then_some(Unusable::Protected)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pdf(trailer: &str) -> Vec<u8> {
        let objects = "%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n";
        format!(
            "{objects}xref\n0 2\ntrailer\n<< /Root 1 0 R {trailer} >>\nstartxref\n{}\n%%EOF\n",
            objects.len()
        )
        .into_bytes()
    }

    #[test]
    fn a_whole_pdf_has_a_table_where_its_end_says() {
        let whole = pdf("/EncryptMetadata false");
        assert_eq!(of_pdf(&whole), None);
        assert_eq!(of_pdf(&[b"\xEF\xBB\xBF".as_slice(), &whole].concat()), None);
        assert_eq!(of_pdf(&[whole.as_slice(), &[0; 500]].concat()), None);
        for length in [whole.len() - 8, whole.len() / 2, 9] {
            assert_eq!(of_pdf(&whole[..length]), Some(Unusable::Cut), "{length}");
        }
        for fake in [
            "%PDF-1.7\n%%EOF\n",
            "%PDF-1.7 <p>a</p>",
            "%PDF-1.7\nstartxref\n9999\n%%EOF",
            "%PDF-1.7\nstartxref\n0\n%%EOF",
        ] {
            assert_eq!(of_pdf(fake.as_bytes()), Some(Unusable::Cut), "{fake}");
        }
    }

    #[test]
    fn a_protected_pdf_is_told() {
        for key in ["/Encrypt 5 0 R", "/Encrypt<< /V 2 >>", "/Encrypt\n6 0 R"] {
            assert_eq!(of_pdf(&pdf(key)), Some(Unusable::Protected), "{key}");
        }
    }

    #[test]
    fn an_archive_lists_its_files_at_its_end() {
        let archive = |flags: u8| {
            [b"PK\x03\x04\x14\0", [flags, 0].as_slice(), &[0; 40], b"PK\x05\x06", &[0; 18]].concat()
        };
        assert_eq!(of_zip(&archive(0)), None);
        assert_eq!(of_zip(&archive(1)), Some(Unusable::Protected));
        assert_eq!(of_zip(&archive(0)[..48]), Some(Unusable::Cut));
        assert_eq!(of_zip(&[b"PK\x05\x06".as_slice(), &[0; 18]].concat()), None);
    }
}
