//! Jobs of the repository itself: `cargo xtask architecture | schemas [--check] | fleet N DIR | runs N DIR | new lint NAME | ci`.

mod architecture;
mod ci;
mod fleet;
mod new;
mod runs;
mod schemas;

use std::io::Write as _;
use std::path::PathBuf;
use std::process::ExitCode;

const USAGE: &str =
    "usage: cargo xtask architecture | schemas [--check] | fleet N DIR | runs N DIR | new lint NAME | ci";

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    let problems = match args[..] {
        ["architecture"] => architecture::problems(),
        ["schemas"] => schemas::write(),
        ["schemas", "--check"] => schemas::problems(),
        ["fleet", n, folder] => fleet::write(n, folder),
        ["runs", n, folder] => runs::write(n, folder),
        ["new", "lint", name] => new::lint(name),
        ["ci"] => ci::run(),
        _ => Err(USAGE.to_owned()),
    };
    let problems = problems.unwrap_or_else(|error| vec![error]);
    for problem in &problems {
        // Nobody is left to tell if this cannot be written.
        let _ = writeln!(std::io::stderr(), "{problem}");
    }
    if problems.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// The repository's folder.
fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..")
}
