//! The paths of the standard library's sources in a module.
//!
//! A panic says in which file it happened. Where the standard library itself panics, the caller's file is
//! said instead wherever that is known (`track_caller`), so its own paths tell next to nothing, and every
//! visitor would load them.

/// How rustc begins the path of a source of the standard library, and how each path ends.
const BEGIN: &[u8] = b"/rustc/";
const END: &[u8] = b".rs";

/// No such path is longer, in bytes.
const LONGEST: usize = 160;

/// The module with dots in the place of each path; nothing else moves.
pub fn without_paths(mut wasm: Vec<u8>) -> Vec<u8> {
    let mut at = 0;
    while let Some(begin) = find(&wasm[at..], BEGIN).map(|found| at + found) {
        let longest = (begin + LONGEST).min(wasm.len());
        let end = find(&wasm[begin..longest], END).map_or(begin, |found| begin + found + END.len());
        let is_path = |byte: &u8| byte.is_ascii_alphanumeric() || b"/._-".contains(byte);
        if wasm[begin..end].iter().all(is_path) {
            wasm[begin..end].fill(b'.');
        }
        at = end.max(begin + BEGIN.len());
    }
    wasm
}

fn find(text: &[u8], part: &[u8]) -> Option<usize> {
    text.windows(part.len()).position(|window| window == part)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_become_dots_and_nothing_moves() {
        let text = "a/rustc/59807616e1/library/core/src/str/mod.rsb\u{ff}/rustc/\u{1}x.rs/rustc/y";
        let without = without_paths(text.as_bytes().to_vec());
        let expected = text.replace("/rustc/59807616e1/library/core/src/str/mod.rs", &".".repeat(45));
        assert_eq!(without, expected.into_bytes());
    }
}
