//! What can be downloaded: its kind, its size and its language, read from the file.

use page::{Href, Inline, Language, ListItem};
use views::messages::Messages;

use super::{
    Context,
    document_language::{of_tag, said},
    markdown::{check_language_tag, check_link_words, check_plain},
    media, office, pdf,
    terms::Terms,
    whole::{self, Unusable},
};
use content::{
    fault::{
        Fault, Faults,
        finding::{MediaFinding, PageFinding},
    },
    read::assets::Use,
    source::DocumentSource,
};
use pictures::{NotShown, PictureKind};

/// What is in a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Contents {
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

/// The endings of what is published besides pictures, and what has to be in the file. A browser opens some kinds of files
/// as documents of the site itself, with programs in them; so this is a list of those that are known to be safe.
const KINDS: [(&str, Contents); 19] = [
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

/// A document as an item of a list: "Ohjelma (PDF, 1,2 Mt, ruotsiksi)".
pub(super) fn document(
    context: Context<'_>,
    source: &DocumentSource,
    faults: &mut Faults,
) -> Option<ListItem> {
    let written = source.language.as_ref().and_then(|tag| {
        let known = of_tag(&tag.value);
        if known.is_none() {
            let place = context.file.place(tag.span.clone());
            faults.add(Fault::new(PageFinding::DocumentLanguage { tag: tag.value.clone() }, place));
        }
        known
    });
    let (address, asset) = media::find(context, &source.file, faults)?;
    let place = context.file.place(source.file.span.clone());
    // One that can't be read is named when it is copied.
    let bytes = context.site.assets.read(asset).ok();
    if let Some(finding) = refused(&source.file.value, &asset.ending(), bytes.as_deref()) {
        faults.add(Fault::new(finding, place));
        return None;
    }
    let kind = asset.ending();
    if let Some(unusable) = bytes.as_ref().and_then(|bytes| unusable(&kind, bytes)) {
        let named = source.file.value.clone();
        let finding = match unusable {
            Unusable::Cut => MediaFinding::Cut { named },
            Unusable::Protected => MediaFinding::Protected { named },
        };
        faults.add(Fault::new(finding, place.clone()));
    }
    context.take(&address, Use::AsItIs, place);
    let words = Messages::of(context.file.language);
    let size = size(asset.bytes, words.decimal_separator, context.file.language);
    let mut about = format!(" ({}, {size}", kind.to_uppercase());
    let of_file = || bytes.as_ref().filter(|_| kind == "pdf").and_then(|bytes| pdf::language(bytes));
    let of_file = || of_file().map(|language| language.tag().to_owned());
    let language = source.language.is_none().then(of_file).flatten().or(written);
    if let Some(said) = language.and_then(|language| said(context.file.language, &language)) {
        about.push_str(", ");
        about.push_str(&said);
    }
    about.push(')');
    let url = media::url(&address);
    check_plain(context.file, &source.title, faults);
    check_link_words(&source.title.value, &url, context.file.place(source.title.span.clone()), faults);
    let title = vec![Inline::Text(source.title.value.clone())];
    // A document in another language may well have a title in that of the page.
    let title_language =
        source.title_language.as_ref().filter(|tag| tag.value != context.file.language.tag());
    let text = match title_language {
        Some(tag) => {
            check_language_tag(&tag.value, context.file.place(tag.span.clone()), faults);
            vec![Inline::Foreign(tag.value.clone(), title)]
        }
        None => title,
    };
    // Percent-encoded, a name is always a target.
    let to = Href::parse(&url).ok()?;
    Some(ListItem { text: vec![Inline::Link { to, text }, Inline::Text(about)], list: None })
}

/// Why a file isn't published as a document, by the name that the editor wrote, the ending of the file's name, and its bytes where
/// they can be read.
fn refused(named: &str, ending: &str, bytes: Option<&[u8]>) -> Option<MediaFinding> {
    let named = named.to_owned();
    if PictureKind::of_ending(ending).is_some() {
        let picture = bytes.ok_or(NotShown::NoPicture).and_then(|bytes| pictures::look_at(ending, bytes));
        return picture.err().map(|reason| media::not_shown(&named, reason));
    }
    let Some((_, contents)) = KINDS.iter().find(|(known, _)| *known == ending) else {
        return Some(MediaFinding::NoDocument { named, ending: ending.to_owned() });
    };
    let bytes = bytes?;
    let begins =
        contents.begins(&bytes[..bytes.len().min(1024)]) || office::is_encrypted_package(ending, bytes);
    let fits = begins && !office::is_of_other_kind(ending, bytes);
    (!fits).then(|| MediaFinding::OtherContents { named, kind: ending.to_uppercase() })
}

/// Why readers may not be able to open a document; none for a kind that isn't looked into.
fn unusable(ending: &str, bytes: &[u8]) -> Option<Unusable> {
    let (_, contents) = KINDS.iter().find(|(known, _)| *known == ending)?;
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

impl Contents {
    /// Whether a file with these contents can begin with these bytes, the first 1024 or all.
    fn begins(self, first: &[u8]) -> bool {
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

/// 12 kt, 1,2 Mt: thousands of bytes, as operating systems say it to people.
fn size(bytes: u64, separator: char, language: Language) -> String {
    let Terms { kilobytes, megabytes, .. } = Terms::of(language);
    if bytes < 1_000_000 {
        return format!("{} {kilobytes}", bytes.div_ceil(1000));
    }
    let tenths = (bytes + 50_000) / 100_000;
    format!("{}{separator}{} {megabytes}", tenths / 10, tenths % 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_size_is_said_as_each_language_says_it() {
        assert_eq!(size(1, ',', Language::Fi), "1 kt");
        assert_eq!(size(120_400, ',', Language::Fi), "121 kt");
        assert_eq!(size(1_249_999, ',', Language::Fi), "1,2 Mt");
        assert_eq!(size(12_000_000, '.', Language::En), "12.0 MB");
    }

    #[test]
    fn a_document_is_what_its_name_says() {
        let refused = |name: &str, bytes: &[u8]| {
            let ending = name.rsplit('.').next().unwrap().to_lowercase();
            refused(name, &ending, Some(bytes)).is_some()
        };
        let sound: [(&str, &[u8]); 6] = [
            ("a.pdf", b"%PDF-1.7"),
            ("A.PDF", b"\n%PDF-1.7"),
            ("a.docx", b"PK\x03\x04"),
            ("a.txt", "pöytä".as_bytes()),
            ("a.csv", b"\xFF\xFEa\0"),
            ("a.mp4", b"\0\0\0\x18ftypmp42"),
        ];
        for (name, bytes) in sound {
            assert!(!refused(name, bytes), "{name}");
        }
        let other: [(&str, &[u8]); 8] = [
            ("a.pdf", b"PK\x03\x04"),
            ("a.pdf", b"<html>"),
            ("a.docx", b"%PDF-1.7"),
            ("a.txt", b"\x7fELF\0"),
            ("a.html", b"<p>a</p>"),
            ("a.xhtml", b"<p>a</p>"),
            ("a.js", b"a"),
            ("a.png", b"<svg/>"),
        ];
        for (name, bytes) in other {
            assert!(refused(name, bytes), "{name}");
        }
    }
}
