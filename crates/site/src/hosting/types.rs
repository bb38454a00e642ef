//! Which sort a file is, by the ending of its name (IANA, "Media Types"); all text is UTF-8.

/// Endings and media types; hosts know some of them, and not all of them the same ones.
pub const TYPES: [(&str, &str); 34] = [
    ("atom", "application/atom+xml"),
    ("avif", "image/avif"),
    ("css", "text/css"),
    ("csv", "text/csv"),
    ("doc", "application/msword"),
    ("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    ("epub", "application/epub+zip"),
    ("gif", "image/gif"),
    ("html", "text/html"),
    ("ics", "text/calendar"),
    ("jpeg", "image/jpeg"),
    ("jpg", "image/jpeg"),
    ("js", "text/javascript"),
    ("json", "application/json"),
    ("m4a", "audio/mp4"),
    ("mp3", "audio/mpeg"),
    ("mp4", "video/mp4"),
    ("odp", "application/vnd.oasis.opendocument.presentation"),
    ("ods", "application/vnd.oasis.opendocument.spreadsheet"),
    ("odt", "application/vnd.oasis.opendocument.text"),
    ("pdf", "application/pdf"),
    ("png", "image/png"),
    ("ppt", "application/vnd.ms-powerpoint"),
    ("pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
    ("rtf", "application/rtf"),
    ("svg", "image/svg+xml"),
    ("txt", "text/plain"),
    ("wasm", "application/wasm"),
    ("webmanifest", "application/manifest+json"),
    ("webp", "image/webp"),
    ("xls", "application/vnd.ms-excel"),
    ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ("xml", "application/xml"),
    ("zip", "application/zip"),
];

/// What has no known ending.
pub const OTHER: &str = "application/octet-stream";

/// The media type of a file, with its charset where it is text.
pub fn of(name: &str) -> String {
    let last = name.rsplit('/').next().unwrap_or(name);
    let ending = last.rsplit_once('.').map_or("", |(_, ending)| ending);
    let found = TYPES.iter().find(|(known, _)| known.eq_ignore_ascii_case(ending));
    match found.map_or(OTHER, |(_, media_type)| media_type) {
        text if text.starts_with("text/") => format!("{text}; charset=utf-8"),
        other => other.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::write::compress::is_text;

    const PICTURES: [&str; 7] = ["jpg", "jpeg", "png", "webp", "gif", "avif", "svg"];

    #[test]
    fn text_says_its_charset_and_what_is_unknown_is_bytes() {
        assert_eq!(of("a/index.html"), "text/html; charset=utf-8");
        assert_eq!(of("a/calendar.ics"), "text/calendar; charset=utf-8");
        assert_eq!(of("A.PDF"), "application/pdf");
        assert_eq!(of("search.index/fi"), OTHER);
        assert_eq!(of("a.b/c"), OTHER);
    }

    #[test]
    fn whatever_an_editor_may_publish_has_a_type() {
        for ending in downloads::kinds::endings().chain(PICTURES) {
            assert_ne!(of(&format!("a.{ending}")), OTHER, "{ending}");
        }
        for ending in PICTURES {
            assert!(of(&format!("a.{ending}")).starts_with("image/"), "{ending}");
        }
    }

    #[test]
    fn whatever_is_sent_as_text_has_compressed_copies() {
        for (ending, media_type) in TYPES {
            assert!(!media_type.starts_with("text/") || is_text(&format!("a.{ending}")), "{ending}");
        }
    }

    #[test]
    fn the_endings_stand_in_their_order_each_once() {
        assert!(TYPES.is_sorted_by(|one, other| one.0 < other.0));
    }
}
