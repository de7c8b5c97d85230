//! What must hold before a change goes in: tests, lints, layout.

use std::process::Command;

const STEPS: &[&[&str]] = &[
    &["test", "--workspace", "--locked"],
    &["clippy", "--workspace", "--all-targets", "--locked", "--", "-D", "warnings"],
    &["fmt", "--all", "--check"],
];

/// Runs every step, in order, as far as they succeed.
pub(crate) fn run() -> Result<Vec<String>, String> {
    let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned());
    for step in STEPS {
        let status = Command::new(&cargo).args(*step).current_dir(crate::root()).status();
        let status = status.map_err(|error| format!("cannot run `{cargo}`: {error}"))?;
        if !status.success() {
            return Ok(vec![format!("`cargo {}` failed", step.join(" "))]);
        }
    }
    Ok(Vec::new())
}
