//! The site as a whole: `site.json`.

use schemars::JsonSchema;
use serde::Deserialize;

use page::Language;

use super::{Located, Markdown};

/// The site as a whole.
#[derive(Clone, Debug, Deserialize, Hash, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SiteSource {
    /// Tells the text editor which schema helps with this file.
    #[serde(rename = "$schema", default)]
    #[schemars(example = "schema/site.schema.json")]
    pub schema: Option<String>,
    /// The site's name.
    #[schemars(example = "Jyväskylän seutu")]
    pub name: Located<String>,
    /// The site's slogan.
    #[schemars(example = "ihmistä varten")]
    pub slogan: Located<String>,
    /// The address where the site is published, as "https://www.example.fi", or as "https://www.example.fi/seutu" where
    /// it stands in a folder of its host: without a slash at the end.
    #[schemars(example = "https://www.example.fi")]
    pub address: Located<String>,
    /// The site's languages, the main one first; the pages of each stand in a folder of that name.
    pub languages: Vec<Located<Language>>,
    /// The addresses of the pages in the main menu, in the main language: where a page is translated, the other
    /// languages show the translation, and leave it out where it isn't.
    #[schemars(example = ["/hankkeet/", "/haku/"])]
    pub menu: Vec<Located<String>>,
    /// The addresses of the pages in the footer, in the main language, as in the menu.
    #[schemars(example = ["/saavutettavuusseloste/"])]
    pub footer: Vec<Located<String>>,
    /// Addresses that were left for good, and the pages of this site that took their place.
    #[serde(default)]
    pub redirects: Vec<RedirectSource>,
    /// What every visitor should know for a while, on every page.
    #[serde(default)]
    pub notice: Option<SiteNoticeSource>,
    /// Where visitors give feedback, in the footer of every page: an e-mail address as "palaute@example.fi", the
    /// address of a page as "/palaute/", or one elsewhere as "https://www.example.fi/palaute".
    #[serde(default)]
    #[schemars(example = "palaute@example.fi")]
    pub feedback: Option<Located<String>>,
    /// Who is behind the site and how to reach them, in the footer of every page.
    #[serde(default)]
    pub contact: Option<SiteContactSource>,
    /// The picture that stands for a page where its address is shared, unless the page has a figure of its own.
    #[serde(default)]
    pub sharing_picture: Option<SharingPictureSource>,
}

/// Who is behind the site, and how to reach them.
#[derive(Clone, Debug, Deserialize, Hash, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SiteContactSource {
    /// The name, as "Järvilän kunta".
    #[schemars(example = "Järvilän kunta")]
    pub name: Located<String>,
    /// The e-mail address.
    #[serde(default)]
    #[schemars(example = "etunimi.sukunimi@example.fi")]
    pub email: Option<Located<String>>,
    /// The telephone number, as "+358 14 123 4567".
    #[serde(default)]
    #[schemars(example = "+358 14 123 4567")]
    pub phone: Option<Located<String>>,
    /// The postal address, line by line.
    #[serde(default)]
    #[schemars(example = ["Katu 1", "40100 Jyväskylä"])]
    pub address: Vec<Located<String>>,
}

/// The picture that stands for a page where its address is shared.
#[derive(Clone, Debug, Deserialize, Hash, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SharingPictureSource {
    /// The file, as "/kuvat/seutu.jpg" from the content folder on: JPEG or PNG, best of 1200 × 630 pixels.
    #[schemars(example = "/kuvat/seutu.jpg")]
    pub image: Located<String>,
    /// What the picture shows, in each language of the site (WCAG 1.1.1).
    pub alt: ByLanguageSource,
}

/// An address that was left, and where it leads now.
#[derive(Clone, Debug, Deserialize, Hash, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RedirectSource {
    /// The address that was left, as "/vanha/".
    #[schemars(example = "/vanha/")]
    pub from: Located<String>,
    /// The address of a page of this site.
    #[schemars(example = "/hankkeet/")]
    pub to: Located<String>,
}

/// What every visitor should know for a while. The visitor's own clock shows and hides it.
#[derive(Clone, Debug, Deserialize, Hash, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SiteNoticeSource {
    /// The text (Markdown), by language.
    pub text: MarkdownByLanguageSource,
    /// The first day as "2026-01-31", or with the time of day as "2026-01-31T08:00".
    #[schemars(example = "2026-01-31")]
    pub start: Located<String>,
    /// The last day, or the end with its time of day.
    #[schemars(example = "2026-02-01T18:00")]
    pub end: Located<String>,
}

/// A text in the languages of the site.
#[derive(Clone, Debug, Deserialize, Hash, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ByLanguageSource {
    /// In Finnish.
    #[serde(default)]
    #[schemars(example = "Järvi kesällä, rannalla väkeä")]
    pub fi: Option<Located<String>>,
    /// In Swedish.
    #[serde(default)]
    #[schemars(example = "En sjö om sommaren, folk på stranden")]
    pub sv: Option<Located<String>>,
    /// In English.
    #[serde(default)]
    #[schemars(example = "A lake in summer, people on its shore")]
    pub en: Option<Located<String>>,
}

impl ByLanguageSource {
    /// The text in a language.
    pub fn get(&self, language: Language) -> Option<&Located<String>> {
        match language {
            Language::Fi => self.fi.as_ref(),
            Language::Sv => self.sv.as_ref(),
            Language::En => self.en.as_ref(),
        }
    }
}

/// A text with emphasis, links and line breaks in the languages of the site.
#[derive(Clone, Debug, Deserialize, Hash, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MarkdownByLanguageSource {
    /// In Finnish (Markdown).
    #[serde(default)]
    #[schemars(example = "Sivustoa huolletaan lauantaina.")]
    pub fi: Option<Located<Markdown>>,
    /// In Swedish (Markdown).
    #[serde(default)]
    #[schemars(example = "Webbplatsen underhålls på lördag.")]
    pub sv: Option<Located<Markdown>>,
    /// In English (Markdown).
    #[serde(default)]
    #[schemars(example = "The site is being serviced on Saturday.")]
    pub en: Option<Located<Markdown>>,
}

impl MarkdownByLanguageSource {
    /// The text in a language.
    pub fn get(&self, language: Language) -> Option<&Located<Markdown>> {
        match language {
            Language::Fi => self.fi.as_ref(),
            Language::Sv => self.sv.as_ref(),
            Language::En => self.en.as_ref(),
        }
    }
}
