//! Names and numbers of hosts on the web.

use std::net::Ipv6Addr;

/// The longest part of a host's name, in letters (RFC 1035 §2.3.4).
const LONGEST_PART: usize = 63;

/// Whether a text is the name of a host, or its number of IPv6 in brackets (RFC 3986 §3.2.2).
pub(crate) fn is_host(host: &str) -> bool {
    let is_of_name = |letter: char| {
        if letter.is_ascii() {
            letter.is_ascii_alphanumeric() || "-_".contains(letter)
        } else {
            // These are read as a letter or a dot of ASCII (UTS #46); a letter may have signs of its own.
            !matches!(letter, '\u{3002}' | '\u{FF00}'..='\u{FFEF}')
        }
    };
    let is_part =
        |part: &str| !part.is_empty() && part.chars().count() <= LONGEST_PART && part.chars().all(is_of_name);
    let number = host.strip_prefix('[').and_then(|host| host.strip_suffix(']'));
    number.map_or_else(|| host.split('.').all(is_part), |number| number.parse::<Ipv6Addr>().is_ok())
}

/// Whether a part of a host's name has Latin letters beside Greek or Cyrillic ones, which look like them: no
/// name is made so but to be taken for another one (UTS #39 §5.2).
pub(crate) fn mixes_letters(host: &str) -> bool {
    let is_like_latin = |letter: char| matches!(letter, '\u{370}'..='\u{3FF}' | '\u{400}'..='\u{52F}');
    host.split('.').any(|part| {
        part.contains(|letter: char| letter.is_ascii_alphabetic()) && part.contains(is_like_latin)
    })
}
