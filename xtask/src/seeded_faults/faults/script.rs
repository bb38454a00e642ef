//! What can be wrong in `public/first.js` and `public/start.js`.

use crate::seeded_faults::fault::{Fault, spec, titled};

const FIRST: &str = "public/first.js";
const START: &str = "public/start.js";

pub const FAULTS: &[Fault] = &[
    Fault {
        name: "anything in the storage becomes an attribute of the document",
        file: FIRST,
        text: "if (options.includes(chosen)) root",
        replacement: "if (chosen) root",
        test: titled("reading-settings", "something else in the storage changes nothing"),
        before: Some(spec("reading-settings")),
        says: "expect(attributes.sort())",
    },
    Fault {
        name: "room is kept for a notice that is over",
        file: FIRST,
        text: "if (begins <= Date.now() && Date.now() < ends)",
        replacement: "if (begins <= Date.now())",
        test: titled("layout-shift", "nothing moves before, while and after a notice holds"),
        before: Some(titled("layout-shift", "a notice holds")),
        says: "expect.soft(await shifts(page), moment)",
    },
    Fault {
        name: "a call is still listed at the moment at which it has ended",
        file: FIRST,
        text: "Date.parse(entry.dataset.until) <= Date.now()",
        replacement: "Date.parse(entry.dataset.until) < Date.now()",
        test: titled(
            "upcoming",
            "the front page lists what isn't over, also while the application is on its way",
        ),
        before: Some(spec("upcoming")),
        says: "when the call has ended, before the application",
    },
    Fault {
        name: "controls stay, dead, where the application didn't start",
        file: START,
        text: "  root.removeAttribute(\"data-script\");\n",
        replacement: "",
        test: titled("fault-of-the-application", "when the WebAssembly is missing"),
        before: Some(spec("fault-of-the-application")),
        says: "not.toHaveAttribute(\"data-script\")",
    },
    Fault {
        name: "search that didn't come once never comes",
        file: START,
        text: "    search = undefined;\n",
        replacement: "",
        test: titled("search", "a module that doesn't come is asked for again"),
        before: Some(spec("search")),
        says: "expect(results(page).first()).toBeVisible()",
    },
    Fault {
        name: "what only a visitor who acts needs is asked for at once",
        file: START,
        text: "    await acts;\n",
        replacement: "",
        test: titled("two-parts", "before the visitor acts nothing of the second part is asked for"),
        before: None,
        says: "expect(requests(site)).toBe(0)",
    },
];
