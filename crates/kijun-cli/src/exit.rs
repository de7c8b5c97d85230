//! Exit codes: what a script may rely on.

use std::process::ExitCode;

/// How a command ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Exit {
    /// 0: nothing at or above `--fail-on`.
    Fine,
    /// 1: there is something; nobody is asked, nobody is there to be drawn, or a draw differs from what it says.
    Findings,
    /// 2: the input or the usage is wrong, or part of it could not be judged.
    BadInput,
    /// 3: a fault of ours, or of the machine.
    Fault,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> ExitCode {
        ExitCode::from(match exit {
            Exit::Fine => 0,
            Exit::Findings => 1,
            Exit::BadInput => 2,
            Exit::Fault => 3,
        })
    }
}
