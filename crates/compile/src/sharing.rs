//! The picture that stands for a page where its address is shared: in a chat, on a social network (ogp.me).

use page::{Block, Language, Page};

use super::{context::Context, media};
use content::{
    fault::{Fault, Faults, finding::MediaFinding},
    read::assets::{Asset, Use},
    source::{Located, SiteSource, site::SharingPictureSource, text::is_blank},
};
use file_types::{FileType, PictureKind};
use pictures::NotShown;

/// A picture with its absolute address: who reads it isn't on the site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SharingPicture {
    /// The address, as "https://www.example.fi/kuvat/seutu.jpg".
    pub address: String,
    /// The width in pixels.
    pub width: u32,
    /// The height in pixels.
    pub height: u32,
    /// What it shows, in the page's language.
    pub alternative: String,
}

/// Facebook takes no smaller picture, in pixels (developers.facebook.com, "Images in Link Shares").
const SMALLEST: u32 = 200;

/// The first figure of a page that says something and can be shared.
pub(super) fn of_page(page: &Page, address: &str) -> Option<SharingPicture> {
    page.blocks.iter().find_map(|block| match block {
        Block::Figure(figure)
            if !figure.alternative.is_empty()
                && is_readable(&figure.source)
                && is_large_enough(figure.width, figure.height) =>
        {
            Some(SharingPicture {
                address: format!("{address}{}", figure.source),
                width: figure.width,
                height: figure.height,
                alternative: figure.alternative.clone(),
            })
        }
        _ => None,
    })
}

/// The site's own picture, in each of its languages; one that can't be shared becomes a fault.
///
/// The context's file is `site.json`.
pub(super) fn of_site(
    context: Context<'_>,
    source: &SiteSource,
    faults: &mut Faults,
) -> Vec<(Language, SharingPicture)> {
    let Some(picture) = &source.sharing_picture else { return Vec::new() };
    let Some((address, asset)) = media::find(context, &picture.image, faults) else { return Vec::new() };
    let languages: Vec<Language> = source.languages.iter().map(|language| language.value).collect();
    check_alternatives(context, picture, &languages, faults);
    let Some((width, height)) = size(context, &picture.image, asset, faults) else { return Vec::new() };
    let place = context.file.place(picture.image.span.clone());
    context.site.assets.take(&address, Use::AsItIs, Some(place));
    languages
        .into_iter()
        .filter_map(|language| {
            let alternative = picture.alt.get(language)?.value.clone();
            let address = format!("{}{}", source.address.value, media::url(&address));
            Some((language, SharingPicture { address, width, height, alternative }))
        })
        .collect()
}

fn check_alternatives(
    context: Context<'_>,
    picture: &SharingPictureSource,
    languages: &[Language],
    faults: &mut Faults,
) {
    let says_nothing =
        |language: &&Language| picture.alt.get(**language).is_none_or(|text| is_blank(&text.value));
    let missing: Vec<Language> = languages.iter().filter(says_nothing).copied().collect();
    if !missing.is_empty() {
        let place = context.file.place(picture.image.span.clone());
        faults.add(Fault::new(MediaFinding::AltMissingIn { languages: missing }, place));
    }
}

fn size(
    context: Context<'_>,
    named: &Located<String>,
    asset: &Asset,
    faults: &mut Faults,
) -> Option<(u32, u32)> {
    let finding = match &asset.facts.picture {
        Err(reason @ (NotShown::Misnamed(_) | NotShown::Damaged | NotShown::TooLarge)) => {
            media::not_shown(&named.value, reason)
        }
        Ok(picture) if is_readable(&named.value) => {
            let (width, height) = (picture.width, picture.height);
            if is_large_enough(width, height) {
                return Some((width, height));
            }
            MediaFinding::TooFewPixels { width, height }
        }
        _ => MediaFinding::NotShared { named: named.value.clone() },
    };
    let place = context.file.place(named.span.clone());
    faults.add(Fault::new(finding, place));
    None
}

/// Whether the services that show shared pages can read a picture, by its name: neither drawings nor AVIF.
fn is_readable(file: &str) -> bool {
    let kind = FileType::of_name(file).and_then(FileType::picture);
    kind.is_some_and(|kind| !matches!(kind, PictureKind::Svg | PictureKind::Avif))
}

fn is_large_enough(width: u32, height: u32) -> bool {
    width >= SMALLEST && height >= SMALLEST
}
