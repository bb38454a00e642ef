//! Declarations for browsers that don't know a function of CSS: such a browser would drop the whole
//! declaration.

use crate::text::statements;

/// `light-dark()` (CSS Color 5, §7) came in 2023 and 2024. Without it no text, line or focus ring has a
/// colour.
const PAIR: &str = "light-dark(";

/// The stylesheet with the colours by day once more behind each rule that has pairs of colours, for browsers
/// that know no pairs. The browser's own colours have to be those by day, too. `css` has no comments any
/// more.
pub fn with_day_colours(css: &str) -> String {
    let mut text = String::with_capacity(css.len());
    for statement in statements(css) {
        let group = statement
            .split_once('{')
            .filter(|(opening, body)| opening.trim_start().starts_with('@') && body.contains(PAIR));
        if let Some((opening, body)) = group {
            let within = body.trim_end().strip_suffix('}').unwrap_or(body);
            text.push_str(&[opening, "{", &with_day_colours(within), "}"].concat());
            continue;
        }
        text.push_str(statement);
        if let Some((selectors, body)) = statement.split_once('{').filter(|(_, body)| body.contains(PAIR)) {
            let days: String = declarations(body.trim_end().trim_end_matches('}'))
                .filter(|declaration| declaration.contains(PAIR))
                .map(|declaration| [&by_day(declaration), ";"].concat())
                .collect();
            text.push_str(&format!(
                "\n@supports not (color: light-dark(red, red)) {{ {} {{ color-scheme: light; {days} }} }}\n",
                selectors.trim()
            ));
        }
    }
    text
}

/// What stands between semicolons.
fn declarations(body: &str) -> impl Iterator<Item = &str> {
    body.split(';').map(str::trim).filter(|declaration| !declaration.is_empty())
}

/// The declaration with the first colour of each pair.
fn by_day(declaration: &str) -> String {
    let mut text = String::new();
    let mut rest = declaration;
    while let Some((before, behind)) = rest.split_once(PAIR) {
        text.push_str(before);
        let comma = at_depth(behind, ',', 0).unwrap_or(behind.len());
        let end = at_depth(behind, ')', -1).unwrap_or(behind.len());
        text.push_str(behind[..comma.min(end)].trim());
        rest = behind.get(end + 1..).unwrap_or_default();
    }
    text + rest
}

/// Where a character stands at a depth of brackets, as it is behind the character.
fn at_depth(text: &str, wanted: char, depth: i32) -> Option<usize> {
    let mut now = 0;
    text.char_indices().find_map(|(at, character)| {
        now += match character {
            '(' => 1,
            ')' => -1,
            _ => 0,
        };
        (character == wanted && now == depth).then_some(at)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::compact;

    #[test]
    fn pairs_of_colours_stand_once_more_by_day_and_nothing_else_does() {
        let css = "p { margin: 0 }\n@media (a) { :root { --a: light-dark(#fff, #000); --b: 1px; \
                   --c: light-dark(var(--d), rgb(0 0 0)) } q { x: y } }\nb { border: 1px solid light-dark(red, blue) }";
        assert_eq!(
            compact(&with_day_colours(css)),
            "p{margin:0}@media (a){:root{--a:light-dark(#fff,#000);--b:1px;--c:light-dark(var(--d),rgb(0 0 0))}\
             @supports not (color:light-dark(red,red)){:root{color-scheme:light;--a:#fff;--c:var(--d)}}q{x:y}}\
             b{border:1px solid light-dark(red,blue)}\
             @supports not (color:light-dark(red,red)){b{color-scheme:light;border:1px solid red}}"
        );
        assert_eq!(with_day_colours("a { b: c }\n@page { d: e }\n"), "a { b: c }\n@page { d: e }");
    }
}
