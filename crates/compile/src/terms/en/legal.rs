//! The pages that the law asks for, in English.

use crate::legal::words::{PrivacyWords, StatementWords};

pub(super) const STATEMENT: StatementWords = StatementWords {
    requirements: "How far the site meets the requirements",
    the_law: "The Finnish Act on the Provision of Digital Services (306/2019) asks public websites to meet levels A and AA \
        of the guidelines WCAG 2.1.",
    conforms: "The site meets all requirements. No shortcomings are known.",
    conforms_in_part: "The site meets the requirements in part. The known shortcomings are described below.",
    does_not_conform: "The site doesn’t meet the requirements. The known shortcomings are described below.",
    shortcomings: "Known shortcomings",
    what: "Shortcoming",
    why: "Why it matters",
    criterion: "WCAG criterion",
    when: "When it will be mended",
    by: "by ",
    nobody_knows_when: "No date has been set yet.",
    assessment: "How accessibility was assessed",
    assessed_by_ourselves: "Those who run the site assessed its accessibility themselves.",
    assessed_by: "Accessibility was assessed by ",
    assessed_on: " The assessment was made on ",
    this_was_done: ". This is what was done:",
    feedback: "Tell us about shortcomings",
    tell_us: "Have you come across something on this site that isn’t accessible? Tell us: ",
    we_answer: ". We answer within 14 days.",
    supervision: "Supervising authority",
    turn_to_the_authority: "If you get no answer within 14 days, or aren’t satisfied with it, you can file a complaint with \
        the authority that supervises the Act (306/2019).",
    authority: "Authority",
    web: "Website",
};

pub(super) const PRIVACY: PrivacyWords = PrivacyWords {
    collected: "What is collected about visitors",
    nothing_is_collected: "The site collects nothing about its visitors.",
    what: "What",
    why: "What for",
    kept_for: "How long it is kept",
    rights: "You have the right to know what has been collected about you, and to ask for it to be corrected or deleted \
        (EU 2016/679).",
    no_cookies: "The site uses no cookies, and nothing is fetched from the services of others.",
    in_browser: "What your own browser keeps",
    nothing_in_browser: "The site keeps nothing in your browser.",
    pages_in_browser: "the pages that you read with their pictures, the front page, the search, and the other pages of the same section, so that you can read them without a connection",
    only_in_browser: "This is kept in your own browser only and sent nowhere. You can delete it in the settings of your \
        browser.",
    server: "Logs of the server",
    logs: "The server that the pages come from may keep a log of requests of its own. Whoever runs the server is responsible \
        for it.",
    questions: "Questions",
    ask_here: "Ask about privacy here: ",
    answered_by: "Questions about privacy are answered by ",
};
