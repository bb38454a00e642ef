//! What a style sheet, a `style` attribute or a presentation attribute of a drawing may load: parts of the
//! same drawing, and pictures and fonts that are written out within it.

use file_types::{FILE_TYPES, PictureKind};

/// A name of JPEG that some programs write.
const ALSO_JPEG: &str = "image/jpg";

const FONTS: [&str; 15] = [
    "font/woff2",
    "font/woff",
    "font/ttf",
    "font/otf",
    "font/truetype",
    "font/opentype",
    "application/font-woff",
    "application/font-woff2",
    "application/font-sfnt",
    "application/x-font-woff",
    "application/x-font-ttf",
    "application/x-font-otf",
    "application/x-font-truetype",
    "application/x-font-opentype",
    "application/vnd.ms-fontobject",
];

/// What can name a file without `url(` (CSS Cascade 5 §5, CSS Images 4, CSS Values 4 §4.5), or bring in the
/// value of an attribute that isn't checked (CSS Values 5 §7.7).
const LOADING: [&str; 5] = ["@import", "image-set(", "image(", "src(", "attr("];

/// The function or rule by which a style sheet loads another file, as its author wrote it.
///
/// A name may be written with escapes, so the text is searched as it is written and as its escapes read.
pub(super) fn loads(style: &str) -> Option<String> {
    let written = style.to_ascii_lowercase();
    loads_as_written(&written).or_else(|| {
        let escaped = written.contains('\\').then(|| without_escapes(&written).to_ascii_lowercase());
        escaped.and_then(|read| loads_as_written(&read))
    })
}

/// The same of the value of any attribute: some of them are style as well.
pub(super) fn value_loads(value: &str) -> bool {
    value.contains('(') && loads(value).is_some()
}

/// The resources that a text in small letters and without escapes loads.
fn loads_as_written(style: &str) -> Option<String> {
    let word = LOADING.iter().find(|word| {
        // "#image(1)" is the address of a part and not a function.
        let is_part = |place: usize| word.ends_with('(') && style[..place].ends_with('#');
        style.match_indices(**word).any(|(place, _)| !is_part(place))
    });
    word.map(|word| (*word).to_owned()).or_else(|| foreign_url(style))
}

/// A text with its escapes read (CSS Syntax 3 §4.3.7), line breaks made alike before (§3.3). A backslash that
/// isn't the beginning of an escape stands before the end of a line or of a comment: no escape begins at the
/// next character, so each escape is found.
fn without_escapes(style: &str) -> String {
    let style = style.replace("\r\n", "\n");
    let (mut read, mut rest) = (String::with_capacity(style.len()), style.as_str());
    while let Some((before, behind)) = rest.split_once('\\') {
        read.push_str(before);
        let digits = behind.bytes().take(6).take_while(u8::is_ascii_hexdigit).count();
        let (escaped, behind) = behind.split_at(digits);
        rest = match u32::from_str_radix(escaped, 16) {
            Ok(number) => {
                read.push(
                    char::from_u32(number)
                        .filter(|letter| *letter != '\0')
                        .unwrap_or(char::REPLACEMENT_CHARACTER),
                );
                behind.strip_prefix([' ', '\t', '\n', '\r', '\u{c}']).unwrap_or(behind)
            }
            Err(_) => {
                let mut letters = behind.chars();
                read.extend(letters.next());
                letters.as_str()
            }
        };
    }
    read + rest
}

/// The first `url(…)` in small letters that leads out of the drawing.
fn foreign_url(style: &str) -> Option<String> {
    style.match_indices("url(").find_map(|(place, name)| {
        let address = style[place + name.len()..].trim_start().trim_start_matches(['"', '\'']);
        let is_own = address.starts_with('#') || is_data_of_pixels(address) || is_data(address, &FONTS);
        (!is_own).then(|| style[place..].chars().take_while(|c| *c != ')').chain([')']).collect())
    })
}

/// Whether an address in small letters is a picture of pixels, which holds nothing but pixels, written out.
pub(super) fn is_data_of_pixels(address: &str) -> bool {
    let is_of_pixels = |kind: PictureKind| kind != PictureKind::Svg;
    let of_pixels = FILE_TYPES.into_iter().filter(|known| known.picture().is_some_and(is_of_pixels));
    is_data(address, &[ALSO_JPEG]) || of_pixels.into_iter().any(|known| is_data(address, &[known.media_type]))
}

/// Whether an address in small letters is a file of one of these types, written out (RFC 2397).
fn is_data(address: &str, types: &[&str]) -> bool {
    let Some(rest) = address.trim_start().strip_prefix("data:") else { return false };
    types.iter().any(|known| rest.strip_prefix(known).is_some_and(|rest| rest.starts_with([';', ','])))
}
