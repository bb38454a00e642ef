//! The faults, a file a layer. Each is a mistake that compiles and looks right at a glance.
//!
//! When code changes, a fault's text changes with it: the tests below name those that stand nowhere any more.

use super::fault::{Fault, Layer};

mod application;
mod publisher;
mod script;
mod search;
mod style;
mod views;

/// The faults of all layers, in the order in which the least is compiled.
pub fn all() -> impl Iterator<Item = (Layer, &'static Fault)> {
    let layers = [
        (Layer::Style, style::FAULTS),
        (Layer::Script, script::FAULTS),
        (Layer::Application, application::FAULTS),
        (Layer::Views, views::FAULTS),
        (Layer::Search, search::FAULTS),
        (Layer::Publisher, publisher::FAULTS),
    ];
    layers.into_iter().flat_map(|(layer, faults)| faults.iter().map(move |fault| (layer, fault)))
}

#[cfg(test)]
mod tests {
    use std::{collections::BTreeSet, fs, path::Path};

    use clap::ValueEnum;

    use super::{
        super::{Layer, Test, tree::put_into},
        all,
    };

    fn root() -> &'static Path {
        Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap()
    }

    #[test]
    fn each_fault_has_one_place_in_the_sources_and_changes_it() {
        let mut stale = Vec::new();
        for (_, fault) in all() {
            match fs::read_to_string(root().join(fault.file)) {
                Ok(text) => match put_into(&text, fault) {
                    Ok(faulty) => assert_ne!(faulty, text, "{}", fault.name),
                    Err(error) => stale.push(error.to_string()),
                },
                Err(error) => stale.push(format!("“{}”: {}: {error}", fault.name, fault.file)),
            }
        }
        assert!(stale.is_empty(), "{}", stale.join("\n"));
    }

    #[test]
    fn there_are_forty_and_some_in_each_layer() {
        let names: BTreeSet<&str> = all().map(|(_, fault)| fault.name).collect();
        assert_eq!(names.len(), all().count(), "a name is given twice");
        assert!(names.len() >= 40, "{}", names.len());
        for layer in Layer::value_variants() {
            assert!(all().filter(|(of, _)| of == layer).count() >= 3, "{layer:?}");
        }
    }

    #[test]
    fn each_test_is_there_and_has_something_to_say() {
        for (_, fault) in all() {
            assert!(!fault.says.is_empty(), "{}", fault.name);
            let file = match fault.test {
                Test::Browser { spec, .. } => format!("tests/browser/specs/{spec}.spec.mjs"),
                Test::Native(name) => format!("tests/{}.rs", name.split("::").next().unwrap()),
                Test::Unit { .. } => continue,
            };
            assert!(root().join(&file).is_file(), "“{}”: {file}", fault.name);
        }
    }
}
