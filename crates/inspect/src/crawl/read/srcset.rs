//! The pictures among which a browser chooses.

/// The addresses in a `srcset` (HTML §4.8.4.2.1): each with a width or density behind it, commas between
/// them.
pub(super) fn srcset(value: &str) -> impl Iterator<Item = &str> {
    let candidates = value.split(", ").flat_map(|part| part.split(",\n"));
    candidates
        .filter_map(|candidate| candidate.split_ascii_whitespace().next())
        .map(|to| to.trim_end_matches(','))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_picture_of_a_srcset_is_read() {
        let value = "/a-720.png 720w, /a,b.png 2x,\n /c.png";
        assert_eq!(srcset(value).collect::<Vec<_>>(), ["/a-720.png", "/a,b.png", "/c.png"]);
    }
}
