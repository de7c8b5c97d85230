//! What `kijun lint` takes.

use std::path::PathBuf;

use clap::{ArgGroup, Args as ClapArgs};
use kijun_diag::Safety;

use super::Format;

/// `kijun lint`
#[derive(Debug, ClapArgs)]
#[command(group(ArgGroup::new("changes").args(["fix", "diff"])))]
pub(crate) struct LintArgs {
    /// Rule files and folders to look at by themselves; otherwise the project
    #[arg(value_name = "PATH")]
    pub(crate) paths: Vec<PathBuf>,
    /// Only these lints and groups of lints, whatever the manifest selects; may be given more than once, or with commas
    #[arg(long, value_name = "NAME", value_delimiter = ',')]
    pub(crate) select: Vec<String>,
    /// Not these lints and groups
    #[arg(long, value_name = "NAME", value_delimiter = ',')]
    pub(crate) ignore: Vec<String>,
    /// Put right what can be put right without changing what the rules say
    #[arg(long)]
    pub(crate) fix: bool,
    /// With --fix or --diff: also what may change what the rules say. Look at it afterwards
    #[arg(long, requires = "changes")]
    pub(crate) unsafe_fixes: bool,
    /// Print what --fix would change, and write nothing
    #[arg(long, conflicts_with = "format")]
    pub(crate) diff: bool,
    /// How to print
    #[arg(long, default_value = "human", value_name = "FORMAT")]
    pub(crate) format: Format,
    /// List every lint, with its group, its level and whether it can put right what it finds
    #[arg(long, conflicts_with_all = ["paths", "select", "ignore", "changes", "format"])]
    pub(crate) list: bool,
}

impl LintArgs {
    /// The fixes that are wanted.
    pub(crate) fn safety(&self) -> Safety {
        if self.unsafe_fixes { Safety::Unsafe } else { Safety::Safe }
    }
}
