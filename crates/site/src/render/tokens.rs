//! The names that the style gives its colours, sizes and spaces, as the shell's stylesheet declares them.

/// The custom properties of a stylesheet, names without their dashes and values, in their order (CSS Custom
/// Properties Level 1).
pub fn declarations(stylesheet: &str) -> impl Iterator<Item = (&str, &str)> {
    stylesheet.split(['{', '}', ';']).filter_map(|declaration| {
        let (name, value) = declaration.trim().strip_prefix("--")?.split_once(':')?;
        Some((name, value.trim()))
    })
}

/// A colour by day, as "#f6f9f9": its first declaration counts, which no wish of the visitor has changed.
pub fn colour_by_day<'s>(stylesheet: &'s str, name: &str) -> Option<&'s str> {
    let (_, value) = declarations(stylesheet).find(|(declared, _)| *declared == name)?;
    let pair = value.strip_prefix("light-dark(").and_then(|pair| pair.split_once(','));
    Some(pair.map_or(value, |(day, _)| day.trim())).filter(|colour| colour.starts_with('#'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_colour_is_the_one_by_day_that_is_declared_first() {
        let style =
            ":root{--a-b: light-dark( #fff , #000 );--c:#123456;--d:var(--c)}@media(x){:root{--c:#000}}";
        assert_eq!(colour_by_day(style, "a-b"), Some("#fff"));
        assert_eq!(colour_by_day(style, "c"), Some("#123456"));
        assert_eq!(colour_by_day(style, "d"), None);
        assert_eq!(colour_by_day(style, "e"), None);
    }
}
