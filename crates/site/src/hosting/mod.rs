//! Rules for hosts: cache times, redirects from old addresses, and media types.
//!
//! [`rules`] is what every host should do with a site, in no host's words; [`headers`] is what goes with
//! every answer; media types stand in the table of [`file_types`]. Each host says the rules in its own file:
//! [`netlify`] (and Cloudflare Pages), [`nginx`], [`caddy`], [`apache`], [`workflow`] for the Pages of GitHub
//! and GitLab, [`upload`] for stores of objects; [`files_read`] has the names of these files. The text of a
//! host's file stands beside its module, with the holes that [`template`] fills.

mod apache;
mod caddy;
mod file;
pub mod files_read;
pub mod headers;
mod netlify;
mod nginx;
pub mod ours;
pub mod rules;
mod template;
mod upload;
mod workflow;

use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
};

use clap::ValueEnum;

use crate::write::{Staging, compress::Encoding};
pub use apache::HTACCESS;
use content::fingerprint::fingerprint;
pub use file::HostFile;
use files_read::{FileRead, ReadAt};
pub use rules::HostingRules;

/// A host that a site can be published for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, ValueEnum)]
pub enum Host {
    /// Any host of plain files: they are all there is.
    Static,
    /// nginx: a file to include in the server's configuration.
    Nginx,
    /// Caddy: a file to import in the Caddyfile.
    Caddy,
    /// Apache: .htaccess files in the site.
    Apache,
    /// Netlify: _headers and _redirects.
    Netlify,
    /// Cloudflare Pages: _headers and _redirects.
    Cloudflare,
    /// GitHub Pages: a workflow.
    GithubPages,
    /// GitLab Pages: a pipeline.
    GitlabPages,
    /// Amazon S3 and what speaks like it: a list of what to upload, and how.
    S3,
}

impl Host {
    /// The compressed copies that the host sends if they stand beside a file. All others compress by
    /// themselves, or not at all.
    pub const fn encodings(self) -> &'static [Encoding] {
        match self {
            Host::Caddy | Host::Nginx | Host::Apache | Host::GitlabPages => {
                &[Encoding::Brotli, Encoding::Gzip]
            }
            Host::Static | Host::Netlify | Host::Cloudflare | Host::GithubPages | Host::S3 => &[],
        }
    }

    /// What the host is called on the command line.
    fn name(self) -> String {
        self.to_possible_value().map(|value| value.get_name().to_owned()).unwrap_or_default()
    }

    /// The names of the files that the host reads, also of those that a publication doesn't write.
    pub const fn files_read(self) -> &'static [FileRead] {
        const NGINX: &[FileRead] = &[nginx::FILE, FileRead::by_hand("nginx.conf", ReadAt::Root)];
        const CADDY: &[FileRead] = &[caddy::FILE, FileRead::by_hand("Caddyfile", ReadAt::Root)];
        const NETLIFY: &[FileRead] =
            &[netlify::HEADERS_OF_SITE, netlify::REDIRECTS, FileRead::by_hand("netlify.toml", ReadAt::Root)];
        const CLOUDFLARE: &[FileRead] =
            &[netlify::HEADERS_OF_SITE, netlify::REDIRECTS, FileRead::by_hand("_routes.json", ReadAt::Root)];
        const GITHUB: &[FileRead] =
            &[workflow::NO_JEKYLL, workflow::GITHUB_FILE, FileRead::by_hand("CNAME", ReadAt::Root)];
        match self {
            Host::Static => &[],
            Host::Nginx => NGINX,
            Host::Caddy => CADDY,
            Host::Apache => &[apache::FILE],
            Host::Netlify => NETLIFY,
            Host::Cloudflare => CLOUDFLARE,
            Host::GithubPages => GITHUB,
            Host::GitlabPages => &[netlify::REDIRECTS, workflow::GITLAB_FILE],
            Host::S3 => &[upload::FILE],
        }
    }

    /// The files in which the host reads the rules.
    pub fn files(self, rules: &HostingRules) -> Vec<HostFile> {
        match self {
            Host::Static => Vec::new(),
            Host::Nginx => nginx::files(rules),
            Host::Caddy => caddy::files(rules),
            Host::Apache => apache::files(rules),
            Host::Netlify => netlify::files(rules),
            Host::Cloudflare => netlify::files_for_cloudflare(rules),
            Host::GithubPages => workflow::github(),
            Host::GitlabPages => workflow::gitlab(rules),
            Host::S3 => upload::files(rules),
        }
    }
}

/// The files that any host reads; one that several hosts read stands there for each of them.
pub fn of_all_hosts() -> impl Iterator<Item = FileRead> {
    let of_hosts = Host::value_variants().iter().flat_map(|host| host.files_read());
    of_hosts.copied().chain(files_read::OF_OTHERS)
}

/// The copies that any of some hosts sends.
pub fn encodings(hosts: &[Host]) -> Vec<Encoding> {
    Encoding::ALL
        .into_iter()
        .filter(|encoding| hosts.iter().any(|host| host.encodings().contains(encoding)))
        .collect()
}

/// Puts into the draft what hosts read in the site and beside it.
///
/// # Errors
/// Two hosts that read files of the same name; a file that can't be written.
pub fn tell(hosts: &[Host], rules: impl FnOnce() -> HostingRules, draft: &Staging) -> anyhow::Result<()> {
    if hosts.is_empty() {
        return Ok(());
    }
    let rules = rules();
    if hosts.iter().any(|host| matches!(host, Host::Nginx | Host::Caddy)) {
        refuse_unwritable(&rules.served_from)?;
    }
    let mut said: BTreeMap<String, Host> = BTreeMap::new();
    for host in BTreeSet::from_iter(hosts) {
        for file in host.files(&rules) {
            let name = match &file {
                HostFile::Within(path, _) => path.clone(),
                HostFile::Beside(ending, _) => (*ending).to_owned(),
            };
            if let Some(other) = said.insert(name.clone(), *host) {
                anyhow::bail!(
                    "{} and {} read the same file {name}, each in its own way: publish for each of them into a folder of \
                     its own",
                    other.name(),
                    host.name()
                );
            }
            match file {
                HostFile::Within(path, text) => {
                    draft.put(path, fingerprint(text.as_bytes()), || text)?;
                }
                HostFile::Beside(ending, text) => draft.put_beside(ending, text),
            }
        }
    }
    Ok(())
}

/// A configuration in which a folder's name would end the name or stand for something else.
fn refuse_unwritable(folder: &Path) -> anyhow::Result<()> {
    anyhow::ensure!(
        is_writable(folder),
        "The folder {} can't be named in the configuration of nginx or Caddy: rename it, or say with --served-from where \
         the site will stand, without any of \" \\ $ {{ }} `",
        folder.display()
    );
    Ok(())
}

/// Whether a folder can be named in the configuration of nginx or Caddy.
pub fn is_writable(folder: &Path) -> bool {
    let is_writable =
        |name: &str| !name.contains(['"', '\\', '$', '{', '}', '`']) && !name.contains(char::is_control);
    folder.to_str().is_some_and(is_writable)
}
