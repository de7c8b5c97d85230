//! Who may depend on whom, as data, and the comparison with what the manifests say.
//!
//! A new edge between crates is a new entry here, in the same change.

use cargo_metadata::{DependencyKind, MetadataCommand, Package};

/// A crate, and the crates of this workspace that it may name.
struct Row {
    name: &'static str,
    /// What it may depend on.
    may: &'static [&'static str],
    /// What its tests may name besides.
    tests: &'static [&'static str],
}

/// The table, in the order of the pipeline.
const CRATES: &[Row] = &[
    Row { name: "kijun-diag", may: &[], tests: &[] },
    Row { name: "kijun-syntax", may: &["kijun-diag"], tests: &["kijun-testkit"] },
    Row { name: "kijun-fmt", may: &["kijun-diag", "kijun-syntax"], tests: &["kijun-testkit"] },
    Row { name: "kijun-model", may: &["kijun-diag", "kijun-syntax"], tests: &["kijun-testkit"] },
    Row {
        name: "kijun-standards",
        may: &["kijun-diag", "kijun-model"],
        tests: &["kijun-syntax", "kijun-testkit"],
    },
    Row {
        name: "kijun-evidence",
        may: &["kijun-diag", "kijun-model"],
        tests: &["kijun-syntax", "kijun-testkit"],
    },
    Row { name: "kijun-findings", may: &[], tests: &[] },
    Row {
        name: "kijun-eval",
        may: &["kijun-diag", "kijun-findings", "kijun-model", "kijun-standards"],
        tests: &["kijun-syntax", "kijun-testkit"],
    },
    Row {
        name: "kijun-conform",
        may: &["kijun-diag", "kijun-eval", "kijun-findings", "kijun-model", "kijun-standards"],
        tests: &["kijun-syntax", "kijun-testkit"],
    },
    Row {
        name: "kijun-lint",
        may: &["kijun-conform", "kijun-diag", "kijun-model", "kijun-standards", "kijun-syntax"],
        tests: &["kijun-eval", "kijun-testkit"],
    },
    Row { name: "kijun-report", may: &["kijun-diag", "kijun-findings"], tests: &["kijun-testkit"] },
    Row {
        name: "kijun",
        may: &[
            "kijun-conform",
            "kijun-diag",
            "kijun-eval",
            "kijun-evidence",
            "kijun-findings",
            "kijun-lint",
            "kijun-model",
            "kijun-report",
            "kijun-standards",
            "kijun-syntax",
        ],
        tests: &["kijun-testkit"],
    },
    Row {
        name: "kijun-cli",
        may: &["kijun", "kijun-diag", "kijun-findings", "kijun-fmt", "kijun-report"],
        tests: &["kijun-testkit"],
    },
    Row {
        name: "kijun-testkit",
        may: &["kijun-diag", "kijun-findings", "kijun-model", "kijun-standards", "kijun-syntax"],
        tests: &[],
    },
    Row { name: "xtask", may: &["kijun-evidence", "kijun-findings"], tests: &[] },
];

/// An outside crate that only some of ours may name, in their code; `in_tests` says whether any test may.
struct Fence {
    name: &'static str,
    only: &'static [&'static str],
    in_tests: bool,
}

/// Outside crates behind one door, so that they can be replaced there and are understood in one place.
const FENCES: &[Fence] = &[
    Fence { name: "anstream", only: &["kijun-cli"], in_tests: false },
    Fence { name: "anstyle", only: &["kijun-cli"], in_tests: false },
    Fence { name: "batsat", only: &["kijun-conform"], in_tests: false },
    Fence { name: "blake3", only: &["kijun", "kijun-evidence", "kijun-findings"], in_tests: false },
    Fence { name: "cargo_metadata", only: &["xtask"], in_tests: false },
    Fence { name: "calamine", only: &["kijun-evidence"], in_tests: true },
    Fence { name: "clap", only: &["kijun-cli"], in_tests: false },
    Fence { name: "clap_complete", only: &["kijun-cli"], in_tests: false },
    Fence { name: "clap_mangen", only: &["kijun-cli"], in_tests: false },
    Fence { name: "csv", only: &["kijun-evidence"], in_tests: false },
    Fence { name: "ed25519-dalek", only: &["kijun"], in_tests: false },
    Fence { name: "encoding_rs", only: &["kijun-evidence"], in_tests: false },
    Fence { name: "fluent-bundle", only: &["kijun-diag"], in_tests: false },
    Fence { name: "getrandom", only: &["kijun"], in_tests: false },
    Fence { name: "jsonc-parser", only: &["kijun-evidence"], in_tests: false },
    Fence { name: "miette", only: &["kijun-cli"], in_tests: false },
    Fence { name: "minijinja", only: &["kijun-report"], in_tests: false },
    Fence { name: "num-bigint", only: &["kijun-conform"], in_tests: false },
    Fence { name: "num-rational", only: &["kijun-conform"], in_tests: false },
    Fence { name: "num-traits", only: &["kijun-conform"], in_tests: false },
    Fence { name: "pest", only: &["kijun-syntax"], in_tests: false },
    Fence { name: "pest_derive", only: &["kijun-syntax"], in_tests: false },
    Fence { name: "petgraph", only: &["kijun-standards"], in_tests: false },
    Fence { name: "pretty", only: &["kijun-fmt"], in_tests: false },
    Fence { name: "rayon", only: &["kijun"], in_tests: false },
    Fence { name: "regex-automata", only: &["kijun-conform"], in_tests: false },
    Fence { name: "pulldown-cmark", only: &["kijun-evidence", "kijun-report"], in_tests: false },
    Fence { name: "rust_xlsxwriter", only: &["kijun-report"], in_tests: true },
    Fence { name: "saphyr-parser", only: &["kijun-evidence"], in_tests: false },
    Fence { name: "schemars", only: &["kijun-evidence", "kijun-findings"], in_tests: false },
    Fence { name: "serde", only: &["kijun-evidence", "kijun-findings", "kijun-report"], in_tests: true },
    Fence { name: "serde-saphyr", only: &["kijun-evidence"], in_tests: true },
    Fence {
        name: "serde_json",
        only: &[
            "kijun",
            "kijun-cli",
            "kijun-evidence",
            "kijun-findings",
            "kijun-report",
            "kijun-standards",
            "xtask",
        ],
        in_tests: true,
    },
    Fence { name: "sha2", only: &["kijun"], in_tests: false },
    Fence { name: "similar", only: &["kijun-cli", "kijun-conform"], in_tests: false },
    Fence { name: "strsim", only: &["kijun-diag"], in_tests: false },
    Fence { name: "unic-langid", only: &["kijun-diag"], in_tests: false },
    Fence { name: "unicode-security", only: &["kijun-lint"], in_tests: false },
    Fence { name: "zip", only: &["kijun-evidence"], in_tests: false },
];

/// What the manifests say that the tables do not allow.
pub(crate) fn problems() -> Result<Vec<String>, String> {
    let metadata = MetadataCommand::new()
        .manifest_path(crate::root().join("Cargo.toml"))
        .no_deps()
        .other_options(["--offline".to_owned()])
        .exec()
        .map_err(|error| error.to_string())?;
    let mut problems: Vec<String> = metadata.packages.iter().flat_map(of_package).collect();
    let exists = |name: &str| metadata.packages.iter().any(|p| *p.name == name);
    let gone = CRATES.iter().filter(|row| !exists(row.name));
    problems.extend(gone.map(|row| format!("`{}` is in the table of crates and does not exist", row.name)));
    problems.sort();
    Ok(problems)
}

fn of_package(package: &Package) -> Vec<String> {
    let name = package.name.as_str();
    let Some(row) = CRATES.iter().find(|row| row.name == name) else {
        return vec![format!("`{name}` is not in the table of crates")];
    };
    let dependencies = package.dependencies.iter();
    dependencies
        .filter_map(|dependency| {
            let in_tests = dependency.kind == DependencyKind::Development;
            let allowed = match dependency.path {
                Some(_) => may_name(row, &dependency.name, in_tests),
                None => passes_fence(name, &dependency.name, in_tests),
            };
            let where_from = if in_tests { "the tests of " } else { "" };
            (!allowed).then(|| format!("{where_from}`{name}` may not depend on `{}`", dependency.name))
        })
        .collect()
}

fn may_name(row: &Row, other: &str, in_tests: bool) -> bool {
    row.may.contains(&other) || in_tests && row.tests.contains(&other)
}

fn passes_fence(name: &str, other: &str, in_tests: bool) -> bool {
    let fence = FENCES.iter().find(|fence| fence.name == other);
    fence.is_none_or(|fence| fence.only.contains(&name) || in_tests && fence.in_tests)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn crates_depend_on_each_other_as_the_table_says() {
        assert_eq!(problems().unwrap(), Vec::<String>::new());
    }

    #[test]
    fn the_table_has_no_circle() {
        // A row may name only rows above it; the crates for tests stand last and nothing but tests names them.
        for (at, row) in CRATES.iter().enumerate() {
            let above = |name: &&str| CRATES[..at].iter().any(|other| other.name == *name);
            assert!(row.may.iter().all(above), "{}", row.name);
        }
    }

    #[test]
    fn a_crate_that_names_the_parser_is_found_out() {
        assert!(!passes_fence("kijun-model", "pest", false));
        assert!(passes_fence("kijun-syntax", "pest", false));
        assert!(passes_fence("kijun-model", "regex", false));
    }
}
