//! Whether a picture goes on to its end; of one that doesn't, decoders make up the rest.

use file_types::PictureKind;

use super::{boxes, jpeg::scan};

/// Whether the end of a picture is there.
pub(super) fn is_whole(kind: PictureKind, bytes: &[u8]) -> bool {
    let has = |bytes: &[u8], end: &[u8]| bytes.windows(end.len()).any(|window| window == end);
    match kind {
        // The end of a preview within the head doesn't count (ITU-T T.81 §B.1.1.3).
        PictureKind::Jpeg => has(scan(bytes), b"\xFF\xD9"),
        PictureKind::Png => has(bytes, b"IEND"),
        PictureKind::Webp => is_whole_webp(bytes),
        PictureKind::Gif => is_whole_gif(bytes),
        PictureKind::Avif => boxes::names(bytes).is_some(),
        // A parser needs its end.
        PictureKind::Svg => true,
    }
}

/// A WebP says at its beginning how long it is (RFC 9649 §2.4). Some programs leave out a byte that only
/// fills it up. One with further parts may have its pixels in any of them (§2.7).
fn is_whole_webp(bytes: &[u8]) -> bool {
    let size = |at: usize| {
        let size = bytes.get(at..at + 4).and_then(|size| size.try_into().ok()).map(u32::from_le_bytes);
        size.and_then(|size| usize::try_from(size).ok())
    };
    let is_long_enough = size(4).is_some_and(|size| bytes.len() + 1 >= size.saturating_add(8));
    let parts = std::iter::successors(Some(12_usize), |at| {
        let length = size(at + 4)?;
        at.checked_add(8)?.checked_add(length)?.checked_add(length % 2)
    });
    let mut names = parts.map_while(|at| bytes.get(at..at.checked_add(4)?));
    is_long_enough && names.any(|name| [b"VP8 ", b"VP8L", b"ANMF"].into_iter().any(|known| name == known))
}

/// A GIF has its first picture to the end (GIF89a §15 to §26), and so each further one that begins. Some
/// programs leave out the byte at the very end, and some have other bytes there.
fn is_whole_gif(bytes: &[u8]) -> bool {
    let table = |flags: u8| if flags & 0x80 == 0 { 0 } else { 3 << ((flags & 7) + 1) };
    let Some(mut at) = bytes.get(10).map(|flags| 13 + table(*flags)) else { return false };
    let mut has_picture = false;
    loop {
        // Of an extension its label; of a picture its place, its colours and the size of its codes.
        let (begins_picture, head) = match bytes.get(at) {
            Some(0x21) => (false, 2),
            Some(0x2C) => (true, 11 + bytes.get(at + 9).map_or(0, |flags| table(*flags))),
            _ => return has_picture,
        };
        at += head;
        while let Some(length) = bytes.get(at).filter(|length| **length > 0) {
            at += 1 + usize::from(*length);
        }
        if at >= bytes.len() {
            return false;
        }
        at += 1;
        has_picture |= begins_picture;
    }
}
