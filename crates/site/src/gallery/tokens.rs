//! Colours, sizes of text and spaces, as the shell's own stylesheet names them.

use views::markup::{Element, el};

use super::example::{Example, Room, Section};
use crate::render::tokens::declarations;

/// The custom properties of a stylesheet that the gallery shows.
pub struct Tokens {
    colours: Vec<Token>,
    text: Vec<Token>,
    spaces: Vec<Token>,
}

/// A custom property (CSS Custom Properties Level 1).
struct Token {
    /// Without its dashes, as in `colour-link`.
    name: String,
    /// Where it is declared first.
    value: String,
}

impl Tokens {
    /// Finds the tokens; each one's first declaration counts, which is the one that no wish of the visitor
    /// has changed.
    pub fn of(stylesheet: &str) -> Tokens {
        let mut tokens = Tokens { colours: Vec::new(), text: Vec::new(), spaces: Vec::new() };
        for (name, value) in declarations(stylesheet) {
            let kind = match name.split_once('-') {
                Some(("colour" | "view" | "mark", _)) => &mut tokens.colours,
                Some(("text", _)) => &mut tokens.text,
                Some(("space", _)) => &mut tokens.spaces,
                _ => continue,
            };
            if !kind.iter().any(|known| known.name == name) {
                kind.push(Token { name: name.to_owned(), value: value.to_owned() });
            }
        }
        tokens
    }

    /// What shows each token: no document of the portal may have a `style` attribute.
    pub fn style(&self) -> String {
        let rules = |tokens: &[Token], property: &str| -> String {
            let rule = |token: &Token| {
                format!(".token-{0} > .token-shown {{ {property}: var(--{0}); }}\n", token.name)
            };
            tokens.iter().map(rule).collect()
        };
        [
            rules(&self.colours, "background"),
            rules(&self.text, "font-size"),
            rules(&self.spaces, "inline-size"),
        ]
        .concat()
    }

    /// The sections with colours, text and spaces.
    pub fn sections(&self) -> Vec<Section> {
        let list = |name: &str, class: &'static str, tokens: &[Token], words: &'static str| {
            let items = tokens.iter().map(|token| item(token, words));
            Example::new(name, Room::Text, [el("ul").class(class).children(items)])
        };
        vec![
            Section {
                id: "varit",
                title: "Värit",
                examples: vec![list(
                    "Pinnat, tekstit, viivat ja kuvat",
                    "tokens token-colours",
                    &self.colours,
                    "",
                )],
            },
            Section {
                id: "mitat",
                title: "Mitat",
                examples: vec![
                    list("Tekstin koot", "tokens token-texts", &self.text, "Ihmistä varten"),
                    list("Välit", "tokens token-spaces", &self.spaces, ""),
                ],
            },
        ]
    }
}

fn item(token: &Token, words: &'static str) -> Element {
    el("li")
        .attr("class", format!("token-{}", token.name))
        .child(el("span").class("token-shown").text(words))
        .child(el("code").text(format!("--{}", token.name)))
        .child(el("span").class("token-value").text(token.value.clone()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tokens_of_the_portal_are_found_once_each() {
        let style = concat!(
            include_str!("../../../../style/tokens.css"),
            include_str!("../../../../style/theme.css")
        );
        let tokens = Tokens::of(style);
        let named = |tokens: &[Token], name: &str| tokens.iter().filter(|token| token.name == name).count();
        assert_eq!(named(&tokens.colours, "colour-link"), 1);
        assert_eq!(named(&tokens.colours, "view-lake"), 1);
        assert_eq!(named(&tokens.text, "text-h1"), 1);
        assert_eq!(named(&tokens.spaces, "space-9"), 1);
        assert!(tokens.style().contains(".token-space-9 > .token-shown { inline-size: var(--space-9); }"));
    }
}
