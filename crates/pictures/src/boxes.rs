//! The boxes of AVIF and MP4 files (ISO/IEC 14496-12 §4.2): whether the last box is complete.

/// The boxes that stand at the top of a file. What stands behind them under other names isn't of the file's
/// format.
const TOP: [&[u8; 4]; 12] = [
    b"ftyp", b"meta", b"mdat", b"moov", b"moof", b"mfra", b"sidx", b"styp", b"free", b"skip", b"wide",
    b"uuid",
];

/// The names of a file's boxes at the top; none where the last one is cut short.
pub fn names(file: &[u8]) -> Option<Vec<&[u8]>> {
    let (mut names, mut rest) = (Vec::new(), file);
    while let Some((head, behind)) = rest.split_at_checked(8) {
        let (size, name) = head.split_at(4);
        if !TOP.iter().any(|known| name == *known) {
            break;
        }
        let size = match u32::from_be_bytes(size.try_into().ok()?) {
            // To the end of the file.
            0 => rest.len() as u64,
            // Longer than four bytes can say.
            1 => u64::from_be_bytes(behind.get(..8)?.try_into().ok()?),
            size => u64::from(size),
        };
        // Its head counts as well.
        rest = rest.get(usize::try_from(size).ok()?.max(8)..)?;
        names.push(name);
    }
    Some(names)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one(name: &[u8; 4], length: u8) -> Vec<u8> {
        [&[0, 0, 0, 8 + length], &name[..], &vec![7; usize::from(length)]].concat()
    }

    #[test]
    fn a_box_that_is_cut_short_is_found_wherever_it_stands() {
        let long = [&b"\0\0\0\x01mdat\0\0\0\0\0\0\0\x14"[..], &[7; 4]].concat();
        let open = [&b"\0\0\0\0mdat"[..], &[7; 4]].concat();
        for last in [one(b"mdat", 9), long.clone(), open] {
            let whole = [one(b"ftyp", 4), one(b"moov", 6), last].concat();
            assert_eq!(names(&whole).unwrap(), [b"ftyp", b"moov", b"mdat"]);
            // Other bytes behind it are none of the file's.
            assert!(names(&[&whole[..], b"TAG: a title"].concat()).is_some());
            assert!(names(&[&whole[..], &[0; 3]].concat()).is_some());
        }
        let whole = [one(b"ftyp", 4), one(b"moov", 6), long].concat();
        for length in [11, 20, 25, 30, 40, whole.len() - 1] {
            let is_end_of_a_box = [12, 26].contains(&length);
            assert_eq!(names(&whole[..length]).is_some(), is_end_of_a_box || length == 30, "{length}");
        }
        assert_eq!(names(b"").unwrap(), [[0; 4]; 0]);
    }
}
