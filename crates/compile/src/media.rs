//! Pictures, and how files are found and addressed.

use std::path::PathBuf;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use page::{Figure, PagePath};

use super::{
    context::Context,
    follow::has_calendar,
    markdown::{check_plain, inlines},
};
use content::{
    fault::{Fault, Faults, Place, finding::MediaFinding},
    file_names::{LONGEST, device_in, folded, not_on_windows, too_long_in},
    own_files::{CALENDAR, own_file},
    read::{
        assets::{Asset, LARGEST, Use},
        shape::nearest,
    },
    source::{KindSource, Located, block::FigureSource, text::is_blank},
};
use pictures::{NotShown, Picture, PictureKind, svg::Active};

/// A picture with its size; one that can't be shown becomes a fault.
pub(super) fn figure(context: Context<'_>, source: &FigureSource, faults: &mut Faults) -> Option<Figure> {
    let caption = source.caption.as_ref().map(|caption| inlines(context, caption, faults));
    let alternative = alternative(context, source, faults);
    let (address, asset) = find(context, &source.image, faults)?;
    let place = context.file.place(source.image.span.clone());
    let picture = match &asset.facts.picture {
        Ok(picture) => *picture,
        Err(reason) => {
            faults.add(Fault::new(not_shown(&source.image.value, reason), place));
            return None;
        }
    };
    context.take(&address, Use::Shown, place);
    let Picture { width, height, .. } = picture;
    let smaller = pictures::smaller_address(&address, picture, |other| context.site.assets.has_alike(other));
    let smaller =
        smaller.map(|smaller| format!("{} {}w, {} {width}w", url(&smaller), pictures::SMALL, url(&address)));
    Some(Figure {
        source: url(&address),
        smaller,
        width,
        height,
        alternative,
        caption: caption.unwrap_or_default(),
    })
}

/// Why a picture isn't shown, as a finding.
pub(super) fn not_shown(named: &str, reason: &NotShown) -> MediaFinding {
    let named = named.to_owned();
    match reason {
        NotShown::NoPicture => MediaFinding::NoPicture { named },
        NotShown::NoSize => MediaFinding::NoSize { named },
        NotShown::Misnamed(kind) => {
            let stem = named.rsplit_once('.').map_or(named.as_str(), |(stem, _)| stem);
            MediaFinding::Misnamed { better: format!("{stem}.{}", kind.extension()), named }
        }
        NotShown::Damaged | NotShown::TooLarge => MediaFinding::Broken { named },
        NotShown::Active(Active { part, line }) => {
            MediaFinding::Active { named, part: part.clone(), line: *line }
        }
    }
}

/// The address of a file as it stands in a URL, from the root of the site on.
///
/// What isn't a letter, a digit or one of `-._~` is percent-encoded (RFC 3986 §2.1), so that a name may hold
/// spaces, `#` and `?`, and so that neither a space nor a comma ends an address in `srcset`.
pub(super) fn url(address: &str) -> String {
    format!("/{}", utf8_percent_encode(address, NOT_IN_A_PATH))
}

/// All but the unreserved signs (RFC 3986 §2.3) and the slash.
const NOT_IN_A_PATH: &AsciiSet =
    &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~').remove(b'/');

/// What the picture shows, or nothing for one that says nothing of its own (WCAG 1.1.1).
fn alternative(context: Context<'_>, source: &FigureSource, faults: &mut Faults) -> String {
    let Some(alt) = &source.alt else {
        if !source.decorative {
            let place = context.file.place(source.image.span.clone());
            faults.add(Fault::new(MediaFinding::AltMissing, place));
        }
        return String::new();
    };
    check_plain(context.file, alt, faults);
    let place = || context.file.place(alt.span.clone());
    let text = alt.value.trim();
    if is_blank(text) {
        faults.add(Fault::new(MediaFinding::AltEmpty, place()));
    } else if is_file_name(text, &source.image.value) {
        faults.add(Fault::new(MediaFinding::AltFileName, place()));
    } else if source.decorative {
        faults.add(Fault::new(MediaFinding::AltDecorative, place()));
    }
    text.to_owned()
}

/// Whether an alternative text is the name of a file: of any picture, or of this one.
pub fn is_file_name(alt: &str, image: &str) -> bool {
    let like_a_file = alt
        .rsplit_once('.')
        .is_some_and(|(name, ending)| !name.contains(' ') && PictureKind::of_extension(ending).is_some());
    let name = image.rsplit('/').next().unwrap_or_default();
    like_a_file || alt.eq_ignore_ascii_case(name.split('.').next().unwrap_or_default())
}

/// The file that a page names, with its address.
pub(super) fn find<'s>(
    context: Context<'s>,
    named: &Located<String>,
    faults: &mut Faults,
) -> Option<(String, &'s Asset)> {
    let place = || context.file.place(named.span.clone());
    let Some(address) = resolve(context, &named.value) else {
        faults.add(Fault::new(MediaFinding::Outside { named: named.value.clone() }, place()));
        return None;
    };
    let Some(asset) = context.site.assets.get(&address) else {
        faults.add(missing(context, &address, place()));
        return None;
    };
    if let Some(file) = of_publication(context, &address) {
        faults.add(Fault::new(MediaFinding::OfPublication { file }, place()));
    }
    if let Some(name) = device_in(&address) {
        faults.add(Fault::new(MediaFinding::OfDevice { name: name.to_owned() }, place()));
    }
    if let Some((name, character)) = not_on_windows(&address) {
        faults.add(Fault::new(MediaFinding::NotOnWindows { name: name.to_owned(), character }, place()));
    }
    if let Some(name) = too_long_in(&address) {
        let name = name.to_owned();
        faults.add(Fault::new(MediaFinding::TooLong { name, most: LONGEST }, place()));
    }
    if let Some(other) = alike(context, &address, asset) {
        faults.add(Fault::new(MediaFinding::Alike { files: [asset.file.clone(), other] }, place()));
    }
    if let Some(other) = &asset.other {
        let files = [asset.file.clone(), other.clone()];
        faults.add(Fault::new(MediaFinding::Twice { address: address.clone(), files }, place()));
    }
    if asset.bytes > LARGEST {
        let (megabytes, most) = (asset.bytes / 1_000_000, LARGEST / 1_000_000);
        faults.add(Fault::new(MediaFinding::TooLarge { megabytes, most }, place()));
        // Nobody reads it into memory.
        return None;
    }
    Some((address, asset))
}

/// The file or folder of the publication in whose place a picture or document would stand. A calendar of an
/// editor is that where the publication writes one: at the beginning of a language, and beside an event or a
/// call, also where it was before.
fn of_publication(context: Context<'_>, address: &str) -> Option<String> {
    let file = own_file(address)?;
    let folder = address.strip_suffix(CALENDAR).filter(|_| file == address);
    let Some(folder) = folder.and_then(|folder| PagePath::parse(&format!("/{folder}")).ok()) else {
        return Some(file);
    };
    let site = context.site;
    let at = site.old_addresses.get(&folder).copied().unwrap_or(&folder);
    let page = site.pages.get(at);
    let writes = page.is_some_and(|page| matches!(page.source.kind, KindSource::Front) || has_calendar(page));
    writes.then_some(file)
}

/// A file of the content that on some systems would stand in the place of a picture or document, or in a
/// folder that is written otherwise.
fn alike(context: Context<'_>, address: &str, asset: &Asset) -> Option<PathBuf> {
    if asset.alike.is_some() {
        return asset.alike.clone();
    }
    let folders = address.match_indices('/').map(|(end, _)| &address[..end]);
    // The folders of pages have small letters only.
    let page = |folder: &str| {
        let path = PagePath::parse(&format!("/{}", folded(folder))).ok()?;
        context.site.pages.get(&path).map(|page| page.text.path.clone())
    };
    folders.filter(|folder| folded(folder) != **folder).find_map(page)
}

fn missing(context: Context<'_>, address: &str, place: Place) -> Fault {
    let nearest = nearest(address, context.site.assets.addresses()).map(str::to_owned);
    Fault::new(MediaFinding::Missing { address: address.to_owned(), nearest }, place)
}

/// The address of a file that a page names: relative to the folder of the page's own file.
fn resolve(context: Context<'_>, named: &str) -> Option<String> {
    if named.contains('\\') || named.contains(':') {
        return None;
    }
    let mut names: Vec<&str> = match named.strip_prefix('/') {
        Some(_) => Vec::new(),
        None => {
            let mut own: Vec<&str> = context.file.path.segments().collect();
            // hankkeet.json lies beside the folder hankkeet, hankkeet/index.json in it.
            if !context.file.text.path.ends_with("index.json") {
                own.pop();
            }
            own
        }
    };
    for name in named.split('/') {
        match name {
            "" | "." => {}
            ".." => return None,
            name => names.push(name),
        }
    }
    Some(names.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_becomes_a_url_that_leads_to_it() {
        assert_eq!(url("hankkeet/ohjelma-1.2_a~b.pdf"), "/hankkeet/ohjelma-1.2_a~b.pdf");
        assert_eq!(url("Ohjelma 2026.pdf"), "/Ohjelma%202026.pdf");
        assert_eq!(url("a#b?c,d%20.png"), "/a%23b%3Fc%2Cd%2520.png");
        assert_eq!(url("pöytä\n\"<.png"), "/p%C3%B6yt%C3%A4%0A%22%3C.png");
    }
}
