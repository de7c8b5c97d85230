//! A coverage as LCOV writes it: what `genhtml` and editors read.

use std::fmt::Write as _;

use kijun_findings::TestCoverage;

use super::lines::{File, Line, files};

/// The coverage as a tracefile. Statements are its functions.
#[must_use]
pub fn lcov(coverage: &TestCoverage) -> String {
    let mut out = String::new();
    for (name, file) in files(coverage) {
        // Writing to a text cannot fail.
        _ = writeln!(out, "TN:\nSF:{name}");
        functions(&mut out, &file);
        branches(&mut out, &file);
        lines(&mut out, &file);
        out.push_str("end_of_record\n");
    }
    out
}

fn functions(out: &mut String, file: &File<'_>) {
    for statement in &file.statements {
        _ = writeln!(out, "FN:{},{}", statement.at.line, named(&statement.statement));
    }
    for statement in &file.statements {
        _ = writeln!(out, "FNDA:{},{}", statement.expectations, named(&statement.statement));
    }
    let met = file.statements.iter().filter(|statement| statement.expectations > 0).count();
    _ = writeln!(out, "FNF:{}\nFNH:{met}", file.statements.len());
}

/// A comma would begin the next field.
fn named(statement: &str) -> String {
    statement.replace([',', '\n', '\r'], "_")
}

fn branches(out: &mut String, file: &File<'_>) {
    for (number, line) in &file.lines {
        for (block, times) in line.blocks.iter().enumerate() {
            for (branch, times) in times.iter().enumerate() {
                _ = writeln!(out, "BRDA:{number},{block},{branch},{}", taken(line, *times));
            }
        }
    }
    let (seen, all) = file.branches();
    _ = writeln!(out, "BRF:{all}\nBRH:{seen}");
}

/// Of a line on which nothing was seen, no branch was even looked at.
fn taken(line: &Line, times: usize) -> String {
    if line.hits() == 0 { "-".to_owned() } else { times.to_string() }
}

fn lines(out: &mut String, file: &File<'_>) {
    for (number, line) in &file.lines {
        _ = writeln!(out, "DA:{number},{}", line.hits());
    }
    let (seen, all) = file.covered();
    _ = writeln!(out, "LF:{all}\nLH:{seen}");
}
