//! The parts of a JPEG.

/// The rest of a JPEG from its first scan on, behind the segments of its head.
pub(super) fn scan(jpeg: &[u8]) -> &[u8] {
    segments(jpeg).find(|(marker, _)| *marker == 0xda).map_or(&[], |(_, rest)| rest)
}

/// How many colours each pixel of a JPEG has, by the segment that begins its frame (ITU-T T.81 §B.2.2).
pub(super) fn components(jpeg: &[u8]) -> Option<u8> {
    let is_frame = |marker: u8| matches!(marker, 0xc0..=0xcf) && ![0xc4, 0xc8, 0xcc].contains(&marker);
    let (_, frame) =
        segments(jpeg).take_while(|(marker, _)| *marker != 0xda).find(|(marker, _)| is_frame(*marker))?;
    frame.get(9).copied()
}

/// The segments in the head of a JPEG: the marker of each, and all bytes from the marker on.
pub(super) fn segments(jpeg: &[u8]) -> impl Iterator<Item = (u8, &[u8])> {
    let mut rest = jpeg.get(2..).unwrap_or_default();
    std::iter::from_fn(move || {
        loop {
            let [0xff, marker, high, low, ..] = *rest else { return None };
            let segment = rest;
            // A marker may have any number of bytes 0xff in front.
            let length = if marker == 0xff { 1 } else { 2 + usize::from(u16::from_be_bytes([high, low])) };
            rest = rest.get(length..).unwrap_or_default();
            if marker != 0xff {
                return Some((marker, segment));
            }
        }
    })
}
