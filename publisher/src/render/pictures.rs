//! Pictures for small screens: a large picture gets a second, smaller size.

use std::path::Path;

use anyhow::Context;
use image::imageops::FilterType;

/// The width of the smaller picture in pixels: a phone of 360 CSS pixels with a screen twice as fine.
pub const SMALL: u32 = 720;

/// Only a picture that is clearly wider is worth a second size.
const WORTH_IT: u32 = 960;

/// The width and height of a picture in pixels; none for what isn't a picture that browsers show.
///
/// An SVG says its size in `width` and `height`, or by the proportions of its `viewBox` (SVG 2 §8.2).
pub fn size(file: &Path) -> Option<(u32, u32)> {
    if !file.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("svg")) {
        let size = imagesize::size(file).ok()?;
        return Some((u32::try_from(size.width).ok()?, u32::try_from(size.height).ok()?));
    }
    let text = std::fs::read_to_string(file).ok()?;
    // Drawing programs still write a document type.
    let options = roxmltree::ParsingOptions { allow_dtd: true, ..roxmltree::ParsingOptions::default() };
    let document = roxmltree::Document::parse_with_options(&text, options).ok()?;
    let root = document.root_element();
    if root.tag_name().name() != "svg" {
        return None;
    }
    let pixels = |name: &str| -> Option<f64> {
        root.attribute(name)?.trim().trim_end_matches("px").parse().ok().filter(|length: &f64| *length >= 1.0)
    };
    let drawn = || -> Option<(f64, f64)> {
        let mut numbers =
            root.attribute("viewBox")?.split([' ', ',']).filter(|number| !number.is_empty()).skip(2);
        Some((numbers.next()?.parse().ok()?, numbers.next()?.parse().ok()?))
    };
    let (width, height) = pixels("width").zip(pixels("height")).or_else(drawn)?;
    let whole = |length: f64| {
        // A picture has fewer pixels than fit a u32; what says otherwise isn't one.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        (1.0..65_536.0).contains(&length).then(|| length.round() as u32)
    };
    Some((whole(width)?, whole(height)?))
}

/// The address of a picture's smaller size; none when it isn't worth one or can't be made smaller.
pub fn smaller_name(address: &str, width: u32) -> Option<String> {
    let (stem, ending) = address.rsplit_once('.')?;
    let known = ["jpg", "jpeg", "png"].iter().any(|known| known.eq_ignore_ascii_case(ending));
    (known && width >= WORTH_IT).then(|| format!("{stem}-{SMALL}.{ending}"))
}

/// Makes the smaller size of a picture: the bytes of the file, of the same type as the large one.
///
/// # Errors
/// A file that can't be read as the picture that its name says.
pub fn smaller(file: &Path) -> anyhow::Result<Vec<u8>> {
    let broken = || format!("The picture {} can't be made smaller", file.display());
    let picture = image::open(file).with_context(broken)?;
    let height = (u64::from(picture.height()) * u64::from(SMALL)).div_ceil(u64::from(picture.width().max(1)));
    let small =
        picture.resize_exact(SMALL, u32::try_from(height).unwrap_or(SMALL).max(1), FilterType::Triangle);
    let kind = image::ImageFormat::from_path(file).with_context(broken)?;
    let mut bytes = std::io::Cursor::new(Vec::new());
    small.write_to(&mut bytes, kind).with_context(broken)?;
    Ok(bytes.into_inner())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_svg_says_its_size_or_its_proportions() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("kuva.svg");
        let size_of = |text: &str| {
            std::fs::write(&file, text).unwrap();
            size(&file)
        };
        let svg = "xmlns=\"http://www.w3.org/2000/svg\"";
        assert_eq!(size_of(&format!("<svg {svg} width=\"40\" height=\"20px\"/>")), Some((40, 20)));
        assert_eq!(size_of(&format!("<svg {svg} width=\"100%\" viewBox=\"0 0 30.4,10\"/>")), Some((30, 10)));
        assert_eq!(size_of(&format!("<svg {svg}/>")), None);
        assert_eq!(size_of("<html/>"), None);
        assert_eq!(size_of("not even XML"), None);
    }

    #[test]
    fn only_a_large_photograph_gets_a_smaller_size() {
        assert_eq!(smaller_name("a/ranta.jpg", 2000).as_deref(), Some("a/ranta-720.jpg"));
        assert_eq!(smaller_name("a/ranta.jpg", 800), None);
        assert_eq!(smaller_name("a/ranta.svg", 2000), None);
    }
}
