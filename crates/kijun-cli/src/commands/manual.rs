//! `kijun completions` and `kijun man`: what shells and `man` show of the command line.

use clap::CommandFactory as _;

use super::Cx;
use crate::args::{Args, CompletionsArgs, ManArgs};
use crate::exit::Exit;

/// Prints a shell's script.
pub(crate) fn completions(cx: &Cx<'_>, args: &CompletionsArgs) -> Exit {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut Args::command(), "kijun", &mut script);
    cx.print(&String::from_utf8_lossy(&script))
}

/// Writes `kijun.1`, and `kijun-COMMAND.1` of each command.
pub(crate) fn pages(cx: &Cx<'_>, args: &ManArgs) -> Exit {
    let written = std::fs::create_dir_all(&args.output)
        .and_then(|()| clap_mangen::generate_to(Args::command(), &args.output));
    match written {
        Ok(()) => Exit::Fine,
        Err(error) => cx.cannot_write(&args.output, &error.to_string()),
    }
}
