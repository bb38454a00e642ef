//! Plans an import in memory: which pages it writes, and which files it copies.
//!
//! [`planned`] reads the files, with their places and titles, [`mod@targets`] says where links can lead,
//! [`pages`] makes the pages with what [`summary`] and [`mod@old_addresses`] give them.

mod old_addresses;
mod options;
mod pages;
pub(super) mod planned;
mod summary;
mod targets;

use std::{
    collections::{BTreeMap, BTreeSet},
    path::PathBuf,
};

use page::PagePath;

use super::{
    addresses,
    files::Copies,
    finding::ImportFinding,
    front_matter::{self, FrontMatter},
    held,
    report::Report,
    tree::Tree,
    written::WrittenPage,
};
use old_addresses::old_addresses;
pub use options::ImportOptions;
use pages::page;
use planned::{entitle, planned_page};
use targets::targets;

/// What is to be written into the folder of the language.
#[derive(Clone, Debug, Default)]
pub struct Plan {
    /// The pages by their files.
    pub pages: BTreeMap<String, WrittenPage>,
    /// The files to copy, from where by where to.
    pub copies: BTreeMap<String, PathBuf>,
    /// The report that the editor reads.
    pub report: Report,
}

/// Plans the import of a tree. It never fails: what can't be carried over is told in the report.
pub fn plan(tree: &Tree, options: ImportOptions<'_>, report: Report) -> Plan {
    let mut report = report;
    let mut bodies = BTreeMap::new();
    let mut slugs = BTreeMap::new();
    for (path, text) in &tree.pages {
        let mut split = front_matter::split(text);
        if let Some((line, reason)) = &split.fault {
            report.warn(&tree.show(path), *line, ImportFinding::FrontMatterUnreadable(reason.clone()));
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
    let mut pages = Vec::new();
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
        pages.push(planned_page(tree, options, place, split, &mut report));
    }
    entitle(tree, &mut pages);
    held::hold_back(tree, &mut pages, options.now, &mut report);
    let targets = targets(&pages, options);
    let mut plan = Plan { report, ..Plan::default() };
    let mut copies = Copies::default();
    let mut addresses: BTreeSet<PagePath> = pages.iter().map(|page| page.address.clone()).collect();
    for (own, planned) in pages.iter().enumerate() {
        let old = old_addresses(tree, planned, &mut addresses, &mut plan.report);
        let page = page(tree, options, &targets, own, planned, &mut copies, &mut plan.report);
        plan.pages.insert(planned.place.json(), WrittenPage { old_addresses: old, ..page });
    }
    left_behind(tree, &copies, &mut plan.report);
    (plan.report.counts.images, plan.report.counts.documents) = copies.count();
    plan.copies = copies.copies;
    plan.report.counts.pages = plan.pages.len();
    plan
}

/// The endings of pages in other formats.
const OTHER_PAGES: [&str; 7] = [".html", ".htm", ".rst", ".adoc", ".asciidoc", ".org", ".textile"];

fn left_behind(tree: &Tree, copies: &Copies, report: &mut Report) {
    let copied: BTreeSet<&PathBuf> = copies.copies.values().collect();
    for (path, _) in tree.files.iter().filter(|(_, file)| !copied.contains(file)) {
        let is_page = OTHER_PAGES.iter().any(|ending| path.to_lowercase().ends_with(ending));
        let finding = if is_page { ImportFinding::NotMarkdown } else { ImportFinding::NotLinked };
        report.warn_of_file(&tree.show(path), finding);
    }
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;
    use page::Language;
    use proptest::prelude::*;

    use super::*;
    use crate::published::faults;

    fn plan_of(text: &str) -> Plan {
        let pages = [("a.md".to_owned(), text.to_owned()), ("b/c.md".to_owned(), text.to_owned())].into();
        let tree = Tree { pages, ..Tree::default() };
        let existing = BTreeSet::new();
        let options = ImportOptions {
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
        let all = format!("{pages}\n{:?}", plan.report);
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
    fn a_shortcode_within_an_address_leaves_no_mark_of_ours() {
        for text in [
            "https://a.example{{< ref \"b/c\" >}}",
            "www.a.fi/{{< ref \"b/c\" >}}/d",
            "[a](https://a.example/{{< ref \"b/c\" >}})",
            "![a](https://a.example/{{< ref \"b/c\" >}})",
            "![](k/{{< ref \"b/c\" >}}.png)",
            "[![](k.png)](x{{< ref \"b/c\" >}})",
            "<https://a.example/{{< ref \"b/c\" >}}>",
            "a@b.fi{{< ref \"b/c\" >}}",
            "sana{{< ref \"b/c\" >}}sana",
            "`{{< ref \"b/c\" >}}`",
            "# a {{< ref \"b/c\" >}}",
            "| a |\n|-|\n| {{< ref \"b/c\" >}} |",
            "<img src=\"x/{{< ref \"b/c\" >}}\">",
            "> [!note] {{< ref \"b/c\" >}}\n> a",
            "!!! note \"{{< ref b/c >}}\"\n    a",
            ":::details {{< ref \"b/c\" >}}\na\n:::",
            "|`\\(x^2\\)[[a]]    $x$",
        ] {
            assert_eq!(own_marks(&plan_of(text)), None, "{text}");
        }
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
            "> [!note] a\n".repeat(500),
            "$a ".repeat(5_000),
            "a $b ==c {++d\n".repeat(500),
            "www.".repeat(5_000),
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
