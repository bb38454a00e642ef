//! A component has one name in the views, the style and the gallery: `docs/components.md` says which, and the
//! files agree.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use crate::gallery::gallery;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// A row of the first table.
struct Component {
    name: String,
    section: String,
    markup: String,
    specs: Vec<String>,
}

/// The rows of both tables: the components, and the files that belong to several.
fn tables() -> (Vec<Component>, BTreeSet<String>) {
    let document = fs::read_to_string(root().join("docs/components.md")).unwrap();
    let unquoted = |cell: &str| cell.trim().trim_matches('`').to_owned();
    let rows = document.lines().filter(|line| line.starts_with("| `"));
    let rows = rows.map(|line| line.trim_matches('|').split('|').map(unquoted).collect::<Vec<String>>());
    let (mut components, mut shared) = (Vec::new(), BTreeSet::new());
    for row in rows {
        match <[String; 5]>::try_from(row) {
            Ok([name, _, section, markup, specs]) => {
                let specs = specs.split(',').map(unquoted).filter(|spec| !spec.is_empty()).collect();
                components.push(Component { name, section, markup, specs });
            }
            Err(row) => assert!(shared.insert(row[0].clone()), "{} stands there twice", row[0]),
        }
    }
    (components, shared)
}

fn files(folder: &str, ending: &str) -> BTreeSet<String> {
    let entries = fs::read_dir(root().join(folder)).unwrap().map(|entry| entry.unwrap().file_name());
    let names = entries.map(|name| name.into_string().unwrap()).filter(|name| name.ends_with(ending));
    names.map(|name| format!("{folder}/{name}")).collect()
}

/// The differences between the tables and the files.
fn faults(components: &[Component], shared: &BTreeSet<String>, gallery: &str) -> Vec<String> {
    let view = |component: &Component| format!("crates/views/src/{}.rs", component.name.replace('-', "_"));
    let style = |component: &Component| format!("style/{}.css", component.name);
    let mut existing = files("crates/views/src", ".rs");
    existing.remove("crates/views/src/lib.rs");
    existing.extend(files("style", ".css"));
    let named: Vec<String> =
        components.iter().flat_map(|of| [view(of), style(of)]).chain(shared.iter().cloned()).collect();
    let unnamed = existing.iter().filter(|file| !named.contains(file));
    let mut faults: Vec<String> = unnamed.map(|file| format!("{file} is in no table")).collect();
    for (place, file) in named.iter().enumerate() {
        if !existing.contains(file) {
            faults.push(format!("{file} doesn't exist"));
        }
        if named[..place].contains(file) {
            faults.push(format!("{file} stands there twice"));
        }
    }
    let sections: Vec<&str> = gallery.split("<section class=\"gallery-section\"").collect();
    for Component { name, section, markup, specs } in components {
        let heading = format!("<h2 id=\"{section}\">");
        let shows = sections.iter().any(|of| of.contains(&heading) && of.contains(markup.as_str()));
        if markup.is_empty() || !shows {
            faults.push(format!("{name}: section {section} of the gallery has no {markup:?}"));
        }
        for spec in specs {
            if !root().join(format!("tests/browser/specs/{spec}.spec.mjs")).is_file() {
                faults.push(format!("{name}: there is no spec {spec}"));
            }
        }
    }
    faults
}

#[test]
fn each_component_has_one_name_in_views_style_and_gallery() {
    let (components, shared) = tables();
    assert_eq!(faults(&components, &shared, &gallery()), Vec::<String>::new());
}

#[test]
fn a_row_too_few_and_a_row_too_many_are_noticed() {
    let gallery = gallery();
    let (mut components, mut shared) = tables();
    let pager = components.iter().position(|component| component.name == "pager").unwrap();
    components.remove(pager);
    shared.remove("style/print.css");
    shared.insert("style/list.css".to_owned());
    components[0].markup = "<marquee>".to_owned();
    let faults = faults(&components, &shared, &gallery).join("\n");
    for part in [
        "src/pager.rs is in no table",
        "style/pager.css is in",
        "style/print.css is in",
        "list.css stands",
        "<marquee>",
    ] {
        assert!(faults.contains(part), "{part}: {faults}");
    }
}

#[test]
fn every_style_is_bundled() {
    let index = fs::read_to_string(root().join("style/index.css")).unwrap();
    let names = files("style", ".css").into_iter().filter(|file| file != "style/index.css");
    let left_out: Vec<String> =
        names.filter(|file| !index.contains(&format!("@import \"{}\"", &file["style/".len()..]))).collect();
    assert_eq!(left_out, Vec::<String>::new());
}
