//! The smaller size of a picture, for small screens.

use std::io::Cursor;

use image::{
    ColorType, DynamicImage, ImageDecoder, ImageEncoder, ImageError, ImageFormat, ImageReader, ImageResult,
    codecs::jpeg::JpegEncoder,
    error::{LimitError, LimitErrorKind},
    imageops::FilterType,
};

use super::{memory::MEMORY, orientation::is_on_its_side, png_chunks};

/// The width of the smaller picture in pixels: a phone of 360 CSS pixels with a screen twice as fine.
pub const SMALL: u32 = 720;

/// Makes the smaller size of a picture: the bytes of the file, of the same kind as the large one and with the same
/// colours. It is turned upright, because what the camera said of it isn't carried over. Where it would be heavier than the
/// large one, as of a drawing in black and white whose edges become grey, it is the large one.
///
/// # Errors
/// Bytes that can't be read as a picture, or that has too many pixels: by its head, before any is decoded.
pub fn smaller(bytes: &[u8]) -> ImageResult<Vec<u8>> {
    let made = made_smaller(bytes)?;
    Ok(if made.len() < bytes.len() { made } else { bytes.to_vec() })
}

pub(super) fn made_smaller(bytes: &[u8]) -> ImageResult<Vec<u8>> {
    // A profile of a PNG goes over as it is, and a few bytes of it could become gigabytes.
    let plain = png_chunks::without_profile(bytes);
    let reader = ImageReader::new(Cursor::new(plain)).with_guessed_format()?;
    let kind = reader.format().unwrap_or(ImageFormat::Jpeg);
    let mut decoder = reader.into_decoder()?;
    let orientation = decoder.orientation()?;
    let size = smaller_size(decoder.dimensions(), is_on_its_side(orientation));
    let needed = memory(kind, decoder.total_bytes(), decoder.dimensions(), size);
    let Some(_memory) = MEMORY.take(needed) else {
        return Err(ImageError::Limits(LimitError::from_kind(LimitErrorKind::InsufficientMemory)));
    };
    let profile = decoder.icc_profile()?.filter(|profile| is_of(profile, decoder.color_type()));
    let large = DynamicImage::from_decoder(decoder)?;
    let mut small = large.resize_exact(size.0, size.1, FilterType::Triangle);
    drop(large);
    // Turned when it is small: turning takes as much memory again.
    small.apply_orientation(orientation);
    let mut made = Vec::new();
    if kind == ImageFormat::Jpeg {
        let mut encoder = JpegEncoder::new(&mut made);
        if let Some(profile) = profile {
            encoder.set_icc_profile(profile).map_err(ImageError::Unsupported)?;
        }
        small.write_with_encoder(encoder)?;
        return Ok(made);
    }
    small.write_to(&mut Cursor::new(&mut made), kind)?;
    Ok(png_chunks::with_colours_of(&made, bytes))
}

/// The width and height of the smaller size before it is turned upright: its width is [`SMALL`] once it is.
fn smaller_size((width, height): (u32, u32), on_its_side: bool) -> (u32, u32) {
    let in_proportion = |of: u32, to: u32| {
        let length = (u64::from(of) * u64::from(SMALL)).div_ceil(u64::from(to.max(1)));
        u32::try_from(length).unwrap_or(u32::MAX).max(1)
    };
    if on_its_side { (in_proportion(width, height), SMALL) } else { (SMALL, in_proportion(height, width)) }
}

/// How many bytes it takes at most to make a picture smaller.
fn memory(kind: ImageFormat, decoded: u64, large: (u32, u32), small: (u32, u32)) -> u64 {
    // A progressive JPEG is decoded as a whole in two bytes a sample before it becomes one byte a sample.
    let decoding = if kind == ImageFormat::Jpeg { decoded.saturating_mul(3) } else { decoded };
    // It is made lower first and then narrower, in four numbers of four bytes a pixel.
    let pixels = |width: u32, height: u32| u64::from(width).saturating_mul(u64::from(height));
    let lower = pixels(large.0, small.1).saturating_mul(16);
    decoding.saturating_add(lower).saturating_add(pixels(small.0, small.1).saturating_mul(16))
}

/// Whether a profile is for the colours of a decoded picture (ICC.1 §7.2.6): printing inks have become red, green and blue.
fn is_of(profile: &[u8], colours: ColorType) -> bool {
    let wanted: &[u8] = if colours.has_color() { b"RGB " } else { b"GRAY" };
    profile.get(16..20) == Some(wanted)
}
