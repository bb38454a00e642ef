//! How large a drawing is.

use roxmltree::Node;

/// The width and height of a drawing in pixels: said in `width` and `height`, or by the proportions of its
/// `viewBox` (SVG 2 §8.2).
pub(super) fn of(root: Node<'_, '_>) -> Option<(u32, u32)> {
    let said = |name: &str| root.attribute(name).and_then(pixels);
    let drawn = root.attribute("viewBox").and_then(proportions);
    let (width, height) = match (said("width"), said("height"), drawn) {
        (Some(width), Some(height), _) => (width, height),
        // One of both, and the other in proportion.
        (Some(width), None, Some((across, down))) => (width, width * down / across),
        (None, Some(height), Some((across, down))) => (height * across / down, height),
        (None, None, Some(drawn)) => drawn,
        _ => return None,
    };
    Some((whole(width)?, whole(height)?))
}

/// A length in pixels (CSS Values 4 §6). A share of what is around it is none; letters have the size of a
/// browser's.
fn pixels(length: &str) -> Option<f64> {
    const PER_INCH: f64 = 96.0;
    const LETTER: f64 = 16.0;
    let length = length.trim();
    let number = length.trim_end_matches(|c: char| c.is_ascii_alphabetic() || c == '%');
    let unit = &length[number.len()..];
    let pixels = match unit.to_ascii_lowercase().as_str() {
        "" | "px" => 1.0,
        "pt" => PER_INCH / 72.0,
        "pc" => PER_INCH / 6.0,
        "in" => PER_INCH,
        "cm" => PER_INCH / 2.54,
        "mm" => PER_INCH / 25.4,
        "q" => PER_INCH / 101.6,
        "em" | "rem" => LETTER,
        "ex" => LETTER / 2.0,
        _ => return None,
    };
    let number: f64 = number.parse().ok()?;
    (number.is_finite() && number > 0.0).then_some(number * pixels)
}

/// The width and height of what is drawn, in units of its own.
fn proportions(view_box: &str) -> Option<(f64, f64)> {
    let numbers = view_box.split(|c: char| c.is_whitespace() || c == ',').filter(|number| !number.is_empty());
    let numbers: Vec<f64> = numbers.map(|number| number.parse().ok()).collect::<Option<_>>()?;
    match numbers[..] {
        [_, _, width, height] if width > 0.0 && height > 0.0 => Some((width, height)),
        _ => None,
    }
}

/// A picture has at least one pixel, and fewer than fit a u16; what says otherwise isn't one.
fn whole(length: f64) -> Option<u32> {
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    (0.5..65_535.5).contains(&length).then(|| length.round() as u32)
}
