//! Names of files that say what is in them: the same name is the same file, so a cache keeps it for ever, and
//! what an edit doesn't touch keeps its name.

use super::bytes::{Reader, Writer};

/// The first bytes of a hash of a file: of a million files, two would have the same one in one of five
/// hundred sites.
pub type Hash = [u8; 6];

/// Writes a hash.
pub fn write(out: &mut Writer, hash: Hash) {
    out.0.extend(hash);
}

/// Reads a hash.
pub fn read(reader: &mut Reader<'_>) -> Option<Hash> {
    reader.take(6)?.try_into().ok()
}

/// A file's name: what it is, and its hash.
pub fn name(what: &str, hash: Hash) -> String {
    let mut name = what.to_owned() + "-";
    for byte in hash {
        for digit in [byte >> 4, byte & 15] {
            name.push(char::from(if digit < 10 { b'0' + digit } else { b'a' - 10 + digit }));
        }
    }
    name
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_tells_the_hash() {
        let hash = [0, 0x1f, 0xa0, 0xff, 9, 0x7c];
        assert_eq!(name("terms", hash), "terms-001fa0ff097c");
        let mut out = Writer::default();
        write(&mut out, hash);
        assert_eq!(read(&mut Reader(&out.0)), Some(hash));
        assert_eq!(read(&mut Reader(&out.0[1..])), None);
    }
}
