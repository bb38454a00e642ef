//! The site as a whole: `site.json`.

use schemars::JsonSchema;
use serde::Deserialize;

use super::Located;

/// The site as a whole.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SiteSource {
    /// Tells the text editor which schema helps with this file.
    #[serde(rename = "$schema", default)]
    pub schema: Option<String>,
    /// The site's name.
    pub name: String,
    /// The site's slogan.
    pub slogan: String,
    /// The address where the site is published, as "https://www.example.fi".
    pub address: Located<String>,
    /// The site's languages, the main one first; the pages of each stand in a folder of that name.
    pub languages: Vec<Located<LanguageSource>>,
    /// The addresses of the pages in the main menu.
    pub menu: Vec<Located<String>>,
    /// The addresses of the pages in the footer.
    pub footer: Vec<Located<String>>,
}

/// A language of the site.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum LanguageSource {
    /// Finnish.
    Fi,
    /// Swedish.
    Sv,
    /// English.
    En,
}

impl From<LanguageSource> for application::page::Language {
    fn from(language: LanguageSource) -> Self {
        match language {
            LanguageSource::Fi => Self::Fi,
            LanguageSource::Sv => Self::Sv,
            LanguageSource::En => Self::En,
        }
    }
}
