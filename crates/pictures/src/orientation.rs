//! How the camera was held.

use std::io::Cursor;

use image::{ImageDecoder, ImageReader, metadata::Orientation};

use super::png_chunks;

/// How the camera was held; browsers turn the picture by it (CSS Images 3, `image-orientation`). A picture
/// that can't be read that far stays as it is.
pub(super) fn orientation(bytes: &[u8]) -> Orientation {
    let bytes = png_chunks::without_profile(bytes);
    let reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format();
    let read = || reader.ok()?.into_decoder().ok()?.orientation().ok();
    read().unwrap_or(Orientation::NoTransforms)
}

pub(super) const fn is_on_its_side(orientation: Orientation) -> bool {
    matches!(
        orientation,
        Orientation::Rotate90
            | Orientation::Rotate270
            | Orientation::Rotate90FlipH
            | Orientation::Rotate270FlipH
    )
}
