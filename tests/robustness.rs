//! Failures during a publication: files that can't be read, a full disk, a second publication, a sudden end.

use std::{
    fs::{self, File},
    path::Path,
    process::{Command, Output, Stdio},
};

use page::{PageDocument, decode::from_json};
use serde_json::{Value, json};

use crate::support::{
    folder,
    generated::{Site, words},
};

#[test]
fn deep_nesting_is_a_fault_with_its_place() {
    for depth in [100, 100_000] {
        let site = Site::of(3);
        let deep = format!("{}{}", "[".repeat(depth), "]".repeat(depth));
        let page =
            format!("{{ \"title\": \"a\", \"summary\": \"b\", \"kind\": \"page\", \"content\": {deep} }}");
        fs::write(site.content().join("fi/syva.json"), page).unwrap();
        let output = site.publish();
        assert_eq!(output.status.code(), Some(1), "{depth}: {}", words(&output));
        assert!(words(&output).contains("syva.json:1:"), "{depth}: {}", words(&output));
        if depth > 1000 {
            assert!(words(&output).contains("file.nesting"), "{}", words(&output));
        }
    }
}

#[test]
fn what_is_published_can_be_read_in_the_browser_however_deep_its_lists_are() {
    let site = Site::of(3);
    let page = |depth: usize| {
        let list = "[{ \"text\": \"a\", \"items\": ".repeat(depth - 1) + "[\"b\"]" + &"}]".repeat(depth - 1);
        let page = format!(
            "{{ \"title\": \"a\", \"summary\": \"b\", \"kind\": \"page\", \"content\": [{{ \"list\": {list} }}] }}"
        );
        fs::write(site.content().join("fi/syva.json"), page).unwrap();
        site.publish()
    };
    for depth in [11, 41, 100, 160] {
        let output = page(depth);
        assert_eq!(output.status.code(), Some(1), "{depth}: {}", words(&output));
        assert!(words(&output).contains("file.nesting"), "{depth}: {}", words(&output));
        assert!(words(&output).contains("syva.json:1:"), "{depth}: {}", words(&output));
    }
    let output = page(10);
    assert!(output.status.success(), "{}", words(&output));
    let json = fs::read_to_string(site.out().join("syva/page.json")).unwrap();
    from_json::<PageDocument>(&json).unwrap();
}

#[test]
fn a_file_of_a_million_lines_is_read() {
    let site = Site::of(3);
    let lines = "{ \"heading\": \"a\" },\n".repeat(1_000) + &"\n".repeat(1_000_000);
    let page = format!(
        "{{ \"title\": \"a\", \"summary\": \"b\", \"kind\": \"page\", \"content\": [{lines} {{ \"heading\": \"b\" }}] }}"
    );
    fs::write(site.content().join("fi/pitka.json"), page).unwrap();
    let output = site.publish();
    assert!(output.status.success(), "{}", words(&output));
}

#[cfg(target_os = "linux")]
#[test]
fn folders_as_deep_as_the_system_allows_are_walked() {
    /// Linux allows no longer path, in bytes.
    const LONGEST: usize = 4_000;
    let site = Site::of(3);
    let mut folder = site.content().join("fi");
    while folder.as_os_str().len() < LONGEST {
        folder.push("a");
    }
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("b.pdf"), "%PDF-1.4").unwrap();
    let output = site.publish();
    assert!(output.status.success(), "{}", words(&output));
}

#[cfg(unix)]
#[test]
fn a_link_back_to_its_own_folder_is_a_fault_and_catches_nobody() {
    let site = Site::of(5);
    std::os::unix::fs::symlink(site.content().join("fi"), site.content().join("fi/silmukka")).unwrap();
    let output = site.publish();
    assert_eq!(output.status.code(), Some(1), "{}", words(&output));
    assert!(words(&output).contains("file.link"), "{}", words(&output));
    assert!(!site.out().exists());
}

#[cfg(unix)]
#[test]
fn a_link_in_place_of_a_language_the_site_file_or_a_picture_is_a_fault() {
    use std::os::unix::fs::symlink;
    let elsewhere = tempfile::tempdir().unwrap();
    for name in ["sv", "kuvat/silta.png", "site.json"] {
        let site = Site::of(3);
        let place = site.content().join(name);
        fs::create_dir_all(place.parent().unwrap()).unwrap();
        let target = if place.exists() {
            let moved = elsewhere.path().join(name);
            fs::rename(&place, &moved).unwrap();
            moved
        } else {
            elsewhere.path().to_owned()
        };
        symlink(target, &place).unwrap();
        let output = site.publish();
        assert_eq!(output.status.code(), Some(1), "{name}: {}", words(&output));
        assert!(words(&output).contains("file.link"), "{name}: {}", words(&output));
    }
}

#[cfg(unix)]
#[test]
fn a_file_that_cannot_be_read_is_a_fault_like_others() {
    use std::os::unix::{fs::PermissionsExt, process::CommandExt};
    let site = Site::of(5);
    let locked = site.content().join("fi/osa-1/index.json");
    fs::set_permissions(&locked, fs::Permissions::from_mode(0o000)).unwrap();
    fs::write(site.content().join("fi/rikki.json"), "{").unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_seutu"));
    command.arg("check").arg("--content").arg(site.content()).env("NO_COLOR", "1").env("LC_ALL", "C");
    if fs::read(&locked).is_ok() {
        // This user may read every file: the test needs an unprivileged one.
        fs::set_permissions(site.scratch.path(), fs::Permissions::from_mode(0o755)).unwrap();
        command.uid(65_534);
    }
    let output = command.output().unwrap();
    assert_eq!(output.status.code(), Some(1), "{}", words(&output));
    let report = words(&output);
    assert!(report.contains("file.unreadable") && report.contains("osa-1"), "{report}");
    assert!(report.contains("rikki.json"), "the other faults are named in the same run: {report}");
    assert!(!report.contains("link.nowhere"), "the page is there, only its text isn't: {report}");
}

#[cfg(unix)]
#[test]
fn a_link_in_the_sites_place_stays_and_leads_to_the_new_site() {
    let site = Site::of(30);
    let real = site.scratch.path().join("elsewhere/site");
    fs::create_dir(real.parent().unwrap()).unwrap();
    std::os::unix::fs::symlink("elsewhere/site", site.out()).unwrap();
    // At first the link leads nowhere yet.
    for title in ["Ensin", "Sitten", "Lopuksi"] {
        let page = json!({ "title": title, "summary": "Sivu.", "kind": "page" });
        fs::write(site.content().join("fi/muuttuva.json"), page.to_string()).unwrap();
        let output = site.publish();
        assert!(output.status.success(), "{}", words(&output));
        assert!(site.out().is_symlink() && !real.is_symlink());
        assert!(fs::read_to_string(real.join("muuttuva/index.html")).unwrap().contains(title));
        assert!(!site.cache().exists(), "the spare has to be on the same disk as the site");
    }
}

#[test]
fn an_old_site_that_was_put_aside_comes_back_even_if_nothing_is_published() {
    let site = Site::of(5);
    assert!(site.publish().status.success());
    let before = folder::files(&site.out());
    fs::rename(site.out(), site.scratch.path().join(".dist.seutu-old")).unwrap();
    fs::write(site.content().join("fi/rikki.json"), "{").unwrap();
    assert_eq!(site.publish().status.code(), Some(1));
    assert_eq!(folder::files(&site.out()), before);
}

/// A limit on the size of files stands for a disk that is full: writing fails half-way.
#[cfg(unix)]
#[test]
fn a_full_disk_leaves_the_old_site_as_it_was() {
    let site = Site::of(30);
    assert!(site.publish().status.success());
    let before = folder::files(&site.out());
    let name = site.content().join("site.json");
    fs::write(&name, fs::read_to_string(&name).unwrap().replace("Mittala", "Toinen")).unwrap();
    let output = Command::new("sh")
        .args(["-c", "trap '' XFSZ; ulimit -f 4; exec \"$@\"", "sh", env!("CARGO_BIN_EXE_seutu")])
        .args(site.arguments())
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(2), "{}", words(&output));
    assert!(words(&output).contains("can't be written"), "{}", words(&output));
    assert_eq!(folder::files(&site.out()), before);
    assert!(site.publish().status.success());
    assert_ne!(folder::files(&site.out()), before);
}

#[test]
fn where_a_file_for_a_host_can_not_be_written_nothing_is_published() {
    let site = Site::of(5);
    let publish = || site.command().args(["--host", "nginx", "--host", "caddy"]).output().unwrap();
    let output = publish();
    assert!(output.status.success(), "{}", words(&output));
    let before = folder::files(&site.out());
    let beside = |name: &str| site.scratch.path().join(name);
    let rules = fs::read(beside("dist.nginx.conf")).unwrap();

    fs::remove_file(beside("dist.caddy")).unwrap();
    fs::create_dir(beside("dist.caddy")).unwrap();
    fs::write(beside("dist.caddy/muuta.txt"), "Muuta").unwrap();
    let name = site.content().join("site.json");
    // The rules say the address as well.
    let mut about: Value = serde_json::from_slice(&fs::read(&name).unwrap()).unwrap();
    about["address"] = json!("https://toinen.example");
    fs::write(&name, about.to_string()).unwrap();
    let output = publish();
    assert_eq!(output.status.code(), Some(2), "{}", words(&output));
    assert!(words(&output).contains("dist.caddy can't be written"), "{}", words(&output));
    assert_eq!(folder::files(&site.out()), before);
    assert_eq!(fs::read(beside("dist.nginx.conf")).unwrap(), rules);
    assert!(!beside("dist.nginx.conf.unfinished").exists());

    fs::remove_dir_all(beside("dist.caddy")).unwrap();
    let output = publish();
    assert!(output.status.success(), "{}", words(&output));
    assert_ne!(folder::files(&site.out()), before);
    assert_ne!(fs::read(beside("dist.nginx.conf")).unwrap(), rules);
    assert!(beside("dist.caddy").is_file());
}

#[test]
fn a_site_within_what_it_is_made_of_or_around_it_is_refused() {
    let site = Site::of(3);
    let shell = site.scratch.path().join("shell");
    let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/sites/shell");
    fs::create_dir(&shell).unwrap();
    for (file, text) in folder::files(&sample) {
        fs::create_dir_all(shell.join(&file).parent().unwrap()).unwrap();
        fs::write(shell.join(file), text).unwrap();
    }
    let before = folder::files(site.scratch.path());
    for (out, says) in [
        ("content/fi/../dist", "within the content folder"),
        ("shell/dist", "within the shell folder"),
        ("shell", "within the shell folder"),
        ("../", "which a publication replaces"),
    ] {
        let out = match out {
            "../" => site.scratch.path().to_owned(),
            _ => site.scratch.path().join(out),
        };
        let output = Command::new(env!("CARGO_BIN_EXE_seutu"))
            .args(["build", "--shell", shell.to_str().unwrap()])
            .args(["--content", site.content().to_str().unwrap(), "--out", out.to_str().unwrap()])
            .output()
            .unwrap();
        assert_eq!(output.status.code(), Some(2), "{}", words(&output));
        assert!(words(&output).contains(says), "{says}: {}", words(&output));
        assert!(folder::files(site.scratch.path()) == before, "{says}");
    }
}

#[test]
fn a_second_publication_at_the_same_time_says_so() {
    let site = Site::of(5);
    fs::create_dir(site.cache()).unwrap();
    let lock = File::create(site.cache().join("lock")).unwrap();
    lock.lock().unwrap();
    let output = site.publish();
    assert_eq!(output.status.code(), Some(2), "{}", words(&output));
    assert!(words(&output).contains("Another publication"), "{}", words(&output));
    assert!(!site.out().exists());
    drop(lock);
    assert!(site.publish().status.success());
}

#[test]
fn a_publication_that_is_killed_leaves_the_old_site_whole_and_the_next_cleans_up() {
    let site = Site::of(300);
    assert!(site.publish().status.success());
    let before = folder::files(&site.out());
    let name = site.content().join("site.json");
    fs::write(&name, fs::read_to_string(&name).unwrap().replace("Mittala", "Toinen")).unwrap();

    let mut child = site.command().stderr(Stdio::null()).spawn().unwrap();
    let staged = site.cache().join("staged");
    while !staged.exists() && child.try_wait().unwrap().is_none() {
        std::thread::yield_now();
    }
    child.kill().unwrap();
    child.wait().unwrap();
    // Killed early or late: it is one site or the other, never something between.
    let after = folder::files(&site.out());
    let old = after == before;

    assert!(site.publish().status.success());
    let whole = folder::files(&site.out());
    assert!(old || after == whole, "a mixture of two sites");
    let mut left: Vec<_> =
        fs::read_dir(site.cache()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    left.sort();
    assert_eq!(left, ["lock", "manifest", "search-fi", "search-fi.root", "search-others", "spare", "words"]);
    fs::remove_dir_all(site.cache()).unwrap();
    assert!(site.publish().status.success());
    assert_eq!(folder::files(&site.out()), whole);
}

#[test]
fn of_several_publications_at_once_each_is_whole_or_says_so() {
    let site = Site::of(60);
    for round in 0..4 {
        let expected = site.rename(&format!("Kierros {round}"));
        let start = || site.command().stderr(Stdio::piped()).spawn().unwrap();
        let together: Vec<_> = (0..4).map(|_| start()).collect();
        let outputs: Vec<Output> =
            together.into_iter().map(|child| child.wait_with_output().unwrap()).collect();
        for output in &outputs {
            let refused = output.status.code() == Some(2) && words(output).contains("Another publication");
            assert!(output.status.success() || refused, "{}", words(output));
        }
        assert!(outputs.iter().any(|output| output.status.success()));
        assert!(folder::files(&site.out()) == expected, "round {round}");
    }
}

/// Numbers that look like chance and are the same each time (Numerical Recipes' generator).
struct Chance(u32);

impl Chance {
    fn below(&mut self, end: u32) -> u32 {
        self.0 = self.0.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (self.0 >> 8) % end
    }
}

/// Kills a publication after publication, each at another moment: while it reads, writes, and puts the new
/// site in its place.
#[test]
fn killed_at_any_moment_a_publication_leaves_one_site_or_the_other() {
    let site = Site::of(60);
    let mut stands = site.rename("Alku");
    assert!(site.publish().status.success());
    let mut chance = Chance(2006);
    for round in 0..12 {
        let new = site.rename(&format!("Kierros {round}"));
        let manifest = site.cache().join("manifest");
        let staged = site.cache().join("staged");
        let mut child = site.command().stderr(Stdio::null()).spawn().unwrap();
        // What shows from outside how far it is; where the spare was lost, it writes straight into the next
        // one.
        let reached = |stage: u32| match stage {
            0 => true,
            1 => staged.exists() || !manifest.exists(),
            _ => !manifest.exists(),
        };
        let stage = chance.below(4);
        while !reached(stage) && child.try_wait().unwrap().is_none() {
            std::thread::yield_now();
        }
        for _ in 0..chance.below(400) {
            std::thread::yield_now();
        }
        child.kill().unwrap();
        child.wait().unwrap();
        let after = folder::files(&site.out());
        assert!(after == stands || after == new, "round {round}: a mixture of two sites");
        if chance.below(4) == 0 {
            let output = site.publish();
            assert!(output.status.success(), "round {round}: {}", words(&output));
            assert!(
                folder::files(&site.out()) == new,
                "round {round}: not what a publication from nothing makes"
            );
            stands = new;
        } else {
            stands = after;
        }
    }
}
