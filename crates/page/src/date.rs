//! A date as the publisher formatted it.

use serde::Serialize;

use super::decode::decode_struct;

/// A date in both of its forms; the browser never formats one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct FormattedDate {
    /// ISO 8601, as in `2006-12-08`: for machines, and for comparing as text.
    pub iso: String,
    /// As the page's language writes it, as in "8.12.2006".
    pub text: String,
}

decode_struct!(FormattedDate { iso, text });
