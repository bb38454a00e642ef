//! Plans an import in memory: which pages it writes, and which files it copies.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::PathBuf,
};

use jiff::Timestamp;
use page::{Language, PagePath};

use super::{
    addresses::{self, Place},
    anchors,
    blocks::{self, Parsed},
    convert::{self, Conversion, heading_words},
    files::Copies,
    front_matter::{self, FrontMatter},
    held,
    inlines::collapse,
    links::{Target, Targets},
    page::{Block, Kind, Page},
    prepare::REF,
    reading,
    report::{Report, Sort},
    title::{self, TitleHeading},
    tree::Tree,
};
use content::{own_files::is_part, schema};

/// What an import needs to know besides the tree.
#[derive(Clone, Copy, Debug)]
pub struct Options<'a> {
    /// The language of the pages.
    pub language: Language,
    /// The main language of the site, whose pages have no language in their addresses.
    pub main: Language,
    /// The pages that are there already, without `.json` and `/index.json`: no section is made for these.
    pub existing: &'a BTreeSet<String>,
    /// The moment of the import: what is to be seen later only, or no more, is a draft.
    pub now: Timestamp,
}

/// What is to be written into the folder of the language.
#[derive(Clone, Debug, Default)]
pub struct Plan {
    /// The pages by their files.
    pub pages: BTreeMap<String, Page>,
    /// The files to copy, from where by where to.
    pub copies: BTreeMap<String, PathBuf>,
    /// What the editor is told.
    pub report: Report,
}

/// The folders whose pages are news.
const NEWS: [&str; 8] =
    ["posts", "post", "blog", "news", "uutiset", "ajankohtaista", "tiedotteet", "nyheter"];

/// How long a summary may be, in characters.
const SUMMARY: usize = 160;

/// A page on its way.
pub(super) struct Draft {
    pub(super) place: Place,
    pub(super) front_matter: FrontMatter,
    parsed: Parsed,
    title: String,
    /// The heading that became the title.
    title_heading: Option<TitleHeading>,
    pub(super) address: PagePath,
}

/// Plans the import of a tree. It never fails: what can't be carried over is told in the report.
pub fn plan(tree: &Tree, options: Options<'_>, report: Report) -> Plan {
    let mut report = report;
    let mut bodies = BTreeMap::new();
    let mut slugs = BTreeMap::new();
    for (path, text) in &tree.pages {
        let mut split = front_matter::split(text);
        if let Some((line, reason)) = &split.fault {
            let words =
                format!("the front matter can't be read ({reason}): left out, the text is kept as a draft");
            report.warn(&tree.show(path), *line, Sort::FrontMatter, words);
        }
        split.front_matter.tell(&tree.show(path), &mut report);
        match split.front_matter.slug.take() {
            // A whole address: the page stays in its folder, and the address leads to it.
            Some(slug) if slug.contains('/') => split.front_matter.aliases.push(slug),
            Some(slug) => {
                slugs.insert(path.clone(), slug);
            }
            None => {}
        }
        bodies.insert(path.clone(), split);
    }
    let places = addresses::place(tree, &slugs, options.language, &mut report);
    let mut drafts = Vec::new();
    for place in places {
        if place.file.is_none() && options.existing.contains(&place.segments.join("/")) {
            continue;
        }
        let mut split = place.file.as_ref().and_then(|file| bodies.remove(file)).unwrap_or_default();
        if let Some(category) = place.index_of.as_ref().and_then(|folder| tree.categories.get(folder)) {
            let FrontMatter { title, name, description, order, .. } = &mut split.front_matter;
            if place.file.is_none() {
                *title = category.title.clone().or_else(|| category.name.clone());
                *description = category.description.clone();
            }
            *name = name.take().or_else(|| category.name.clone());
            *order = order.or(category.order);
        }
        drafts.push(draft(tree, options, place, split, &mut report));
    }
    entitle(tree, &mut drafts);
    held::hold_back(tree, &mut drafts, options.now, &mut report);
    let targets = targets(&drafts, options);
    let mut plan = Plan { report, ..Plan::default() };
    let mut copies = Copies::default();
    let mut addresses: BTreeSet<PagePath> = drafts.iter().map(|draft| draft.address.clone()).collect();
    for (own, draft) in drafts.iter().enumerate() {
        let old = old_addresses(tree, draft, &mut addresses, &mut plan.report);
        let page = page(tree, options, &targets, own, draft, &mut copies, &mut plan.report);
        plan.pages.insert(draft.place.json(), Page { old_addresses: old, ..page });
    }
    left_behind(tree, &copies, &mut plan.report);
    (plan.report.images, plan.report.documents) = copies.count();
    plan.copies = copies.copies;
    plan.report.pages = plan.pages.len();
    plan.report.sort();
    plan
}

/// The endings of pages in other formats.
const OTHER_PAGES: [&str; 7] = [".html", ".htm", ".rst", ".adoc", ".asciidoc", ".org", ".textile"];

fn left_behind(tree: &Tree, copies: &Copies, report: &mut Report) {
    let copied: BTreeSet<&PathBuf> = copies.copies.values().collect();
    for (path, _) in tree.files.iter().filter(|(_, file)| !copied.contains(file)) {
        let is_page = OTHER_PAGES.iter().any(|ending| path.to_lowercase().ends_with(ending));
        let words = if is_page {
            "this file isn't Markdown: not imported"
        } else {
            "no page leads to this file: not copied"
        };
        report.warn(&tree.show(path), 1, Sort::File, words);
    }
}

fn draft(
    tree: &Tree,
    options: Options<'_>,
    place: Place,
    split: front_matter::Split<'_>,
    report: &mut Report,
) -> Draft {
    let (prepared, parsed) = reading::read(split.body, split.body_line.max(1), &|path| tree.snippet(path));
    if let Some(file) = &place.file {
        for (line, sort, what) in &prepared.dropped {
            report.warn(&tree.show(file), *line, *sort, what.replace(REF, ""));
        }
    }
    let mut address = PagePath::root();
    let language = (options.language != options.main).then(|| options.language.tag().to_owned());
    for segment in language.iter().chain(&place.segments) {
        // A slug is always a valid part of an address.
        address = address.child(segment).unwrap_or(address);
    }
    let (title, title_heading) = (String::new(), None);
    Draft { place, front_matter: split.front_matter, parsed, title, title_heading, address }
}

/// Gives the pages their titles, once it is known which headings many of them have.
fn entitle(tree: &Tree, drafts: &mut [Draft]) {
    let mastheads = title::mastheads(drafts.iter().map(|draft| (draft.place.folder(), &draft.parsed)));
    for Draft { place, front_matter, parsed, title, title_heading, .. } in drafts {
        let written = front_matter.title.as_deref();
        *title_heading = title::take(parsed, &place.folder(), written, &mastheads);
        let of_heading = title_heading.as_ref().map(|(words, _)| words.clone());
        *title = front_matter.title.clone().or(of_heading).unwrap_or_else(|| title::of_name(place, tree));
    }
}

fn targets(drafts: &[Draft], options: Options<'_>) -> Targets {
    let mut targets = Targets::default();
    for draft in drafts {
        let mut headings: Vec<(String, Vec<String>)> = draft
            .parsed
            .blocks
            .iter()
            .filter_map(|block| match block {
                blocks::Block::Heading { text, ids, .. } => Some((heading_words(text), ids.clone())),
                _ => None,
            })
            .filter(|(words, _)| !words.is_empty())
            .collect();
        if !draft.parsed.footnotes.is_empty() {
            headings.push((footnotes_heading(options.language).to_owned(), Vec::new()));
        }
        let above = (String::new(), draft.parsed.ids.clone());
        let title: Vec<_> = draft.title_heading.iter().cloned().chain([above]).collect();
        let target = Target {
            address: draft.address.to_string(),
            name: draft.title.clone(),
            draft: draft.front_matter.draft,
            anchors: anchors::anchors(&headings),
            title: anchors::anchors(&title),
        };
        let mut paths = Vec::new();
        paths.extend(draft.place.file.clone());
        paths.extend(draft.place.index_of.clone());
        paths.push(draft.place.segments.join("/"));
        paths.extend(draft.front_matter.aliases.clone());
        targets.add(target, paths);
    }
    targets
}

fn page(
    tree: &Tree,
    options: Options<'_>,
    targets: &Targets,
    own: usize,
    draft: &Draft,
    copies: &mut Copies,
    report: &mut Report,
) -> Page {
    let Draft { place, front_matter, parsed, title, .. } = draft;
    let file = place.file.clone().unwrap_or_default();
    let shown = tree.show(&file);
    let conversion = Conversion {
        tree,
        targets,
        own,
        file: &file,
        folder: &place.folder(),
        title,
        footnotes_heading: footnotes_heading(options.language),
        copies,
        report,
    };
    let mut content = convert::convert(conversion, parsed);
    let kind = kind(draft, &shown, report);
    match &kind {
        Kind::Front | Kind::Section => {
            report.sections += usize::from(place.has_pages);
            report.generated += usize::from(place.file.is_none());
            if place.has_pages {
                content.push(Block::Children {});
            }
        }
        Kind::News { .. } => report.news += 1,
        Kind::Page => {}
    }
    if front_matter.draft {
        report.drafts.push(shown.clone());
    }
    Page {
        // One folder more: that of the language.
        schema: schema::from_page(place.json().matches('/').count() + 1),
        title: title.clone(),
        name: front_matter.name.clone().filter(|name| name != title),
        summary: summary(draft),
        kind,
        order: order(draft, &shown, report),
        tags: front_matter.tags.clone(),
        draft: front_matter.draft,
        old_addresses: Vec::new(),
        content,
    }
}

fn kind(draft: &Draft, shown: &str, report: &mut Report) -> Kind {
    let Draft { place, front_matter, .. } = draft;
    let shown_from = front_matter.hold.from.first().map(|(_, written)| written);
    let date = match front_matter.date.as_ref().or(shown_from) {
        Some(written) => {
            let day = written.get(..10).filter(|day| day.parse::<jiff::civil::Date>().is_ok());
            if day.is_none() {
                report.warn(
                    shown,
                    1,
                    Sort::FrontMatter,
                    format!("the date “{written}” isn't a day like 2024-05-01: left out"),
                );
            }
            day.map(str::to_owned)
        }
        None => place.date.clone(),
    };
    if place.index_of.as_deref() == Some("") {
        return Kind::Front;
    }
    if place.has_pages {
        return Kind::Section;
    }
    let file = place.file.as_deref().unwrap_or_default();
    let folders = file.rsplit_once('/').map_or("", |(folders, _)| folders);
    let in_news = folders.split('/').any(|folder| NEWS.contains(&folder.to_lowercase().as_str()));
    // The page of the news folder itself is none of its news.
    let is_folder_of_news =
        place.index_of.as_ref().is_some_and(|folder| NEWS.contains(&folder.to_lowercase().as_str()));
    if (in_news && !is_folder_of_news) || place.date.is_some() {
        if date.is_none() {
            report.warn(shown, 1, Sort::FrontMatter, "a news item without a day: written without one");
        }
        return Kind::News { published: date };
    }
    if date.is_some() {
        report.warn(shown, 1, Sort::FrontMatter, "the date of a page that isn't news: left out");
    }
    Kind::Page
}

fn order(draft: &Draft, shown: &str, report: &mut Report) -> Option<u32> {
    let Some(order) = draft.front_matter.order else { return draft.place.number };
    if order.fract() != 0.0 || order < 0.0 || order > f64::from(u32::MAX) {
        report.warn(
            shown,
            1,
            Sort::FrontMatter,
            format!("the order {order} isn't a whole number from 0 on: rounded"),
        );
    }
    // A float as an integer stays within its bounds.
    Some(order.round() as u32)
}

fn summary(draft: &Draft) -> String {
    let first = || {
        draft.parsed.blocks.iter().find_map(|block| match block {
            blocks::Block::Paragraph { text, .. } => {
                // What an image shows is no summary of the page, and neither are links alone.
                let is_image = |inline: &blocks::Inline| matches!(inline, blocks::Inline::Image(_));
                let text: Vec<_> = text.iter().filter(|inline| !is_image(inline)).cloned().collect();
                let said = text.iter().any(|inline| match inline {
                    blocks::Inline::Text(words) => !words.trim().is_empty(),
                    blocks::Inline::Break | blocks::Inline::Link { .. } => false,
                    _ => true,
                });
                Some(collapse(&blocks::words(&text)).trim().to_owned())
                    .filter(|words| said && !words.is_empty())
            }
            _ => None,
        })
    };
    match &draft.front_matter.description {
        Some(description) => description.clone(),
        None => first().map_or_else(|| draft.title.clone(), |words| cut(&words)),
    }
}

/// The beginning of a text: whole sentences if there is one that fits, else whole words.
fn cut(text: &str) -> String {
    if text.chars().count() <= SUMMARY {
        return text.to_owned();
    }
    let beginning: String = text.chars().take(SUMMARY - 1).collect();
    let sentence = [". ", "! ", "? "].iter().filter_map(|end| beginning.rfind(end)).max();
    match (sentence, beginning.rfind(' ')) {
        (Some(end), _) if end > SUMMARY / 3 => beginning[..=end].to_owned(),
        (_, Some(end)) => format!("{}…", beginning[..end].trim_end_matches([',', ';', ':', ' ', '–'])),
        _ => format!("{beginning}…"),
    }
}

fn old_addresses(
    tree: &Tree,
    draft: &Draft,
    taken: &mut BTreeSet<PagePath>,
    report: &mut Report,
) -> Vec<String> {
    let mut old = Vec::new();
    for alias in &draft.front_matter.aliases {
        let shown = tree.show(draft.place.file.as_deref().unwrap_or_default());
        match PagePath::parse(&format!("/{}", alias.trim().trim_start_matches('/'))) {
            // The address that the page has again.
            Ok(path) if path == draft.address => {}
            Ok(path) if Language::ALL.into_iter().any(|language| is_part(&path, language)) => {
                report.warn(
                    &shown,
                    1,
                    Sort::Address,
                    format!("the old address {path} is reserved for the parts of long lists: left out"),
                );
            }
            Ok(path) if taken.insert(path.clone()) => old.push(path.to_string()),
            Ok(path) => report.warn(
                &shown,
                1,
                Sort::Address,
                format!("the old address {path} belongs to another page: left out"),
            ),
            Err(reason) => {
                report.warn(
                    &shown,
                    1,
                    Sort::Address,
                    format!("the old address {alias} can't be kept ({reason}): left out"),
                );
            }
        }
    }
    old
}

fn footnotes_heading(language: Language) -> &'static str {
    match language {
        Language::Fi => "Viitteet",
        Language::Sv => "Noter",
        Language::En => "Notes",
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::published::faults;

    fn plan_of(text: &str) -> Plan {
        let pages = [("a.md".to_owned(), text.to_owned()), ("b/c.md".to_owned(), text.to_owned())].into();
        let tree = Tree { pages, ..Tree::default() };
        let existing = BTreeSet::new();
        let options = Options {
            language: Language::Fi,
            main: Language::Fi,
            existing: &existing,
            now: Timestamp::UNIX_EPOCH,
        };
        plan(&tree, options, Report::default())
    }

    /// The marks with which a text is prepared, if one of them reaches a page or the report.
    fn own_marks(plan: &Plan) -> Option<String> {
        let pages = serde_json::to_string(&plan.pages).unwrap_or_default();
        let all = format!("{pages}\n{}", plan.report);
        let mark = ["<!--container", "<!-- -->", "hugo-ref:"].into_iter().find(|mark| all.contains(mark))?;
        Some(format!("{mark} in {all}"))
    }

    fn content(text: &str) -> serde_json::Value {
        let plan = plan_of(text);
        serde_json::to_value(&plan.pages.get("a.json").unwrap().content).unwrap()
    }

    #[test]
    fn code_in_a_numbered_list_keeps_the_numbers() {
        assert_eq!(
            content("1. yksi\n\n   ```sh\n   ls\n   ```\n2. kaksi\n"),
            serde_json::json!([
                { "paragraph": "1\\. yksi" },
                { "code": { "language": "sh", "text": "ls" } },
                { "paragraph": "2\\. kaksi" },
            ])
        );
    }

    #[test]
    fn a_summary_ends_with_a_sentence_or_a_word() {
        let sentence = "Yksi pitkähkö lause, jossa on sanoja aivan riittävästi tähän.";
        assert_eq!(cut(&format!("{sentence} {}", "sana ".repeat(40))), sentence);
        let words = cut(&"sana ".repeat(40));
        assert!(words.ends_with("sana…") && words.chars().count() <= SUMMARY, "{words}");
    }

    #[test]
    fn deep_nesting_is_no_danger() {
        let details = |depth| {
            let begins = "<details><summary>s</summary>\n\n".repeat(depth);
            format!("{begins}{}x\n\n{}", "- a\n".repeat(3), "</details>\n\n".repeat(depth))
        };
        let lists =
            |depth| (0..depth).map(|level| format!("{}- a\n", "  ".repeat(level))).collect::<String>();
        for text in [
            ">".repeat(20_000),
            "- ".repeat(5_000),
            "*a ".repeat(5_000),
            ":::note\n".repeat(500),
            "[".repeat(20_000),
            details(7),
            details(60),
            lists(12),
            lists(100),
            lists(20) + "- b\n\n  ```\n  c\n  ```\n" + &lists(20),
            format!("[^1]\n\n[^1]:\n{}", lists(30).replace("- ", "    - ")),
        ] {
            assert_eq!(faults(&plan_of(&text).pages), Ok(()));
        }
    }

    proptest! {
        #![proptest_config(crate::published::cases())]

        #[test]
        fn any_text_can_be_imported(text in any::<String>()) {
            let plan = plan_of(&text);
            prop_assert_eq!(own_marks(&plan), None);
            prop_assert_eq!(faults(&plan.pages), Ok(()));
        }

        #[test]
        fn any_marks_can_be_imported(
            parts in proptest::collection::vec(
                proptest::sample::select(vec![
                    "# ", "## ", "#### ", "- ", "1. ", "> ", "\n", "\n\n", "    ", "```", "~~~", "|", "|-|\n", "*", "**",
                    "_", "[", "](x.md#y)", "![", "](k.png)", "<", ">", "<a id=\"x\">", "<!--", "-->", ":::note", ":::",
                    "!!! tip \"x\"\n    ", "{{< ref \"x\" >}}", "{{<", ">}}", "{%", "[^1]", "[^1]: ", ": ", "teksti ", "täältä", "Ohjelma", "](mailto:", "](tel:", "](#ohjelma)", "](a.md)", "](b/c.md#osa)",
                    "<Note>\n", "</Note>\n", "{{< figure src=\"k.png\" link=\"x\" attr=\"y\" >}}\n", "draft: true\n",
                    "https://a.example", "<details>", "<summary>", "</summary>", "</details>", "[x] ", "\t", "---\n",
                    "`", "``", "ä", "\\", "&amp;", "{#id}", "<img src=", "<br>", "+++\n", "{\"title\": ", "}",
                    "> [!NOTE]\n", "=== \"x\"\n", "=== \"y\"\n\n    ", "/// note | x\n", "///\n", "{ .a #b }", "{: width=\"1\" }", "==",
                    "++a++", "[[a]]", "[[b/c#osa|x]]", "![[k.png]]", "*[A]: b\n", "--8<-- \"a.md\"\n", "<pre>", "</pre>", "        ",
                    "{% highlight x %}\n", "{% endhighlight %}\n", "{{< ref \"b/c\" >}}", "{++", "++}", "^2^", ":octicons-x-16:",
                    "$x$", "$$\n", "$", "\\(x^2\\)", "\\[\n", "\\]\n", "> [!tip]- x\n", "> [!a] ", "- [ ] ", "[x][a.b]", "[a.b][]", "![x][y z]",
                    "::: a.b\n    c: d\n", "www.a.fi", "a@b.fi", "__", "\\begin{align}\n", "\\end{align}\n", "{{< figure\n",
                ]),
                0..40,
            )
        ) {
            let plan = plan_of(&parts.concat());
            prop_assert_eq!(own_marks(&plan), None);
            prop_assert_eq!(faults(&plan.pages), Ok(()));
        }
    }
}
