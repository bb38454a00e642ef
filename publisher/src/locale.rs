//! In which language the person at the command line is spoken to.

use page::Language;

/// The language that the environment asks for, as POSIX says (Base Definitions §8.2): the first of `LC_ALL`,
/// `LC_MESSAGES` and `LANG` that is set counts. English where it asks for none that Seutu speaks.
pub fn of_environment() -> Language {
    asked_for(|name| std::env::var(name).ok())
}

fn asked_for(variable: impl Fn(&str) -> Option<String>) -> Language {
    let set =
        ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().filter_map(variable).find(|value| !value.is_empty());
    let locale = set.unwrap_or_default();
    // fi_FI.UTF-8, sv_FI, en@euro
    Language::from_tag(locale.split(['_', '.', '@', '-']).next().unwrap_or_default()).unwrap_or(Language::En)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_variable_that_is_set_counts() {
        let language = |set: &[(&str, &str)]| {
            asked_for(|name| set.iter().find(|(set, _)| *set == name).map(|(_, value)| (*value).to_owned()))
        };
        assert_eq!(language(&[]), Language::En);
        assert_eq!(language(&[("LANG", "fi_FI.UTF-8")]), Language::Fi);
        assert_eq!(language(&[("LANG", "fi_FI.UTF-8"), ("LC_MESSAGES", "sv_FI")]), Language::Sv);
        assert_eq!(language(&[("LANG", "fi_FI.UTF-8"), ("LC_ALL", "C")]), Language::En);
        assert_eq!(language(&[("LC_ALL", ""), ("LANG", "fi")]), Language::Fi);
        assert_eq!(language(&[("LANG", "fil_PH.UTF-8")]), Language::En);
    }
}
