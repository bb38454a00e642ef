//! Short names of imports and exports, the same in the glue and in the WebAssembly.

use std::collections::BTreeMap;

/// The module in which the WebAssembly looks for what it imports: the glue's object is known to nobody else.
pub(super) const IMPORT_MODULE: &str = "a";

/// A short name for each export.
pub(super) fn short_names(exports: &BTreeMap<String, String>) -> BTreeMap<String, String> {
    exports.keys().enumerate().map(|(number, name)| (name.clone(), short_name(number))).collect()
}

/// `a`, `b`, … `aa`.
fn short_name(mut number: usize) -> String {
    let mut name = String::new();
    loop {
        name.insert(0, char::from(b'a' + (number % 26) as u8));
        number /= 26;
        if number == 0 {
            return name;
        }
        number -= 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_short_name_is_another_one() {
        let names: std::collections::BTreeSet<String> = (0..2000).map(short_name).collect();
        assert_eq!((names.len(), short_name(0), short_name(26)), (2000, "a".to_owned(), "aa".to_owned()));
    }
}
