//! What a site knows of its visitors.

use page::{Block, Fact, Inline, ListItem};

use super::{
    anchors::PRIVACY,
    parts::{heading, list, place_to_write, sentence, text},
    words::PrivacyWords,
};
use crate::{context::Context, markdown, terms::Terms};
use content::{
    fault::Faults,
    source::legal::{CollectedSource, PrivacySource},
};

/// What a privacy page says, below the page's own text.
pub(crate) fn privacy(context: Context<'_>, source: &PrivacySource, faults: &mut Faults) -> Vec<Block> {
    let words = &Terms::of(context.file.language).privacy;
    let [collected, in_browser, server, questions] = PRIVACY;
    let mut page = vec![heading(collected, words.collected)];
    if source.collected.is_empty() {
        page.push(sentence(words.nothing_is_collected));
    }
    page.extend(source.collected.iter().map(|one| of_visitors(context, words, one, faults)));
    if !source.collected.is_empty() {
        page.push(sentence(words.rights));
    }
    page.extend([sentence(words.no_cookies), heading(in_browser, words.in_browser)]);
    let pages =
        context.site.pages_are_kept.then(|| ListItem { text: text(words.pages_in_browser), list: None });
    if source.in_browser.is_empty() && pages.is_none() {
        page.push(sentence(words.nothing_in_browser));
    } else {
        let kept = list(context, &source.in_browser, pages, faults);
        page.extend([sentence(words.only_in_browser), kept]);
    }
    page.extend([heading(server, words.server), sentence(words.logs), heading(questions, words.questions)]);
    page.extend(answers(context, words, source, faults));
    page
}

fn of_visitors(
    context: Context<'_>,
    words: &PrivacyWords,
    source: &CollectedSource,
    faults: &mut Faults,
) -> Block {
    let kept_for = markdown::words(context, &source.kept_for, faults);
    Block::Facts(vec![
        Fact::new(words.what, markdown::inlines(context, &source.what, faults)),
        Fact::new(words.why, markdown::inlines(context, &source.why, faults)),
        Fact::new(words.kept_for, text(&kept_for)),
    ])
}

fn answers(
    context: Context<'_>,
    words: &PrivacyWords,
    source: &PrivacySource,
    faults: &mut Faults,
) -> Option<Block> {
    let before = match &source.answers.name {
        Some(name) => format!("{}{}: ", words.answered_by, markdown::words(context, name, faults)),
        None => words.ask_here.to_owned(),
    };
    let link = place_to_write(context, &source.answers.to, faults)?;
    Some(Block::Paragraph(vec![Inline::Text(before), link, Inline::Text(".".to_owned())]))
}
