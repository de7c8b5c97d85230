//! The binary `kijun`: arguments in, words and exit codes out. No decision about documents or evidence is taken here.

mod args;
mod commands;
mod exit;
mod files;
mod locale;
mod render;
mod screen;

use std::process::ExitCode;

use clap::Parser as _;

fn main() -> ExitCode {
    let args = args::Args::parse();
    commands::run(&args).into()
}
