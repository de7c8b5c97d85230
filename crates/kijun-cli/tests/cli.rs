//! The binary as a person and a script meet it: whole renderings in both languages, exit codes, formats, files.

#![expect(clippy::unwrap_used, reason = "tests say what went wrong by panicking")]

#[path = "cli/baseline.rs"]
mod baseline;
#[path = "cli/codes.rs"]
mod codes;
#[path = "cli/coming.rs"]
mod coming;
#[path = "cli/conform.rs"]
mod conform;
#[path = "cli/diff.rs"]
mod diff;
#[path = "cli/editions.rs"]
mod editions;
#[path = "cli/exceptions.rs"]
mod exceptions;
#[path = "cli/fmt.rs"]
mod fmt;
#[path = "cli/follow_up.rs"]
mod follow_up;
#[path = "cli/formats.rs"]
mod formats;
#[path = "cli/impact.rs"]
mod impact;
#[path = "cli/init.rs"]
mod init;
#[path = "cli/lint.rs"]
mod lint;
#[path = "cli/records.rs"]
mod records;
#[path = "cli/renderings.rs"]
mod renderings;
#[path = "cli/report.rs"]
mod report;
#[path = "cli/sheets.rs"]
mod sheets;
#[path = "cli/terminal.rs"]
mod terminal;
#[path = "cli/tests.rs"]
mod tests;

use std::path::{Path, PathBuf};
use std::process::Command;

/// What a command printed and answered.
struct Ran {
    code: i32,
    out: String,
    err: String,
}

impl Ran {
    /// All of it, as a snapshot keeps it.
    fn whole(&self) -> String {
        let part = |name: &str, text: &str| match text {
            "" => String::new(),
            text => format!("--- {name}\n{text}"),
        };
        format!("exit {}\n{}{}", self.code, part("stderr", &self.err), part("stdout", &self.out))
    }
}

/// Runs the binary in a folder, with an environment that says nothing about languages or colours.
fn kijun(folder: &Path, args: &[&str]) -> Ran {
    kijun_with(folder, args, &[])
}

fn kijun_with(folder: &Path, args: &[&str], environment: &[(&str, &str)]) -> Ran {
    let mut command = Command::new(env!("CARGO_BIN_EXE_kijun"));
    for name in ["LC_ALL", "LC_MESSAGES", "LANG", "CLICOLOR_FORCE", "NO_COLOR", "COLUMNS"] {
        command.env_remove(name);
    }
    command.envs(environment.iter().copied());
    let output = command.current_dir(folder).args(args).output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    Ran { code: output.status.code().unwrap(), out: text(output.stdout), err: text(output.stderr) }
}

fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures").join(name)
}

/// A project of its own in a temporary folder, with these files.
fn project(files: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in files {
        let path = folder.path().join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }
    folder
}

const MANIFEST: &str = "\
kijun: 1
project: p
period: { start: 2011-04-01, end: 2012-03-31 }
rules: [rules]
evidence:
  - { kind: server, files: evidence/*.yaml }
";

const RULES: &str = "\
vocabulary v { kind server { key id : text  name : text?  level : int } }
standard s { tier office edition 2010-04-01 uses v }
clause 1 { for server  must level >= 3 }
clause 2 { for server  should level >= 5 }
";
