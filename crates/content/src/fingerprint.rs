//! A number that tells contents apart.

/// A number that differs when the bytes differ (64 bits, so it is the same by chance practically never).
pub fn fingerprint(bytes: &[u8]) -> u64 {
    xxhash_rust::xxh3::xxh3_64(bytes)
}
