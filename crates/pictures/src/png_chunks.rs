//! The parts of a PNG (PNG 3rd edition §5.3): those that say that it moves, and how its colours are meant.

use std::borrow::Cow;

/// Where the first part begins, behind the signature.
const FIRST: usize = 8;

/// The parts that say how colours are meant (PNG 3rd edition §11.3.2).
const COLOURS: [&[u8; 4]; 7] = [b"cHRM", b"gAMA", b"iCCP", b"sRGB", b"cICP", b"mDCV", b"cLLI"];

/// A part: its name, and all of its bytes with length, name and checksum.
struct Chunk<'p> {
    name: &'p [u8],
    bytes: &'p [u8],
}

/// The parts in front of the pixels.
fn in_front(png: &[u8]) -> impl Iterator<Item = Chunk<'_>> {
    let mut rest = png.get(FIRST..).unwrap_or_default();
    let chunks = std::iter::from_fn(move || {
        let length = u32::from_be_bytes(rest.get(..4)?.try_into().ok()?);
        let end = usize::try_from(length).ok()?.checked_add(12)?;
        let (bytes, behind) = rest.split_at_checked(end)?;
        rest = behind;
        Some(Chunk { name: &bytes[4..8], bytes })
    });
    chunks.take_while(|chunk| chunk.name != b"IDAT")
}

/// Whether a PNG moves (§11.3.6).
pub(super) fn is_animated(png: &[u8]) -> bool {
    in_front(png).any(|chunk| chunk.name == b"acTL")
}

/// A PNG without its profile, which is compressed; any other file as it is.
pub(super) fn without_profile(png: &[u8]) -> Cow<'_, [u8]> {
    const SIGNATURE: &[u8] = b"\x89PNG\r\n\x1a\n";
    let is_profile = |chunk: &Chunk<'_>| chunk.name == b"iCCP";
    if !png.starts_with(SIGNATURE) || !in_front(png).any(|chunk| is_profile(&chunk)) {
        return Cow::Borrowed(png);
    }
    let front: usize = in_front(png).map(|chunk| chunk.bytes.len()).sum();
    let kept = in_front(png).filter(|chunk| !is_profile(chunk)).flat_map(|chunk| chunk.bytes);
    let mut without = png[..FIRST].to_vec();
    without.extend(kept);
    without.extend_from_slice(&png[FIRST + front..]);
    Cow::Owned(without)
}

/// A picture with what another one says of its colours. Both have the same kind of colours, grey or not.
pub(super) fn with_colours_of(png: &[u8], other: &[u8]) -> Vec<u8> {
    let head = in_front(png).next().map_or(0, |head| FIRST + head.bytes.len());
    let colours = in_front(other).filter(|chunk| COLOURS.iter().any(|known| chunk.name == *known));
    let colours: Vec<u8> = colours.flat_map(|chunk| chunk.bytes).copied().collect();
    [&png[..head], &colours, &png[head..]].concat()
}
