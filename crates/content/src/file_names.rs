//! What systems make of the names of files: when two names are the same file, and which are none.
//!
//! Windows and macOS take names that differ in capital letters for the same one, and macOS has written `ä` as
//! `a` with two dots behind it (Unicode Standard Annex #15, form NFD). Windows keeps some names for devices.
//! A site has to be the same wherever it is published.

use crate::nfc::nfc;

/// How long a name can be, in bytes: most systems hold 255 (NAME_MAX of Linux, 255 letters on NTFS and APFS),
/// and a publication writes files beside it whose names have up to five bytes more, as "kuva-720.png" and
/// "ohje.txt.br".
pub const LONGEST: usize = 250;

/// How long a whole path within a site can be, in bytes: Linux holds 4096 (PATH_MAX) with the folder of the
/// site.
pub const LONGEST_PATH: usize = 2000;

/// What names have in common that some system takes for the same one.
///
/// NTFS folds letter by letter; APFS and ext4 with `casefold` fold fully (Unicode Standard §5.18), so that
/// `ß` is `ss` and the ligature `ﬁ` is `fi` there. Capital letters in between say the same as that table;
/// only the Turkish `ı` is no `i`.
pub fn folded(name: &str) -> String {
    if name.is_ascii() {
        return name.to_ascii_lowercase();
    }
    let mut folded = String::with_capacity(name.len());
    for small in nfc(name).chars().flat_map(char::to_lowercase) {
        match small {
            'ı' => folded.push(small),
            // A sigma is the same at the end of a word.
            small => folded.extend(small.to_uppercase().flat_map(char::to_lowercase)),
        }
    }
    nfc(&folded).into_owned()
}

/// The first part of a path that is longer than a name can be.
pub fn too_long_in(path: &str) -> Option<&str> {
    path.split('/').find(|name| name.len() > LONGEST)
}

/// The first part of a path that Windows can't hold, with the character for which it can't: a sign that means
/// something else there, a control character, a space or a dot at the end (Microsoft, *Naming Files, Paths,
/// and Namespaces*).
pub fn not_on_windows(path: &str) -> Option<(&str, char)> {
    let unfit = |name: &str| {
        let sign = name.chars().find(|c| c.is_ascii_control() || "<>:\"\\|?*".contains(*c));
        sign.or_else(|| name.chars().next_back().filter(|last| matches!(last, ' ' | '.')))
    };
    path.split('/').find_map(|name| unfit(name).map(|character| (name, character)))
}

/// Whether Windows keeps a name for a device, with whatever ending: no file or folder can have it there
/// (Microsoft, *Naming Files, Paths, and Namespaces*).
pub fn is_device(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or(name).trim_end().to_ascii_lowercase();
    let is_port = |port: &str| {
        let mut number = stem.strip_prefix(port).unwrap_or_default().chars();
        number.next().is_some_and(|digit| digit.is_ascii_digit() || "¹²³".contains(digit))
            && number.next().is_none()
    };
    ["con", "prn", "aux", "nul", "conin$", "conout$"].contains(&&*stem) || is_port("com") || is_port("lpt")
}

/// The first part of a path that Windows keeps for a device.
pub fn device_in(path: &str) -> Option<&str> {
    path.split('/').find(|name| is_device(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_some_system_takes_for_one_are_the_same() {
        for (one, other) in [
            ("Kuva.PNG", "kuva.png"),
            ("po\u{308}yta\u{308}.png", "pöytä.png"),
            ("PO\u{308}YTÄ.png", "pöytä.png"),
            ("Straße.pdf", "STRASSE.pdf"),
            ("\u{1E9E}", "ss"),
            ("\u{FB01}.png", "FI.png"),
            ("Οδός.txt", "ΟΔΌΣ.txt"),
            ("\u{17F}aari.txt", "Saari.txt"),
            ("\u{212A}uva.png", "kuva.png"),
        ] {
            assert_eq!(folded(one), folded(other), "{one}");
        }
        for (one, other) in [
            ("pöytä.png", "poyta.png"),
            ("kır", "kir"),
            ("æ", "ae"),
            ("a²", "a2"),
            ("ｋuva", "kuva"),
            ("Iı", "ii"),
        ] {
            assert_ne!(folded(one), folded(other), "{one}");
        }
    }

    #[test]
    fn names_of_devices_are_known_with_any_ending() {
        for name in ["con", "NUL", "aux.pdf", "Com1.tar.gz", "lpt9", "com¹.png", "prn .pdf", "CONOUT$"] {
            assert!(is_device(name), "{name}");
        }
        for name in ["konsertti", "con-1", "com", "com12", "lptx", "nulla.pdf", "pdf.nul", "auxi"] {
            assert!(!is_device(name), "{name}");
        }
        assert_eq!(device_in("kuvat/aux.d/kuva.png"), Some("aux.d"));
        assert_eq!(device_in("kuvat/kuva.png"), None);
    }

    #[test]
    fn names_that_windows_cannot_hold_are_known_with_the_sign() {
        for (path, found) in [
            ("kuvat/mitä?.png", ("mitä?.png", '?')),
            ("a|b/c.pdf", ("a|b", '|')),
            ("\"a\".pdf", ("\"a\".pdf", '"')),
            ("a<b>.pdf", ("a<b>.pdf", '<')),
            ("a*.pdf", ("a*.pdf", '*')),
            ("a:b.pdf", ("a:b.pdf", ':')),
            ("a\\b.pdf", ("a\\b.pdf", '\\')),
            ("a\n.pdf", ("a\n.pdf", '\n')),
            ("kansio./a.pdf", ("kansio.", '.')),
            ("kansio /a.pdf", ("kansio ", ' ')),
        ] {
            assert_eq!(not_on_windows(path), Some(found), "{path}");
        }
        for path in
            ["Ohjelma 2026.pdf", ".a/b.pdf", "#1 (100 %) 'x' +~.png", "a,b;c=d&e.pdf", "”lainaus”.pdf", ""]
        {
            assert_eq!(not_on_windows(path), None, "{path}");
        }
    }

    #[test]
    fn a_name_is_measured_in_bytes() {
        let long = "ä".repeat(126);
        assert_eq!(too_long_in(&format!("a/{long}/b")), Some(long.as_str()));
        assert_eq!(too_long_in(&format!("{}/{}", "ä".repeat(125), "a".repeat(250))), None);
    }
}
