//! What can be wrong in `style/`.

use crate::seeded_faults::fault::{Fault, spec, titled};

pub const FAULTS: &[Fault] = &[
    Fault {
        name: "muted text is too pale to read",
        file: "style/tokens.css",
        text: "--colour-text-muted: light-dark(#354b53,",
        replacement: "--colour-text-muted: light-dark(#7d9199,",
        test: titled("contrast", "from their grounds: usual, light"),
        before: Some(spec("contrast")),
        says: "--colour-text-muted on --colour-ground",
    },
    Fault {
        name: "controls are too small for a finger",
        file: "style/tokens.css",
        text: "--target: max(2.75rem, 44px);",
        replacement: "--target: 2rem;",
        test: titled("keyboard", "a finger hits every control of the reading settings on 1280 px"),
        before: Some(titled("keyboard", "a finger hits every control of")),
        says: "page.evaluate(smallTargets)",
    },
    Fault {
        name: "the ring around the focus is hair-thin",
        file: "style/tokens.css",
        text: "--focus-width: 3px;",
        replacement: "--focus-width: 1px;",
        test: titled(
            "keyboard",
            "the Tab key goes through the reading settings, and the focus is seen there",
        ),
        before: Some(titled("accessibility", "a link or button that the keyboard reaches can be seen")),
        says: "it has no ring",
    },
    Fault {
        name: "high contrast that the system asks for has another grey than the one that is chosen",
        file: "style/theme.css",
        text: "@media (prefers-contrast: more) {
  :root {
    --colour-ground: light-dark(#ffffff, #000000);
    --colour-surface: light-dark(#ffffff, #000000);
    --colour-mist: light-dark(#ffffff, #000000);
    --colour-text: light-dark(#000000, #ffffff);
    --colour-text-muted: light-dark(#000000,",
        replacement: "@media (prefers-contrast: more) {
  :root {
    --colour-ground: light-dark(#ffffff, #000000);
    --colour-surface: light-dark(#ffffff, #000000);
    --colour-mist: light-dark(#ffffff, #000000);
    --colour-text: light-dark(#000000, #ffffff);
    --colour-text-muted: light-dark(#333333,",
        test: titled("contrast", "whether the system wishes it or the visitor chose it"),
        before: Some(spec("contrast")),
        says: "expect(wished).toEqual(chosen)",
    },
    Fault {
        name: "the menu is painted over the ring of a control in the header",
        file: "style/header.css",
        text: "  position: relative;
  z-index: 1;
}

.site-header-bar {",
        replacement: "}

.site-header-bar {",
        test: titled("keyboard", "is seen on all of its sides everywhere in the portal, 1280 px"),
        before: Some(titled("keyboard", "nothing is painted over a side of the ring on")),
        says: "sides that something is painted over",
    },
    Fault {
        name: "a long word runs out of a narrow screen",
        file: "style/base.css",
        text: "  overflow-wrap: break-word;
  hyphens: auto;",
        replacement: "  hyphens: auto;",
        test: titled("gallery", "every state fits on screens up to 320 px"),
        before: Some(spec("screens")),
        says: "320 × 256",
    },
    Fault {
        name: "a wide table makes the whole page scroll sideways",
        file: "style/blocks.css",
        text: "  max-inline-size: 100%;
  overflow-x: auto;
}

.table table {",
        replacement: "  max-inline-size: 100%;
  overflow-x: visible;
}

.table table {",
        test: titled("survey", "nothing is wrong with everything:/hankkeet/lohkot/"),
        before: Some(titled("screens", "everything:/hankkeet/lohkot/")),
        says: "what doesn't fit on a screen",
    },
    Fault {
        name: "the state of a call pushes the text down when it comes",
        file: "style/blocks.css",
        text: "    min-block-size: calc(var(--call-state-lines) * 1lh + 0.4rem);",
        replacement: "    min-block-size: 1lh;",
        test: titled("layout-shift", "320 px nothing moves on a call"),
        before: Some(titled("layout-shift", "nothing moves on a call")),
        says: "expect.soft(await shifts(page), moment)",
    },
    Fault {
        name: "a voice that comes late pushes the text down",
        file: "style/page-tools.css",
        text: "html[data-script] .read-aloud[hidden] {
  display: flex;",
        replacement: "html[data-script] .read-aloud[hidden] {
  display: none;",
        test: titled("read-aloud-offered", "nothing moves when it is offered late"),
        before: Some(titled("layout-shift", "nothing moves on")),
        says: "expect(await place()).toBe(before)",
    },
    Fault {
        name: "the pages of a printed section are seen on the screen",
        file: "style/page-tools.css",
        text: "main > .page ~ .page {
  display: none;",
        replacement: "main > .page ~ .page {
  display: block;",
        test: titled("print-section", "and the screen shows its own page alone"),
        before: Some(spec("print-section")),
        says: "toHaveText([theme().title]);",
    },
    Fault {
        name: "the page is seen through the open menu",
        file: "style/menu.css",
        text: "  overscroll-behavior: contain;
  background: var(--colour-surface);",
        replacement: "  overscroll-behavior: contain;
  background: transparent;",
        test: titled("main-menu", "nothing of the page is seen through it"),
        before: Some(spec("main-menu")),
        says: "toHaveCSS(\"background-color\"",
    },
    Fault {
        name: "the reading settings lie over their own button on a low screen",
        file: "style/reading-settings.css",
        text: "    position-try-fallbacks: --to-the-end, --over-all-inline, --beside-before, --beside-after, --over-all;\n",
        replacement: "",
        test: titled("reading-settings", "the panel leaves its button in sight and scrolls to its end"),
        before: Some(spec("reading-settings")),
        says: "leaves its button in sight",
    },
    Fault {
        name: "a heading is the last line of a sheet of paper",
        file: "style/print.css",
        text: "  .group-title {
    break-after: avoid;",
        replacement: "  .group-title {
    break-after: auto;",
        test: titled("print-to-pdf", "is the last line of a sheet of 210 mm"),
        before: Some(titled("print-to-pdf", "is the last line of a sheet")),
        says: "on paper of",
    },
    Fault {
        name: "a long line of code is cut off at the edge of the paper",
        file: "style/print.css",
        text: "    white-space: pre-wrap;
    overflow-wrap: anywhere;",
        replacement: "    white-space: pre;
    overflow-wrap: anywhere;",
        test: titled("print-to-pdf", "nothing is cut off at the edge of A4"),
        before: Some(titled("print-to-pdf", "nothing is cut off at the edge of")),
        says: "toContain(letters(code))",
    },
    Fault {
        name: "buttons for the text size are shown where no script runs",
        file: "style/text-size.css",
        text: "
.text-size {
  display: none;",
        replacement: "
.text-size {
  display: inline-flex;",
        test: titled("reading-without-script", "a page of the kind front, is readable without script"),
        before: Some(spec("reading-without-script")),
        says: "expect(control).toBeHidden()",
    },
];
