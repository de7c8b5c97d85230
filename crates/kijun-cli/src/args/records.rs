//! The arguments of the commands on run records: `verify` and `sign`.

use std::path::PathBuf;

use clap::{Args as ClapArgs, ValueEnum};

/// `kijun verify`
#[derive(Debug, ClapArgs)]
pub(crate) struct VerifyArgs {
    /// The run record (`kijun audit -o`)
    pub(crate) run: PathBuf,
    /// A folder where inputs were kept (`kijun audit --keep`), if it is not the folder `inputs` beside the record
    #[arg(long, value_name = "DIR")]
    pub(crate) inputs: Option<PathBuf>,
    /// The record of the run before, or one further back; may be given more than once
    #[arg(long, value_name = "RUN")]
    pub(crate) previous: Vec<PathBuf>,
    /// The public key of whoever signed the record
    #[arg(long, value_name = "PUBLIC.pem")]
    pub(crate) key: Option<PathBuf>,
    /// The signature; otherwise the file with the record's name and `.sig`
    #[arg(long, value_name = "FILE", requires = "key")]
    pub(crate) signature: Option<PathBuf>,
    /// Audit the inputs anew, and say whether the same record comes out
    #[arg(long)]
    pub(crate) again: bool,
    /// How to print
    #[arg(long, default_value = "human", value_name = "FORMAT")]
    pub(crate) format: VerifyFormat,
}

/// How to print a verification.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum VerifyFormat {
    /// For a person
    Human,
    /// One JSON value
    Json,
}

/// `kijun sign`
#[derive(Debug, ClapArgs)]
pub(crate) struct SignArgs {
    /// The run record
    #[arg(required_unless_present = "new_key", requires = "key")]
    pub(crate) run: Option<PathBuf>,
    /// The private key (Ed25519, PKCS#8 as PEM)
    #[arg(long, value_name = "PRIVATE.pem", requires = "run")]
    pub(crate) key: Option<PathBuf>,
    /// Where to write the signature; otherwise the record's name and `.sig`
    #[arg(long, short, value_name = "SIG", requires = "run")]
    pub(crate) output: Option<PathBuf>,
    /// Make a new key: NAME.pem, which nobody else may have, and NAME.pub.pem
    #[arg(long, value_name = "NAME", conflicts_with_all = ["run", "key", "output"])]
    pub(crate) new_key: Option<PathBuf>,
}
