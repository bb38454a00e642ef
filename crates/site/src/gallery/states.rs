//! The states that pointer, keyboard and history give what a visitor operates. A document has one pointer and
//! one focus; here all that is [operated](Example::operated) stands in each state at the same time.
//!
//! The gallery gets the shell's stylesheet once more, in which each of these states is also that of what
//! stands in a room marked with it. So it shows the rules that visitors get, whatever they come to be.

use views::markup::html;

use super::example::{Example, Room, Section, every};

/// The attribute of a room whose parts are shown in a state.
pub const ATTRIBUTE: &str = "data-state";

/// A state (Selectors Level 4 §§8.2, 9).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// A pointer is over it.
    Pointed,
    /// The keyboard acts on it.
    Focused,
    /// The visitor was where it leads.
    Visited,
}

impl State {
    fn all() -> Vec<State> {
        every!(State {
            Pointed => State::Pointed,
            Focused => State::Focused,
            Visited => State::Visited,
        })
    }

    /// The value of the [`ATTRIBUTE`].
    pub const fn name(self) -> &'static str {
        match self {
            State::Pointed => "pointed",
            State::Focused => "focused",
            State::Visited => "visited",
        }
    }

    /// How a stylesheet calls it, and what can be in it.
    const fn selectors(self) -> (&'static str, &'static str) {
        match self {
            State::Pointed => (":hover", "a,button,input,select,summary"),
            State::Focused => (":focus-visible", "a,button,input,select,summary"),
            State::Visited => (":visited", "a"),
        }
    }

    /// Whether something of an example changes in it: where somebody was is only told within a page's own
    /// content.
    fn is_seen_in(self, example: &Example) -> bool {
        match self {
            State::Pointed | State::Focused => true,
            State::Visited => {
                let shown: String = example.shown.iter().map(html::to_html).collect();
                shown.contains("<a ") && (example.room == Room::Text || shown.contains("class=\"page "))
            }
        }
    }

    const fn title(self) -> (&'static str, &'static str) {
        match self {
            State::Pointed => ("osoitin-paalla", "Osoitin päällä"),
            State::Focused => ("kohdistettuna", "Kohdistettuna näppäimistöllä"),
            State::Visited => ("kayty", "Linkit, joiden takana on käyty"),
        }
    }
}

/// A stylesheet in which the states hold in their rooms, too. Each selector is as specific as it was: what
/// beats it, still does.
pub fn style(stylesheet: &str) -> String {
    State::all().into_iter().fold(stylesheet.to_owned(), |style, state| {
        let (known, what) = state.selectors();
        style.replace(known, &format!(":is({known},[{ATTRIBUTE}={}] :where({what}))", state.name()))
    })
}

/// A section for each state, with every example of which something can be in it.
pub fn sections(sections: &[Section]) -> Vec<Section> {
    let operated: Vec<&Example> =
        sections.iter().flat_map(|section| &section.examples).filter(|example| example.is_operated).collect();
    let section = |state: State| {
        let (id, title) = state.title();
        let shown = operated.iter().filter(|example| state.is_seen_in(example));
        let examples = shown.map(|example| Example { state: Some(state.name()), ..(*example).clone() });
        Section { id, title, examples: examples.collect() }
    };
    State::all().into_iter().map(section).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_state_holds_in_its_room_too_and_nothing_else_changes() {
        let style = style("a:hover{b:c}.d:not(.e,:hover):focus{f:g}:focus-visible{h:i}");
        let pointed = ":is(:hover,[data-state=pointed] :where(a,button,input,select,summary))";
        assert_eq!(
            style,
            format!(
                "a{pointed}{{b:c}}.d:not(.e,{pointed}):focus{{f:g}}\
                 :is(:focus-visible,[data-state=focused] :where(a,button,input,select,summary)){{h:i}}"
            )
        );
    }
}
