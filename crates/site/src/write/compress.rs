//! Compressed copies beside text files, for hosts that send a copy instead of compressing at each request
//! (RFC 9110 §8.4.1).

use std::io::{self, Write as _};

use content::own_files::COPIES;
use file_types::FileType;

/// How a copy is compressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Encoding {
    /// RFC 7932.
    Brotli,
    /// RFC 1952.
    Gzip,
}

/// How much time a copy is worth.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effort {
    /// It is made once and asked for by every visitor: the files of the shell.
    Most,
    /// There are thousands of its kind: pages. A fifth of the time of a middle level gives nearly its size.
    Little,
}

/// What is smaller than this fits into the first packets as it is.
const LEAST: usize = 1024;

impl Encoding {
    /// Every encoding.
    pub const ALL: [Encoding; 2] = [Encoding::Brotli, Encoding::Gzip];

    /// The extension of a copy's name, with its full stop.
    pub const fn extension(self) -> &'static str {
        match self {
            Encoding::Brotli => COPIES[0],
            Encoding::Gzip => COPIES[1],
        }
    }

    /// The copy of a file, if it is worth its place: of a small file, or one that hardly gets smaller, there
    /// is none.
    ///
    /// # Errors
    /// None that is known of: what is compressed is in memory.
    pub fn copy(self, bytes: &[u8], effort: Effort) -> io::Result<Option<Vec<u8>>> {
        if bytes.len() < LEAST {
            return Ok(None);
        }
        let copy = self.compress(bytes, effort)?;
        Ok((copy.len() < bytes.len() / 10 * 9).then_some(copy))
    }

    /// The same bytes give the same copy: none of them holds a time.
    fn compress(self, bytes: &[u8], effort: Effort) -> io::Result<Vec<u8>> {
        let most = effort == Effort::Most;
        match self {
            Encoding::Brotli => {
                let quality = if most { 11 } else { 5 };
                let params = brotli::enc::BrotliEncoderParams {
                    quality,
                    size_hint: bytes.len(),
                    ..brotli::enc::BrotliEncoderParams::default()
                };
                let mut copy = Vec::new();
                brotli::BrotliCompress(&mut &*bytes, &mut copy, &params)?;
                Ok(copy)
            }
            Encoding::Gzip => {
                let level = if most { flate2::Compression::best() } else { flate2::Compression::default() };
                let mut encoder = flate2::write::GzEncoder::new(Vec::new(), level);
                encoder.write_all(bytes)?;
                encoder.finish()
            }
        }
    }
}

/// Whether a file is one that gets smaller, by its name.
pub fn is_text(path: &str) -> bool {
    let known = path.rsplit_once('.').and_then(|(_, extension)| FileType::of_extension(extension));
    known.is_some_and(|known| known.is_compressible)
}

#[cfg(test)]
mod tests {
    use std::io::Read as _;

    use super::*;

    fn text() -> Vec<u8> {
        "Koulutusyhteistyö kuntien kesken. ".repeat(200).into_bytes()
    }

    #[test]
    fn every_copy_gives_back_what_it_was_made_of() {
        for effort in [Effort::Most, Effort::Little] {
            let copy = |encoding: Encoding| encoding.copy(&text(), effort).unwrap().unwrap();
            let mut brotli = Vec::new();
            brotli::BrotliDecompress(&mut &*copy(Encoding::Brotli), &mut brotli).unwrap();
            let mut gzip = Vec::new();
            flate2::read::GzDecoder::new(&*copy(Encoding::Gzip)).read_to_end(&mut gzip).unwrap();
            assert_eq!([brotli, gzip], [text(), text()]);
        }
    }

    #[test]
    fn what_is_small_or_does_not_get_smaller_has_no_copy() {
        let noise: Vec<u8> =
            (0..4000_u64).map(|n| (xxhash_rust::xxh3::xxh3_64(&n.to_le_bytes()) >> 7) as u8).collect();
        for encoding in Encoding::ALL {
            assert_eq!(encoding.copy(&text()[..1023], Effort::Most).unwrap(), None);
            assert_eq!(encoding.copy(&noise, Effort::Most).unwrap(), None);
        }
    }
}
