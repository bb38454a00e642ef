//! Percent-encoding.

use content::nfc::nfc;
use percent_encoding::percent_decode_str;

/// A text with its `%20` read (RFC 3986 §2.1); what isn't UTF-8 then stays as it is.
pub fn decode(text: &str) -> String {
    percent_decode_str(text).decode_utf8().map_or_else(|_| text.to_owned(), |text| nfc(&text).into_owned())
}
