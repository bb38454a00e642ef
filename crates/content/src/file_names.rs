//! What systems make of the names of files: when two names are the same file, and which are none.
//!
//! Windows and macOS take names that differ in capital letters for the same one, and macOS has written `ä` as `a` with two
//! dots behind it (Unicode Standard Annex #15, form NFD). Windows keeps some names for devices. A site has to be the same wherever
//! it is published.

use crate::nfc::nfc;

/// What names have in common that some system takes for the same one.
pub fn folded(name: &str) -> String {
    nfc(&nfc(name).to_lowercase()).into_owned()
}

/// Whether Windows keeps a name for a device, with whatever ending: no file or folder can have it there (Microsoft, *Naming Files,
/// Paths, and Namespaces*).
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
        ] {
            assert_eq!(folded(one), folded(other), "{one}");
        }
        assert_ne!(folded("pöytä.png"), folded("poyta.png"));
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
}
