//! Pictures for small screens: a large picture gets a second, smaller size.

use std::path::Path;

use anyhow::Context;
use image::imageops::FilterType;

/// The width of the smaller picture in pixels: a phone of 360 CSS pixels with a screen twice as fine.
pub const SMALL: u32 = 720;

/// Only a picture that is clearly wider is worth a second size.
const WORTH_IT: u32 = 960;

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
