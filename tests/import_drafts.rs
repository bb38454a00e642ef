//! Pages that their generator doesn't publish are imported as drafts, and the report says why.

use std::{fs, path::Path};

use crate::import::{by_place, import, tree_of, words};

/// Whether the page in a file is a draft.
fn is_draft(content: &Path, page: &str) -> bool {
    let file = content.join("fi").join(page);
    let json = fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    let page: serde_json::Value = serde_json::from_str(&json).unwrap();
    page.get("draft") == Some(&serde_json::Value::Bool(true))
}

/// The report on `a.md` in a tree with these files, and whether the page became a draft.
fn imported(files: &[(&str, &str)]) -> (bool, String) {
    let scratch = tree_of(files);
    let content = scratch.path().join("content");
    let output = import(scratch.path(), &content, &[]);
    assert_eq!(output.status.code(), Some(0), "{}", words(&output.stderr));
    (is_draft(&content, "a.json"), by_place(&output))
}

#[test]
fn every_key_that_holds_a_page_back_makes_it_a_draft_and_is_told() {
    for front_matter in [
        "---\ndate: 2999-01-01\n---\n",
        "---\ndate: 2999-01-01T08:00:00+02:00\n---\n",
        "---\ndate: \"January 2, 2999\"\n---\n",
        "---\ndate:\n  created: 2999-01-01\n---\n",
        "---\npublishDate: 2999-01-01\n---\n",
        "---\npublish_date: 2999-01-01 10:00:00 +0200\n---\n",
        "---\npubdate: 2999-01-01\n---\n",
        "---\npublished: 2999-01-01\n---\n",
        "---\nexpiryDate: 2020-01-01\n---\n",
        "---\nunpublishdate: 2020-01-01\n---\n",
        "---\nexpires: 1.2.2020\n---\n",
        "---\nexpiryDate: joskus\n---\n",
        "---\nbuild:\n  render: never\n---\n",
        "---\n_build:\n  render: false\n---\n",
        "---\nbuild:\n  render: link\n---\n",
        "---\nbuild:\n  list: never\n---\n",
        "---\nheadless: true\n---\n",
        "---\nprivate: true\n---\n",
        "---\nprivate: yes\n---\n",
        "---\nPrivate: \"true\"\n---\n",
        "---\nunlisted: true\n---\n",
        "---\nhidden: true\n---\n",
        "---\npublished: false\n---\n",
        "---\npublished: no\n---\n",
        "---\npublish: false\n---\n",
        "---\nvisible: 0\n---\n",
        "---\npublic: false\n---\n",
        "---\nstatus: draft\n---\n",
        "---\nstatus: Scheduled\n---\n",
        "---\nvisibility: private\n---\n",
        "---\npost_status: private\n---\n",
        "---\npost_status: pending\n---\n",
        "---\npost_status: inherit\n---\n",
        "---\npost_password: salasana\n---\n",
        "---\npermalink: false\n---\n",
        "---\neleventyExcludeFromCollections: true\n---\n",
        "---\nparams:\n  private: true\n---\n",
        "---\neleventyComputed:\n  permalink: false\n---\n",
        "---\nprivate: true\n...\n",
        "\n\n---\nprivate: true\n---\n",
        "Title: Sivu\nStatus: hidden\n\n",
        "title: Sivu\nprivate: true\n\n",
        "Date: 2999-01-01\nAuthor: Maija\n\n",
        "Published: 2999-01-01\n\n",
        "Expires: 2020-01-01\n\n",
        "+++\nrender = false\n+++\n",
        "+++\nexpiryDate = 2020-01-01\n+++\n",
        "+++\ndate = 2999-01-01\n+++\n",
        "+++\n[build]\nrender = \"never\"\n+++\n",
        "+++\n[extra]\nprivate = true\n+++\n",
        "{\"title\": \"A\", \"headless\": true}\n",
    ] {
        let (draft, told) = imported(&[("a.md", &format!("{front_matter}# A\n\nSana.\n"))]);
        assert!(draft, "{front_matter}\n{told}");
        // What is only a draft is named among the drafts.
        let named = told.contains("\n  tree/a.md\n") && front_matter.contains("published: ");
        assert!(named || told.contains("as a draft"), "{front_matter}\n{told}");
        assert!(!told.contains("salasana"), "{told}");
    }
}

#[test]
fn a_page_that_everybody_may_see_is_no_draft() {
    for front_matter in [
        "",
        "---\ndate: 2020-01-01\n---\n",
        "---\ndate: Last Modified\n---\n",
        "---\npublishDate: 2020-01-01\nexpiryDate: 2999-01-01\n---\n",
        "---\npublished: true\n---\n",
        "---\npublished: 2020-01-01\n---\n",
        "---\nbuild:\n  render: always\n  list: always\n---\n",
        "---\nprivate: false\nheadless: false\nunlisted: no\n---\n",
        "---\nstatus: new\n---\n",
        "---\npost_status: publish\n---\n",
        "---\npassword: \"\"\n---\n",
        "---\nhide:\n  - navigation\n---\n",
        "---\npermalink: /vanha/\n---\n",
        "---\nextra:\n  date: 2999-01-01\n---\n",
        "+++\nrender = true\n+++\n",
        "Date: 2020-01-01\n\n",
        "Date: 2999-01-01\nPlace: Lampi\n\n",
        "Huom: private on sana.\nSana jatkuu.\n\n",
    ] {
        let (draft, told) = imported(&[("a.md", &format!("{front_matter}# A\n\nSana.\n"))]);
        assert!(!draft, "{front_matter}\n{told}");
    }
}

/// The report on `osa/a.md` in a tree with these files (`../` for files next to the tree), and whether the
/// page became a draft.
fn imported_beside(page: &str, beside: &[(&str, &str)]) -> (bool, String) {
    let files: Vec<(&str, &str)> = [("osa/a.md", page)].into_iter().chain(beside.iter().copied()).collect();
    let scratch = tree_of(&files);
    let content = scratch.path().join("content");
    let output = import(scratch.path(), &content, &[]);
    assert_eq!(output.status.code(), Some(0), "{}", words(&output.stderr));
    (is_draft(&content, "osa/a.json"), by_place(&output))
}

#[test]
fn what_stands_beside_a_page_can_hold_it_back() {
    for (path, text) in [
        ("osa/_index.md", "---\ncascade:\n  build:\n    render: never\n---\n"),
        ("osa/_index.md", "---\ncascade:\n  - draft: true\n    target:\n      path: /osa/*\n---\n"),
        ("osa/_index.md", "---\ncascade:\n  _target:\n    path: '{/osa,/osa/**}'\n  headless: true\n---\n"),
        ("osa/_index.md", "+++\n[[cascade]]\nprivate = true\n[cascade.target]\nkind = \"page\"\n+++\n"),
        ("osa/_index.md", "---\ncascade:\n  publishDate: 2999-01-01\n---\n"),
        ("osa/_index.md", "---\ncascade:\n  params:\n    private: true\n---\n"),
        ("_index.md", "---\ncascade:\n  target:\n    path: /osa/**\n  draft: true\n---\n"),
        ("osa/_index.md", "---\nprivate: true\n---\n"),
        ("osa/osa.json", "{\"permalink\": false}"),
        ("osa/osa.11tydata.json", "{\"draft\": true}"),
        ("osa/osa.11tydata.json", "{\"eleventyExcludeFromCollections\": true}"),
        ("osa/osa.11tydata.json", "{\"eleventyComputed\": {\"permalink\": false}}"),
        ("osa/osa.11tydata.json", "{\"permalink\": false"),
        ("osa/osa.11tydata.js", "module.exports = {\n  permalink: false, // luonnoksia\n};\n"),
        ("osa/a.11tydata.cjs", "module.exports = { eleventyComputed: { draft: true } };\n"),
        ("tree.11tydata.json", "{\"permalink\": false}"),
        ("osa/a.json", "{\"date\": \"2999-01-01\"}"),
        (".eleventyignore", "# luonnoksia\nosa/\n"),
        ("../.eleventyignore", "tree/osa/**\n"),
        ("../eleventy.config.js", "export default (c) => {\n  c.ignores.add(\"tree/osa/*.md\");\n};\n"),
        ("_config.yml", "exclude:\n  - osa/\n"),
        ("_config.yml", "exclude: ['osa/a*']\n"),
        ("_config.yml", "exclude: [os]\n"),
        ("../_config.yml", "exclude: [tree/osa]\n"),
        ("_config.toml", "exclude = [\"osa\"]\n"),
        ("_config.yml", "defaults:\n  - scope: {path: ''}\n    values: {published: false}\n"),
        ("_config.yml", "defaults:\n  - scope: {path: osa, type: pages}\n    values: {hidden: true}\n"),
        ("../_config.yml", "defaults:\n  - scope: {path: tree/osa/}\n    values: {draft: true}\n"),
        ("hugo.toml", "ignoreFiles = ['osa/a\\.md$']\n"),
        ("../hugo.yaml", "ignorefiles: ['/osa/', 'x']\n"),
        ("../config.toml", "ignoreFiles = [\"a[.]md$\"]\n"),
        ("../hugo.toml", "[cascade]\ndraft = true\n"),
        (
            "../hugo.toml",
            "[[cascade]]\n[cascade.build]\nrender = 'never'\n[cascade.target]\npath = '/osa/**'\n",
        ),
        ("../config.json", "{\"cascade\": {\"params\": {\"private\": true}}}"),
        ("../config/_default/hugo.toml", "[cascade]\nheadless = true\n"),
        ("../config/_default/cascade.yaml", "draft: true\n_target:\n  path: /osa/a\n"),
        (
            "../hugo.toml",
            "[[module.mounts]]\nsource = 'tree'\ntarget = 'content'\nexcludeFiles = ['osa/*']\n",
        ),
        ("config.toml", "ignored_content = [\"osa/*.{md,mdx}\"]\n"),
        ("../config.toml", "ignored_content = [\"osa*\"]\n"),
        ("../zola.toml", "ignored_content = [\"**/osa\"]\n"),
        ("mkdocs.yml", "exclude_docs: |\n  a.md\n"),
        ("mkdocs.yml", "x: !!python/name:a.b\ndraft_docs: |\n  osa/\n  !osa/b.md\n"),
        ("../mkdocs.yml", "y: !ENV [A, b]\nplugins:\n  - search\n  - exclude:\n      glob: 'osa/*'\n"),
        ("../mkdocs.yml", "plugins:\n  exclude:\n    regex: ['osa/[a-c]\\.md$']\n"),
        (
            "../mkdocs.yml",
            "plugins:\n  - group:\n      plugins:\n        - exclude:\n            glob: [a.md, '*/a.md']\n",
        ),
        ("../mkdocs.yml", "INHERIT: perus.yml\n"),
        ("mkdocs.yml", "docs_dir: ./osa\nexclude_docs: |\n  /a.md\n"),
        ("../mkdocs.yml", "docs_dir: tree/osa\nplugins:\n  - exclude:\n      glob: 'a.*'\n"),
        ("hugo.toml", "contentDir = 'osa'\n[[cascade]]\ndraft = true\n[cascade.target]\npath = '/a'\n"),
        ("config.toml", "contentDir = 'osa'\nignored_content = ['a.md']\n"),
        ("osa/.meta.yml", "draft: true\n"),
        (".meta.yml", "private: true\n"),
        ("osa/.meta.yml", "date: 2999-01-01\n"),
        ("osa/.meta.yml", "private: [\n"),
        ("../docusaurus.config.js", "module.exports = {\n  docs: { exclude: ['**/osa/**'] },\n};\n"),
        ("../docusaurus.config.ts", "const c = { blog: {\n 'exclude': [\"osa/*.{md,mdx}\", /* x */] } };\n"),
        (".vitepress/config.mts", "export default { srcExclude: ['osa/a.md'] }\n"),
        ("../quartz.config.ts", "const c = { configuration: { ignorePatterns: [\"osa\"] } }\n"),
    ] {
        let perus = ("../perus.yml", "exclude_docs: |\n  /osa/a.md\n");
        let files: &[(&str, &str)] =
            if text.contains("INHERIT") { &[(path, text), perus] } else { &[(path, text)] };
        let (draft, told) = imported_beside("# A\n\nSana.\n", files);
        assert!(draft, "{path}\n{text}\n{told}");
        assert!(told.contains("tree/osa/a.md: "), "{told}");
    }
}

#[test]
fn what_stands_beside_a_page_can_leave_it_to_everybody() {
    for (path, text, page) in [
        ("osa/_index.md", "---\ncascade:\n  target:\n    path: /muu/**\n  draft: true\n---\n", ""),
        ("osa/_index.md", "---\ncascade:\n  target:\n    environment: development\n  draft: true\n---\n", ""),
        ("muu/_index.md", "---\ncascade:\n  draft: true\n---\n", ""),
        ("../hugo.toml", "[cascade]\ndraft = true\n", "---\ndraft: false\n---\n"),
        ("../hugo.toml", "ignoreFiles = ['\\.tmp$']\nbuildDrafts = false\n", ""),
        ("../config.toml", "ignored_content = [\"*.tmp\", \"muu/*\"]\n", ""),
        (
            "_config.yml",
            "defaults:\n  - scope: {path: ''}\n    values: {layout: page, published: true}\n",
            "",
        ),
        (
            "_config.yml",
            "defaults:\n  - scope: {path: osa}\n    values: {published: true}\n  - scope: {path: ''}\n    values: {published: false}\n",
            "",
        ),
        (
            "_config.yml",
            "defaults:\n  - scope: {path: '', type: posts}\n    values: {published: false}\n",
            "",
        ),
        ("../_config.yml", "exclude: [tree, node_modules, vendor/]\n", ""),
        ("mkdocs.yml", "not_in_nav: |\n  osa/\nplugins: [search]\n", ""),
        ("../mkdocs.yml", "plugins:\n  - exclude:\n      glob: ['*.tmp']\n", ""),
        (".meta.yml", "hide: [navigation]\ntags: [a]\n", ""),
        ("osa/.meta.yml", "draft: true\n", "---\ndraft: false\n---\n"),
        ("muu/.meta.yml", "draft: true\n", ""),
        ("osa/osa.11tydata.json", "{\"permalink\": false}", "---\npermalink: /a/\n---\n"),
        ("osa/osa.11tydata.json", "{\"layout\": \"x\", \"permalink\": \"/b/\"}", ""),
        (
            "osa/osa.11tydata.js",
            "// permalink: false\nmodule.exports = { layout: 'x', tags: ['draft'] };\n",
            "",
        ),
        ("../config.yml", "a: [\n", ""),
        ("../.eleventy.js", "x = { exclude: y, exclude: ['osa/**'] }\n", ""),
        (".eleventyignore", "README.md\n!osa/\n", ""),
        (
            "../docusaurus.config.js",
            "x = { // exclude: ['osa/**']\n  exclude: ['muu/**'], rule: { exclude: /osa/ } }\n",
            "",
        ),
    ] {
        let (draft, told) = imported_beside(&format!("{page}# A\n\nSana.\n"), &[(path, text)]);
        assert!(!draft, "{path}\n{text}\n{told}");
        assert!(!told.contains("can't be read"), "{path}\n{text}\n{told}");
    }
}

#[test]
fn settings_that_cannot_be_read_are_told_with_their_line() {
    for (path, text, said) in [
        ("../mkdocs.yml", "a: b\nexclude_docs: [\n", "mkdocs.yml:"),
        ("hugo.toml", "a = 1\nignoreFiles = [\n", "tree/hugo.toml:"),
        (
            "../hugo.toml",
            "a = 1\nignoreFiles = ['(']\n",
            "hugo.toml:2: the setting “ignoreFiles: (” can't be read as a pattern",
        ),
        (
            "../docusaurus.config.js",
            "const c = {\n  docs: {\n    exclude: drafts,\n  },\n};\n",
            "docusaurus.config.js:3: the setting “exclude” is computed",
        ),
        (
            "../docusaurus.config.ts",
            "const c = {\n  exclude: ['x/**', ...more],\n};\n",
            "docusaurus.config.ts:2: the setting “exclude” is computed",
        ),
        (
            "../.eleventy.js",
            "c.ignores.add(\"x\");\nc.ignores.add(y);\n",
            ".eleventy.js:2: the setting “ignores.add” is computed",
        ),
        (
            "osa/osa.11tydata.js",
            "module.exports = {\n  permalink: (data) => data.page,\n};\n",
            "tree/osa/osa.11tydata.js:2: the field “permalink” is computed",
        ),
    ] {
        let (_, told) = imported_beside("# A\n\nSana.\n", &[(path, text)]);
        let found = told.lines().any(|line| line.starts_with(said) && line.contains("read"));
        assert!(found, "{path}\n{text}\n{told}");
    }
}

#[test]
fn names_that_a_generator_leaves_out_are_drafts() {
    let scratch = tree_of(&[
        ("_osanen.md", "# Osanen\n"),
        ("_drafts/kesken.md", "# Kesken\n"),
        ("_includes/palkki.md", "# Palkki\n"),
        ("_posts/2020-01-01-uutinen.md", "# Uutinen\n"),
        ("_posts/2999-01-01-tuleva.md", "# Tuleva\n"),
        ("_ohjeet/ohje.md", "# Ohje\n"),
        ("_sivut/sivu.md", "# Sivu\n"),
        (
            "_config.yml",
            "include: [_sivut]\ncollections:\n  ohjeet:\n    output: true\n  muistiot:\n    output: false\n",
        ),
        ("_muistiot/muistio.md", "# Muistio\n"),
        ("_index.md", "# Alku\n"),
    ]);
    let content = scratch.path().join("content");
    let told = by_place(&import(scratch.path(), &content, &[]));
    for (page, draft) in [
        ("_osanen", true),
        ("_drafts/kesken", true),
        ("_includes/palkki", true),
        ("_posts/uutinen", false),
        ("_posts/tuleva", true),
        ("_ohjeet/ohje", false),
        ("_sivut/sivu", false),
        ("_muistiot/muistio", true),
        ("index", false),
    ] {
        assert_eq!(is_draft(&content, &format!("{page}.json")), draft, "{page}\n{told}");
    }
}

#[test]
fn a_book_publishes_the_pages_of_its_summary() {
    let scratch = tree_of(&[
        ("../book.toml", "[book]\ntitle = \"Kirja\"\n"),
        (
            "SUMMARY.md",
            "# Summary\n\n[Alku](./alku.md)\n\n- [Osa](osa/README.md)\n  - [Sivu](osa/oma%20sivu.md)\n- [Kesken]()\n",
        ),
        ("alku.md", "# Alku\n"),
        ("osa/README.md", "# Osa\n"),
        ("osa/oma sivu.md", "# Sivu\n"),
        ("osa/muistio.md", "# Muistio\n"),
    ]);
    let content = scratch.path().join("content");
    let told = by_place(&import(scratch.path(), &content, &[]));
    for (page, draft) in [
        ("alku", false),
        ("osa/index", false),
        ("osa/oma-sivu", false),
        ("osa/muistio", true),
        ("summary", true),
    ] {
        assert_eq!(is_draft(&content, &format!("{page}.json")), draft, "{page}\n{told}");
    }
}

#[test]
fn a_file_that_is_left_out_does_not_stand_for_its_folder() {
    let scratch = tree_of(&[
        ("README.md", "# Kehittäjille\n"),
        ("_config.yml", "exclude: [readme.md, README.md]\n"),
        ("a.md", "# A\n"),
    ]);
    let content = scratch.path().join("content");
    let told = by_place(&import(scratch.path(), &content, &[]));
    for (page, draft) in [("index", false), ("a", false), ("readme", true)] {
        assert_eq!(is_draft(&content, &format!("{page}.json")), draft, "{page}\n{told}");
    }
}

#[test]
fn a_day_on_which_a_page_begins_or_ends_is_not_lost() {
    let scratch = tree_of(&[
        ("uutiset/a.md", "---\npublishDate: 2020-05-06T10:00:00Z\nexpiryDate: 2999-01-01\n---\n# A\n"),
        ("uutiset/b.md", "---\ndate: 2020-05-06\npubdate: 2020-05-07\n---\n# B\n"),
    ]);
    let content = scratch.path().join("content");
    let told = by_place(&import(scratch.path(), &content, &[]));
    for page in ["a", "b"] {
        let json = fs::read_to_string(content.join(format!("fi/uutiset/{page}.json"))).unwrap();
        assert!(json.contains(r#""published": "2020-05-06""#), "{json}");
    }
    for words in [
        "uutiset/a.md:1: the front matter “expiryDate: 2999-01-01” has no place on a page: take the page away then",
        "uutiset/b.md:1: the front matter “pubdate” has no place on a page: left out",
    ] {
        assert!(told.contains(words), "{words}\n{told}");
    }
}
