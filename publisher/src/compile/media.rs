//! Pictures and documents: found, measured, and said in the page's language.

use application::{
    messages::Messages,
    page::{Figure, Href, Inline, Language, ListItem},
};

use super::{
    Context,
    languages::in_language,
    markdown::{check_link_words, inlines},
};
use crate::{
    fault::{
        Fault, Faults, Place,
        finding::{MediaFinding, PageFinding},
    },
    read::{
        assets::{Asset, LARGEST},
        shape::nearest,
    },
    render::pictures,
    source::{DocumentSource, Located, block::FigureSource},
};

/// A picture with its size; one that can't be shown becomes a fault.
pub(super) fn figure(context: Context<'_>, source: &FigureSource, faults: &mut Faults) -> Option<Figure> {
    let caption = source.caption.as_ref().map(|caption| inlines(context, caption, faults));
    let alternative = alternative(context, source, faults);
    let (address, asset) = find(context, &source.image, faults)?;
    let place = context.file.place(source.image.span.clone());
    let Some((width, height)) = pictures::size(&asset.file) else {
        faults.add(Fault::new(MediaFinding::NoPicture { named: source.image.value.clone() }, place));
        return None;
    };
    let smaller = pictures::smaller_name(&address, width)
        .map(|name| format!("/{name} {}w, /{address} {width}w", pictures::SMALL));
    context.take(&address);
    Some(Figure {
        source: format!("/{address}"),
        smaller,
        width,
        height,
        alternative,
        caption: caption.unwrap_or_default(),
    })
}

/// What the picture shows, or nothing for one that says nothing of its own (WCAG 1.1.1).
fn alternative(context: Context<'_>, source: &FigureSource, faults: &mut Faults) -> String {
    let Some(alt) = &source.alt else {
        if !source.decorative {
            let place = context.file.place(source.image.span.clone());
            faults.add(Fault::new(MediaFinding::AltMissing, place));
        }
        return String::new();
    };
    let place = || context.file.place(alt.span.clone());
    let text = alt.value.trim();
    let stem = source.image.value.rsplit('/').next().unwrap_or_default();
    let like_a_file = text.rsplit_once('.').is_some_and(|(name, ending)| {
        !name.contains(' ') && PICTURE_ENDINGS.iter().any(|known| known.eq_ignore_ascii_case(ending))
    });
    if text.is_empty() {
        faults.add(Fault::new(MediaFinding::AltEmpty, place()));
    } else if like_a_file || text.eq_ignore_ascii_case(stem.split('.').next().unwrap_or_default()) {
        faults.add(Fault::new(MediaFinding::AltFileName, place()));
    } else if source.decorative {
        faults.add(Fault::new(MediaFinding::AltDecorative, place()));
    }
    text.to_owned()
}

const PICTURE_ENDINGS: [&str; 7] = ["jpg", "jpeg", "png", "gif", "webp", "avif", "svg"];

/// A document as an item of a list: "Ohjelma (PDF, 1,2 Mt, ruotsiksi)".
pub(super) fn document(
    context: Context<'_>,
    source: &DocumentSource,
    faults: &mut Faults,
) -> Option<ListItem> {
    let language = source.language.as_ref().and_then(|tag| {
        let known = Language::from_tag(&tag.value);
        if known.is_none() {
            let place = context.file.place(tag.span.clone());
            faults.add(Fault::new(PageFinding::DocumentLanguage { tag: tag.value.clone() }, place));
        }
        known
    });
    let (address, asset) = find(context, &source.file, faults)?;
    let kind =
        asset.file.extension().map(|ending| ending.to_string_lossy().to_uppercase()).unwrap_or_default();
    let words = Messages::of(context.file.language);
    let mut about =
        format!(" ({kind}, {}", size(asset.bytes, words.decimal_separator, context.file.language));
    let foreign = language.filter(|language| *language != context.file.language);
    if let Some(foreign) = foreign {
        about.push_str(", ");
        about.push_str(in_language(context.file.language, foreign));
    }
    about.push(')');
    context.take(&address);
    let place = context.file.place(source.title.span.clone());
    check_link_words(&source.title.value, &format!("/{address}"), place, faults);
    let title = vec![Inline::Text(source.title.value.clone())];
    let text = match foreign {
        Some(foreign) => vec![Inline::Foreign(foreign.tag().to_owned(), title)],
        None => title,
    };
    let to = Href::parse(&format!("/{address}")).ok()?;
    Some(ListItem { text: vec![Inline::Link { to, text }, Inline::Text(about)], list: None })
}

/// 12 kt, 1,2 Mt: thousands of bytes, as operating systems say it to people.
fn size(bytes: u64, separator: char, language: Language) -> String {
    let (kilo, mega) = if language == Language::Fi { ("kt", "Mt") } else { ("kB", "MB") };
    if bytes < 1_000_000 {
        return format!("{} {kilo}", bytes.div_ceil(1000));
    }
    let tenths = (bytes + 50_000) / 100_000;
    format!("{}{separator}{} {mega}", tenths / 10, tenths % 10)
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
    if asset.bytes > LARGEST {
        let (megabytes, most) = (asset.bytes / 1_000_000, LARGEST / 1_000_000);
        faults.add(Fault::new(MediaFinding::TooLarge { megabytes, most }, place()));
    }
    Some((address, asset))
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
    fn a_size_is_said_as_each_language_says_it() {
        assert_eq!(size(1, ',', Language::Fi), "1 kt");
        assert_eq!(size(120_400, ',', Language::Fi), "121 kt");
        assert_eq!(size(1_249_999, ',', Language::Fi), "1,2 Mt");
        assert_eq!(size(12_000_000, '.', Language::En), "12.0 MB");
    }
}
