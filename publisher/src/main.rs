//! The binary `seutu`; see [`publisher::cli`].

fn main() -> std::process::ExitCode {
    publisher::cli::run()
}
