//! Names of files that say what is in them: the same name is the same file, so a cache keeps it for ever, and
//! what an edit doesn't touch keeps its name.

use super::bytes::{Reader, Writer};

/// Six bytes of a hash of a file: of a million files, two would have the same one in one of five hundred
/// sites.
pub type Hash = [u8; 6];

/// The hash of a file, by FNV-1a with 64 bits (Fowler, Noll and Vo): a few bytes of code in the browser,
/// which compares with it whatever comes. A file with one other byte never has the same hash.
pub fn hash(contents: &[u8]) -> Hash {
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    for byte in contents {
        hash = (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
    }
    let [_, _, bytes @ ..] = hash.to_be_bytes();
    bytes
}

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
    fn a_hash_is_that_of_the_standard_and_another_byte_gives_another_one() {
        // The ends of the values that its authors give for these texts.
        assert_eq!(hash(b""), [0x9c, 0xe4, 0x84, 0x22, 0x23, 0x25]);
        assert_eq!(hash(b"a"), [0xdc, 0x4c, 0x86, 0x01, 0xec, 0x8c]);
        assert_eq!(hash(b"foobar"), [0x41, 0x71, 0xf7, 0x39, 0x67, 0xe8]);
        let file = b"kunta, kunnan, kuntaa".to_vec();
        for place in 0..file.len() {
            for bit in 0..8 {
                let mut other = file.clone();
                other[place] ^= 1 << bit;
                assert_ne!(hash(&other), hash(&file));
            }
        }
    }

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
