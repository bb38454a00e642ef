//! How a visitor wants to read besides the text size: a few choices with a few options each.
//!
//! Each choice stands as an attribute on `<html>`, where the style finds it; without the attribute everything
//! is as usual, and as the visitor's system asks for it. `public/first.js` knows the same names; a test holds
//! them together.

/// Something to choose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Preference {
    /// Light or dark; usually as the system has it.
    Theme,
    /// Stronger colours and edges; usually as the system has it.
    Contrast,
    /// More room between lines, words and letters (WCAG 1.4.12).
    Spacing,
    /// Underlines under all links, also where their place says that they are links.
    Links,
    /// The size of the text on paper.
    Print,
}

impl Preference {
    /// Every preference, in the order in which they are shown.
    pub const ALL: [Preference; 5] =
        [Preference::Theme, Preference::Contrast, Preference::Spacing, Preference::Links, Preference::Print];

    /// Its name in `data-theme` and in the storage's `seutu.theme`.
    pub const fn name(self) -> &'static str {
        match self {
            Preference::Theme => "theme",
            Preference::Contrast => "contrast",
            Preference::Spacing => "spacing",
            Preference::Links => "links",
            Preference::Print => "print",
        }
    }

    /// The names of its options besides the usual one.
    pub const fn options(self) -> &'static [&'static str] {
        match self {
            Preference::Theme => &["light", "dark"],
            Preference::Contrast => &["more"],
            Preference::Spacing => &["wide"],
            Preference::Links => &["underlined"],
            Preference::Print => &["large"],
        }
    }
}

/// The visitor's choices.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Choices([usize; Preference::ALL.len()]);

impl Choices {
    /// The place of the chosen option: 0 for the usual one, then those of [`Preference::options`].
    pub const fn of(&self, preference: Preference) -> usize {
        self.0[preference as usize]
    }

    /// Chooses an option by its place; one that isn't there is the usual one.
    pub fn choose(&mut self, preference: Preference, option: usize) {
        self.0[preference as usize] = if option <= preference.options().len() { option } else { 0 };
    }

    /// The name of the chosen option; the usual one has none.
    pub fn name_of(&self, preference: Preference) -> Option<&'static str> {
        preference.options().get(self.of(preference).checked_sub(1)?).copied()
    }

    /// Chooses an option by its name; any other name is the usual option.
    pub fn choose_named(&mut self, preference: Preference, name: Option<&str>) {
        let place = preference.options().iter().position(|option| Some(*option) == name);
        self.choose(preference, place.map_or(0, |place| place + 1));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_option_is_found_by_its_name_and_anything_else_is_the_usual_one() {
        for preference in Preference::ALL {
            let mut choices = Choices::default();
            for option in preference.options() {
                choices.choose_named(preference, Some(option));
                assert_eq!(choices.name_of(preference), Some(*option));
            }
            for other in [None, Some(""), Some("\"><script>")] {
                choices.choose_named(preference, other);
                assert_eq!(choices, Choices::default());
            }
        }
    }

    #[test]
    fn an_option_that_is_not_there_is_the_usual_one() {
        let mut choices = Choices::default();
        choices.choose(Preference::Print, 7);
        assert_eq!(choices, Choices::default());
    }

    #[test]
    fn style_and_start_script_know_the_same_options() {
        let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        let script = std::fs::read_to_string(root.join("public/first.js")).unwrap();
        let files = std::fs::read_dir(root.join("style")).unwrap();
        let style: String =
            files.map(|file| std::fs::read_to_string(file.unwrap().path()).unwrap()).collect();
        for preference in Preference::ALL {
            let options = preference.options().iter().map(|option| format!("\"{option}\""));
            let options: Vec<String> = options.collect();
            let known = format!("{}: [{}]", preference.name(), options.join(", "));
            assert!(script.contains(&known), "public/first.js doesn't know {known}");
            for option in preference.options() {
                let selector = format!("[data-{}=\"{option}\"]", preference.name());
                assert!(style.contains(&selector), "style/ has no rule for {selector}");
            }
        }
    }
}
