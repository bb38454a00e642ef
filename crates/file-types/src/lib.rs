//! The types of files that a site has: one table for reading, checking, importing and publishing.
//!
//! A type is known by the extension of the file's name. [`FILE_TYPES`] is the table; [`FileType`] says what a
//! row holds. What follows from a type stands with the stage that needs it: how a picture is measured in
//! `pictures`, what a document has to begin with in `downloads`, which header goes with a file in `site`.
//!
//! # Examples
//!
//! ```
//! use file_types::{FileType, Role, content_type};
//!
//! let programme = FileType::of_name("hankkeet/Ohjelma.PDF").unwrap();
//! assert_eq!(programme.media_type, "application/pdf");
//! assert!(matches!(programme.role, Role::Document(_)));
//! assert_eq!(content_type("hankkeet/calendar.ics"), "text/calendar; charset=utf-8");
//! ```

/// A type of files, by the extension of their names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FileType {
    /// The extension in small letters, without its full stop, as "pdf".
    pub extension: &'static str,
    /// The media type without parameters (IANA, "Media Types").
    pub media_type: &'static str,
    /// What such files are for.
    pub role: Role,
    /// Whether such files hold text, or data that compress like text.
    pub is_compressible: bool,
}

/// What files of a type are for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// An editor's picture, which a page shows.
    Picture(PictureKind),
    /// An editor's document, which visitors download. The publisher writes calendars, too.
    Document(Contents),
    /// The document of a page.
    Page,
    /// A part of the application: script, style or program.
    Application,
    /// Data that the publisher writes beside the pages; no file of an editor has such an extension.
    Data,
}

/// The kinds of pictures that browsers show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PictureKind {
    /// Photographs.
    Jpeg,
    /// Drawings made of pixels.
    Png,
    /// Google's successor of both.
    Webp,
    /// Small animations.
    Gif,
    /// Photographs, smaller.
    Avif,
    /// Drawings made of lines.
    Svg,
}

/// What is in the file of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Contents {
    /// PDF (ISO 32000).
    Pdf,
    /// A ZIP archive: what today's office programs write is one as well.
    Zip,
    /// What office programs wrote before (Microsoft's *compound file*).
    Compound,
    /// Rich Text Format.
    Rtf,
    /// Letters, and nothing that a browser would run.
    Text,
    /// Sound.
    Mp3,
    /// Film, or sound in the same container.
    Mp4,
}

/// All types, in the order of the alphabet. A browser opens some types as documents of the site itself, with
/// programs in them; so the documents among these are a list of those that are known to be safe.
pub const FILE_TYPES: [FileType; 34] = [
    FileType::new("atom", "application/atom+xml", Role::Data).compressible(),
    FileType::new("avif", "image/avif", Role::Picture(PictureKind::Avif)),
    FileType::new("css", "text/css", Role::Application).compressible(),
    FileType::new("csv", "text/csv", Role::Document(Contents::Text)).compressible(),
    FileType::new("doc", "application/msword", Role::Document(Contents::Compound)),
    FileType::new(
        "docx",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        Role::Document(Contents::Zip),
    ),
    FileType::new("epub", "application/epub+zip", Role::Document(Contents::Zip)),
    FileType::new("gif", "image/gif", Role::Picture(PictureKind::Gif)),
    FileType::new("html", "text/html", Role::Page).compressible(),
    FileType::new("ics", "text/calendar", Role::Document(Contents::Text)).compressible(),
    FileType::new("jpeg", "image/jpeg", Role::Picture(PictureKind::Jpeg)),
    FileType::new("jpg", "image/jpeg", Role::Picture(PictureKind::Jpeg)),
    FileType::new("js", "text/javascript", Role::Application).compressible(),
    FileType::new("json", "application/json", Role::Data).compressible(),
    FileType::new("m4a", "audio/mp4", Role::Document(Contents::Mp4)),
    FileType::new("mp3", "audio/mpeg", Role::Document(Contents::Mp3)),
    FileType::new("mp4", "video/mp4", Role::Document(Contents::Mp4)),
    FileType::new("odp", "application/vnd.oasis.opendocument.presentation", Role::Document(Contents::Zip)),
    FileType::new("ods", "application/vnd.oasis.opendocument.spreadsheet", Role::Document(Contents::Zip)),
    FileType::new("odt", "application/vnd.oasis.opendocument.text", Role::Document(Contents::Zip)),
    FileType::new("pdf", "application/pdf", Role::Document(Contents::Pdf)),
    FileType::new("png", "image/png", Role::Picture(PictureKind::Png)),
    FileType::new("ppt", "application/vnd.ms-powerpoint", Role::Document(Contents::Compound)),
    FileType::new(
        "pptx",
        "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        Role::Document(Contents::Zip),
    ),
    FileType::new("rtf", "application/rtf", Role::Document(Contents::Rtf)).compressible(),
    FileType::new("svg", "image/svg+xml", Role::Picture(PictureKind::Svg)).compressible(),
    FileType::new("txt", "text/plain", Role::Document(Contents::Text)).compressible(),
    FileType::new("wasm", "application/wasm", Role::Application).compressible(),
    FileType::new("webmanifest", "application/manifest+json", Role::Data).compressible(),
    FileType::new("webp", "image/webp", Role::Picture(PictureKind::Webp)),
    FileType::new("xls", "application/vnd.ms-excel", Role::Document(Contents::Compound)),
    FileType::new(
        "xlsx",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        Role::Document(Contents::Zip),
    ),
    FileType::new("xml", "application/xml", Role::Data).compressible(),
    FileType::new("zip", "application/zip", Role::Document(Contents::Zip)),
];

/// The media type of a file without a known extension (RFC 2046 §4.5.1).
pub const UNKNOWN: &str = "application/octet-stream";

impl FileType {
    const fn new(extension: &'static str, media_type: &'static str, role: Role) -> FileType {
        FileType { extension, media_type, role, is_compressible: false }
    }

    const fn compressible(self) -> FileType {
        FileType { is_compressible: true, ..self }
    }

    /// The type with an extension in small letters, as "pdf".
    pub fn of_extension(extension: &str) -> Option<FileType> {
        FILE_TYPES.into_iter().find(|known| known.extension == extension)
    }

    /// The type of a file by its name or path; capital letters in the extension make no difference.
    pub fn of_name(name: &str) -> Option<FileType> {
        let last = name.rsplit('/').next().unwrap_or(name);
        let (_, extension) = last.rsplit_once('.')?;
        FileType::of_extension(&extension.to_ascii_lowercase())
    }

    /// Whether files of the type are text: sent in UTF-8, with their charset.
    pub fn is_text(self) -> bool {
        self.media_type.starts_with("text/")
    }

    /// The value of `Content-Type` for such files: the media type, with the charset of text (RFC 9110 §8.3).
    pub fn content_type(self) -> String {
        let charset = if self.is_text() { "; charset=utf-8" } else { "" };
        format!("{}{charset}", self.media_type)
    }

    /// The contents of a document that visitors download; none for files of another role.
    pub const fn document(self) -> Option<Contents> {
        match self.role {
            Role::Document(contents) => Some(contents),
            _ => None,
        }
    }

    /// The kind of picture, where it is one.
    pub const fn picture(self) -> Option<PictureKind> {
        match self.role {
            Role::Picture(kind) => Some(kind),
            _ => None,
        }
    }
}

impl PictureKind {
    /// The kind of files with this extension, in small or capital letters.
    pub fn of_extension(extension: &str) -> Option<PictureKind> {
        FileType::of_extension(&extension.to_ascii_lowercase())?.picture()
    }

    /// The extension that files of the kind are given.
    pub const fn extension(self) -> &'static str {
        match self {
            PictureKind::Jpeg => "jpg",
            PictureKind::Png => "png",
            PictureKind::Webp => "webp",
            PictureKind::Gif => "gif",
            PictureKind::Avif => "avif",
            PictureKind::Svg => "svg",
        }
    }
}

/// The value of `Content-Type` for a file, by its name or path.
pub fn content_type(name: &str) -> String {
    FileType::of_name(name).map_or_else(|| UNKNOWN.to_owned(), FileType::content_type)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_type_stands_once_in_the_order_of_the_alphabet() {
        assert!(FILE_TYPES.is_sorted_by(|one, other| one.extension < other.extension));
        for known in FILE_TYPES {
            let is_written_small =
                known.extension.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit());
            assert!(is_written_small, "{}", known.extension);
        }
    }

    #[test]
    fn text_says_its_charset_and_what_is_unknown_is_bytes() {
        for (name, expected) in [
            ("a/index.html", "text/html; charset=utf-8"),
            ("a/calendar.ics", "text/calendar; charset=utf-8"),
            ("A.PDF", "application/pdf"),
            ("search.index/fi", UNKNOWN),
            ("a.b/c", UNKNOWN),
            ("a.pdfx", UNKNOWN),
        ] {
            assert_eq!(content_type(name), expected, "{name}");
        }
    }

    #[test]
    fn what_is_sent_as_text_is_compressible_and_compressed_formats_are_not() {
        for known in FILE_TYPES {
            let is_compressed = match known.role {
                Role::Picture(kind) => kind != PictureKind::Svg,
                Role::Document(contents) => !matches!(contents, Contents::Text | Contents::Rtf),
                Role::Page | Role::Application | Role::Data => false,
            };
            assert_eq!(known.is_compressible, !is_compressed, "{}", known.extension);
            assert!(!known.is_text() || known.is_compressible, "{}", known.extension);
        }
    }

    #[test]
    fn pictures_have_a_media_type_of_images_and_nothing_else_has() {
        for known in FILE_TYPES {
            assert_eq!(
                known.picture().is_some(),
                known.media_type.starts_with("image/"),
                "{}",
                known.extension
            );
            if let Some(kind) = known.picture() {
                assert_eq!(PictureKind::of_extension(kind.extension()), Some(kind));
            }
        }
    }

    #[test]
    fn the_server_of_the_browser_tests_sends_the_same_types() {
        let server = include_str!("../../../tests/browser/serve.mjs");
        let (_, table) = server.split_once("export const TYPES = {\n").unwrap();
        let (rows, _) = table.split_once("\n};").unwrap();
        for row in rows.lines() {
            let (extension, sent) = row.trim().trim_end_matches(',').split_once(": ").unwrap();
            let name = extension.trim_matches('"');
            assert_eq!(sent.trim_matches('"'), content_type(name), "{name}");
        }
        assert!(rows.lines().count() >= 10);
    }
}
