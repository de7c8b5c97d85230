//! The coverage of a run of tests: written for other programs, and held against the least that is asked for.

use std::path::Path;

use kijun_findings::{TestCoverage, TestRun};

use crate::args::TestArgs;
use crate::commands::Cx;
use crate::exit::Exit;

/// Writes the coverage where it was asked for, and says whether it is enough.
pub(super) fn judged(cx: &Cx<'_>, args: &TestArgs, record: &TestRun) -> Exit {
    let Some(coverage) = &record.coverage else { return Exit::Fine };
    let written = args.coverage_out.as_deref().map_or(Exit::Fine, |path| write(cx, path, coverage));
    written.max(args.min_coverage.map_or(Exit::Fine, |least| enough(cx, coverage, least)))
}

fn write(cx: &Cx<'_>, path: &Path, coverage: &TestCoverage) -> Exit {
    let is_xml = path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("xml"));
    let bytes = match is_xml {
        true => kijun_report::coverage::cobertura(coverage),
        false => Ok(kijun_report::coverage::lcov(coverage).into_bytes()),
    };
    match bytes {
        Ok(bytes) => cx.write(path, &bytes).map_or_else(|exit| exit, |()| Exit::Fine),
        Err(error) => cx.cannot_write(path, &error.to_string()),
    }
}

fn enough(cx: &Cx<'_>, coverage: &TestCoverage, least: u8) -> Exit {
    let all = coverage.figures.all();
    if all.reaches(least) {
        return Exit::Fine;
    }
    let args = [("seen", all.seen.into()), ("of", all.of.into()), ("least", usize::from(least).into())];
    cx.complain("coverage-too-little", &args);
    Exit::Findings
}
