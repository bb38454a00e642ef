//! Pictures and documents: found, measured, and said in the page's language.

use application::{
    messages::Messages,
    page::{Figure, Href, Inline, Language, ListItem},
};

use super::{Context, languages::in_language, markdown::inlines};
use crate::{
    fault::{Fault, Faults, Place},
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
        let message = format!("“{}” isn't a picture that a browser shows", source.image.value);
        let fault = Fault::new("asset.picture", place, message, "not a picture");
        faults.add(fault.with_help("use a file of the type JPEG, PNG, WebP, GIF, AVIF or SVG"));
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
            let message = "The picture has no alternative text (WCAG 1.1.1)";
            let fault = Fault::new("picture.alt-missing", place, message, "what does it show?");
            faults.add(fault.with_help(
                "say in \"alt\" what the picture shows; if it says nothing of its own, write \"decorative\": true",
            ));
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
        let fault = Fault::new("picture.alt-missing", place(), "The alternative text is empty", "empty");
        faults.add(fault.with_help("say what the picture shows, or write \"decorative\": true instead"));
    } else if like_a_file || text.eq_ignore_ascii_case(stem.split('.').next().unwrap_or_default()) {
        let fault = Fault::new(
            "picture.alt-file-name",
            place(),
            "The alternative text is the name of a file",
            "a file name",
        );
        faults.add(fault.with_help("say what the picture shows, as you would on the telephone"));
    } else if source.decorative {
        let message = "A picture that only decorates has no alternative text";
        let fault = Fault::new("picture.alt-decorative", place(), message, "one or the other");
        faults.add(fault.with_help("remove \"decorative\", or \"alt\""));
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
            let message = format!("“{}” isn't a language that the site speaks", tag.value);
            let fault = Fault::new("language.unknown", place, message, "unknown");
            faults.add(fault.with_help("write “fi”, “sv” or “en”"));
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
        let message = format!("“{}” leaves the content folder", named.value);
        let fault = Fault::new("asset.outside", place(), message, "not within the content");
        faults.add(fault.with_help("copy the file beside this page and write its name alone"));
        return None;
    };
    let Some(asset) = context.site.assets.get(&address) else {
        faults.add(missing(context, &address, place()));
        return None;
    };
    if asset.bytes > LARGEST {
        let megabytes = asset.bytes / 1_000_000;
        let message = format!("The file is too large for a visitor's connection: {megabytes} MB");
        let fault = Fault::new("asset.too-large", place(), message, "too large");
        faults.add(fault.with_help(format!("make it smaller than {} MB", LARGEST / 1_000_000)));
    }
    Some((address, asset))
}

fn missing(context: Context<'_>, address: &str, place: Place) -> Fault {
    let message = format!("There is no file “{address}” in the content folder");
    let fault = Fault::new("asset.missing", place, message, "no such file");
    match nearest(address, context.site.assets.addresses()) {
        Some(near) => fault.with_help(format!("did you mean “/{near}”?")),
        None => fault.with_help("copy the file beside this page and write its name"),
    }
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
