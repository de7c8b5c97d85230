//! Laws that hold over two whole years of one ministry: absent evidence never passes, figures sum, and neither
//! threads nor the order of the manifest change a byte.

#![expect(clippy::unwrap_used, clippy::panic, reason = "tests say what went wrong by panicking")]

#[path = "ministry/absent.rs"]
mod absent;
#[path = "ministry/documents.rs"]
mod documents;
#[path = "ministry/figures.rs"]
mod figures;
#[path = "ministry/follow_up.rs"]
mod follow_up;
#[path = "ministry/order.rs"]
mod order;
#[path = "ministry/schemas.rs"]
mod schemas;

use std::path::{Path, PathBuf};

use kijun::{Audit, Loaded, Options};

/// The two years.
const YEARS: [&str; 2] = ["fy2011", "fy2012"];

fn repository() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize().unwrap()
}

fn folder(year: &str) -> PathBuf {
    repository().join("fixtures/moj").join(year)
}

fn load(root: &Path) -> Loaded {
    let loaded = kijun::load(root);
    assert!(!loaded.diagnostics.has_errors(), "{:?}", loaded.diagnostics);
    loaded
}

fn audit(root: &Path, threads: usize) -> Audit {
    kijun::audit(&load(root), Options { threads: Some(threads), as_of: None }).unwrap()
}
