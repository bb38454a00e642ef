//! Headings, their anchors and titles as they come over.

use std::fs;

use crate::import::{by_place, checked, import, tree_of, words};

#[test]
fn a_heading_of_a_name_that_the_page_uses_itself_is_found_by_its_links() {
    let heading = "# A\n\n## Ohjelma\n\nTeksti.\n\n## Related\n\nText.\n";
    let scratch = tree_of(&[
        ("a.md", heading),
        ("b.md", "# B\n\n[Ohjelma](a.md#ohjelma) ja [liittyvät](a.md#related).\n"),
    ]);
    let output = checked(scratch.path(), "fi");
    assert_eq!(output.status.code(), Some(0), "{}", words(&output.stderr));
}

#[test]
fn a_name_like_that_of_a_lists_part_gets_another_address() {
    for (language, name) in [("fi", "Sivu 2"), ("sv", "Sida 2"), ("en", "Page 2")] {
        let scratch = tree_of(&[
            (&format!("{name}.md"), "# Toinen\n"),
            (&format!("osa/{name}/a.md"), "# A\n"),
            ("漢字.md", "# Yksi\n"),
            ("仮名.md", "# Kaksi\n"),
            ("linkit.md", &format!("# Linkit\n\n[toinen](<{name}.md>), [osa](<osa/{name}/a.md>)\n")),
        ]);
        let output = checked(scratch.path(), language);
        assert_eq!(output.status.code(), Some(0), "{}", words(&output.stderr));
        let report = import(scratch.path(), &scratch.path().join("content"), &["--pages-in", language]);
        let reserved = by_place(&report).matches("is reserved for the parts of long lists").count();
        assert_eq!(reserved, 2, "{}", by_place(&report));
    }
}

#[test]
fn an_anchor_without_a_heading_of_its_own_leads_to_the_heading_above() {
    let scratch = tree_of(&[
        (
            "a.md",
            "# A\n\n<a id=\"alku\"></a>Alku.\n\n## Osa\n<a id=\"osan-nimi\"></a>\n\nSana.\n\n| a |\n|---|\n| <a name=\"solu\">s</a> |\n\n<div id=\"laatikko\">Sana</div>\n",
        ),
        (
            "b.md",
            "# B\n\n[1](a.md#alku) [2](a.md#osan-nimi) [3](a.md#solu) [4](a.md#laatikko) [5](a.md#osa)\n",
        ),
    ]);
    let content = scratch.path().join("content");
    let output = by_place(&import(scratch.path(), &content, &[]));
    let page = fs::read_to_string(content.join("fi/b.json")).unwrap();
    assert!(
        page.contains("[1](/a/) [2](/a/#osa) [3](/a/#osa) [4](/a/#osa) [5](/a/#osa)"),
        "{page}\n{output}"
    );
    assert!(!output.contains("no such heading"), "{output}");
}

#[test]
fn headings_of_another_order_are_told_once_a_page() {
    let scratch =
        tree_of(&[("a.md", "# A\n\n## B\n\n#### C\n\n#### D\n\n##### E\n\n###### F\n\n###### G\n")]);
    let output = by_place(&import(scratch.path(), &scratch.path().join("content"), &[]));
    assert!(output.contains("Warnings: 2\n  import.heading: 2\n"), "{output}");
    assert!(
        output.contains("a.md:5: a heading skips a level: it and those like it are written without the gap"),
        "{output}"
    );
    assert!(
        output.contains(
            "a.md:11: a heading deeper than level 4: it and those like it are written as minor headings"
        ),
        "{output}"
    );
}

#[test]
fn a_heading_that_many_pages_share_is_not_their_title() {
    let page = |title: &str| format!("<h1 align=\"center\">Lampi</h1>\n\n## {title}\n\nSana\n");
    let scratch = tree_of(&[
        ("a.md", &page("Reitit")),
        ("b.md", &page("Veneet")),
        ("c.md", "# Lampi\n\nSana\n"),
        ("d.md", "# Oma\n"),
    ]);
    let content = scratch.path().join("content");
    let output = by_place(&import(scratch.path(), &content, &[]));
    for (file, title) in [("a", "Reitit"), ("b", "Veneet"), ("c", "C"), ("d", "Oma")] {
        let page = fs::read_to_string(content.join(format!("fi/{file}.json"))).unwrap();
        assert!(page.contains(&format!(r#""title": "{title}""#)), "{page}");
    }
    assert!(
        output.contains("a.md:3: the heading “Lampi” of many pages: left out, the one under it is the title"),
        "{output}"
    );
    assert!(fs::read_to_string(content.join("fi/c.json")).unwrap().contains(r#""heading": "Lampi""#));
}

#[test]
fn the_slug_of_a_folders_page_names_the_folder() {
    let scratch = tree_of(&[
        ("retki/index.md", "---\nslug: Kesäretki\n---\n# Retki\n"),
        ("retki/a.md", "# A\n\n[Retki](index.md)\n"),
        ("_index.md", "---\nslug: alku\n---\n# Alku\n"),
    ]);
    let content = scratch.path().join("content");
    let output = import(scratch.path(), &content, &[]);
    assert!(content.join("fi/kesaretki/index.json").is_file(), "{}", by_place(&output));
    assert!(
        fs::read_to_string(content.join("fi/kesaretki/a.json")).unwrap().contains("[Retki](/kesaretki/)")
    );
    let told = "tree/_index.md:1: the slug “alku” of the front page: left out";
    assert!(by_place(&output).contains(told), "{}", by_place(&output));
}
