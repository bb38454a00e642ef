//! A number that tells contents apart.

/// A hash of bytes (64 bits: two contents practically never share one by chance).
pub fn fingerprint(bytes: &[u8]) -> u64 {
    xxhash_rust::xxh3::xxh3_64(bytes)
}
