//! Which page gets a picture, and its file in the site.

use std::sync::OnceLock;

use page::{Page, PageKind};

use super::{HEIGHT, Painter, WIDTH, number};
use crate::write::Staging;
use compile::sharing::SharingPicture;
use content::own_files::SOCIAL_IMAGES;

/// The pictures of a publication.
#[derive(Default)]
pub struct SocialImages {
    /// Made when the first page needs it: where none is made anew, none does.
    painter: OnceLock<Painter>,
}

/// The picture of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SocialImage {
    /// Its file, from the site's root.
    pub file: String,
    /// What a document says of it.
    pub picture: SharingPicture,
}

impl SocialImages {
    /// Puts the picture of a page into the draft; none of a page that nobody shares.
    ///
    /// # Errors
    /// A file that can't be written.
    pub fn render(&self, page: &Page, draft: &Staging) -> anyhow::Result<Option<SocialImage>> {
        let address = page.canonical.as_deref().and_then(|own| own.strip_suffix(page.path.as_str()));
        let Some(address) = address.filter(|_| is_shared(page.kind)) else { return Ok(None) };
        let painter = self.painter()?;
        let (title, name, slogan) = (&page.title, &page.site.name, &page.site.slogan);
        let fingerprint = painter.fingerprint(title, name, slogan, page.language);
        // Pages of the same title have a file each, so that one can go without the other.
        let file = format!("{SOCIAL_IMAGES}/{:016x}.png", number(&(fingerprint, &page.path)));
        let mut failed = None;
        draft.put(file.clone(), fingerprint, || {
            painter.paint(title, name, slogan, page.language).unwrap_or_else(|error| {
                failed = Some(error);
                Vec::new()
            })
        })?;
        if let Some(error) = failed {
            return Err(error);
        }
        let alternative = if title == name { title.clone() } else { format!("{title} – {name}") };
        let address = format!("{address}/{file}");
        let picture = SharingPicture { address, width: WIDTH, height: HEIGHT, alternative };
        Ok(Some(SocialImage { file, picture }))
    }

    fn painter(&self) -> anyhow::Result<&Painter> {
        if let Some(painter) = self.painter.get() {
            return Ok(painter);
        }
        // Two threads may come here at once; the painters are alike, and one of them stays.
        let painter = Painter::new()?;
        Ok(self.painter.get_or_init(|| painter))
    }
}

/// Whether anybody would send the page to others: not one that only helps to find another page, or says that
/// it is gone.
const fn is_shared(kind: PageKind) -> bool {
    match kind {
        PageKind::Front
        | PageKind::Section
        | PageKind::Article
        | PageKind::News
        | PageKind::Call
        | PageKind::Event
        | PageKind::Materials
        | PageKind::Contact => true,
        PageKind::SiteMap | PageKind::Search | PageKind::Gone | PageKind::NotFound => false,
    }
}
