//! What the file of a document has to begin with.

use file_types::Contents;

/// Whether a file with these contents can begin with these bytes, the first 1024 or all.
pub(super) fn begins(contents: Contents, first: &[u8]) -> bool {
    let with = |beginnings: &[&[u8]]| beginnings.iter().any(|beginning| first.starts_with(beginning));
    match contents {
        // Readers take one that begins a little later, too (ISO 32000-1 Annex H.3.4.1).
        Contents::Pdf => first.windows(5).any(|window| window == b"%PDF-"),
        Contents::Zip => with(&[b"PK\x03\x04", b"PK\x05\x06"]),
        // Word has written RTF under this name, too.
        Contents::Compound => with(&[b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", b"{\\rtf"]),
        Contents::Rtf => with(&[b"{\\rtf"]),
        Contents::Text => !first.contains(&0) || with(&[b"\xFF\xFE", b"\xFE\xFF"]),
        Contents::Mp3 => with(&[b"ID3", b"\xFF\xFB", b"\xFF\xFA", b"\xFF\xF3", b"\xFF\xF2"]),
        Contents::Mp4 => first.get(4..8) == Some(b"ftyp"),
    }
}
