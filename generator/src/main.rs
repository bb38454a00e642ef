//! Writes a portal: `generator <pages> <folder> [seutu|hugo]`.

use std::{path::Path, process::ExitCode};

use generator::{GeneratedPortal, Size, hugo, seutu};

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let (pages, out, format) = match arguments.as_slice() {
        [pages, out] => (pages, out, "seutu"),
        [pages, out, format] => (pages, out, format.as_str()),
        _ => return usage(),
    };
    let Ok(pages) = pages.parse() else { return usage() };
    let portal = GeneratedPortal::generate(Size { pages, seed: 1 });
    let written = match format {
        "seutu" => seutu::write(&portal, Path::new(out)),
        "hugo" => hugo::write(&portal, Path::new(out)),
        _ => return usage(),
    };
    match written {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("generator: {out}: {error}");
            ExitCode::from(2)
        }
    }
}

fn usage() -> ExitCode {
    eprintln!("usage: generator <pages> <folder> [seutu|hugo]");
    ExitCode::from(1)
}
