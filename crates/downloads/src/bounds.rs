//! Whether the parts of a PDF that say where its objects are stay within bounds.
//!
//! The library that reads a PDF unpacks its tables and its streams of objects whole, however large they
//! become, and looks again at each dictionary of which it doesn't find the end. Both are found out before it
//! is asked.

use flate2::{Decompress, FlushDecompress, Status};

/// The most bytes that one table or stream of objects may become: programs put some hundred objects into one.
const MOST_UNPACKED: u64 = 32 << 20;

/// The most dictionaries that may be open at once.
const DEEPEST: usize = 64;

/// Among so many bytes of packed data one sign of a dictionary is met by chance.
const BY_CHANCE: usize = 1 << 14;

/// Whether a PDF can be read with little memory and in little time.
pub(super) fn are_kept(file: &[u8]) -> bool {
    are_dictionaries_closed(file) && are_tables_small(file)
}

fn are_dictionaries_closed(file: &[u8]) -> bool {
    let most = DEEPEST + file.len() / BY_CHANCE;
    let (mut open, mut next) = (0_usize, 0);
    for at in memchr::memchr2_iter(b'<', b'>', file) {
        if at < next || file.get(at + 1) != file.get(at) {
            continue;
        }
        next = at + 2;
        open = if file[at] == b'<' { open + 1 } else { open.saturating_sub(1) };
        if open > most {
            return false;
        }
    }
    true
}

/// Every stream counts whose dictionary could be the one of a table or of a stream of objects (ISO 32000-1
/// §7.5.7, §7.5.8). No program packs these in another way than by Flate.
fn are_tables_small(file: &[u8]) -> bool {
    let mut before = 0;
    // What was taken in, so that streams within streams don't add up.
    let mut room = (file.len() as u64).saturating_mul(4) + MOST_UNPACKED;
    for at in memchr::memmem::find_iter(file, b"stream") {
        let (about, data) = (&file[before..at], &file[at + "stream".len()..]);
        before = at + "stream".len();
        if about.ends_with(b"end") {
            continue;
        }
        let has = |name: &[u8]| memchr::memmem::find(about, name).is_some();
        // A name may be written with numbers (§7.3.5).
        if ![&b"/W"[..], b"/First", b"/ObjStm", b"/XRef", b"#"].into_iter().any(has) {
            continue;
        }
        let is_table = has(b"/ObjStm") || has(b"/XRef");
        if is_table && [&b"/LZW"[..], b"/RunLength", b"/RL", b"/ASCII", b"/A85", b"/AHx"].into_iter().any(has)
        {
            return false;
        }
        let data = data.strip_prefix(b"\r").unwrap_or(data);
        let data = data.strip_prefix(b"\n").unwrap_or(data);
        if !is_small(data, &mut room) {
            return false;
        }
    }
    true
}

/// Whether data becomes little, be it packed once or several times, as far as it can be unpacked.
fn is_small(data: &[u8], room: &mut u64) -> bool {
    const TIMES: usize = 4;
    let mut once = None;
    for _ in 0..TIMES {
        let packed = once.as_deref().unwrap_or(data);
        let Some(unpacked) = unpacked(packed, room) else { return false };
        if unpacked.is_empty() {
            return true;
        }
        once = Some(unpacked);
    }
    false
}

/// What packed data becomes, with its head (RFC 1950) or without one, up to where it is damaged; none where
/// it becomes too much.
fn unpacked(packed: &[u8], room: &mut u64) -> Option<Vec<u8>> {
    let is_head =
        |head: &[u8]| head[0] & 15 == 8 && (usize::from(head[0]) << 8 | usize::from(head[1])) % 31 == 0;
    let has_head = packed.get(..2).is_some_and(is_head);
    let packed = if has_head { &packed[2..] } else { packed };
    let mut inflating = Decompress::new(false);
    let (mut out, mut part) = (Vec::new(), vec![0; 1 << 16]);
    loop {
        let (read, written) = (inflating.total_in(), inflating.total_out());
        let rest = usize::try_from(read).ok().and_then(|read| packed.get(read..))?;
        let status = inflating.decompress(rest, &mut part, FlushDecompress::None);
        let new = usize::try_from(inflating.total_out() - written).ok()?;
        out.extend_from_slice(part.get(..new)?);
        *room = room.checked_sub(inflating.total_in() - read)?;
        if inflating.total_out() > MOST_UNPACKED {
            return None;
        }
        let goes_on = matches!(status, Ok(Status::Ok)) && (new > 0 || inflating.total_in() > read);
        if !goes_on {
            return Some(out);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use super::*;

    fn deflated(bytes: &[u8]) -> Vec<u8> {
        let mut encoder = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::fast());
        encoder.write_all(bytes).unwrap();
        encoder.finish().unwrap()
    }

    fn table(about: &str, data: &[u8]) -> Vec<u8> {
        let head = format!("%PDF-1.7\n1 0 obj\n<</Root 2 0 R{about}/Length {}>>\nstream\n", data.len());
        [head.as_bytes(), data, b"\nendstream\nendobj\nstartxref\n9\n%%EOF\n"].concat()
    }

    #[test]
    fn what_becomes_too_much_is_not_read() {
        let large = vec![b'0'; 33 << 20];
        let (once, twice) = (deflated(&large), deflated(&deflated(&large)));
        let without_head = &once[2..];
        let xref = "/Type/XRef/Size 3/W[1 2 1]/Filter/FlateDecode";
        for bomb in [
            table(xref, &once),
            table(xref, without_head),
            table(xref, &once[..once.len() - 9]),
            table("/Type/XRef/Size 3/W[1 2 1]/Filter[/FlateDecode/FlateDecode]", &twice),
            table("/Type/ObjStm/N 1/First 9/Filter/FlateDecode", &once),
            table("/Type/Obj#53tm/N 1/Fir#73t 9/Filter/FlateDecode", &once),
            table("/Type/XRef/Size 3/W[1 2 1]/Filter/LZWDecode", b"a"),
        ] {
            assert!(!are_kept(&bomb));
        }
        for sound in [
            table(xref, &deflated(&large[..1 << 20])),
            table(xref, b"\x01\x00\x09\x00"),
            table(xref, b""),
            // A picture may be large.
            table("/Type/XObject/Filter/FlateDecode", &once),
        ] {
            assert!(are_kept(&sound));
        }
    }

    #[test]
    fn dictionaries_without_an_end_are_not_read() {
        let open = |times: usize| format!("%PDF-1.7\n1 0 obj\n{}", "<</Lang ".repeat(times)).into_bytes();
        assert!(are_kept(&open(10)));
        assert!(!are_kept(&open(100_000)));
        let closed = format!("{}{}", "<< /A << /B <66> >> >> ".repeat(100_000), "<<<<>>>>");
        assert!(are_kept(closed.as_bytes()));
    }
}
