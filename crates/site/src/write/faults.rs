//! A publication that is stopped after each step that it takes on the disk, as SQLite's tests do: killed
//! there, without power there, or refused there by the system. Whatever happens, one site or the other stands
//! in its place, whole, and with it all that others have put there; and the next publication goes well.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
    sync::{
        Arc, Mutex,
        atomic::{AtomicUsize, Ordering},
    },
};

use super::{
    Remembered, Staging,
    disk::OutputDisk,
    faulty::{DiskFault, DiskFaults},
    place,
};
use crate::indexed::{Indexed, PageWords};

/// What a disk lacks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Lacks {
    Nothing,
    Exchange,
    Links,
    Locks,
    All,
}

impl Lacks {
    fn disk(self, fault: DiskFault, at: usize) -> OutputDisk {
        let lacks = |what| self == what || self == Lacks::All;
        let faults = DiskFaults {
            fault,
            at,
            steps: AtomicUsize::new(0),
            unsynced: Mutex::default(),
            others_act: Mutex::default(),
            has_no_exchange: lacks(Lacks::Exchange),
            has_no_links: lacks(Lacks::Links),
            has_no_locks: lacks(Lacks::Locks),
        };
        OutputDisk { faults: Some(Arc::new(faults)) }
    }

    fn sound_disk(self) -> OutputDisk {
        self.disk(DiskFault::Refused, usize::MAX)
    }
}

type Files = BTreeMap<String, String>;

/// The files of an edition of a site: some stay, some change, some go, a file becomes a folder and a folder a
/// file.
fn edition(number: usize) -> Files {
    let mut files = Files::new();
    let mut put = |path: &str, text: String| drop(files.insert(path.to_owned(), text));
    put("index.html", format!("edition {number}"));
    put("always/page.json", "the same in each".to_owned());
    put(&format!("only-{number}/index.html"), format!("of {number}"));
    if number.is_multiple_of(2) {
        put("turns", "a file".to_owned());
        put("turned/into/a/folder", "a folder".to_owned());
    } else {
        put("turns/into/a/folder", "a folder".to_owned());
        put("turned", "a file".to_owned());
    }
    files
}

const RULES: &str = "nginx.conf";

fn publish(disk: OutputDisk, out: &Path, number: usize) -> anyhow::Result<()> {
    let mut draft = Staging::begin_on(disk, out, 0, Vec::new(), None)?;
    for (path, text) in edition(number) {
        let fingerprint = content::fingerprint::fingerprint(text.as_bytes());
        draft.put(path, fingerprint, || text)?;
    }
    draft.remember("/", Arc::new(remembered(number)));
    draft.put_beside(RULES, rules_of(number));
    draft.publish().map(drop)
}

/// What is remembered of a page whose words change with each edition.
fn remembered(number: usize) -> Remembered {
    let words = PageWords::from(format!("0sana{number}"));
    Remembered { indexed: Some(Arc::new(Indexed { words, ..Indexed::default() })), ..Remembered::default() }
}

/// Every file below a folder, but for the marker.
fn files(folder: &Path) -> Files {
    fn walk(folder: &Path, within: &str, found: &mut Files) {
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            let path = format!("{within}{}", entry.file_name().to_string_lossy());
            match entry.file_type().unwrap() {
                kind if kind.is_dir() => {
                    // Nobody sees an empty folder but who has made it.
                    if fs::read_dir(entry.path()).unwrap().next().is_none() {
                        found.insert(path.clone() + "/", String::new());
                    }
                    walk(&entry.path(), &format!("{path}/"), found);
                }
                kind if kind.is_symlink() => {
                    let target = fs::read_link(entry.path()).unwrap();
                    found.insert(path, format!("-> {}", target.display()));
                }
                _ => drop(found.insert(path, fs::read_to_string(entry.path()).unwrap())),
            }
        }
    }
    let mut found = Files::new();
    walk(folder, "", &mut found);
    found.remove(super::MARKER);
    found
}

/// What others have put into a site's folder.
fn others() -> Files {
    [
        ("CNAME", "www.jarvila.example"),
        (".well-known/acme-challenge/token", "a"),
        (".git/objects/aa/bb", "b"),
        (".git/refs/", ""),
        ("always/note.txt", "beside a page"),
        ("only-0/note.txt", "in a folder that goes"),
        #[cfg(unix)]
        ("latest", "-> always"),
        #[cfg(unix)]
        (".git/nowhere", "-> ../gone"),
    ]
    .map(|(path, text)| (path.to_owned(), text.to_owned()))
    .into()
}

fn put_others(out: &Path) {
    for (path, text) in others() {
        let file = out.join(&path);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        if path.ends_with('/') {
            fs::create_dir(file).unwrap();
        } else if let Some(target) = text.strip_prefix("-> ") {
            #[cfg(unix)]
            std::os::unix::fs::symlink(target, file).unwrap();
        } else {
            fs::write(file, text).unwrap();
        }
    }
}

fn with_others(number: usize) -> Files {
    edition(number).into_iter().chain(others()).collect()
}

fn rules_of(number: usize) -> String {
    format!("# Rules of {number}, written by Seutu.\n")
}

fn rules(out: &Path) -> String {
    fs::read_to_string(content::own_files::beside(out, RULES)).unwrap_or_default()
}

/// A folder with the first edition of a site, published twice so that it has a spare, and what others have
/// put there.
fn site(lacks: Lacks) -> (tempfile::TempDir, PathBuf) {
    let scratch = tempfile::tempdir().unwrap();
    let out = scratch.path().join("dist");
    publish(lacks.sound_disk(), &out, 0).unwrap();
    put_others(&out);
    publish(lacks.sound_disk(), &out, 0).unwrap();
    assert_eq!(files(&out), with_others(0), "{lacks:?}");
    (scratch, out)
}

/// Publishes the next edition with a fault at each step in turn; `holds` sees what each has left, and whether
/// the publication said that it went well.
fn at_each_step(lacks: Lacks, fault: DiskFault, holds: impl Fn(&Path, &str, bool)) {
    let mut tried = BTreeSet::new();
    for at in 0.. {
        let (_scratch, out) = site(lacks);
        let disk = lacks.disk(fault, at);
        let faults = disk.faults.clone().unwrap();
        let outcome = publish(disk, &out, 1);
        let case = format!("{lacks:?}, {fault:?} at {at}: {outcome:?}");
        holds(&out, &case, outcome.is_ok());
        tried.insert(at);
        if faults.steps.load(Ordering::SeqCst) <= at {
            assert!(outcome.is_ok(), "{case}");
            break;
        }
    }
    assert!(tried.len() > 40, "{tried:?}");
}

/// Others at work while a site takes its place: a file is written anew, one written on, one replaced, one
/// removed, one made in a new folder.
fn act_meanwhile(out: &Path) {
    fs::remove_file(out.join("CNAME")).unwrap();
    fs::write(out.join("CNAME"), "www.toinen.example").unwrap();
    fs::write(out.join("always/note.txt"), "written on, and longer").unwrap();
    fs::write(out.join("new"), "b2").unwrap();
    fs::rename(out.join("new"), out.join(".git/objects/aa/bb")).unwrap();
    fs::remove_file(out.join(".well-known/acme-challenge/token")).unwrap();
    fs::remove_dir(out.join(".well-known/acme-challenge")).unwrap();
    fs::create_dir_all(out.join("uploads/2026")).unwrap();
    fs::write(out.join("uploads/2026/a.pdf"), "uploaded").unwrap();
}

/// What others have put there once they have acted.
fn others_meanwhile() -> Files {
    let mut files = others();
    let mut put = |path: &str, text: &str| drop(files.insert(path.to_owned(), text.to_owned()));
    put("CNAME", "www.toinen.example");
    put("always/note.txt", "written on, and longer");
    put(".git/objects/aa/bb", "b2");
    put("uploads/2026/a.pdf", "uploaded");
    put(".well-known/", "");
    files.remove(".well-known/acme-challenge/token");
    files
}

#[test]
fn what_others_do_while_a_site_takes_its_place_is_not_lost() {
    // Gives how many steps were taken, and whether others came to act.
    let at = |lacks: Lacks, fault, at| {
        let (_scratch, out) = site(lacks);
        let disk = lacks.disk(fault, at);
        let faults = disk.faults.clone().unwrap();
        *faults.others_act.lock().unwrap() = Some((act_meanwhile, out.clone()));
        let outcome = publish(disk, &out, 1);
        let case = format!("{lacks:?}, {fault:?} at {at}: {outcome:?}");
        let have_acted = faults.others_act.lock().unwrap().is_none();
        if have_acted && outcome.is_err() {
            let _ = fs::remove_file(place::beside(&out, "seutu-cache").unwrap().join("under-way"));
            publish(lacks.sound_disk(), &out, 1).unwrap_or_else(|error| panic!("{case}: {error:?}"));
        }
        if have_acted {
            let mut expected: Files = edition(1).into_iter().chain(others_meanwhile()).collect();
            let mut found = files(&out);
            if at < usize::MAX {
                // What was removed may be back.
                expected.retain(|path, _| !path.starts_with(".well-known/"));
                found.retain(|path, _| !path.starts_with(".well-known/"));
            }
            assert_eq!(found, expected, "{case}");
        }
        (faults.steps.load(Ordering::SeqCst), have_acted)
    };
    alone(|| {
        for (lacks, fault) in [
            (Lacks::Nothing, DiskFault::Killed),
            (Lacks::Exchange, DiskFault::Killed),
            (Lacks::Nothing, DiskFault::Refused),
            (Lacks::All, DiskFault::Refused),
        ] {
            let (steps, have_acted) = at(lacks, fault, usize::MAX);
            assert!(have_acted, "{lacks:?}");
            let tried = (0..steps).rev().take_while(|step| at(lacks, fault, *step).1).count();
            assert!(tried > 10, "{lacks:?}, {fault:?}: {tried}");
        }
    });
}

#[test]
fn a_file_put_in_the_place_of_one_of_the_site_at_the_last_moment_is_put_aside() {
    let (scratch, out) = site(Lacks::Nothing);
    let disk = Lacks::Nothing.sound_disk();
    let act: fn(&Path) = |out| {
        fs::create_dir(out.join("only-1")).unwrap();
        fs::write(out.join("only-1/index.html"), "theirs").unwrap();
    };
    *disk.faults.as_ref().unwrap().others_act.lock().unwrap() = Some((act, out.clone()));
    let error = publish(disk, &out, 1).unwrap_err().to_string();
    assert!(error.contains("dist/only-1/index.html") && error.contains("seutu-kept-1"), "{error}");
    assert_eq!(files(&out), with_others(1));
    let theirs = scratch.path().join(".dist.seutu-kept-1/only-1/index.html");
    publish(OutputDisk::default(), &out, 2).unwrap();
    assert_eq!((files(&out), fs::read_to_string(theirs).unwrap()), (with_others(2), "theirs".to_owned()));
}

/// One thread takes the steps in the same order each time.
fn alone(test: impl FnOnce() + Send) {
    rayon::ThreadPoolBuilder::new().num_threads(1).build().unwrap().install(test);
}

/// The next publication, of yet another edition, and of none.
#[track_caller]
fn assert_next_goes_well(lacks: Lacks, out: &Path, case: &str) {
    // On a disk without locks somebody has to say that the other publication is over.
    let _ = fs::remove_file(place::beside(out, "seutu-cache").unwrap().join("under-way"));
    drop(
        Staging::begin_on(lacks.sound_disk(), out, 0, Vec::new(), None)
            .unwrap_or_else(|error| panic!("{case}: {error}")),
    );
    let stands = files(out);
    let of = [0, 1].into_iter().find(|number| stands == with_others(*number));
    let number = of.unwrap_or_else(|| panic!("{case}: {stands:#?}"));
    assert_eq!(rules(out), rules_of(number), "{case}: the rules belong to the site");
    publish(lacks.sound_disk(), out, 2).unwrap_or_else(|error| panic!("{case}: {error:?}"));
    assert_eq!((files(out), rules(out)), (with_others(2), rules_of(2)), "{case}");
    publish(lacks.sound_disk(), out, 3).unwrap();
    assert_eq!(files(out), with_others(3), "{case}");
    // The cache is whole for the next publication, and holds no words that no manifest names.
    let has_links = !matches!(lacks, Lacks::Links | Lacks::All);
    let next = Staging::begin_on(lacks.sound_disk(), out, 0, Vec::new(), None).unwrap();
    let known: Vec<_> = next.pages_before().map(|page| Remembered::clone(page)).collect();
    assert_eq!(known, if has_links { vec![remembered(3)] } else { Vec::new() }, "{case}");
    let words = fs::read_dir(next.cache.join("words")).map_or(0, Iterator::count);
    assert_eq!(words, usize::from(has_links), "{case}");
    drop(next);
    let folder = fs::read_dir(out.parent().unwrap()).unwrap();
    let mut left: Vec<_> = folder.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    left.sort();
    assert_eq!(left, [".dist.seutu-cache", "dist", "dist.nginx.conf"], "{case}");
}

/// While sites trade places in steps there is a moment without one; it isn't lost.
fn whole_or_put_aside(lacks: Lacks, out: &Path, case: &str) {
    let stands = files(out);
    let is_whole = stands == with_others(0) || stands == with_others(1);
    let is_aside = !out.exists() && files(&place::beside(out, "seutu-old").unwrap()) == with_others(0);
    let may_be_aside = matches!(lacks, Lacks::Exchange | Lacks::All);
    assert!(is_whole || may_be_aside && is_aside, "{case}: {stands:#?}");
}

#[test]
fn killed_at_any_step_one_site_stands_whole() {
    alone(|| {
        for lacks in [Lacks::Nothing, Lacks::Exchange, Lacks::Links, Lacks::Locks, Lacks::All] {
            at_each_step(lacks, DiskFault::Killed, |out, case, _| {
                whole_or_put_aside(lacks, out, case);
                assert_next_goes_well(lacks, out, case);
            });
        }
    });
}

#[test]
fn without_power_at_any_step_no_file_of_the_site_is_empty() {
    alone(|| {
        for lacks in [Lacks::Nothing, Lacks::Exchange, Lacks::Links] {
            at_each_step(lacks, DiskFault::WithoutPower, |out, case, _| {
                whole_or_put_aside(lacks, out, case);
                assert_next_goes_well(lacks, out, case);
            });
        }
    });
}

#[test]
fn refused_at_any_step_a_publication_says_so_or_goes_well() {
    alone(|| {
        for lacks in [Lacks::Nothing, Lacks::Exchange, Lacks::Links, Lacks::All] {
            at_each_step(lacks, DiskFault::Refused, |out, case, went_well| {
                whole_or_put_aside(lacks, out, case);
                if went_well {
                    assert_eq!((files(out), rules(out)), (with_others(1), rules_of(1)), "{case}");
                }
                assert_next_goes_well(lacks, out, case);
            });
        }
    });
}

#[test]
fn on_a_disk_without_locks_two_publications_do_not_run_at_once() {
    let scratch = tempfile::tempdir().unwrap();
    let out = scratch.path().join("dist");
    for lacks in [Lacks::Nothing, Lacks::Locks] {
        let begin = || Staging::begin_on(lacks.sound_disk(), &out, 0, Vec::new(), None);
        let first = begin().unwrap();
        let error = begin().err().unwrap();
        assert!(error.is::<super::UnderWay>(), "{error}");
        assert_eq!(error.to_string().contains("under-way"), lacks == Lacks::Locks, "{error}");
        drop(first);
        drop(begin().unwrap());
    }
}

#[test]
fn a_file_of_others_in_the_place_of_one_of_the_site_stays_and_is_named() {
    for place in ["only-1/index.html", "only-1", "turned/into/more", "turned/more"] {
        let scratch = tempfile::tempdir().unwrap();
        let out = scratch.path().join("dist");
        publish(OutputDisk::default(), &out, 0).unwrap();
        let file = out.join(place);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(&file, "kept").unwrap();
        let before = files(&out);
        let error = publish(OutputDisk::default(), &out, 1).unwrap_err().to_string();
        assert!(error.contains(place) && error.contains("Move it away"), "{place}: {error}");
        assert_eq!(files(&out), before, "{place}");
        fs::remove_file(&file).unwrap();
        publish(OutputDisk::default(), &out, 1).unwrap();
        assert_eq!(files(&out), edition(1), "{place}");
    }
}

#[test]
fn what_others_put_there_stays_when_the_cache_is_lost() {
    let (_scratch, out) = site(Lacks::Nothing);
    for number in 1..4 {
        fs::remove_dir_all(place::beside(&out, "seutu-cache").unwrap()).unwrap();
        publish(OutputDisk::default(), &out, number).unwrap();
        assert_eq!(files(&out), with_others(number));
    }
}

#[test]
fn whatever_has_happened_to_the_marker_what_others_put_there_stays() {
    let as_git_writes = |text: &str| text.replace('\n', "\r\n");
    let in_conflict = |text: &str| format!("<<<<<<< HEAD\n{text}=======\n{text}>>>>>>> pages\n");
    let of_another_version = |text: &str| text.replace("\"files\"", "\"paths\"");
    let empty = |_: &str| String::new();
    type Change<'a> = &'a dyn Fn(&str) -> String;
    let changes: [(Change<'_>, Option<&str>); 4] = [
        (&as_git_writes, None),
        (&in_conflict, Some("doesn't say any more which files")),
        (&of_another_version, Some("doesn't say any more which files")),
        (&empty, Some("holds something that Seutu didn't write")),
    ];
    for (change, refused) in changes {
        for cache_is_lost in [false, true] {
            let (_scratch, out) = site(Lacks::Nothing);
            if cache_is_lost {
                fs::remove_dir_all(place::beside(&out, "seutu-cache").unwrap()).unwrap();
            }
            let marker = out.join(super::MARKER);
            fs::write(&marker, change(&fs::read_to_string(&marker).unwrap())).unwrap();
            let outcome = publish(OutputDisk::default(), &out, 1).map_err(|error| error.to_string());
            match refused {
                Some(words) => {
                    assert!(outcome.as_ref().is_err_and(|error| error.contains(words)), "{outcome:?}");
                }
                None => assert_eq!(outcome, Ok(())),
            }
            assert_eq!(files(&out), with_others(usize::from(refused.is_none())), "{refused:?}");
        }
    }
}
