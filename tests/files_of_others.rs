//! What others have in the site's folder, or mount there, through publications.

use std::{collections::BTreeMap, fs, process::Command};

use serde_json::json;

use crate::support::{
    folder,
    generated::{Site, words},
};

/// Files of others in the site's folder: a name for the host, a proof for a certificate, the history of a
/// work tree.
const OF_OTHERS: [(&str, &str); 6] = [
    ("CNAME", "www.mittala.example\n"),
    (".well-known/security.txt", "Contact: mailto:a@mittala.example\n"),
    (".git/HEAD", "ref: refs/heads/pages\n"),
    (".git/objects/aa/bb", "\u{1}"),
    ("osa-1/liite.bin", "beside a page"),
    ("google0123456789.html", "google-site-verification"),
];

#[test]
fn what_others_put_into_the_folder_stays_through_every_publication() {
    let site = Site::of(20);
    assert!(site.publish().status.success());
    for (file, text) in OF_OTHERS {
        let path = site.out().join(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    let remove_cache = || drop(fs::remove_dir_all(site.cache()));
    for (round, before) in [&(|| ()) as &dyn Fn(), &|| (), &remove_cache, &|| ()].into_iter().enumerate() {
        before();
        let expected = site.rename(&format!("Kierros {round}"));
        let output = site.publish();
        assert!(output.status.success(), "{round}: {}", words(&output));
        let files = folder::files(&site.out());
        for (file, text) in OF_OTHERS {
            assert_eq!(files.get(file).map(Vec::as_slice), Some(text.as_bytes()), "{round}: {file}");
        }
        let ours = files.into_iter().filter(|(path, _)| OF_OTHERS.iter().all(|(other, _)| other != path));
        assert!(ours.collect::<BTreeMap<_, _>>() == expected, "{round}");
    }
    let check = Command::new(env!("CARGO_BIN_EXE_seutu"))
        .args(["check", "--language", "en", "--format", "json", "--published"])
        .arg(site.out())
        .output()
        .unwrap();
    assert!(
        !String::from_utf8_lossy(&check.stdout).contains(".git"),
        "{}",
        String::from_utf8_lossy(&check.stdout)
    );
}

/// Only an administrator may lock files, and not on every disk.
#[cfg(target_os = "linux")]
#[test]
fn a_locked_file_of_others_is_named_and_nothing_is_touched() {
    let site = Site::of(3);
    assert!(site.publish().status.success());
    let file = site.out().join("CNAME");
    fs::write(&file, "www.mittala.example").unwrap();
    let lock = |how: &str| {
        let output = Command::new("chattr").arg(how).arg(&file).output();
        output.is_ok_and(|output| output.status.success())
    };
    if !lock("+i") {
        eprintln!("nobody may lock a file here");
        return;
    }
    let before = folder::files(&site.out());
    let outputs = [site.publish(), site.publish(), site.publish()];
    let after = folder::files(&site.out());
    assert!(lock("-i"));
    for output in outputs {
        assert_eq!(output.status.code(), Some(2), "{}", words(&output));
        assert!(words(&output).contains("dist/CNAME is locked"), "{}", words(&output));
    }
    assert!(after == before);
    assert!(site.publish().status.success());
}

/// Whoever may mount: an administrator, or anybody in a namespace of their own, where the system allows it.
#[cfg(target_os = "linux")]
#[test]
fn what_is_mounted_within_the_site_is_named_and_nothing_is_touched() {
    let alone = |script: &str| {
        let mut command = Command::new("unshare");
        command.args(["--user", "--map-root-user", "--mount", "sh", "-ec", script, "sh"]);
        command
    };
    let site = Site::of(3);
    assert!(site.publish().status.success());
    let elsewhere = site.scratch.path().join("elsewhere");
    for folder in [&elsewhere, &site.out().join("uploads")] {
        fs::create_dir(folder).unwrap();
    }
    fs::write(elsewhere.join("file"), "theirs").unwrap();
    let mount = "mount --bind \"$1\" \"$2\"; shift 2; ";
    let with_mount = |script: &str| {
        let mut command = alone(&format!("{mount}{script}"));
        command.arg(&elsewhere).arg(site.out().join("uploads"));
        command
    };
    if !with_mount("true").output().is_ok_and(|output| output.status.success()) {
        eprintln!("nobody may mount anything here");
        return;
    }
    let before = folder::files(&site.out());
    site.rename("Toinen");
    let output =
        with_mount("exec \"$@\"").arg(env!("CARGO_BIN_EXE_seutu")).args(site.arguments()).output().unwrap();
    assert_eq!(output.status.code(), Some(2), "{}", words(&output));
    assert!(words(&output).contains("dist/uploads is where another disk"), "{}", words(&output));
    assert!(folder::files(&site.out()) == before);
    assert_eq!(fs::read(elsewhere.join("file")).unwrap(), b"theirs");
    assert!(site.publish().status.success());
}

#[test]
fn a_folder_of_others_stays_where_the_page_above_it_goes() {
    let site = Site::of(20);
    // A page to which no other leads.
    let page = site.content().join("fi/osa-1/lyhyt.json");
    fs::write(
        &page,
        r#"{ "title": "Lyhyt", "summary": "Sivu.", "kind": "page", "content": [{ "paragraph": "A." }] }"#,
    )
    .unwrap();
    assert!(site.publish().status.success());
    let folder = site.out().join("osa-1").join(page.file_stem().unwrap());
    assert!(folder.join("page.json").is_file());
    for inner in ["empty", ".git/objects/aa", "a/b"] {
        fs::create_dir_all(folder.join(inner)).unwrap();
    }
    fs::write(folder.join("a/b/file"), "not ours").unwrap();
    fs::remove_file(page).unwrap();
    for round in 0..2 {
        let output = site.publish();
        assert!(output.status.success(), "{round}: {}", words(&output));
        assert!(!folder.join("page.json").exists(), "{round}");
        assert!(folder.join("empty").is_dir() && folder.join(".git/objects/aa").is_dir(), "{round}");
        assert_eq!(fs::read(folder.join("a/b/file")).unwrap(), b"not ours", "{round}");
    }
}

#[test]
fn a_page_in_the_place_of_a_file_of_others_is_refused_and_the_file_stays() {
    let site = Site::of(5);
    assert!(site.publish().status.success());
    fs::create_dir(site.out().join("uusi")).unwrap();
    fs::write(site.out().join("uusi/index.html"), "<p>Oma sivu</p>").unwrap();
    let before = folder::files(&site.out());
    let page = json!({ "title": "Uusi", "summary": "Sivu.", "kind": "page" });
    fs::write(site.content().join("fi/uusi.json"), page.to_string()).unwrap();
    let output = site.publish();
    assert_eq!(output.status.code(), Some(2), "{}", words(&output));
    assert!(
        words(&output).contains("dist/uusi/index.html isn't a file that Seutu wrote"),
        "{}",
        words(&output)
    );
    assert_eq!(folder::files(&site.out()), before);
}
