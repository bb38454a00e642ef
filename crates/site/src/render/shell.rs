//! The shell: the application without content, as Trunk built it, in a folder or packed as one archive.

use std::{
    collections::BTreeMap,
    fs::{self, File},
    io::Read as _,
    path::{Component, Path},
};

use anyhow::{Context, bail, ensure};
use flate2::read::GzDecoder;

use content::{
    file_names::{LONGEST, too_long_in},
    own_files::WORKER,
};
use page::document::BASE_ATTRIBUTE;

use super::{
    base::BasePath,
    first_paint::FirstPaint,
    integrity,
    keeping::Keeping,
    policy::{self, InlineScripts},
};

/// The places in the shell's `index.html` into which a page is put.
const HEAD: &str = "<!--seutu:head-->";
const VIEW: &str = "<!--seutu:view-->";
const PAGE: &str = "<!--seutu:page-->";
const LANGUAGE: &str = "<html lang=\"fi\"";

/// What stands in front of the version in its document (HTML §4.2.5.1).
const GENERATOR: &str = "<meta name=\"generator\" content=\"Seutu ";

/// The publisher's own version.
const VERSION: &str = env!("CARGO_PKG_VERSION");

/// What stands in front of an address from the root: in an attribute of its own or behind another one in it,
/// and in the map of integrity, the first one and each other one.
const BEFORE_ADDRESSES: [&str; 7] =
    ["src=\"/", "href=\"/", "content=\"/", ".js /", ".wasm /", ":{\"/", "\",\"/"];

/// The shell's document, cut at the places into which a page is put, and its other files.
pub struct Shell {
    /// Every file but `index.html`: its path within the shell, parts separated by slashes, and what it holds.
    pub files: BTreeMap<String, Vec<u8>>,
    /// The rules of its stylesheet, of which each document gets those that it needs first.
    pub(super) first_paint: FirstPaint,
    /// The folder under which its documents stand.
    pub base: BasePath,
    /// The program that keeps what was read, without the list of its files.
    pub(super) worker: Option<String>,
    /// Whether it does so.
    pub keeping: Keeping,
    /// What the policy allows of its own scripts.
    scripts: InlineScripts,
    /// The link to the whole stylesheet.
    stylesheet: String,
    before_language: String,
    before_head: String,
    before_view: String,
    before_page: String,
    rest: String,
}

impl Shell {
    /// Reads a shell from its folder, or from the archive that `cargo xtask package` makes of it.
    ///
    /// # Errors
    /// What can't be read, isn't a shell, or is one of another version: the application would not understand
    /// the pages.
    pub fn read(place: &Path) -> anyhow::Result<Shell> {
        let missing = || {
            format!(
                "There is no shell in {}: `cargo xtask build` makes one in target/shell, `cargo xtask package` an archive",
                place.display()
            )
        };
        let mut files = BTreeMap::new();
        if fs::metadata(place).with_context(missing)?.is_dir() {
            let folder = fs::canonicalize(place).with_context(missing)?;
            collect(place, "", &folder, &mut files)?;
        } else {
            unpack(place, &mut files).with_context(missing)?;
        }
        let document = files.remove("index.html").with_context(missing)?;
        let worker = files.remove(WORKER).map(String::from_utf8).transpose();
        let worker =
            worker.with_context(|| format!("The {WORKER} of the shell {} isn't text", place.display()))?;
        let document = String::from_utf8(document)
            .with_context(|| format!("The index.html of the shell {} isn't text", place.display()))?;
        let cut = |text: &str, marker: &str| -> anyhow::Result<(String, String)> {
            match text.split_once(marker) {
                Some((before, after)) => Ok((before.to_owned(), after.to_owned())),
                None => bail!("{} isn't a shell of Seutu: its index.html has no {marker}", place.display()),
            }
        };
        let (_, rest) = cut(&document, GENERATOR)?;
        let (version, _) = cut(&rest, "\"")?;
        ensure!(
            version == VERSION,
            "The shell {} is of Seutu {version}, this publisher of Seutu {VERSION}: the application wouldn't understand \
             the pages. Take both from the same package",
            place.display()
        );
        let document = integrity::protect(document, &files);
        let (document, stylesheet) = without_stylesheet(document);
        let (before_language, rest) = cut(&document, LANGUAGE)?;
        let (before_head, rest) = cut(&rest, HEAD)?;
        let (before_view, rest) = cut(&rest, VIEW)?;
        let (before_page, rest) = cut(&rest, PAGE)?;
        let (before_body_ends, rest) = rest.split_once("</body>").unwrap_or((&rest, ""));
        let rest = format!("{before_body_ends}{stylesheet}</body>{rest}");
        let scripts = InlineScripts::of(&document);
        let style = text_of_stylesheets(&files)?;
        Ok(Shell {
            first_paint: FirstPaint::of(&style, before_view.split_once("<body").map_or("", |(_, body)| body)),
            files,
            worker,
            keeping: Keeping::Kept,
            scripts,
            stylesheet,
            base: BasePath::default(),
            before_language,
            before_head,
            before_view,
            before_page,
            rest,
        })
    }

    /// The same shell for a site that stands under a folder: its files are asked for there.
    pub fn under(self, base: BasePath) -> Shell {
        if base.is_root() {
            return self;
        }
        let lead = |part: String| {
            BEFORE_ADDRESSES.iter().fold(part, |part, before| {
                let led = format!("{}{}/", before.trim_end_matches('/'), base.as_str());
                part.replace(before, &led)
            })
        };
        let shell = Shell {
            before_head: lead(self.before_head),
            before_view: lead(self.before_view),
            before_page: lead(self.before_page),
            stylesheet: lead(self.stylesheet),
            rest: lead(self.rest),
            base,
            ..self
        };
        // The map of integrity is a script of its own, and names addresses.
        Shell { scripts: InlineScripts::of(&shell.fill("", "", "", "")), ..shell }
    }

    /// The same shell for a site of which devices keep what was read, or nothing.
    pub fn keeping(self, keeping: Keeping) -> Shell {
        Shell { keeping, ..self }
    }

    /// A hash of everything that the shell adds to documents.
    pub fn fingerprint(&self) -> u64 {
        content::fingerprint::fingerprint(self.fill("", "", "", "").as_bytes())
    }

    /// The policy for its documents, with the hash of the style that stands in one, or nothing.
    pub fn policy(&self, style: &str) -> String {
        policy::policy(&self.scripts, style)
    }

    /// The text of its stylesheets.
    ///
    /// # Errors
    /// A stylesheet that isn't text.
    pub fn stylesheet(&self) -> anyhow::Result<String> {
        text_of_stylesheets(&self.files)
    }

    /// A document of the shell in which no application starts: without the names by which `first.js` finds
    /// it. All of its style comes before it is painted.
    pub fn plain(&self, head: &str, view: &str) -> String {
        let document = self.fill("fi", &format!("{head}\n{}", self.stylesheet), view, "");
        integrity::without_map(without(document, "<meta name=\"seutu:application\"").0)
    }

    /// The shell's document with a page in it; every part is HTML already. The whole stylesheet is asked for
    /// at its end.
    pub(super) fn fill(&self, language: &str, head: &str, view: &str, page: &str) -> String {
        let base = match self.base.as_str() {
            "" => String::new(),
            base => format!(" {BASE_ATTRIBUTE}=\"{base}\""),
        };
        let keeping = match self.keeping {
            Keeping::Kept => "",
            Keeping::Removed => " data-no-offline",
        };
        [
            &self.before_language,
            "<html lang=\"",
            language,
            "\"",
            &base,
            keeping,
            &self.before_head,
            head,
            &self.before_view,
            view,
            &self.before_page,
            page,
            &self.rest,
        ]
        .concat()
    }
}

/// A document without its link to the stylesheet, and the link: it goes where the text has been read.
fn without_stylesheet(document: String) -> (String, String) {
    without(document, "<link rel=\"stylesheet\"")
}

/// A text without an element that has neither content nor end tag, and the element; nothing where it isn't
/// there.
fn without(mut text: String, opening: &str) -> (String, String) {
    let range = text.find(opening).and_then(|start| Some(start..start + text[start..].find('>')? + 1));
    let element: String = range.map(|range| text.drain(range).collect()).unwrap_or_default();
    (text, element)
}

fn text_of_stylesheets(files: &BTreeMap<String, Vec<u8>>) -> anyhow::Result<String> {
    let sheets = files.iter().filter(|(name, _)| name.ends_with(".css"));
    sheets
        .map(|(name, text)| {
            String::from_utf8(text.clone()).with_context(|| format!("The shell's {name} isn't text"))
        })
        .collect()
}

/// Reads the files of a folder and of those in it. A link is a file if it leads to one within `shell`, the
/// folder of the whole shell as the system names it.
fn collect(
    folder: &Path,
    within: &str,
    shell: &Path,
    files: &mut BTreeMap<String, Vec<u8>>,
) -> anyhow::Result<()> {
    let read = || format!("The shell's folder {} can't be read", folder.display());
    for entry in fs::read_dir(folder).with_context(read)? {
        let entry = entry.with_context(read)?;
        let path = entry.path();
        let Ok(name) = entry.file_name().into_string() else {
            bail!("{} has a name that isn't Unicode, and is in the shell: rename it", path.display());
        };
        ensure!(
            name.len() <= LONGEST,
            "The name of {} in the shell is longer than {LONGEST} bytes: beside it compressed copies with longer names are \
             written. Rename it",
            path.display()
        );
        let name = format!("{within}{name}");
        let kind = entry.file_type().with_context(read)?;
        if kind.is_dir() {
            collect(&path, &(name + "/"), shell, files)?;
        } else {
            let target = fs::canonicalize(&path).ok().filter(|target| target.starts_with(shell));
            ensure!(
                !kind.is_symlink() || target.as_deref().is_some_and(Path::is_file),
                "{} is a symbolic link that leads to no file of the shell: put the file itself there",
                path.display()
            );
            ensure!(
                path.is_file(),
                "{} is neither a file nor a folder: a shell has no such things",
                path.display()
            );
            let contents = fs::read(&path).with_context(|| format!("{} can't be read", path.display()))?;
            files.insert(name, contents);
        }
    }
    Ok(())
}

/// More than any shell holds, and less than any machine has.
const MOST: u64 = 100 << 20;

fn unpack(archive: &Path, files: &mut BTreeMap<String, Vec<u8>>) -> anyhow::Result<()> {
    let failed = || format!("The shell's archive {} can't be read", archive.display());
    // A pipe would never say anything.
    ensure!(archive.is_file(), "The shell {} is neither a folder nor an archive", archive.display());
    let file = File::open(archive).with_context(failed)?;
    let mut unpacked = tar::Archive::new(GzDecoder::new(file).take(MOST));
    for entry in unpacked.entries().with_context(failed)? {
        let mut entry = entry.with_context(failed)?;
        if !entry.header().entry_type().is_file() {
            continue;
        }
        let path = entry.path().with_context(failed)?.into_owned();
        // Its files are published by these names: none may lead out of the site.
        let name: Option<Vec<&str>> = path
            .components()
            .map(|part| match part {
                Component::Normal(name) => name.to_str(),
                _ => None,
            })
            .collect();
        let name = name.with_context(|| {
            format!(
                "The shell's archive {} holds a file {}, which has no place in a site",
                archive.display(),
                path.display()
            )
        })?;
        ensure!(
            too_long_in(&path.to_string_lossy()).is_none(),
            "A name in the shell's archive is longer than {LONGEST} bytes: {}",
            path.display()
        );
        let mut contents = Vec::new();
        entry.read_to_end(&mut contents).with_context(failed)?;
        files.insert(name.join("/"), contents);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use super::*;

    const DOCUMENT: &str = "<html lang=\"fi\"><!--seutu:head--><!--seutu:view--><!--seutu:page-->";

    fn document(version: &str) -> String {
        format!("{DOCUMENT}{GENERATOR}{version}\">")
    }

    fn packed(files: &[(&str, &str)]) -> (tempfile::TempDir, std::path::PathBuf) {
        let scratch = tempfile::tempdir().unwrap();
        let archive = scratch.path().join("shell.tar.gz");
        let encoder =
            flate2::write::GzEncoder::new(File::create(&archive).unwrap(), flate2::Compression::fast());
        let mut builder = tar::Builder::new(encoder);
        for (name, contents) in files {
            let mut header = tar::Header::new_gnu();
            // The library itself refuses names that lead out.
            header.as_old_mut().name[..name.len()].copy_from_slice(name.as_bytes());
            header.set_size(contents.len() as u64);
            header.set_cksum();
            builder.append(&header, contents.as_bytes()).unwrap();
        }
        builder.into_inner().unwrap().finish().unwrap().flush().unwrap();
        (scratch, archive)
    }

    fn error(files: &[(&str, &str)]) -> String {
        let (_scratch, archive) = packed(files);
        format!("{:#}", Shell::read(&archive).err().unwrap())
    }

    #[test]
    fn an_archive_is_what_the_folder_was() {
        let index = document(VERSION);
        let (scratch, archive) = packed(&[("index.html", &index), ("start.js", "1"), ("a/b.css", "2")]);
        let folder = scratch.path().join("shell");
        fs::create_dir_all(folder.join("a")).unwrap();
        for (name, contents) in [("index.html", &*index), ("start.js", "1"), ("a/b.css", "2")] {
            fs::write(folder.join(name), contents).unwrap();
        }
        let (packed, unpacked) = (Shell::read(&archive).unwrap(), Shell::read(&folder).unwrap());
        assert_eq!(packed.files, unpacked.files);
        assert_eq!(packed.fingerprint(), unpacked.fingerprint());
        assert_eq!(packed.stylesheet().unwrap(), "2");
    }

    #[test]
    fn another_version_is_refused_and_says_both() {
        let said = error(&[("index.html", &document("9.9.9"))]);
        assert!(said.contains("is of Seutu 9.9.9, this publisher of Seutu"), "{said}");
    }

    #[test]
    fn what_is_no_shell_is_refused() {
        assert!(error(&[("a.txt", "a")]).contains("There is no shell in"));
        assert!(error(&[("index.html", "<html lang=\"fi\">")]).contains("isn't a shell of Seutu"));
        for name in ["../index.html", "/etc/passwd", "a/../../b"] {
            let said = error(&[("index.html", &document(VERSION)), (name, "")]);
            assert!(said.contains("has no place in a site"), "{name}: {said}");
        }
        let scratch = tempfile::tempdir().unwrap();
        let cut = scratch.path().join("cut.tar.gz");
        fs::write(&cut, b"\x1f\x8b\x08\x00").unwrap();
        assert!(Shell::read(&cut).is_err());
        assert!(Shell::read(&scratch.path().join("nothing")).is_err());
    }
}
