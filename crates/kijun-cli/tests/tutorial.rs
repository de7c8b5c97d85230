//! The pages that show a project are true: their files, written in order, and their commands give the output that they show.
//!
//! With `KIJUN_UPDATE=1` a page takes the binary's output instead.

#![expect(clippy::unwrap_used, reason = "a test that cannot read the tutorial cannot say anything")]

use std::path::{Path, PathBuf};
use std::process::Command;

use kijun_testkit::literate::{Block, cases, with_block};

#[test]
fn the_tutorial_prints_what_it_says() {
    prints_what_it_says("tutorial.md");
}

#[test]
fn the_page_about_self_inspection_prints_what_it_says() {
    prints_what_it_says("how-to/self-inspection.md");
}

#[test]
fn the_page_on_organisations_prints_what_it_says() {
    prints_what_it_says("how-to/organisation.md");
}

#[test]
fn the_page_on_measures_prints_what_it_says() {
    prints_what_it_says("how-to/measures.md");
}

#[test]
fn the_page_on_following_up_prints_what_it_says() {
    prints_what_it_says("how-to/follow-up.md");
}

#[test]
fn the_page_on_records_prints_what_it_says() {
    prints_what_it_says("how-to/records.md");
}

#[test]
fn the_page_on_baselines_prints_what_it_says() {
    prints_what_it_says("how-to/baseline.md");
}

#[test]
fn the_page_on_testing_rules_prints_what_it_says() {
    prints_what_it_says("how-to/test.md");
}

#[test]
fn the_page_on_trying_rules_prints_what_it_says() {
    prints_what_it_says("how-to/impact.md");
}

#[test]
fn the_page_on_years_prints_what_it_says() {
    prints_what_it_says("how-to/years.md");
}

#[test]
fn the_page_on_editions_prints_what_it_says() {
    prints_what_it_says("how-to/editions.md");
}

#[test]
fn the_page_on_lints_prints_what_it_says() {
    prints_what_it_says("how-to/lint.md");
}

#[test]
fn the_page_on_layout_prints_what_it_says() {
    prints_what_it_says("how-to/format.md");
}

fn prints_what_it_says(page: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs").join(page);
    let page = std::fs::read_to_string(&path).unwrap();
    let project = tempfile::tempdir().unwrap();
    let mut outputs = Vec::new();
    for block in cases(&page).into_iter().flat_map(|case| case.blocks) {
        match (block.attribute("file"), block.attribute("exit")) {
            (Some(file), _) => write(&project.path().join(file), &block.text),
            (None, Some(exit)) => outputs.push((run(&folder(&block, project.path()), &block, exit), block)),
            (None, None) => {}
        }
    }
    if std::env::var_os("KIJUN_UPDATE").is_some() {
        // From the end of the page, so that the lines before keep their numbers.
        let outputs = outputs.iter().rev();
        let page = outputs.fold(page, |page, (output, block)| with_block(&page, block.line, output));
        std::fs::write(&path, page).unwrap();
        return;
    }
    for (output, Block { text, line, .. }) in &outputs {
        assert!(
            output == text,
            "line {line} shows\n{text}\nand this is printed (KIJUN_UPDATE=1 takes it):\n{output}"
        );
    }
}

fn write(path: &Path, text: &str) {
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    std::fs::write(path, text).unwrap();
}

/// Where a command runs: among the page's own files, or in the folder of this repository that `at` names.
fn folder(block: &Block, project: &Path) -> PathBuf {
    let repository = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    block.attribute("at").map_or_else(|| project.to_path_buf(), |at| repository.join(at))
}

/// Runs the command on a block's first line; gives the block anew, with what the command printed: all of it, or the first of its
/// lines, as many as `lines` says.
fn run(folder: &Path, block: &Block, exit: &str) -> String {
    let prompt = block.text.lines().next().unwrap();
    let n_lines = block.attribute("lines").map_or(usize::MAX, |n| n.parse().unwrap());
    let args = prompt.strip_prefix("$ kijun ").unwrap().split_whitespace();
    let binary = env!("CARGO_BIN_EXE_kijun");
    let output = Command::new(binary).args(args).args(["--lang", "en"]).current_dir(folder).output().unwrap();
    let text = [output.stderr, output.stdout].map(|bytes| String::from_utf8(bytes).unwrap()).concat();
    assert_eq!(output.status.code().unwrap().to_string(), exit, "{prompt}\n{text}");
    let lines = text.trim_end().lines().map(str::trim_end).take(n_lines);
    std::iter::once(prompt).chain(lines).map(|line| format!("{line}\n")).collect()
}
