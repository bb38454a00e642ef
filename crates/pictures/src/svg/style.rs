//! What a style sheet, a `style` attribute or a presentation attribute of a drawing may load: parts of the same drawing, and
//! pictures and fonts that are written out within it.

/// Pictures of pixels, which hold nothing but pixels.
pub(super) const PICTURES: [&str; 6] =
    ["image/png", "image/jpeg", "image/jpg", "image/gif", "image/webp", "image/avif"];

const FONTS: [&str; 9] = [
    "font/woff2",
    "font/woff",
    "font/ttf",
    "font/otf",
    "application/font-woff",
    "application/font-woff2",
    "application/x-font-woff",
    "application/x-font-ttf",
    "application/x-font-opentype",
];

/// What can name a file without `url(` (CSS Cascade 5 §5, CSS Images 4, CSS Values 4 §4.5).
const LOADING: [&str; 4] = ["@import", "image-set(", "image(", "src("];

/// What a style sheet loads from elsewhere, as it is written; or an escape, with which all of it can be written in other
/// letters (CSS Syntax 3 §4.3.7).
pub(super) fn loads(style: &str) -> Option<String> {
    if style.contains('\\') {
        return Some("\\".to_owned());
    }
    let lower = style.to_ascii_lowercase();
    LOADING
        .iter()
        .find(|word| lower.contains(*word))
        .map(|word| (*word).to_owned())
        .or_else(|| foreign_url(&lower))
}

/// The same of the value of any attribute: some of them are style as well.
pub(super) fn value_loads(value: &str) -> bool {
    value.contains('(') && loads(value).is_some()
}

/// The first `url(…)` in small letters that leads out of the drawing.
fn foreign_url(style: &str) -> Option<String> {
    style.match_indices("url(").find_map(|(place, name)| {
        let address = style[place + name.len()..].trim_start().trim_start_matches(['"', '\'']);
        let is_own = address.starts_with('#') || is_data(address, &PICTURES) || is_data(address, &FONTS);
        (!is_own).then(|| style[place..].chars().take_while(|c| *c != ')').chain([')']).collect())
    })
}

/// Whether an address in small letters is a file of one of these types, written out (RFC 2397).
pub(super) fn is_data(address: &str, types: &[&str]) -> bool {
    let Some(rest) = address.trim_start().strip_prefix("data:") else { return false };
    types.iter().any(|known| rest.strip_prefix(known).is_some_and(|rest| rest.starts_with([';', ','])))
}
