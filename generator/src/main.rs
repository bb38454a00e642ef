//! Writes a portal: `generator <pages> <folder> [format]`.

use std::{path::Path, process::ExitCode};

use generator::{GeneratedPortal, Size, hugo, peers, seutu};

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
        "hugo-with-search" => hugo::write_with_search(&portal, Path::new(out)),
        "mkdocs" => peers::mkdocs(&portal, Path::new(out)),
        "vitepress" => peers::vitepress(&portal, Path::new(out)),
        "starlight" => peers::starlight(&portal, Path::new(out)),
        "docusaurus" => peers::docusaurus(&portal, Path::new(out)),
        "sveltekit" => peers::sveltekit(&portal, Path::new(out)),
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
    eprintln!(
        "usage: generator <pages> <folder> [seutu|hugo|hugo-with-search|mkdocs|vitepress|starlight|docusaurus|sveltekit]"
    );
    ExitCode::from(1)
}
