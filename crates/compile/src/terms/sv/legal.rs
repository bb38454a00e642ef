//! The pages that the law asks for, in Swedish.

use crate::legal::words::{PrivacyWords, StatementWords};

pub(super) const STATEMENT: StatementWords = StatementWords {
    requirements: "Hur webbplatsen uppfyller kraven",
    the_law: "Enligt lagen om tillhandahållande av digitala tjänster (306/2019) ska offentliga webbplatser uppfylla kraven \
        på nivå A och AA i riktlinjerna WCAG 2.1.",
    conforms: "Webbplatsen uppfyller kraven helt. Inga brister är kända.",
    conforms_in_part: "Webbplatsen uppfyller kraven delvis. De kända bristerna beskrivs nedan.",
    does_not_conform: "Webbplatsen uppfyller inte kraven. De kända bristerna beskrivs nedan.",
    shortcomings: "Kända brister",
    what: "Brist",
    why: "På vilket sätt den stör",
    criterion: "WCAG-kriterium",
    when: "När den åtgärdas",
    by: "senast den ",
    nobody_knows_when: "Tidpunkten är inte bestämd ännu.",
    assessment: "Hur tillgängligheten har bedömts",
    assessed_by_ourselves: "Den som ansvarar för webbplatsen har själv bedömt tillgängligheten.",
    assessed_by: "Tillgängligheten har bedömts av ",
    assessed_on: " Bedömningen gjordes den ",
    this_was_done: ". Så här gick den till:",
    feedback: "Berätta om brister",
    tell_us: "Har du märkt något på webbplatsen som inte är tillgängligt? Berätta det för oss: ",
    we_answer: ". Vi svarar inom 14 dagar.",
    supervision: "Tillsynsmyndighet",
    turn_to_the_authority: "Om du inte får svar inom 14 dagar eller inte är nöjd med svaret kan du göra en anmälan till den \
        myndighet som övervakar att lagen (306/2019) följs.",
    authority: "Myndighet",
    web: "Webbplats",
};

pub(super) const PRIVACY: PrivacyWords = PrivacyWords {
    collected: "Vilka uppgifter om besökare som samlas in",
    nothing_is_collected: "Webbplatsen samlar inte in några uppgifter om sina besökare.",
    what: "Uppgift",
    why: "Vad den används till",
    kept_for: "Hur länge den sparas",
    rights: "Du har rätt att få veta vilka uppgifter om dig som har samlats in, och att begära att de rättas eller tas bort \
        (EU 2016/679).",
    no_cookies: "Webbplatsen använder inga kakor, och ingenting hämtas från andras tjänster.",
    in_browser: "Vad som sparas i din egen webbläsare",
    nothing_in_browser: "Webbplatsen sparar ingenting i din webbläsare.",
    pages_in_browser: "sidorna som du läser med sina bilder, startsidan, sökningen och de andra sidorna i samma avsnitt, så att du kan läsa dem utan nätanslutning",
    only_in_browser: "Detta sparas bara i din egen webbläsare och skickas ingenstans. Du kan ta bort det i webbläsarens \
        inställningar.",
    server: "Serverns loggar",
    logs: "Servern som sidorna kommer från kan föra en egen logg över sidförfrågningar. För den ansvarar den som driver \
        servern.",
    questions: "Frågor",
    ask_here: "Här kan du fråga om dataskydd: ",
    answered_by: "Frågor om dataskydd besvaras av ",
};
