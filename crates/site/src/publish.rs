//! The whole way, from the editor's files to the site in its place.

use std::{
    path::{Path, PathBuf},
    sync::{Arc, Mutex, PoisonError},
    thread,
};

use page::Page;

use crate::{
    announce::announce,
    gallery,
    hosting::{self, Host, HostingRules},
    index::{Indexed, gather::gather, on_demand::OnDemand, write_index},
    render::{
        base::BasePath,
        check_assets,
        keeping::Keeping,
        offline::render_worker,
        render, render_assets, render_shell,
        shell::Shell,
        social::images::{SocialImage, SocialImages},
    },
    timings::Timings,
    write::{Placed, PreviousRun, Remembered, Staging},
};
use compile::{
    Compiled, DocumentExtras,
    check::{Reached, check, leads_to},
    compile,
    outline::Outline,
};
use content::{
    fault::Faults,
    file_system::{self, FileSystem},
    read::{PageFile, ReadCache, Sourced, changed::Undated, read},
    source::SiteSource,
};

/// From where to where.
#[derive(Clone, Debug)]
pub struct Publication {
    /// The application without content.
    pub shell: PathBuf,
    /// The folder of the editor's files.
    pub content: PathBuf,
    /// Where that folder is: on the disk, or with unsaved texts over it.
    pub files: Arc<dyn FileSystem>,
    /// Where the site is put.
    pub out: PathBuf,
    /// Where the site will stand on the web, as "https://www.example.fi/seutu"; without it, where its own
    /// file says.
    pub address: Option<String>,
    /// The hosts that it is for; each reads files of its own.
    pub hosts: Vec<Host>,
    /// Where the folder will stand on the server, for hosts that have to know; without it, where it is put.
    pub served_from: Option<PathBuf>,
    /// Whom it is for.
    pub purpose: Purpose,
    /// Whether visitors' devices keep the pages that were read. No device keeps pages of a site under
    /// development, so that its editor sees each change.
    pub keeping: Keeping,
    /// Whether a page that has no picture of its own gets one, with its title, for where its address is
    /// shared.
    pub social_images: bool,
}

impl Publication {
    /// A publication without host-specific files, at the address in the site's own file.
    pub fn new(shell: PathBuf, content: PathBuf, out: PathBuf, purpose: Purpose) -> Publication {
        Publication {
            shell,
            content,
            files: file_system::disk(),
            out,
            address: None,
            hosts: Vec::new(),
            served_from: None,
            purpose,
            keeping: Keeping::Kept,
            social_images: false,
        }
    }
}

/// Whom a publication is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// Visitors.
    Visitors,
    /// Those who work on content and style: the [gallery] stands beside the pages.
    Development,
}

/// What was published.
#[derive(Debug)]
pub struct Published {
    /// How many pages.
    pub pages: usize,
    /// How many old addresses that lead to them.
    pub old_addresses: usize,
    /// How many files are new or differ from those of the site before.
    pub written: usize,
    /// What could be better, and didn't keep the site from being published.
    pub warnings: Faults,
    /// Why no page has a day of change, although the content has a history.
    pub undated: Option<Undated>,
    /// The index of Finnish pages was made by rules alone, because Voikko isn't installed.
    pub lacks_voikko: bool,
    /// How long each step took.
    pub timings: Timings,
}

/// Content that was read, checked and compiled.
#[derive(Debug)]
pub struct Checked<R> {
    /// What was made of each page, in the order of their addresses.
    pub pages: Vec<R>,
    /// What could be better.
    pub warnings: Faults,
}

/// Why nothing was published.
#[derive(Debug, thiserror::Error)]
pub enum Refused {
    /// The content has faults; the editor mends them.
    #[error("the content has faults")]
    Faults(Faults),
    /// Something else went wrong.
    #[error(transparent)]
    Failed(#[from] anyhow::Error),
}

/// Publishes a site again and again, and keeps in between what it has read.
pub struct Publisher {
    publication: Publication,
    /// Where the index is left to be made when somebody searches; it is written with the site otherwise.
    index: Option<OnDemand>,
    kept: ReadCache,
    left: Option<PreviousRun>,
    /// The pictures of pages that have none of their own, where they are wanted.
    social_images: Option<SocialImages>,
}

impl Publisher {
    /// A publisher that has read nothing yet.
    pub fn new(publication: Publication) -> Publisher {
        let social_images = publication.social_images.then(SocialImages::default);
        Publisher { publication, index: None, kept: ReadCache::default(), left: None, social_images }
    }

    /// The same, of a site that is served here while it is worked on: its index isn't written, but made when
    /// it is asked for.
    pub fn serving(publication: Publication, index: OnDemand) -> Publisher {
        Publisher { index: Some(index), ..Publisher::new(publication) }
    }

    /// Publishes the site; after a failure the site before is as it was.
    ///
    /// # Errors
    /// All faults of the content together, or the first thing that the system refuses.
    pub fn publish(&mut self) -> Result<Published, Refused> {
        let mut timings = Timings::start();
        let shell = Shell::read(&self.publication.shell)?.keeping(self.keeping());
        timings.step("shell");
        let mut faults = Faults::default();
        let Publication { shell: place_of_shell, content, files, out, hosts, .. } = &self.publication;
        refuse_within(content, "content", out)?;
        refuse_within(place_of_shell, "shell", out)?;
        let left = self.left.take();
        let encodings = hosting::encodings(hosts);
        let (sources, draft) = rayon::join(
            || read(files.as_ref(), content, &mut self.kept, &mut faults),
            || Staging::begin(out, shell.fingerprint(), encodings, left),
        );
        let (sources, mut draft) = (sources?, draft?);
        timings.step("read, and the site before");
        let mut site = check(&sources, &mut faults);
        site.pages_are_kept = shell.keeping == Keeping::Kept;
        timings.step("check");
        let Some(site_file) = sources.known() else { return Err(Refused::Faults(faults)) };
        let site_file = &self.addressed(site_file);
        let shell = shell.under(self.base(&site_file.value));
        // Compiled even when there are faults already: it finds those within the texts.
        let doomed = faults.has_errors();
        let reached = Reached::default();
        let outline = Outline::of(
            &site,
            &site_file.value,
            (&shell.base, shell.keeping, self.publication.social_images),
        );
        let indexed: Mutex<Vec<Arc<Indexed>>> = Mutex::default();
        let note = |page: &Remembered| {
            reached.note(&page.leads_to);
            page.assets.iter().for_each(|(asset, how)| site.assets.take(asset, *how, None));
            indexed.lock().unwrap_or_else(PoisonError::into_inner).extend(page.indexed.clone());
            page.pages
        };
        let keep = |file: &PageFile| {
            let kept = if doomed { None } else { draft.keep(file.path.as_str(), outline.origin(file)) };
            kept.map(|kept| Ok(note(&kept)))
        };
        let social_images = self.social_images.as_ref();
        let rendered = compile(&site, site_file, &mut faults, keep, |made| {
            if doomed {
                return Ok(0);
            }
            let (file, is_sound) = (made.file, made.is_sound);
            let page = render_all(made, outline.origin(file), social_images, &shell, &draft)?;
            let pages = note(&page);
            if is_sound {
                draft.remember(file.path.as_str(), Arc::new(page));
            }
            Ok(pages)
        });
        let assets = render_assets(site.assets, files.as_ref(), &draft, &mut faults);
        if faults.has_errors() {
            return Err(Refused::Faults(faults));
        }
        // Only now: a page with faults might have held the link that leads to an orphan.
        reached.report_orphans(&site, &mut faults);
        let pages = rendered.into_iter().sum::<anyhow::Result<usize>>()?;
        timings.step("compile, render, write");
        assets?;
        render_shell(&shell, &draft)?;
        render_worker(&shell, site.front_pages().iter().map(|front| (front.language, &front.path)), &draft)?;
        announce(&site, &site_file.value, &shell, &draft)?;
        timings.step("pictures, the application, site map, feeds, calendars, manifests");
        let served_from = self.publication.served_from.as_deref().map_or_else(|| absolute(out), plain);
        let rules = HostingRules::of(&site, &site_file.value.address.value, &shell.base, served_from);
        let old_addresses = site.old_addresses.len();
        let mut indexed = indexed.into_inner().unwrap_or_else(PoisonError::into_inner);
        let lacks_voikko = match self.index {
            // Another publication follows, and takes up what was read.
            Some(_) => false,
            None => {
                drop(site);
                let kept = self.kept.take_pages();
                // The index takes as much room as all that was read.
                thread::scope(|scope| {
                    scope.spawn(|| draft.sync_ahead());
                    let let_go = || drop((sources, kept));
                    rayon::join(|| write_index(std::mem::take(&mut indexed), &draft), let_go).0
                })?
            }
        };
        timings.step("index");
        if self.publication.purpose == Purpose::Development {
            gallery::render_gallery(&shell, &draft)?;
        }
        hosting::tell(hosts, || HostingRules { files: draft.files(), ..rules }, &draft)?;
        timings.step("for the hosts");
        let Placed { written, left } = draft.publish()?;
        // Another publication may begin.
        drop(draft);
        self.left = left;
        if let Some(index) = &self.index {
            index.take(indexed);
        }
        timings.step("in place");
        Ok(Published {
            pages,
            old_addresses,
            written,
            warnings: faults,
            undated: self.kept.undated(),
            lacks_voikko,
            timings,
        })
    }

    /// The site's own file, with the address that holds for this publication.
    fn addressed(&self, file: &Sourced<SiteSource>) -> Sourced<SiteSource> {
        let mut file = file.clone();
        if let Some(address) = &self.publication.address {
            file.value.address.value.clone_from(address);
        }
        file
    }

    fn keeping(&self) -> Keeping {
        match self.publication.purpose {
            Purpose::Visitors => self.publication.keeping,
            Purpose::Development => Keeping::Removed,
        }
    }

    /// A site that is worked on stands at the root of the development server, wherever it will be published.
    fn base(&self, site: &SiteSource) -> BasePath {
        match self.publication.purpose {
            Purpose::Visitors => BasePath::of_address(&site.address.value),
            Purpose::Development => BasePath::default(),
        }
    }
}

/// A site within what it is made of would be made of itself, larger at each publication; what it is made of,
/// within the site's folder, would be published with it.
fn refuse_within(source: &Path, name: &str, out: &Path) -> anyhow::Result<()> {
    // What isn't there is told where it is read.
    let Ok(source) = source.canonicalize() else { return Ok(()) };
    let out = absolute(out);
    let advice = "Choose another folder with --out";
    anyhow::ensure!(
        !out.starts_with(&source),
        "{} lies within the {name} folder {}. {advice}",
        out.display(),
        source.display()
    );
    anyhow::ensure!(
        !source.starts_with(&out),
        "The {name} {} lies within {}, which a publication replaces. {advice}",
        source.display(),
        out.display()
    );
    Ok(())
}

/// A path without a slash or a dot at its end: hosts join names to it as it is written.
fn plain(path: &Path) -> PathBuf {
    path.components().collect()
}

/// The real path of a folder that may not be there yet.
fn absolute(path: &Path) -> PathBuf {
    let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let known = path.ancestors().find_map(|above| Some((above, above.canonicalize().ok()?)));
    plain(&known.map_or(path.clone(), |(above, real)| real.join(path.strip_prefix(above).unwrap_or(&path))))
}

/// Renders a page with all its parts. The old addresses lead to the first; the picture is the same for all.
fn render_all(
    made: Compiled<'_>,
    origin: u64,
    social_images: Option<&SocialImages>,
    shell: &Shell,
    draft: &Staging,
) -> anyhow::Result<Remembered> {
    let Compiled { file, pages, beside, assets, .. } = made;
    let indexed = pages.first().and_then(|page| gather(page, file)).map(Arc::new);
    let mut rendered = Remembered { origin, pages: pages.len(), assets, indexed, ..Remembered::default() };
    let social_image = match (social_images, pages.first()) {
        (Some(images), Some(page)) if beside.picture.is_none() => images.render(page, draft)?,
        _ => None,
    };
    let picture = beside.picture.or(social_image.as_ref().map(|image| &image.picture));
    for (part, page) in pages.into_iter().enumerate() {
        rendered.leads_to.extend(leads_to(&page));
        // What a page is about, and where it was, is said by its first part.
        let (old_addresses, about) =
            if part == 0 { (beside.old_addresses, beside.about) } else { (&[][..], None) };
        let beside = DocumentExtras { old_addresses, about, picture, ..beside };
        rendered.files.extend(render(page, beside, shell, draft)?);
    }
    rendered.files.extend(social_image.map(|SocialImage { file, .. }| file));
    Ok(rendered)
}

/// Reads, checks and compiles the content, publishes nothing, and gives what `each` makes of every page.
///
/// # Errors
/// All faults of the content together, or the first thing that the system refuses.
pub fn check_content<R: Send>(
    files: &dyn FileSystem,
    content: &Path,
    each: impl Fn(Page) -> R + Sync,
) -> Result<Checked<R>, Refused> {
    let mut faults = Faults::default();
    let sources = read(files, content, &mut ReadCache::default(), &mut faults)?;
    let site = check(&sources, &mut faults);
    let Some(site_file) = sources.known() else { return Err(Refused::Faults(faults)) };
    let reached = Reached::default();
    let pages = compile(
        &site,
        site_file,
        &mut faults,
        |_| None,
        |made| {
            made.pages.iter().for_each(|page| reached.note(&leads_to(page)));
            made.pages.into_iter().map(&each).collect::<Vec<R>>()
        },
    );
    let assets = check_assets(site.assets, files, &mut faults);
    if faults.has_errors() {
        return Err(Refused::Faults(faults));
    }
    assets?;
    reached.report_orphans(&site, &mut faults);
    Ok(Checked { pages: pages.into_iter().flatten().collect(), warnings: faults })
}
