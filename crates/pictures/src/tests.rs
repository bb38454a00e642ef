//! Pictures as cameras and programs write them, whole and damaged.

use std::io::Cursor;

use super::*;

const LARGE: Picture =
    Picture { kind: PictureKind::Jpeg, width: 2000, height: 1000, is_animated: false, is_in_inks: false };

#[test]
fn only_a_large_photograph_gets_a_smaller_size() {
    let free = |_: &str| false;
    assert_eq!(smaller_address("a/ranta.jpg", LARGE, free).as_deref(), Some("a/ranta-720.jpg"));
    assert_eq!(smaller_address("a/ranta.jpg", Picture { width: 800, ..LARGE }, free), None);
    assert_eq!(smaller_address("a/ranta.svg", Picture { kind: PictureKind::Svg, ..LARGE }, free), None);
    assert_eq!(smaller_address("a/ranta.png", Picture { is_animated: true, ..LARGE }, free), None);
    assert_eq!(smaller_address("a/ranta.jpg", Picture { is_in_inks: true, ..LARGE }, free), None);
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
    let picture = image::RgbImage::from_fn(1200, 1000, |x, _| image::Rgb([if x < 600 { 0 } else { 255 }; 3]));
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
    for (held, size, small) in [(1, (1200, 1000), (720, 600)), (6, (1000, 1200), (720, 864))] {
        let file = photograph(held);
        let picture = look_at("jpg", &file).unwrap();
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
    let jpeg = photograph(1);
    assert!(look_at("JPEG", &jpeg).is_ok());
    assert_eq!(look_at("png", &jpeg), Err(NotShown::Misnamed(PictureKind::Jpeg)));
    assert_eq!(look_at("html", &jpeg), Err(NotShown::Misnamed(PictureKind::Jpeg)));
    assert_eq!(look_at("jpg", b"BM"), Err(NotShown::NoPicture));
    assert_eq!(look_at("tiff", b"II*\0\x08\0\0\0\0\0\0\0"), Err(NotShown::NoPicture));
}

#[test]
fn a_picture_without_its_end_is_damaged() {
    let whole = photograph(1);
    assert!(look_at("jpg", &whole).is_ok());
    for part in [whole.len() / 4, whole.len() / 2, whole.len() - 2] {
        assert_eq!(look_at("jpg", &whole[..part]), Err(NotShown::Damaged), "{part} bytes");
    }
    // What a phone adds behind the end, and a preview in front, change nothing.
    assert!(look_at("jpg", &[&whole[..], b"film"].concat()).is_ok());
    let preview = [&whole[..2], b"\xFF\xE1\x00\x04\xFF\xD9", &whole[2..whole.len() - 2]].concat();
    assert_eq!(look_at("jpg", &preview), Err(NotShown::Damaged));
    let mut png = Cursor::new(Vec::new());
    image::RgbImage::new(9, 9).write_to(&mut png, image::ImageFormat::Png).unwrap();
    assert!(look_at("png", png.get_ref()).is_ok());
    assert_eq!(look_at("png", &png.get_ref()[..png.get_ref().len() - 8]), Err(NotShown::Damaged));
}

/// A GIF of two frames by its blocks (GIF89a), each picture with a table of two colours.
fn gif() -> Vec<u8> {
    let picture = b"\x2C\0\0\0\0\x04\0\x02\0\x80\0\0\0\xFF\xFF\xFF\x02\x03\x84\x8F\x05\0";
    let [head, extension] = [&b"GIF89a\x04\0\x02\0\x80\0\0\0\0\0\xFF\xFF\xFF"[..], b"\x21\xF9\x04\0\0\0\0\0"];
    [head, extension, picture, extension, picture, b"\x3B"].concat()
}

/// A WebP without loss of 4 × 2 pixels, as far as its head goes (RFC 9649 §3.4).
fn webp() -> Vec<u8> {
    let pixels = [&[0x2F, 3, 0x40, 0, 0][..], &[7; 9]].concat();
    let size = |length: usize| u32::try_from(length).unwrap().to_le_bytes();
    [b"RIFF", &size(pixels.len() + 12)[..], b"WEBPVP8L", &size(pixels.len()), &pixels].concat()
}

/// An AVIF of 4 × 2 pixels, as far as its boxes go (ISO/IEC 23008-12 §6.5.3).
fn avif() -> Vec<u8> {
    let one = |name: &[u8; 4], inside: &[u8]| {
        [&u32::try_from(inside.len() + 8).unwrap().to_be_bytes()[..], name, inside].concat()
    };
    let size = one(b"ispe", &[0, 0, 0, 0, 0, 0, 0, 4, 0, 0, 0, 2]);
    let meta = one(b"meta", &[&[0; 4][..], &one(b"iprp", &one(b"ipco", &size))].concat());
    [one(b"ftyp", b"avif\0\0\0\0avifmif1"), meta, one(b"mdat", &[7; 20])].concat()
}

#[test]
fn pictures_of_other_kinds_without_their_end_are_damaged() {
    for (extension, whole, cuts) in [
        ("gif", gif(), &[20, 30, 40, 54, 78][..]),
        ("webp", webp(), &[26, 30, 31]),
        ("avif", avif(), &[80, 90]),
    ] {
        let picture = look_at(extension, &whole).unwrap();
        assert_eq!((picture.width, picture.height), (4, 2), "{extension}");
        // What a program adds behind the end changes nothing.
        assert!(look_at(extension, &[&whole[..], b"TAG: a"].concat()).is_ok(), "{extension}");
        for cut in cuts.iter().copied().chain([whole.len() - 2]).filter(|cut| *cut < whole.len()) {
            assert_eq!(
                look_at(extension, &whole[..cut]),
                Err(NotShown::Damaged),
                "{extension} of {cut} bytes"
            );
        }
    }
    // The last byte of a GIF and one that fills a WebP are left out by some programs.
    for (extension, whole) in [("gif", gif()), ("webp", webp())] {
        assert!(look_at(extension, &whole[..whole.len() - 1]).is_ok(), "{extension}");
    }
}

#[test]
fn a_head_alone_is_no_picture() {
    let sized = |mut bytes: Vec<u8>, at: usize, size: &[u8]| {
        bytes[at..at + size.len()].copy_from_slice(size);
        bytes
    };
    let mut png = Cursor::new(Vec::new());
    image::RgbImage::new(9, 9).write_to(&mut png, image::ImageFormat::Png).unwrap();
    let png = png.into_inner();
    let mut jpeg = Cursor::new(Vec::new());
    image::RgbImage::new(9, 9).write_to(&mut jpeg, image::ImageFormat::Jpeg).unwrap();
    let jpeg = jpeg.into_inner();
    let frame = jpeg.windows(2).position(|marker| marker == [0xFF, 0xC0]).unwrap() + 5;
    let extended = |size: &[u8; 6], parts: &[u8]| {
        let length = u32::try_from(22 + parts.len()).unwrap().to_le_bytes();
        [b"RIFF", &length[..], b"WEBPVP8X\x0A\0\0\0\0\0\0\0", size, parts].concat()
    };
    for (extension, bytes, reason) in [
        ("gif", sized(gif(), 6, &[0; 4]), NotShown::NoPicture),
        ("gif", sized(gif(), 6, &[0xFF; 4]), NotShown::TooLarge),
        ("png", sized(png.clone(), 16, &[0; 8]), NotShown::NoPicture),
        ("png", sized(png, 16, &[0x7F, 0xFF, 0xFF, 0xFF, 0x7F, 0xFF, 0xFF, 0xFF]), NotShown::TooLarge),
        ("jpg", sized(jpeg.clone(), frame, &[0; 4]), NotShown::NoPicture),
        ("jpg", sized(jpeg, frame, &[0xFF; 4]), NotShown::TooLarge),
        ("webp", extended(&[0xFF; 6], b""), NotShown::TooLarge),
        ("webp", extended(&[3, 0, 0, 1, 0, 0], b""), NotShown::Damaged),
        ("webp", extended(&[3, 0, 0, 1, 0, 0], b"EXIF\x01\0\0\0a\0"), NotShown::Damaged),
    ] {
        assert_eq!(look_at(extension, &bytes), Err(reason), "{extension}");
    }
    let with_pixels = [b"EXIF\x01\0\0\0a\0", &webp()[12..]].concat();
    assert!(look_at("webp", &extended(&[3, 0, 0, 1, 0, 0], &with_pixels)).is_ok());
}

#[test]
fn a_smaller_size_is_never_heavier_than_the_picture() {
    // Lines one pixel wide in black and white: made narrower, they are grey.
    let line: Vec<u8> = std::iter::once(0).chain([0xAA; 125]).collect();
    let mut pixels = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
    for row in 0..40_u32 {
        let line = line
            .iter()
            .enumerate()
            .map(|(at, byte)| if at > 0 && ((row * 7919) >> (at % 13)) & 1 == 1 { !byte } else { *byte });
        std::io::Write::write_all(&mut pixels, &line.collect::<Vec<u8>>()).unwrap();
    }
    let head =
        chunk(b"IHDR", &[&1000_u32.to_be_bytes()[..], &40_u32.to_be_bytes(), &[1, 0, 0, 0, 0]].concat());
    let png =
        [&b"\x89PNG\r\n\x1a\n"[..], &head, &chunk(b"IDAT", &pixels.finish().unwrap()), &chunk(b"IEND", &[])]
            .concat();
    assert!(super::smaller::made_smaller(&png).unwrap().len() > png.len());
    assert_eq!(smaller(&png).unwrap(), png);
    // A photograph is lighter when it is smaller.
    assert!(smaller(&photograph(1)).unwrap().len() < photograph(1).len());
}

#[test]
fn what_only_begins_like_a_picture_cannot_be_made_smaller() {
    let mut png = Cursor::new(Vec::new());
    image::RgbImage::new(1000, 9).write_to(&mut png, image::ImageFormat::Png).unwrap();
    let mut png = png.into_inner();
    // Into the compressed pixels.
    for byte in &mut png[45..60] {
        *byte ^= 0xff;
    }
    assert!(look_at("png", &png).is_ok());
    assert!(smaller(&png).is_err());
}

/// The chunks of a PNG, each with its length, name and checksum.
fn chunk(name: &[u8; 4], data: &[u8]) -> Vec<u8> {
    let mut checksum = flate2::Crc::new();
    checksum.update(name);
    checksum.update(data);
    let length = u32::try_from(data.len()).unwrap().to_be_bytes();
    [&length, &name[..], data, &checksum.sum().to_be_bytes()].concat()
}

/// A PNG of 1000 × 9 pixels with further chunks behind its head.
fn png_with(chunks: &[Vec<u8>], picture: impl Into<image::DynamicImage>) -> Vec<u8> {
    let mut png = Cursor::new(Vec::new());
    picture.into().write_to(&mut png, image::ImageFormat::Png).unwrap();
    let (head, rest) = png.get_ref().split_at(33);
    [head, &chunks.concat(), rest].concat()
}

#[test]
fn the_smaller_size_of_a_png_says_its_colours_as_the_large_one_does() {
    let rgb = || image::RgbImage::from_pixel(1000, 9, image::Rgb([9, 90, 200]));
    let grey = || image::GrayImage::from_pixel(1000, 9, image::Luma([90]));
    // Display P3 by the numbers of ITU-T H.273; the chunks' contents are none of our business.
    let said = [
        chunk(b"cICP", &[12, 13, 0, 1]),
        chunk(b"iCCP", b"Display P3\0\0x"),
        chunk(b"gAMA", &45_455_u32.to_be_bytes()),
        chunk(b"cHRM", &[7; 32]),
        chunk(b"sRGB", &[0]),
    ];
    for colours in &said {
        for picture in
            [png_with(std::slice::from_ref(colours), rgb()), png_with(std::slice::from_ref(colours), grey())]
        {
            let small = made_smaller(&picture);
            assert!(small.windows(colours.len()).any(|window| window == colours), "{:?}", &colours[4..8]);
            assert_eq!(image::load_from_memory(&small).unwrap().width(), SMALL);
        }
    }
    // What is said of something else, or behind the pixels, isn't carried over.
    let small = made_smaller(&png_with(&[chunk(b"tEXt", b"Author\0A")], rgb()));
    assert!(!small.windows(4).any(|window| window == b"tEXt"));
}

fn made_smaller(bytes: &[u8]) -> Vec<u8> {
    smaller(bytes).unwrap()
}

/// A profile that says which colours it is for, in the place where profiles do (ICC.1 §7.2).
fn profile(colours: &[u8; 4]) -> Vec<u8> {
    let mut profile = vec![7; 3000];
    profile[16..20].copy_from_slice(colours);
    profile
}

#[test]
fn the_smaller_size_of_a_photograph_has_the_profile_of_the_large_one() {
    let jpeg = |picture: image::DynamicImage, profile: Vec<u8>| {
        let mut bytes = Vec::new();
        let mut encoder = image::codecs::jpeg::JpegEncoder::new(&mut bytes);
        image::ImageEncoder::set_icc_profile(&mut encoder, profile).unwrap();
        picture.write_with_encoder(encoder).unwrap();
        bytes
    };
    let has = |bytes: &[u8], profile: &[u8]| bytes.windows(profile.len()).any(|window| window == profile);
    let (rgb, grey) = (image::RgbImage::new(1000, 9), image::GrayImage::new(1000, 9));
    for (picture, colours) in [(image::DynamicImage::from(rgb.clone()), b"RGB "), (grey.into(), b"GRAY")] {
        assert!(has(&made_smaller(&jpeg(picture, profile(colours))), &profile(colours)));
    }
    // The profile of printing inks says nothing of the red, green and blue that became of them.
    assert!(!has(&made_smaller(&jpeg(rgb.into(), profile(b"CMYK"))), &profile(b"CMYK")));
}

#[test]
fn a_picture_that_moves_is_known() {
    let moves = chunk(b"acTL", &[0, 0, 0, 2, 0, 0, 0, 0]);
    let still = chunk(b"tEXt", b"acTL\0acTL");
    for (chunk, is_animated) in [(moves, true), (still, false)] {
        let png = png_with(&[chunk], image::RgbImage::new(1000, 9));
        assert_eq!(look_at("png", &png).unwrap().is_animated, is_animated);
    }
}

#[test]
fn a_picture_in_inks_is_known() {
    let photograph = photograph(1);
    assert!(!look_at("jpg", &photograph).unwrap().is_in_inks);
    // The number of colours stands in the segment that begins the frame.
    let frame = photograph.windows(2).position(|marker| marker == [0xff, 0xc0]).unwrap();
    let mut inks = photograph;
    inks[frame + 9] = 4;
    assert!(look_at("jpg", &inks).unwrap().is_in_inks);
}

#[test]
fn the_profile_of_a_png_is_never_unpacked() {
    use std::io::Write as _;
    let mut packed = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::fast());
    for _ in 0..64 {
        packed.write_all(&vec![0; 1 << 20]).unwrap();
    }
    let profile = chunk(b"iCCP", &[b"a\0\0", &packed.finish().unwrap()[..]].concat());
    let png = png_with(&[profile], image::RgbImage::new(1000, 9));
    let plain = png_chunks::without_profile(&png);
    assert!(plain.len() + 60_000 < png.len() && !plain.windows(4).any(|name| name == b"iCCP"));
    assert!(look_at("png", &png).is_ok());
    assert!(made_smaller(&png).windows(4).any(|name| name == b"iCCP"));
}
