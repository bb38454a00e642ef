//! Links to the mailbox and to the telephone of somebody.

use page::Href;

/// What people write between the digits of a number: spaces, those that don't break as well, and every sort
/// of dash.
const BETWEEN_DIGITS: [char; 10] =
    [' ', '\u{A0}', '\u{2009}', '\u{202F}', '-', '\u{2010}', '\u{2011}', '–', '(', ')'];

/// `tel:` and the digits of a number that people wrote; none for a text that isn't a number.
pub(super) fn phone_href(phone: &str) -> Option<Href> {
    let phone = phone.trim();
    // Whoever dials the code of the country leaves the zero in brackets out (ITU-T E.123 §2.6).
    let international = phone.strip_prefix('+').map(|rest| format!("+{}", rest.replacen("(0)", " ", 1)));
    let phone = international.as_deref().unwrap_or(phone);
    let digits: String = phone.chars().filter(char::is_ascii_digit).collect();
    let sound = digits.len() >= 3
        && phone.chars().enumerate().all(|(place, letter)| {
            letter.is_ascii_digit() || BETWEEN_DIGITS.contains(&letter) || (letter == '+' && place == 0)
        });
    let plus = if phone.starts_with('+') { "+" } else { "" };
    sound.then(|| Href::parse(&format!("tel:{plus}{digits}")).ok()).flatten()
}

/// The form that HTML asks of an e-mail field (HTML §4.10.5.1.5), with a dot in the domain.
pub(super) fn mail_link(address: &str) -> Option<Href> {
    let (name, domain) = address.split_once('@')?;
    let named = !name.is_empty()
        && name.chars().all(|c| c.is_ascii_alphanumeric() || ".!#$%&'*+/=?^_`{|}~-".contains(c));
    let label = |label: &str| {
        !label.is_empty()
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
    };
    let hosted = domain.contains('.') && domain.split('.').all(label);
    if named && hosted { Href::parse(&format!("mailto:{address}")).ok() } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_called_by_its_digits() {
        for phone in ["+358 14 123 4567", " +358\u{a0}14\u{202f}123–4567 ", "+358-14-(123)-4567"] {
            let href = phone_href(phone).map(|href| href.as_str().to_owned());
            assert_eq!(href.as_deref(), Some("tel:+358141234567"), "{phone}");
        }
        for wrong in ["", "12", "014 123 4567, klo 9", "14+123", "numero"] {
            assert!(phone_href(wrong).is_none(), "{wrong}");
        }
    }

    #[test]
    fn an_address_has_a_name_and_a_domain() {
        assert!(mail_link("janne.antikainen@intermin.fi").is_some());
        for wrong in ["", "a", "a@", "@b.fi", "a@b", "a b@c.fi", "a@b..fi", "a@-b.fi", "a@b.fi?x=y"] {
            assert!(mail_link(wrong).is_none(), "{wrong}");
        }
    }
}
