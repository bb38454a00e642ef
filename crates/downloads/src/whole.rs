//! Whether a document can be opened: it has its end, and asks for no password.

use crate::office;

/// What is wrong with a document that has the beginning of its kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unusable {
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
    // In the trailer, or in the dictionary of a table that is compressed (§7.5.8): both are written openly
    // (§7.6.1).
    let key = b"/Encrypt";
    let is_key = |at: usize| file.get(at + key.len()).is_some_and(|byte| b" \t\r\n<".contains(byte));
    memchr::memmem::find_iter(file, key).any(is_key).then_some(Unusable::Protected)
}

/// The number behind the last of some words.
fn number_behind(text: &[u8], words: &[u8]) -> Option<usize> {
    let behind = text[memchr::memmem::rfind(text, words)? + words.len()..].trim_ascii();
    std::str::from_utf8(behind).ok()?.parse().ok()
}

/// Whether a table of objects begins at a place, or an object that holds one. Some programs count from
/// `%PDF-`, some leave a few bytes before it: readers look around, too (Annex H.3.4.1).
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
    (is_encrypted || is_encrypted_odf(file)).then_some(Unusable::Protected)
}

/// Whether a document of OpenDocument is encrypted (ODF 1.3 part 2 §3.4): then its content is stored as it
/// is, which is no XML, or all of it is in one file.
fn is_encrypted_odf(file: &[u8]) -> bool {
    if !file.get(30..).is_some_and(|first| first.starts_with(b"mimetypeapplication/vnd.oasis.opendocument")) {
        return false;
    }
    let names = office::names(file).unwrap_or_default();
    // The head of a file in an archive is thirty bytes; behind its name is more that belongs to it.
    let content = memchr::memmem::find_iter(file, b"content.xml")
        .find(|at| at.checked_sub(30).is_some_and(|head| file[head..].starts_with(b"PK\x03\x04")));
    let is_stored_and_no_xml = content.is_some_and(|name| {
        let head = &file[name - 30..];
        let begin = name + 11 + usize::from(head[28]) + (usize::from(head[29]) << 8);
        let contents = file.get(begin..).unwrap_or_default();
        head[8..10] == [0, 0]
            && !contents.trim_ascii_start().starts_with(b"<")
            && !contents.starts_with(b"\xEF\xBB\xBF")
    });
    names.contains(&&b"encrypted-package"[..]) || is_stored_and_no_xml
}

/// Finds out why a compound file can't be opened: a document of Word that says that it is encrypted (MS-DOC
/// §2.5.2), or a table of sectors (MS-CFB §2.3) with one in use that isn't there.
pub(super) fn of_compound_file(file: &[u8]) -> Option<Unusable> {
    const HEAD: usize = 512;
    let (short, long) = (|at: usize| number(file, at, 2), |at: usize| number(file, at, 4));
    // Word's own stream comes first.
    if short(HEAD) == Some(0xA5EC) && short(HEAD + 10).is_some_and(|flags| flags & 0x100 != 0) {
        return Some(Unusable::Protected);
    }
    let size = match short(30)? {
        9 => 512,
        12 => 4096,
        _ => return None,
    };
    let sectors = file.len().saturating_sub(size).div_ceil(size);
    // The head lists the first sectors of the table. A number this large marks one that isn't in use (§2.1).
    let table = (0..109).map_while(|at| long(76 + 4 * at)).take_while(|sector| *sector < 0xFFFF_FFFA);
    let is_cut = table.enumerate().any(|(number_of_table, sector)| {
        let begin = (sector + 1) * size;
        let first = number_of_table * (size / 4);
        // Zero fills up the table of some programs.
        let is_used =
            |entry: usize| long(begin + 4 * entry).is_some_and(|next| ![0, 0xFFFF_FFFF].contains(&next));
        sector >= sectors
            || (0..size / 4).rev().find(|entry| is_used(*entry)).is_some_and(|last| first + last >= sectors)
    });
    is_cut.then_some(Unusable::Cut)
}

/// Finds out whether a document in Rich Text Format ends within a group (RTF 1.9, "Conventions"). One that
/// holds bytes without braces around them isn't looked into.
pub(super) fn of_rtf(file: &[u8]) -> Option<Unusable> {
    if memchr::memmem::find(file, b"\\bin").is_some() {
        return None;
    }
    let (mut open, mut is_escaped) = (0_usize, false);
    for byte in file {
        match byte {
            _ if is_escaped => is_escaped = false,
            b'\\' => is_escaped = true,
            b'{' => open += 1,
            b'}' => open = open.saturating_sub(1),
            _ => {}
        }
    }
    (open > 0).then_some(Unusable::Cut)
}

/// Finds out whether a film or sound ends within one of its boxes, or before the one that says what is in it.
pub(super) fn of_mp4(file: &[u8]) -> Option<Unusable> {
    let names = pictures::boxes::names(file).filter(|names| names.contains(&&b"moov"[..]));
    names.is_none().then_some(Unusable::Cut)
}

/// A number of some bytes, the lowest first.
fn number(file: &[u8], at: usize, bytes: usize) -> Option<usize> {
    let bytes = file.get(at..at + bytes)?;
    Some(bytes.iter().rev().fold(0, |number, byte| (number << 8) | usize::from(*byte)))
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

    #[test]
    fn an_encrypted_document_of_opendocument_is_told() {
        use office::tests::archive;
        let odf = |name: &str, contents: &str| {
            let mut file = archive(&["mimetype", name], "?");
            // The first file's contents are the media type, the second one's the given ones.
            let list = memchr::memmem::find(&file, b"PK\x01\x02").unwrap();
            file.splice(list - 1..list, contents.bytes());
            let first = 30 + "mimetype".len();
            file.splice(first..=first, *b"application/vnd.oasis.opendocument.text");
            file
        };
        for contents in ["<?xml version=\"1.0\"?>", " <a/>", "\u{feff}<a/>"] {
            assert_eq!(of_zip(&odf("content.xml", contents)), None, "{contents}");
        }
        assert_eq!(of_zip(&odf("content.xml", "\u{7}x")), Some(Unusable::Protected));
        assert_eq!(of_zip(&odf("encrypted-package", "x")), Some(Unusable::Protected));
        let mut compressed = odf("content.xml", "\u{7}x");
        let content = memchr::memmem::find(&compressed, b"content.xml").unwrap();
        compressed[content - 30 + 8] = 8;
        assert_eq!(of_zip(&compressed), None);
    }

    /// A compound file of four sectors behind its head: the table, the directory, and two of a stream.
    fn compound_file() -> Vec<u8> {
        let mut file = office::COMPOUND.to_vec();
        file.resize(512 * 5, 0);
        file[30] = 9;
        file[76..512].fill(0xFF);
        file[76..80].fill(0);
        file[512..1024].fill(0xFF);
        for (entry, next) in [0xFFFF_FFFD_u32, 0xFFFF_FFFE, 3, 0xFFFF_FFFE].into_iter().enumerate() {
            file[512 + 4 * entry..][..4].copy_from_slice(&next.to_le_bytes());
        }
        file
    }

    #[test]
    fn a_compound_file_has_all_sectors_that_are_in_use() {
        let whole = compound_file();
        for sound in [&whole[..], &whole[..512 * 4 + 1], &[&whole[..], &[0; 700]].concat()] {
            assert_eq!(of_compound_file(sound), None, "{}", sound.len());
        }
        for length in [512, 600, 1024, 1536, 2048] {
            assert_eq!(of_compound_file(&whole[..length]), Some(Unusable::Cut), "{length}");
        }
        // What can't be read that far isn't judged.
        assert_eq!(of_compound_file(&whole[..20]), None);
    }

    #[test]
    fn a_protected_document_of_word_is_told() {
        let mut file = compound_file();
        file[512..514].copy_from_slice(&[0xEC, 0xA5]);
        file[522..524].copy_from_slice(&[0, 0x12]);
        assert_ne!(of_compound_file(&file), Some(Unusable::Protected));
        file[523] |= 1;
        assert_eq!(of_compound_file(&file), Some(Unusable::Protected));
    }

    #[test]
    fn a_text_in_rtf_has_the_end_of_each_group() {
        for whole in
            ["{\\rtf1 {\\b a} \\{ \\\\}", "{\\rtf1 a}\r\n\0", "{\\rtf1 {\\*\\blipuid {\\bin5 {{{{{}}"]
        {
            assert_eq!(of_rtf(whole.as_bytes()), None, "{whole}");
        }
        for cut in ["{\\rtf1 {\\b a}", "{\\rtf1 a\\}", "{\\rtf1"] {
            assert_eq!(of_rtf(cut.as_bytes()), Some(Unusable::Cut), "{cut}");
        }
    }

    #[test]
    fn a_film_has_its_boxes_and_says_what_is_in_it() {
        let (head, film, about): (&[u8], &[u8], &[u8]) =
            (b"\0\0\0\x0cftypmp42", b"\0\0\0\x0cmdat1234", b"\0\0\0\x0cmoov1234");
        for whole in [[head, film, about], [head, about, film]] {
            assert_eq!(of_mp4(&whole.concat()), None);
            assert_eq!(of_mp4(&whole.concat()[..34]), Some(Unusable::Cut));
        }
        assert_eq!(of_mp4(&[head, film].concat()), Some(Unusable::Cut));
    }
}
