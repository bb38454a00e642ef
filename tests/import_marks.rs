//! Extensions of Markdown in MkDocs and wikis are imported, or reported with file and line.

use std::fs;

use crate::import::{by_place, checked, import, tree_of, words};

/// The imported page as JSON, and the report. The checker accepts the page.
fn imported(markdown: &str, more: &[(&str, &str)]) -> (serde_json::Value, String) {
    let files: Vec<(&str, &str)> = [("a.md", markdown)].into_iter().chain(more.iter().copied()).collect();
    let scratch = tree_of(&files);
    let content = scratch.path().join("content");
    let output = import(scratch.path(), &content, &[]);
    assert_eq!(output.status.code(), Some(0), "{}", words(&output.stderr));
    let json = fs::read_to_string(content.join("fi/a.json")).unwrap();
    for mark in ["<!--", "hugo-ref:"] {
        assert!(!json.contains(mark), "{json}");
    }
    let check = checked(scratch.path(), "fi");
    assert_eq!(check.status.code(), Some(0), "{}\n{json}", words(&check.stderr));
    let page: serde_json::Value = serde_json::from_str(&json).unwrap();
    (page.get("content").unwrap().clone(), by_place(&output))
}

#[test]
fn tabs_become_details_with_everything_in_them() {
    let (content, _) = imported(
        "# A\n\n=== \"**Windows**\"\n\n    Avaa ikkuna.\n\n    1. yksi\n    2. kaksi\n\n    ```sh\n    ls\n    ```\n\n\
         === \"Linux\"\n\n    !!! warning \"Varo\"\n        Sana.\n\n    === \"Debian\"\n\n        Syvemmällä.\n\nPerässä.\n",
        &[],
    );
    assert_eq!(
        content,
        serde_json::json!([
            { "details": { "summary": "Windows", "content": [
                { "paragraph": "Avaa ikkuna." },
                { "numberedList": ["yksi", "kaksi"] },
                { "code": { "language": "sh", "text": "ls" } },
            ] } },
            { "details": { "summary": "Linux", "content": [
                { "notice": { "kind": "warning", "title": "Varo", "text": ["Sana."] } },
                { "details": { "summary": "Debian", "content": [{ "paragraph": "Syvemmällä." }] } },
            ] } },
            { "paragraph": "Perässä." },
        ])
    );
}

#[test]
fn a_tab_may_stand_in_a_list_and_be_indented_by_tabs() {
    for markdown in [
        "# A\n\n1. yksi\n\n    === \"Linux\"\n\n        Sana.\n",
        "# A\n\n- yksi\n\n    ===! 'Linux'\n        Sana.\n",
        "# A\n\n=== \"Linux\"\n\n\tSana.\n",
        "# A\n\n/// tab | Linux\nSana.\n///\n",
        "# A\n\n<Tabs>\n<TabItem value=\"l\" label=\"Linux\">\n\nSana.\n\n</TabItem>\n</Tabs>\n",
        "# A\n\n/// details | Linux\n    type: warning\nSana.\n///\n",
    ] {
        let (content, told) = imported(markdown, &[]);
        let json = content.to_string();
        assert!(
            json.contains(r#"{"details":{"summary":"Linux","content":[{"paragraph":"Sana."}]}}"#),
            "{json}\n{told}"
        );
    }
}

#[test]
fn marks_of_python_markdown_leave_no_letters_behind() {
    for (markdown, expected, said) in [
        ("Se on ==tärkeä== asia.", "Se on **tärkeä** asia.", "a.md:3: marked text: written as strong words"),
        ("Paina ++ctrl+c++.", "Paina `Ctrl+C`.", ""),
        ("Pinta-ala 3 m^2^.", "Pinta-ala 3 m².", ""),
        ("[B](b.md){ .nappi }", "[B](/b/)", "a.md:3: the attribute list { .nappi }: left out"),
        (
            "[B](b.md){target=\"_blank\"} ja",
            "[B](/b/) ja",
            "a.md:3: the attribute list {target=\"_blank\"}: left out",
        ),
        ("Sana.\n{: .luokka }", "Sana.", "a.md:4: the attribute list {: .luokka }: left out"),
        (
            "HTML\n\n*[HTML]: Merkintäkieli",
            "HTML",
            "a.md:5: the abbreviation HTML, “Merkintäkieli”: left out",
        ),
        ("Katso [[b]] ja [[B|sivu B]].", "Katso [b](/b/) ja [sivu B](/b/).", ""),
        ("Katso [[b#osa]].", "Katso [b – osa](/b/#osa).", ""),
        ("Katso [[puuttuu]].", "Katso puuttuu.", "a.md:3: the link to puuttuu leads nowhere"),
        ("Valikko :material-arrow-right: Loki", "Valikko → Loki", ""),
        (
            "Sana :fontawesome-solid-star:{ .iso }",
            "Sana",
            "a.md:3: the icon :fontawesome-solid-star:: left out",
        ),
        ("{{< ref \"b.md\" >}}", "b.md", ""),
        ("Hinta {++5++}{--6--} euroa", "Hinta 5 euroa", "a.md:3: an editor's remark {--6--}: left out"),
        ("Se ==on\ntärkeä== asia.", "Se **on tärkeä** asia.", "a.md:3: marked text: written as strong words"),
        ("Se **on\ntärkeä** *a\nb*.", "Se **on tärkeä** *a b*.", ""),
        ("Se {++on\nuusi++} asia.", "Se on uusi asia.", "a.md:3: the marks of an editor's change"),
        ("Kaava $a_1 * b_2$ on", "Kaava `a_1 * b_2` on", "a.md:3: a formula in TeX: written as code"),
        (
            "Kaava $$x$$ ja $a +\nb$ on",
            "Kaava `x` ja `a + b` on",
            "a.md:3: a formula in TeX: written as code",
        ),
        (
            "Kaava \\(x^2\\) ja \\\\(\\beta\\\\)",
            "Kaava `x^2` ja `\\beta`",
            "a.md:3: a formula in TeX: written as code",
        ),
        ("`$x$` ja hinta $5 tai $10, \\(sis. alv\\)", "`$x$` ja hinta $5 tai $10, (sis. alv)", ""),
        (
            "Katso [`Luokka`][mod.Luokka] ja [mod.f][].",
            "Katso `Luokka` ja mod.f.",
            "a.md:3: the link to [mod.Luokka] leads nowhere (nothing says where that is): written as plain text",
        ),
        ("Sana [viite][ei-ole]", "Sana viite", "a.md:3: the link to [ei-ole] leads nowhere"),
        ("![Lampi][kuva]", "Lampi", "a.md:3: the image [kuva] is nowhere"),
        ("a[i][j] ja [1][2] ja [x]", "a\\[i\\]\\[j\\] ja \\[1\\]\\[2\\] ja \\[x\\]", ""),
        (
            "Sana.\n\n::: mod.osa\n    options:\n      members: false\n",
            "Sana.",
            "a.md:5: the reference ::: mod.osa, which a program writes: left out",
        ),
        (
            "Sana.\n\n::: osa\n    handler: python\n",
            "Sana.",
            "a.md:5: the reference ::: osa, which a program",
        ),
        (
            "www.example.fi, a.b@example.fi",
            "[www.example.fi](http://www.example.fi), [a.b@example.fi](mailto:a.b@example.fi)",
            "",
        ),
    ] {
        let (content, told) =
            imported(&format!("# A\n\n{markdown}\n"), &[("b.md", "# B\n\n## Osa\n\nSana.\n")]);
        assert_eq!(content, serde_json::json!([{ "paragraph": expected }]), "{markdown}\n{told}");
        assert!(told.contains(said), "{markdown}\n{told}");
    }
}

#[test]
fn what_markdown_has_no_mark_for_becomes_a_block_of_its_own_or_is_told() {
    for (markdown, expected, said) in [
        (
            "- [ ] tee\n- [x] **tehty**\n\n1. [X] yksi",
            serde_json::json!([{ "list": ["☐ tee", "☑ **tehty**"] }, { "numberedList": ["☑ yksi"] }]),
            "a.md:3: a list of tasks: its boxes are written as ☐ and ☑",
        ),
        (
            "Sana:\n$$\na &= b \\\\\nc\n$$\nPerä.",
            serde_json::json!([
                { "paragraph": "Sana:" },
                { "code": { "language": "latex", "text": "a &= b \\\\\nc" } },
                { "paragraph": "Perä." },
            ]),
            "a.md:4: a formula in TeX: written as code",
        ),
        (
            "\\begin{equation*}\nx = y\n\\end{equation*}\n\n\\[\nx^2\n\\]",
            serde_json::json!([
                { "code": { "language": "latex", "text": "\\begin{equation*}\nx = y\n\\end{equation*}" } },
                { "code": { "language": "latex", "text": "x^2" } },
            ]),
            "a.md:7: a formula in TeX: written as code",
        ),
        (
            "```\n$$\nx\n$$\n==a\nb==\n```",
            serde_json::json!([{ "code": { "text": "$$\nx\n$$\n==a\nb==" } }]),
            "",
        ),
        ("    $$\n    x^2\n    $$", serde_json::json!([{ "code": { "text": "$$\nx^2\n$$" } }]), ""),
        (
            "> $$\n> x^2\n> $$",
            serde_json::json!([{ "quote": { "text": ["`x^2`"] } }]),
            "a.md:3: a formula in TeX",
        ),
        (
            "| a | b |\n|---|---|\n| *** | ==x== |\n| ***y*** | $n$ |",
            serde_json::json!([{ "table": {
                "caption": "A", "header": ["a", "b"],
                "rows": [["\\*\\*\\*", "**x**"], ["***y***", "`n`"]], "headerColumn": false,
            } }]),
            "a.md:5: marked text: written as strong words",
        ),
        (
            "{{< figure\n  src=\"k.svg\"\n  alt=\"Lampi\"\n>}}",
            serde_json::json!([{ "figure": { "image": "k.svg", "alt": "Lampi" } }]),
            "",
        ),
        (
            "> [!WARNING] Otsikko\n> Sana\njatkuu.",
            serde_json::json!([{ "notice": { "kind": "warning", "title": "Otsikko", "text": ["Sana jatkuu."] } }]),
            "",
        ),
        (
            "> [!note]- Taitettu **nyt**\n> Sana.\n>\n> - a\n\n> [!tip]+\n> Vihje.",
            serde_json::json!([
                { "details": { "summary": "Taitettu nyt", "content": [{ "paragraph": "Sana." }, { "list": ["a"] }] } },
                { "details": { "summary": "Tip", "content": [{ "paragraph": "Vihje." }] } },
            ]),
            "",
        ),
        (
            "> [!danger|iso]\n> Vaara.\n>\n> ```\n> > [!note] x\n> ```",
            serde_json::json!([
                { "notice": { "kind": "warning", "text": ["Vaara."] } },
                { "code": { "text": "> [!note] x" } },
            ]),
            "",
        ),
        ("> Sana\n> [!note] x", serde_json::json!([{ "quote": { "text": ["Sana \\[!note\\] x"] } }]), ""),
        ("> [!NOTE]\n> Sana.", serde_json::json!([{ "notice": { "kind": "info", "text": ["Sana."] } }]), ""),
    ] {
        let (content, told) = imported(&format!("# A\n\n{markdown}\n"), &[("k.svg", SVG)]);
        assert_eq!(content, expected, "{markdown}\n{told}");
        assert!(told.contains(said), "{markdown}\n{told}");
        assert!(!told.contains("shortcode"), "{told}");
    }
}

#[test]
fn a_picture_loses_its_attributes_and_the_editor_is_told() {
    let (content, told) =
        imported("# A\n\n![Lampi](k.svg){ width=\"300\" loading=lazy }\n", &[("k.svg", SVG)]);
    assert_eq!(content, serde_json::json!([{ "figure": { "image": "k.svg", "alt": "Lampi" } }]), "{told}");
    assert!(told.contains("a.md:3: the attribute list { width=\"300\" loading=lazy }: left out"), "{told}");
}

/// A picture whose size can be read.
const SVG: &str = r#"<svg xmlns="http://www.w3.org/2000/svg" width="2" height="2"></svg>"#;

#[test]
fn links_find_the_places_that_attribute_lists_name() {
    let (content, told) = imported(
        "# A\n\n[1](#oma) [2](#toinen) [3](#kolmas)\n\n## Osa { #oma .luokka }\n\nSana.\n{: #toinen }\n\n### Alaosa {: #kolmas }\n\nSana.\n",
        &[],
    );
    assert_eq!(
        content.get(0),
        Some(&serde_json::json!({ "paragraph": "[1](#osa) [2](#osa) [3](#alaosa)" })),
        "{content}\n{told}"
    );
    assert_eq!(content.get(1), Some(&serde_json::json!({ "heading": "Osa" })));
}

#[test]
fn snippets_stand_where_they_are_named() {
    for (markdown, more, expected) in [
        ("--8<-- \"osat/b.md\"", ("osat/b.md", "Osan **sana**."), "Osan **sana**."),
        ("--8<---- \"osat/b.md:2:2\"", ("osat/b.md", "Yksi\nKaksi\nKolme"), "Kaksi"),
        ("--8<-- \"osat/b.md:x\"", ("osat/b.md", "A\n\n--8<-- [start:x]\nB\n--8<-- [end:x]\n\nC"), "B"),
        ("-8<-\nosat/b.md\n-8<-", ("osat/b.md", "Sana."), "Sana."),
    ] {
        let (content, told) = imported(&format!("# A\n\n{markdown}\n"), &[more]);
        assert_eq!(content, serde_json::json!([{ "paragraph": expected }]), "{markdown}\n{told}");
    }
    let (content, told) = imported(
        "# A\n\n!!! note\n    --8<-- \"b.txt\"\n\n```\n--8<-- \"b.txt\"\n```\n",
        &[("b.txt", "Sana.")],
    );
    assert_eq!(
        content,
        serde_json::json!([{ "notice": { "kind": "info", "text": ["Sana."] } }, { "code": { "text": "Sana." } }]),
        "{told}"
    );
    let (content, told) = imported("# A\n\nSana.\n\n--8<-- \"puuttuu.md\"\n", &[]);
    assert_eq!(content, serde_json::json!([{ "paragraph": "Sana." }]));
    assert!(
        told.contains("a.md:5: the snippet puuttuu.md, which isn't in the tree or beside it: left out"),
        "{told}"
    );
}

#[cfg(unix)]
#[test]
fn a_snippet_comes_from_nowhere_but_the_project() {
    let scratch = tree_of(&[
        (
            "docs/a.md",
            "# A\n\nSana.\n\n--8<-- \"../../salaisuus.txt\"\n\n--8<-- \"/etc/hostname\"\n\n--8<-- \"../salaisuus.txt\"\n\n--8<-- \".git/config\"\n\n--8<-- \"osat/b.md\"\n",
        ),
        ("mkdocs.yml", "site_name: A\n"),
        ("osat/b.md", "Osa."),
        (".git/config", "salaisuus"),
    ]);
    fs::write(scratch.path().join("salaisuus.txt"), "salaisuus").unwrap();
    let content = scratch.path().join("content");
    fs::rename(scratch.path().join("tree"), scratch.path().join("project")).unwrap();
    std::os::unix::fs::symlink(
        scratch.path().join("salaisuus.txt"),
        scratch.path().join("project/osat/c.md"),
    )
    .unwrap();
    fs::rename(scratch.path().join("project/docs"), scratch.path().join("project/tree")).unwrap();
    import(&scratch.path().join("project"), &content, &[]);
    let page = fs::read_to_string(content.join("fi/a.json")).unwrap();
    assert!(page.contains("Osa.") && !page.contains("salaisuus"), "{page}");
}

#[test]
fn templates_become_addresses_or_are_told() {
    let more = [("b.md", "# B\n\nSana.\n")];
    for (markdown, expected, said) in [
        ("[B]({{ '/b/' | relative_url }})", "[B](/b/)", ""),
        ("[B]({{ site.baseurl }}/b/)", "[B](/b/)", ""),
        ("[B]({% link b.md %})", "[B](/b/)", ""),
        ("[B]({{ site.baseurl }}{% link b.md %})", "[B](/b/)", ""),
        ("{% raw %}Kirjoita {{ page.title }}{% endraw %} tähän.", "Kirjoita {{ page.title }} tähän.", ""),
        (
            "Nimi {{ page.title }}",
            "Nimi {{ page.title }}",
            "a.md:3: the template {{ page.title }}: written as it stands",
        ),
        ("Kirjoita {{</* ref */>}}", "Kirjoita {{< ref >}}", ""),
    ] {
        let (content, told) = imported(&format!("# A\n\n{markdown}\n"), &more);
        assert_eq!(content, serde_json::json!([{ "paragraph": expected }]), "{markdown}\n{told}");
        assert!(told.contains(said), "{markdown}\n{told}");
    }
}
