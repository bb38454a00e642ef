//! Which of the candidates of a query's word are meant, once it is known which of them stand in the index.

use super::Candidate;

/// The cost above that of the best candidate from which on a candidate isn't meant.
const MARGIN: u8 = 4;

/// The reduction in cost for a candidate that is a base form without doubt.
const SURE: u8 = 3;

/// The candidates that a word asks for, the most plausible first. `known` says of one whether it stands in
/// the index, and if so whether it is a base form there without doubt.
///
/// Who types such a base form means that word: "kuusi" isn't "your moon", and "alusta" not the beginning. Who
/// types another form means the base forms that are nearly as plausible as the best one.
pub fn meant<'c>(
    word: &str,
    candidates: &'c [Candidate],
    mut known: impl FnMut(&str) -> Option<bool>,
) -> Vec<&'c str> {
    let mut meant: Vec<(&str, u8)> = Vec::new();
    for Candidate { text, cost } in candidates {
        if let Some(sure) = known(text) {
            if sure && text == word {
                return vec![text];
            }
            meant.push((text, if sure { cost.saturating_sub(SURE) } else { *cost }));
        }
    }
    let best = meant.iter().map(|(_, cost)| *cost).min().unwrap_or(0);
    meant.retain(|(text, cost)| *cost <= best + MARGIN || *text == word);
    meant.into_iter().map(|(text, _)| text).collect()
}

/// The candidates that a word of a text is likely to be a form of, where no index says more.
pub fn likely(candidates: &[Candidate]) -> impl Iterator<Item = &str> {
    let best = candidates.first().map_or(0, |best| best.cost);
    let likely = candidates.iter().filter(move |candidate| candidate.cost <= best + MARGIN);
    likely.map(|candidate| candidate.text.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn candidates() -> Vec<Candidate> {
        [("kuusi", 0), ("kuu", 3), ("kuus", 9)]
            .map(|(text, cost)| Candidate { text: text.to_owned(), cost })
            .into()
    }

    #[test]
    fn a_sure_base_form_means_itself_only() {
        assert_eq!(meant("kuusi", &candidates(), |_| Some(true)), ["kuusi"]);
        assert_eq!(meant("kuusi", &candidates(), |_| Some(false)), ["kuusi", "kuu"]);
        assert_eq!(meant("kuusi", &candidates(), |key| (key == "kuus").then_some(false)), ["kuus"]);
        assert!(meant("kuusi", &candidates(), |_| None).is_empty());
    }

    #[test]
    fn what_is_far_fetched_is_not_likely() {
        assert_eq!(likely(&candidates()).collect::<Vec<_>>(), ["kuusi", "kuu"]);
    }
}
