//! The kinds of documents that are published, and what has to be in their files.

/// What is in a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Contents {
    Pdf,
    /// A ZIP archive: what today's office programs write is one as well.
    Zip,
    /// What office programs wrote before (Microsoft's *compound file*).
    Compound,
    Rtf,
    /// Letters, and nothing that a browser would run.
    Text,
    Mp3,
    Mp4,
}

/// The endings of what is published besides pictures, and what has to be in the file. A browser opens some
/// kinds of files as documents of the site itself, with programs in them; so this is a list of those that are
/// known to be safe.
pub(super) const KINDS: [(&str, Contents); 19] = [
    ("pdf", Contents::Pdf),
    ("docx", Contents::Zip),
    ("xlsx", Contents::Zip),
    ("pptx", Contents::Zip),
    ("odt", Contents::Zip),
    ("ods", Contents::Zip),
    ("odp", Contents::Zip),
    ("epub", Contents::Zip),
    ("zip", Contents::Zip),
    ("doc", Contents::Compound),
    ("xls", Contents::Compound),
    ("ppt", Contents::Compound),
    ("rtf", Contents::Rtf),
    ("txt", Contents::Text),
    ("csv", Contents::Text),
    ("ics", Contents::Text),
    ("mp3", Contents::Mp3),
    ("mp4", Contents::Mp4),
    ("m4a", Contents::Mp4),
];

/// The endings of what is published besides pictures.
pub fn endings() -> impl Iterator<Item = &'static str> {
    KINDS.into_iter().map(|(ending, _)| ending)
}

impl Contents {
    /// Whether a file with these contents can begin with these bytes, the first 1024 or all.
    pub(super) fn begins(self, first: &[u8]) -> bool {
        let with = |beginnings: &[&[u8]]| beginnings.iter().any(|beginning| first.starts_with(beginning));
        match self {
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
}
