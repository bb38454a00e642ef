//! Pictures: what a file shows and how large, and a second, smaller size of it for small screens.

use std::{
    fs::File,
    io::{BufReader, Cursor},
    path::Path,
};

use image::{
    DynamicImage, ImageDecoder, ImageReader, ImageResult, imageops::FilterType, metadata::Orientation,
};
use imagesize::{Compression, ImageType};

use super::svg;

/// A picture as browsers show it: turned as the camera says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Picture {
    /// Its kind, by what is in the file.
    pub kind: PictureKind,
    /// The width in pixels.
    pub width: u32,
    /// The height in pixels.
    pub height: u32,
}

/// The kinds of pictures that browsers show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PictureKind {
    /// Photographs.
    Jpeg,
    /// Drawings made of pixels.
    Png,
    /// Google's successor of both.
    Webp,
    /// Small animations.
    Gif,
    /// Photographs, smaller.
    Avif,
    /// Drawings made of lines.
    Svg,
}

/// Why a file can't be shown as a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotShown {
    /// It is none, or none that browsers show.
    NoPicture,
    /// It is one, but not of the kind that its name says: hosts tell browsers the kind by the name.
    Misnamed(PictureKind),
    /// Its end is missing.
    Damaged,
    /// It is a drawing that can run a program where it is opened.
    Script,
}

/// The width of the smaller picture in pixels: a phone of 360 CSS pixels with a screen twice as fine.
pub const SMALL: u32 = 720;

/// Only a picture that is clearly wider is worth a second size.
const WORTH_IT: u32 = 960;

impl PictureKind {
    /// The kind that a name's ending says.
    pub fn of_ending(ending: &str) -> Option<PictureKind> {
        Some(match ending.to_ascii_lowercase().as_str() {
            "jpg" | "jpeg" => PictureKind::Jpeg,
            "png" => PictureKind::Png,
            "webp" => PictureKind::Webp,
            "gif" => PictureKind::Gif,
            "avif" => PictureKind::Avif,
            "svg" => PictureKind::Svg,
            _ => return None,
        })
    }

    /// The ending of its files' names.
    pub const fn ending(self) -> &'static str {
        match self {
            PictureKind::Jpeg => "jpg",
            PictureKind::Png => "png",
            PictureKind::Webp => "webp",
            PictureKind::Gif => "gif",
            PictureKind::Avif => "avif",
            PictureKind::Svg => "svg",
        }
    }
}

/// What a file shows.
///
/// # Errors
/// Why it can't be shown.
pub fn look_at(file: &Path) -> Result<Picture, NotShown> {
    let named = file.extension().and_then(|ending| PictureKind::of_ending(&ending.to_string_lossy()));
    if named == Some(PictureKind::Svg) {
        let (width, height) = svg::size(file)?;
        return Ok(Picture { kind: PictureKind::Svg, width, height });
    }
    let kind = kind(file).ok_or(NotShown::NoPicture)?;
    if named != Some(kind) {
        return Err(NotShown::Misnamed(kind));
    }
    let size = imagesize::size(file).map_err(|_| NotShown::NoPicture)?;
    let pixels = |length: usize| u32::try_from(length).map_err(|_| NotShown::NoPicture);
    let (width, height) = (pixels(size.width)?, pixels(size.height)?);
    if !can_be_made_smaller(kind) {
        return Ok(Picture { kind, width, height });
    }
    let bytes = std::fs::read(file).map_err(|_| NotShown::NoPicture)?;
    if !is_whole(kind, &bytes) {
        return Err(NotShown::Damaged);
    }
    let (width, height) = if is_on_its_side(orientation(&bytes)) { (height, width) } else { (width, height) };
    Ok(Picture { kind, width, height })
}

/// The kind of a picture by its first bytes.
fn kind(file: &Path) -> Option<PictureKind> {
    Some(match imagesize::reader_type(BufReader::new(File::open(file).ok()?)).ok()? {
        ImageType::Jpeg => PictureKind::Jpeg,
        ImageType::Png => PictureKind::Png,
        ImageType::Webp => PictureKind::Webp,
        ImageType::Gif => PictureKind::Gif,
        ImageType::Heif(Compression::Av1) => PictureKind::Avif,
        _ => return None,
    })
}

/// Whether a picture goes on to its end; of one that doesn't, decoders make up the rest.
fn is_whole(kind: PictureKind, bytes: &[u8]) -> bool {
    let has = |bytes: &[u8], end: &[u8]| bytes.windows(end.len()).any(|window| window == end);
    match kind {
        // The end of a preview within the head doesn't count (ITU-T T.81 §B.1.1.3).
        PictureKind::Jpeg => has(scan(bytes), b"\xFF\xD9"),
        _ => has(bytes, b"IEND"),
    }
}

/// The rest of a JPEG from its first scan on, behind the segments of its head.
fn scan(mut jpeg: &[u8]) -> &[u8] {
    jpeg = jpeg.get(2..).unwrap_or_default();
    while let [0xff, marker, high, low, ..] = *jpeg {
        if marker == 0xda {
            return jpeg;
        }
        // A marker may have any number of bytes 0xff in front.
        let length = if marker == 0xff { 1 } else { 2 + usize::from(u16::from_be_bytes([high, low])) };
        jpeg = jpeg.get(length..).unwrap_or_default();
    }
    jpeg
}

/// How the camera was held; browsers turn the picture by it (CSS Images 3, `image-orientation`). A picture that can't
/// be read that far stays as it is.
fn orientation(bytes: &[u8]) -> Orientation {
    let reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format();
    let read = || reader.ok()?.into_decoder().ok()?.orientation().ok();
    read().unwrap_or(Orientation::NoTransforms)
}

const fn is_on_its_side(orientation: Orientation) -> bool {
    matches!(
        orientation,
        Orientation::Rotate90
            | Orientation::Rotate270
            | Orientation::Rotate90FlipH
            | Orientation::Rotate270FlipH
    )
}

const fn can_be_made_smaller(kind: PictureKind) -> bool {
    matches!(kind, PictureKind::Jpeg | PictureKind::Png)
}

/// The address of a picture's smaller size; none when it isn't worth one or can't be made smaller.
///
/// A file of the editor's that has this address keeps it: the smaller size steps aside. No two pictures get the same
/// one, for what is added to a name can be told from its end.
pub fn smaller_address(address: &str, picture: Picture, is_taken: impl Fn(&str) -> bool) -> Option<String> {
    if !can_be_made_smaller(picture.kind) || picture.width < WORTH_IT {
        return None;
    }
    let (stem, ending) = address.rsplit_once('.')?;
    let mut stem = format!("{stem}-{SMALL}");
    while is_taken(&format!("{stem}.{ending}")) {
        stem.push('_');
    }
    Some(format!("{stem}.{ending}"))
}

/// Makes the smaller size of a picture: the bytes of the file, of the same kind as the large one. It is turned
/// upright, because what the camera said of it isn't carried over.
///
/// # Errors
/// A file that can't be read as a picture, or that has too many pixels (more than half a gigabyte of them).
pub fn smaller(file: &Path) -> ImageResult<Vec<u8>> {
    let reader = ImageReader::open(file)?.with_guessed_format()?;
    let kind = reader.format();
    let mut decoder = reader.into_decoder()?;
    let orientation = decoder.orientation()?;
    let mut picture = DynamicImage::from_decoder(decoder)?;
    picture.apply_orientation(orientation);
    let height = (u64::from(picture.height()) * u64::from(SMALL)).div_ceil(u64::from(picture.width().max(1)));
    let small =
        picture.resize_exact(SMALL, u32::try_from(height).unwrap_or(SMALL).max(1), FilterType::Triangle);
    let mut bytes = Cursor::new(Vec::new());
    small.write_to(&mut bytes, kind.unwrap_or(image::ImageFormat::Jpeg))?;
    Ok(bytes.into_inner())
}

#[cfg(test)]
mod tests {
    use super::*;

    const LARGE: Picture = Picture { kind: PictureKind::Jpeg, width: 2000, height: 1000 };

    #[test]
    fn only_a_large_photograph_gets_a_smaller_size() {
        let free = |_: &str| false;
        assert_eq!(smaller_address("a/ranta.jpg", LARGE, free).as_deref(), Some("a/ranta-720.jpg"));
        assert_eq!(smaller_address("a/ranta.jpg", Picture { width: 800, ..LARGE }, free), None);
        assert_eq!(smaller_address("a/ranta.svg", Picture { kind: PictureKind::Svg, ..LARGE }, free), None);
    }

    #[test]
    fn a_smaller_size_takes_no_address_of_another_picture() {
        let files = ["a.jpg", "a-720.jpg", "a-720-720.jpg", "a-720_.jpg"];
        let is_taken = |address: &str| files.contains(&address);
        let mut all: Vec<String> = files.map(str::to_owned).to_vec();
        all.extend(files.iter().filter_map(|file| smaller_address(file, LARGE, is_taken)));
        all.sort();
        let number = all.len();
        all.dedup();
        assert_eq!((number, all.len()), (8, 8), "{all:?}");
    }

    /// A JPEG of 1200 × 1000 pixels, its left half black, with what a camera says of how it was held.
    fn photograph(orientation: u8) -> Vec<u8> {
        let picture =
            image::RgbImage::from_fn(1200, 1000, |x, _| image::Rgb([if x < 600 { 0 } else { 255 }; 3]));
        let mut bytes = Cursor::new(Vec::new());
        picture.write_to(&mut bytes, image::ImageFormat::Jpeg).unwrap();
        let bytes = bytes.into_inner();
        // One entry of type SHORT: Orientation, 0x0112 (Exif 2.32 §4.6.4).
        let exif = [
            b"Exif\0\0MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0".as_slice(),
            &[orientation],
            b"\0\0\0\0\0\0",
        ]
        .concat();
        let length = u16::try_from(exif.len() + 2).unwrap().to_be_bytes();
        [&bytes[..2], &[0xff, 0xe1], &length, &exif, &bytes[2..]].concat()
    }

    #[test]
    fn a_photograph_is_as_large_as_it_is_shown_and_its_smaller_size_stands_upright() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("ranta.jpg");
        for (held, size, small) in [(1, (1200, 1000), (720, 600)), (6, (1000, 1200), (720, 864))] {
            std::fs::write(&file, photograph(held)).unwrap();
            let picture = look_at(&file).unwrap();
            assert_eq!((picture.width, picture.height), size, "held as {held}");
            let made = image::load_from_memory(&smaller(&file).unwrap()).unwrap().to_luma8();
            assert_eq!(made.dimensions(), small, "held as {held}");
            // Held as 6, the picture's left side is its upper one.
            let (at, across) = if held == 1 { ((100, 300), (600, 300)) } else { ((360, 100), (360, 700)) };
            assert!(made.get_pixel(at.0, at.1).0[0] < 50, "held as {held}");
            assert!(made.get_pixel(across.0, across.1).0[0] > 200, "held as {held}");
        }
    }

    #[test]
    fn a_picture_is_what_is_in_the_file_and_its_name_has_to_say_so() {
        let folder = tempfile::tempdir().unwrap();
        let look = |name: &str, bytes: &[u8]| {
            let file = folder.path().join(name);
            std::fs::write(&file, bytes).unwrap();
            look_at(&file)
        };
        let jpeg = photograph(1);
        assert!(look("a.JPEG", &jpeg).is_ok());
        assert_eq!(look("a.png", &jpeg), Err(NotShown::Misnamed(PictureKind::Jpeg)));
        assert_eq!(look("a.html", &jpeg), Err(NotShown::Misnamed(PictureKind::Jpeg)));
        assert_eq!(look("a.jpg", b"BM"), Err(NotShown::NoPicture));
        assert_eq!(look("a.tiff", b"II*\0\x08\0\0\0\0\0\0\0"), Err(NotShown::NoPicture));
    }

    #[test]
    fn a_picture_without_its_end_is_damaged() {
        let folder = tempfile::tempdir().unwrap();
        let look = |name: &str, bytes: &[u8]| {
            let file = folder.path().join(name);
            std::fs::write(&file, bytes).unwrap();
            look_at(&file)
        };
        let whole = photograph(1);
        assert!(look("a.jpg", &whole).is_ok());
        for part in [whole.len() / 4, whole.len() / 2, whole.len() - 2] {
            assert_eq!(look("a.jpg", &whole[..part]), Err(NotShown::Damaged), "{part} bytes");
        }
        // What a phone adds behind the end, and a preview in front, change nothing.
        assert!(look("a.jpg", &[&whole[..], b"film"].concat()).is_ok());
        let preview = [&whole[..2], b"\xFF\xE1\x00\x04\xFF\xD9", &whole[2..whole.len() - 2]].concat();
        assert_eq!(look("a.jpg", &preview), Err(NotShown::Damaged));
        let mut png = Cursor::new(Vec::new());
        image::RgbImage::new(9, 9).write_to(&mut png, image::ImageFormat::Png).unwrap();
        assert!(look("a.png", png.get_ref()).is_ok());
        assert_eq!(look("a.png", &png.get_ref()[..png.get_ref().len() - 8]), Err(NotShown::Damaged));
    }

    #[test]
    fn what_only_begins_like_a_picture_cannot_be_made_smaller() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("a.png");
        let mut png = Cursor::new(Vec::new());
        image::RgbImage::new(1000, 9).write_to(&mut png, image::ImageFormat::Png).unwrap();
        let mut png = png.into_inner();
        // Into the compressed pixels.
        for byte in &mut png[45..60] {
            *byte ^= 0xff;
        }
        std::fs::write(&file, png).unwrap();
        assert!(look_at(&file).is_ok());
        assert!(smaller(&file).is_err());
    }
}
