//! Patterns of paths, as generators write them: `*`, `**`, `?`, `[abc]` and `{a,b}`.

/// What a single `*` stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Star {
    /// Letters within a name.
    Name,
    /// Letters of a whole path, as in Python's and Ruby's `fnmatch`.
    Path,
}

/// Whether a pattern means a file or a folder above it, as Git says: one with a slash begins at the root, one
/// without anywhere.
pub fn fits(pattern: &str, path: &str) -> bool {
    let rooted = pattern.trim_end_matches('/').contains('/');
    let pattern = pattern.trim_matches('/');
    let parts: Vec<&str> = path.split('/').collect();
    (0..parts.len()).filter(|start| !rooted || *start == 0).any(|start| {
        (start + 1..=parts.len()).any(|end| is_whole(pattern, &parts[start..end].join("/"), Star::Name))
    })
}

/// Whether a pattern means a whole path.
pub fn is_whole(pattern: &str, path: &str, star: Star) -> bool {
    glob(&pattern.chars().collect::<Vec<_>>(), &path.chars().collect::<Vec<_>>(), star)
}

/// The patterns for which one with alternatives in braces stands.
pub fn alternatives(pattern: &str) -> Vec<String> {
    /// More than this many are no pattern that somebody wrote.
    const MOST: usize = 500;
    let mut patterns = vec![pattern.to_owned()];
    let mut at = 0;
    while let Some(pattern) = patterns.get(at) {
        let inner =
            pattern.rfind('{').and_then(|open| pattern[open..].find('}').map(|length| (open, open + length)));
        match inner {
            Some((open, close)) if patterns.len() < MOST => {
                let (before, after) = (pattern[..open].to_owned(), pattern[close + 1..].to_owned());
                let parts: Vec<String> = pattern[open + 1..close]
                    .split(',')
                    .map(|part| format!("{before}{part}{after}"))
                    .collect();
                patterns.splice(at..=at, parts);
            }
            _ => at += 1,
        }
    }
    patterns
}

fn glob(pattern: &[char], text: &[char], star: Star) -> bool {
    match pattern {
        [] => text.is_empty(),
        ['*', '*', '/', rest @ ..] if glob(rest, text, star) => true,
        ['*', '*', rest @ ..] => (0..=text.len()).any(|at| glob(rest, &text[at..], star)),
        ['*', rest @ ..] => {
            let name = text.iter().position(|c| star == Star::Name && *c == '/').unwrap_or(text.len());
            (0..=name).any(|at| glob(rest, &text[at..], star))
        }
        ['?', rest @ ..] => text.split_first().is_some_and(|(c, text)| *c != '/' && glob(rest, text, star)),
        ['[', rest @ ..] if let Some((set, rest)) = set(rest) => {
            text.split_first().is_some_and(|(c, text)| *c != '/' && is_in(set, *c) && glob(rest, text, star))
        }
        ['\\', own, rest @ ..] | [own, rest @ ..] => {
            text.split_first().is_some_and(|(first, text)| first == own && glob(rest, text, star))
        }
    }
}

/// The letters in brackets, and the pattern after them.
fn set(pattern: &[char]) -> Option<(&[char], &[char])> {
    let negated = usize::from(matches!(pattern.first(), Some('!' | '^')));
    // A bracket in the first place is a letter.
    let end = negated + 1 + pattern.get(negated + 1..)?.iter().position(|c| *c == ']')?;
    Some((&pattern[..end], &pattern[end + 1..]))
}

fn is_in(set: &[char], c: char) -> bool {
    let (negated, mut set) = match set {
        ['!' | '^', set @ ..] => (true, set),
        set => (false, set),
    };
    let mut found = false;
    loop {
        set = match set {
            [from, '-', to, rest @ ..] => {
                found |= (*from..=*to).contains(&c);
                rest
            }
            [own, rest @ ..] => {
                found |= *own == c;
                rest
            }
            [] => return found != negated,
        };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pattern_means_what_git_means_by_it() {
        for (pattern, path, expected) in [
            ("salaiset", "salaiset/a.md", true),
            ("salaiset/", "osa/salaiset/a.md", true),
            ("/salaiset", "osa/salaiset/a.md", false),
            ("osa/salaiset", "osa/salaiset/a.md", true),
            ("*.tmp.md", "osa/a.tmp.md", true),
            ("*.tmp.md", "osa/a.md", false),
            ("osa/*.md", "osa/sisempi/a.md", false),
            ("**/luonnos-*.md", "osa/sisempi/luonnos-1.md", true),
            ("osa/**", "osa/sisempi/a.md", true),
            ("a?.md", "ab.md", true),
            ("a?.md", "aä.md", true),
            ("[ab].md", "b.md", true),
            ("[!ab].md", "b.md", false),
            ("[a-c]*.md", "c1.md", true),
            ("a[.md", "a[.md", true),
        ] {
            assert_eq!(fits(pattern, path), expected, "{pattern} {path}");
        }
        assert!(is_whole("osa*.md", "osa/a.md", Star::Path) && !is_whole("osa*.md", "osa/a.md", Star::Name));
    }

    #[test]
    fn braces_stand_for_several_patterns() {
        assert_eq!(alternatives("a.{md,mdx}"), ["a.md", "a.mdx"]);
        assert_eq!(alternatives("{/a,/a/**}"), ["/a", "/a/**"]);
        assert_eq!(alternatives("{a,{b,c}}d"), ["ad", "bd", "ad", "cd"]);
        assert_eq!(alternatives("a{"), ["a{"]);
    }
}
