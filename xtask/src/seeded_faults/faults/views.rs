//! What can be wrong in `crates/views/src` and `crates/views/src/markup`, which publisher and browser share.

use crate::seeded_faults::fault::{Fault, Test, titled};

pub const FAULTS: &[Fault] = &[
    Fault {
        name: "a page keeps attributes of the page before it",
        file: "crates/views/src/markup/dom.rs",
        text: "            let _ = shown.node.remove_attribute(name);\n",
        replacement: "            let _ = name;\n",
        test: titled("survey", "nothing is wrong with /tietoa-sivustosta/"),
        before: Some(titled("same-dom", "/tietoa-sivustosta/")),
        says: "page.locator(\".listen\")",
    },
    Fault {
        name: "the menu says of a part of the site that it is the page itself",
        file: "crates/views/src/menu.rs",
        text: "            Some(\"true\")",
        replacement: "            Some(\"page\")",
        test: titled("header", "the main menu marks the part of the site that the page is in"),
        before: Some(titled("header", "the main menu marks the part of the site that the page is in")),
        says: "toHaveAttribute(\"aria-current\", \"true\")",
    },
    Fault {
        name: "the keyboard can't scroll a wide table",
        file: "crates/views/src/block.rs",
        text: "        .class(\"table\")
        .attr(\"tabindex\", \"0\")",
        replacement: "        .class(\"table\")",
        test: titled("survey", "nothing is wrong with everything:/hankkeet/lohkot/"),
        before: Some(titled("screens", "everything:/hankkeet/lohkot/")),
        says: "what doesn't fit on a screen",
    },
    Fault {
        name: "a navigation has no name",
        file: "crates/views/src/article.rs",
        text: "            .attr(\"aria-labelledby\", RELATED_ID)\n",
        replacement: "",
        test: titled("survey", "nothing is wrong with everything:/hankkeet/lohkot/"),
        before: Some(titled("landmarks", "everything:/hankkeet/lohkot/")),
        says: "a navigation without a name",
    },
    Fault {
        name: "the message about a page that didn't come isn't spoken",
        file: "crates/views/src/failure.rs",
        text: "        .attr(\"role\", \"alert\")\n",
        replacement: "",
        test: titled("fault-of-a-page", "the plain link opens the page as an ordinary web page"),
        before: Some(titled("fault-of-a-page", "the plain link opens the page as an ordinary web page")),
        says: "getByRole('alert')",
    },
    Fault {
        name: "a text can leave its attribute",
        file: "crates/views/src/markup/html.rs",
        text: "            b'\"' => \"&quot;\",\n",
        replacement: "",
        test: Test::Unit { package: "views", name: "markup::html::tests::no_text_can_leave_its_place" },
        before: Some(Test::Unit {
            package: "views",
            name: "markup::html::tests::no_text_can_leave_its_place",
        }),
        says: "no_text_can_leave_its_place",
    },
];
