//! What can be downloaded, with its kind, its size and its language.

use page::{Href, Inline, Language, ListItem};
use views::messages::Messages;

use super::{
    context::Context,
    document_language::{of_tag, said},
    markdown::{check_language_tag, check_link_words, check_plain},
    media,
    terms::Terms,
};
use content::{
    fault::{
        Fault, Faults,
        finding::{MediaFinding, PageFinding},
    },
    read::assets::{Asset, Use},
    source::DocumentSource,
};
use downloads::{NotPublished, Unusable};
use pictures::PictureKind;

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
    if let Some(finding) = refused(&source.file.value, asset) {
        faults.add(Fault::new(finding, place));
        return None;
    }
    let kind = asset.extension();
    // One that can't be read is named when it is copied.
    let known = asset.facts.document.unwrap_or_default();
    if let Some(unusable) = known.unusable {
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
    let of_file = known.language.filter(|_| source.language.is_none());
    let language = of_file.map(|language| language.tag().to_owned()).or(written);
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

/// Why a file isn't published as a document, by the name that the editor wrote.
fn refused(named: &str, asset: &Asset) -> Option<MediaFinding> {
    let named = named.to_owned();
    let ending = asset.extension();
    if PictureKind::of_extension(&ending).is_some() {
        return asset.facts.picture.as_ref().err().map(|reason| media::not_shown(&named, reason));
    }
    asset.facts.document.err().map(|reason| match reason {
        NotPublished::UnknownKind => MediaFinding::NoDocument { named, ending },
        NotPublished::OtherContents => MediaFinding::OtherContents { named, kind: ending.to_uppercase() },
    })
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
}
