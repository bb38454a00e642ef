//! Bundles `style/index.css` into one stylesheet: a browser that follows its imports loads one file after
//! another.
//!
//! `@import "base.css" layer(base);` becomes `@layer base { … }` around the file's content; files of one
//! layer that follow each other share one. So a component may have a file of its own at no cost to the
//! visitor. Everything else in `style/index.css` stays as it is.

use std::{
    fs, io,
    path::{Component, Path},
};

use anyhow::{Context, Result, bail, ensure};

use stylesheet::{older::with_day_colours, text};

use super::profile::Profile;
use crate::workspace::Workspace;

/// Writes `target/style/seutu.css` when its content has changed.
///
/// The path is the same whatever `CARGO_TARGET_DIR` says, because `index.html` names it.
pub fn bundle(workspace: &Workspace, profile: Profile) -> Result<()> {
    let folder = workspace.root.join("style");
    let mut bundle = bundle_folder(&folder).context("the stylesheets can't be bundled")?;
    if profile == Profile::Release {
        bundle = text::compact(&bundle);
    }
    let output = workspace.root.join("target/style/seutu.css");
    write_if_changed(&output, &bundle).with_context(|| format!("can't write {}", output.display()))
}

fn bundle_folder(folder: &Path) -> Result<String> {
    let index = text::without_comments("index.css", &read(folder, "index.css")?)?;
    let mut bundle = String::new();
    // The layer to which the end of the bundle belongs.
    let mut open = None;
    for statement in text::statements(&index) {
        match import(statement)? {
            None => {
                if open.take().is_some() {
                    bundle.push_str("}\n");
                }
                bundle.push_str(statement.trim());
                bundle.push('\n');
            }
            Some((name, layer)) => {
                let sheet = with_day_colours(&text::without_comments(name, &read(folder, name)?)?);
                if let Some(at) = sheet.find("@import") {
                    let line = sheet[..at].matches('\n').count() + 1;
                    bail!(
                        "style/{name}:{line}: `@import` works in style/index.css only: move it there and give it a layer"
                    );
                }
                if open != Some(layer) {
                    if open.is_some() {
                        bundle.push_str("}\n");
                    }
                    bundle.push_str(&format!("@layer {layer} {{\n"));
                    open = Some(layer);
                }
                bundle.push_str(sheet.trim_end());
                bundle.push('\n');
            }
        }
    }
    if open.is_some() {
        bundle.push_str("}\n");
    }
    Ok(bundle)
}

fn read(folder: &Path, name: &str) -> Result<String> {
    let inside = Path::new(name).components().all(|part| matches!(part, Component::Normal(_)));
    ensure!(inside, "style/index.css imports {name:?}: name a file in style/, such as \"base.css\"");
    fs::read_to_string(folder.join(name)).with_context(|| format!("can't read style/{name}"))
}

/// The file and the layer of an import; none for any other statement.
fn import(statement: &str) -> Result<Option<(&str, &str)>> {
    let statement = statement.trim();
    let Some(rest) = statement.strip_prefix("@import") else {
        return Ok(None);
    };
    let parts = || {
        let rest = rest.trim().strip_suffix(';')?;
        let quote = rest.chars().next().filter(|first| matches!(first, '"' | '\''))?;
        let (name, rest) = rest[1..].split_once(quote)?;
        let layer = rest.trim().strip_prefix("layer(")?.strip_suffix(')')?.trim();
        let named = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.');
        (!layer.is_empty() && layer.chars().all(named)).then_some((name, layer))
    };
    match parts() {
        Some(parts) => Ok(Some(parts)),
        None => bail!("style/index.css: `{statement}`: write `@import \"base.css\" layer(base);`"),
    }
}

/// Trunk watches the file: writing what is already there would start the next build.
fn write_if_changed(path: &Path, content: &str) -> io::Result<()> {
    if fs::read(path).is_ok_and(|old| old == content.as_bytes()) {
        return Ok(());
    }
    fs::create_dir_all(path.parent().unwrap_or(path))?;
    fs::write(path, content)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bundled(files: &[(&str, &str)]) -> Result<String> {
        let name = format!("seutu-style-{}-{:?}", std::process::id(), std::thread::current().id());
        let folder = std::env::temp_dir().join(name);
        for (name, css) in files {
            let path = folder.join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, css).unwrap();
        }
        let result = bundle_folder(&folder);
        fs::remove_dir_all(folder).unwrap();
        result
    }

    fn fault(files: &[(&str, &str)]) -> String {
        format!("{:#}", bundled(files).unwrap_err())
    }

    #[test]
    fn imports_become_layers_and_other_rules_stay() {
        let css = bundled(&[
            (
                "index.css",
                "/* Order */\n@layer base, components;\n@import \"base.css\" layer(base);\n@import 'components/menu.css' layer(components);\n@import \"list.css\" layer(components);\n@media print { nav { display: none } }\n@import \"list.css\" layer(components);\n",
            ),
            (
                "base.css",
                "/* why; { */ body { margin: 0 }\na::after { content: \"}; /* not a comment */\" }\n",
            ),
            ("components/menu.css", ".menu { gap: 1rem }\n"),
            ("list.css", "li { margin: 0 }\n"),
        ]);
        assert_eq!(
            css.unwrap(),
            "@layer base, components;\n@layer base {\n  body { margin: 0 }\na::after { content: \"}; /* not a comment */\" }\n}\n\
             @layer components {\n.menu { gap: 1rem }\nli { margin: 0 }\n}\n\
             @media print { nav { display: none } }\n@layer components {\nli { margin: 0 }\n}\n"
        );
    }

    #[test]
    fn a_nested_import_is_refused_with_file_and_line() {
        let fault = fault(&[
            ("index.css", "@import \"base.css\" layer(base);"),
            ("base.css", "/* a\nb */\n@import \"other.css\";"),
        ]);
        assert!(fault.contains("style/base.css:3"), "{fault}");
    }

    #[test]
    fn an_open_brace_is_named_where_it_was_opened() {
        let fault =
            fault(&[("index.css", "@import \"base.css\" layer(base);"), ("base.css", "a {\n}\nb {\n")]);
        assert!(fault.contains("style/base.css:3"), "{fault}");
    }

    #[test]
    fn an_import_without_layer_or_from_outside_is_refused() {
        assert!(fault(&[("index.css", "@import \"base.css\";")]).contains("layer(base)"));
        assert!(fault(&[("index.css", "@import \"../a.css\" layer(a);")]).contains("in style/"));
        assert!(fault(&[("index.css", "@import \"gone.css\" layer(a);")]).contains("style/gone.css"));
    }
}
