//! The names of the files that hosts read: one table, for the files that a publication writes and for those
//! that whoever keeps the host writes by hand. [`super::Host::files_read`] says which host reads which.

/// A file that a host reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FileRead {
    /// The name; of a file beside the site, what comes behind the name of the site's folder.
    pub name: &'static str,
    /// The place.
    pub place: ReadAt,
    /// Who writes the file.
    pub author: Author,
}

/// Where a host reads a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReadAt {
    /// At the root of what is published. For a site in a folder of the host the publication puts the file
    /// beside the site.
    Root,
    /// In any folder of the site, for what is in it.
    Folders,
    /// Beside the folder of the site, for it would be served there.
    Beside,
}

/// Who writes a file for a host.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Author {
    /// The publication, with `--host`.
    Publication,
    /// Whoever keeps the host.
    Keeper,
}

impl FileRead {
    /// A file that the publication writes.
    pub(super) const fn written(name: &'static str, place: ReadAt) -> FileRead {
        FileRead { name, place, author: Author::Publication }
    }

    /// A file of whoever keeps the host.
    pub(super) const fn by_hand(name: &'static str, place: ReadAt) -> FileRead {
        FileRead { name, place, author: Author::Keeper }
    }

    /// Whether the host reads a file of a site, by its path there, without the slash in front.
    pub fn is_at(self, path: &str) -> bool {
        match self.place {
            ReadAt::Root => self.name == path,
            ReadAt::Folders => path.rsplit('/').next() == Some(self.name),
            ReadAt::Beside => false,
        }
    }
}

/// The files of hosts that a site can't be published for.
pub(super) const OF_OTHERS: [FileRead; 4] = [
    FileRead::by_hand("firebase.json", ReadAt::Root),
    FileRead::by_hand("staticwebapp.config.json", ReadAt::Folders),
    FileRead::by_hand("vercel.json", ReadAt::Root),
    FileRead::by_hand("web.config", ReadAt::Folders),
];

#[cfg(test)]
mod tests {
    use std::{collections::BTreeSet, path::PathBuf};

    use clap::ValueEnum as _;

    use super::*;
    use crate::{
        hosting::{Host, HostFile, HostingRules, of_all_hosts, rules::Redirect},
        render::base::BasePath,
    };
    use content::own_files::own_file;

    /// The files that a host gets for a site with a redirect: their paths in the site, and the ends of their
    /// names beside it.
    fn written(host: Host, base: &str) -> (BTreeSet<String>, BTreeSet<String>) {
        let address = format!("https://www.example.fi{base}");
        let rules = HostingRules {
            base: BasePath::of_address(&address),
            address,
            served_from: PathBuf::from("/srv/www/seutu"),
            redirects: vec![Redirect { from: "/a/".to_owned(), to: "/b/".to_owned() }],
            gone: vec!["/c/".to_owned()],
            files: vec!["index.html".to_owned()],
        };
        let (mut within, mut beside) = (BTreeSet::new(), BTreeSet::new());
        for file in host.files(&rules) {
            match file {
                HostFile::Within(path, _) => within.insert(path),
                HostFile::Beside(end, _) => beside.insert(end.to_owned()),
            };
        }
        (within, beside)
    }

    #[test]
    fn a_host_reads_each_file_that_it_gets_and_gets_each_that_it_reads() {
        for host in Host::value_variants() {
            let (within, beside) = written(*host, "");
            let read = || host.files_read().iter().filter(|file| file.author == Author::Publication);
            for path in &within {
                assert!(read().any(|file| file.is_at(path)), "{host:?}: {path}");
            }
            let expected: BTreeSet<String> =
                read().filter(|file| file.place == ReadAt::Beside).map(|file| file.name.to_owned()).collect();
            assert_eq!(beside, expected, "{host:?}");
            for file in read().filter(|file| file.place != ReadAt::Beside) {
                assert!(within.iter().any(|path| file.is_at(path)), "{host:?}: {}", file.name);
            }
            // In a folder of the host, what is read at the root stands within the site or beside it.
            let (within, beside) = written(*host, "/kunnat");
            for file in read() {
                assert!(
                    within.iter().any(|path| file.is_at(path)) || beside.contains(file.name),
                    "{host:?}: {}",
                    file.name
                );
            }
        }
    }

    #[test]
    fn no_page_and_no_file_of_an_editor_takes_the_place_of_a_file_that_is_written_for_hosts() {
        let within =
            of_all_hosts().filter(|file| file.author == Author::Publication && file.place != ReadAt::Beside);
        for FileRead { name, .. } in within {
            // Nothing of an editor begins with a full stop.
            assert!(name.starts_with('.') || own_file(name).as_deref() == Some(name), "{name}");
        }
    }

    #[test]
    fn a_file_is_read_at_its_place() {
        let (at_root, in_folders) =
            (FileRead::written("_headers", ReadAt::Root), FileRead::written(".htaccess", ReadAt::Folders));
        let beside = FileRead::written("nginx.conf", ReadAt::Beside);
        for (file, path, is_read) in [
            (at_root, "_headers", true),
            (at_root, "a/_headers", false),
            (in_folders, ".htaccess", true),
            (in_folders, "a/b/.htaccess", true),
            (in_folders, "a.htaccess", false),
            (beside, "nginx.conf", false),
        ] {
            assert_eq!(file.is_at(path), is_read, "{path}");
        }
    }
}
