//! The accessibility statement, in the order of the European model statement (decision 2018/1523).

use page::{Block, Fact, Inline};

use super::{
    anchors::STATEMENT,
    parts::{heading, list, place_to_write, sentence, text},
    words::StatementWords,
};
use crate::{
    contact::ways_to_reach,
    context::{Context, filled},
    dates,
    links::{self, shown_address},
    markdown,
    terms::Terms,
};
use content::{
    fault::{
        Fault, Faults,
        finding::{LinkFinding, PageFinding},
    },
    source::{
        Located,
        legal::{AccessibilityStatementSource, AuthoritySource, ConformanceSource, ShortcomingSource},
    },
};

/// What a statement says, below the page's own text.
pub(crate) fn statement(
    context: Context<'_>,
    source: &AccessibilityStatementSource,
    faults: &mut Faults,
) -> Vec<Block> {
    check_conformance(context, source, faults);
    let words = &Terms::of(context.file.language).statement;
    let [requirements, assessment, feedback, supervision, shortcomings] = STATEMENT;
    let conformance = match source.conformance.value {
        ConformanceSource::Full => words.conforms,
        ConformanceSource::Partial => words.conforms_in_part,
        ConformanceSource::None => words.does_not_conform,
    };
    let mut page =
        vec![heading(requirements, words.requirements), sentence(words.the_law), sentence(conformance)];
    if !source.shortcomings.value.is_empty() {
        page.push(heading(shortcomings, words.shortcomings));
        let each = source.shortcomings.value.iter();
        page.extend(each.map(|one| Block::Facts(shortcoming(context, words, one, faults))));
    }
    page.push(heading(assessment, words.assessment));
    page.push(Block::Paragraph(assessed(context, words, source, faults)));
    page.push(list(context, filled(context, &source.methods, faults), None, faults));
    page.push(heading(feedback, words.feedback));
    if let Some(link) = place_to_write(context, &source.feedback, faults) {
        let spans = [Inline::Text(words.tell_us.into()), link, Inline::Text(words.we_answer.into())];
        page.push(Block::Paragraph(spans.into()));
    }
    page.extend([heading(supervision, words.supervision), sentence(words.turn_to_the_authority)]);
    page.push(Block::Facts(authority(context, words, &source.authority, faults)));
    page
}

/// A statement that names shortcomings doesn't conform in full, and one that doesn't conform names them.
fn check_conformance(context: Context<'_>, source: &AccessibilityStatementSource, faults: &mut Faults) {
    let is_full = source.conformance.value == ConformanceSource::Full;
    if is_full != source.shortcomings.value.is_empty() {
        let finding = if is_full { PageFinding::NotInFull } else { PageFinding::NoShortcomings };
        faults.add(Fault::new(finding, context.file.place(source.conformance.span.clone())));
    }
}

fn shortcoming(
    context: Context<'_>,
    words: &StatementWords,
    source: &ShortcomingSource,
    faults: &mut Faults,
) -> Vec<Fact> {
    let mut facts = vec![
        Fact::new(words.what, markdown::inlines(context, &source.what, faults)),
        Fact::new(words.why, markdown::inlines(context, &source.why, faults)),
    ];
    if let Some(criterion) = &source.criterion {
        if !is_criterion(&criterion.value) {
            let place = context.file.place(criterion.span.clone());
            faults.add(Fault::new(PageFinding::Criterion { text: criterion.value.clone() }, place));
        }
        facts.push(Fact::new(words.criterion, text(&criterion.value)));
    }
    let mended = match &source.mended_by {
        None => Some(text(words.nobody_knows_when)),
        Some(day) => dates::date(context, day, faults)
            .map(|date| vec![Inline::Text(words.by.to_owned()), Inline::Date(date)]),
    };
    facts.extend(mended.map(|mended| Fact::new(words.when, mended)));
    facts
}

/// How many criteria each guideline of WCAG 2.2 has, by principle.
const CRITERIA: [&[u32]; 4] = [&[1, 9, 6, 13], &[4, 6, 3, 13, 8], &[6, 6, 9], &[3]];

/// Whether WCAG 2.2 has a criterion of this number.
fn is_criterion(number: &str) -> bool {
    let parts: Option<Vec<usize>> = number
        .split('.')
        .map(|part| part.parse().ok().filter(|number: &usize| number.to_string() == part))
        .collect();
    let Some([principle, guideline, criterion]) = parts.as_deref() else { return false };
    let guidelines = principle.checked_sub(1).and_then(|at| CRITERIA.get(at));
    let criteria = guidelines.and_then(|all| all.get(guideline.checked_sub(1)?));
    criteria.is_some_and(|most| (1..=*most as usize).contains(criterion))
}

fn assessed(
    context: Context<'_>,
    words: &StatementWords,
    source: &AccessibilityStatementSource,
    faults: &mut Faults,
) -> Vec<Inline> {
    let by = match &source.assessed_by {
        None => words.assessed_by_ourselves.to_owned(),
        Some(name) => format!("{}{}.", words.assessed_by, markdown::words(context, name, faults)),
    };
    let mut spans = text(&format!("{by}{}", words.assessed_on));
    spans.extend(dates::date(context, &source.assessed, faults).map(Inline::Date));
    spans.push(Inline::Text(words.this_was_done.to_owned()));
    spans
}

fn authority(
    context: Context<'_>,
    words: &StatementWords,
    source: &AuthoritySource,
    faults: &mut Faults,
) -> Vec<Fact> {
    let mut facts = vec![Fact::new(words.authority, text(&markdown::words(context, &source.name, faults)))];
    facts.extend(web(context, &source.web, faults).map(|link| Fact::new(words.web, vec![link])));
    facts.extend(ways_to_reach(context, &source.email, &source.phone, &[], faults));
    facts
}

/// A link to an address on the web, which is shown without its scheme.
fn web(context: Context<'_>, address: &Located<String>, faults: &mut Faults) -> Option<Inline> {
    let place = context.file.place(address.span.clone());
    let Some(shown) = shown_address(&address.value) else {
        faults.add(Fault::new(LinkFinding::Malformed { target: address.value.clone() }, place));
        return None;
    };
    let to = links::link(context, &address.value, place, faults)?;
    Some(Inline::Link { to, text: text(shown) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_criterion_is_one_of_wcag() {
        for number in ["1.1.1", "1.4.13", "2.5.8", "3.3.9", "4.1.3"] {
            assert!(is_criterion(number), "{number}");
        }
        for other in
            ["", "1", "1.4", "1.4.14", "0.1.1", "5.1.1", "1.04.3", "1.4.3.1", "1.4.x", "4.1.0", "+1.1.1"]
        {
            assert!(!is_criterion(other), "{other}");
        }
    }
}
