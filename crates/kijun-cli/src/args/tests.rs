//! The arguments of `kijun test`.

use std::path::PathBuf;

use clap::Args as ClapArgs;

use super::Format;

/// `kijun test`
#[derive(Debug, ClapArgs)]
pub(crate) struct TestArgs {
    /// Only tests whose title holds one of these; all, if there are none
    pub(crate) filters: Vec<String>,
    /// Rule files and folders to read instead of a project's; may be given more than once
    #[arg(long, value_name = "PATH")]
    pub(crate) rules: Vec<PathBuf>,
    /// How to print
    #[arg(long, default_value = "human", value_name = "FORMAT")]
    pub(crate) format: Format,
    /// Name every test, not only those that fail
    #[arg(long, short)]
    pub(crate) verbose: bool,
    /// Say which results of statements and which sides of conditions the tests have seen
    #[arg(long)]
    pub(crate) coverage: bool,
    /// Write the coverage: as Cobertura if the file's name ends in `.xml`, else as LCOV
    #[arg(long, value_name = "FILE")]
    pub(crate) coverage_out: Option<PathBuf>,
    /// The least coverage, results and sides together, that does not make the command exit with 1
    #[arg(long, value_name = "PERCENT", value_parser = clap::value_parser!(u8).range(..=100))]
    pub(crate) min_coverage: Option<u8>,
    /// Change tested statements a little, one change at a time, and say which changes no test notices
    #[arg(long)]
    pub(crate) mutate: bool,
    /// The most changes to try
    #[arg(long, value_name = "N", default_value_t = 20_000, requires = "mutate")]
    pub(crate) max_mutants: usize,
    /// Exit with 1 if there is a change that a test could notice and none does
    #[arg(long, requires = "mutate")]
    pub(crate) fail_on_survivors: bool,
    /// Print tests for a statement or a clause (`standard:clause#label`) instead of running any
    #[arg(long, value_name = "REF", conflicts_with_all = ["filters", "coverage", "coverage_out", "min_coverage", "mutate", "of", "format"])]
    pub(crate) generate: Option<String>,
    /// Of the coverage and the mutants, only these documents, by name or name@edition; may be given more than once
    #[arg(long, value_name = "STD")]
    pub(crate) of: Vec<String>,
}

impl TestArgs {
    /// Whether something asks for the coverage.
    pub(crate) fn wants_coverage(&self) -> bool {
        self.coverage || self.coverage_out.is_some() || self.min_coverage.is_some()
    }
}
