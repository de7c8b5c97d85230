//! Literate fixtures: a Markdown file whose headings are cases and whose fenced blocks are input
//! and expected output.
//!
//! A heading of any level begins a case; what stands before the first heading belongs to none. The
//! reader knows headings, fences and nothing else of Markdown.
use std::path::Path;
use std::{fs, io};

/// One heading and what stands under it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Case {
    /// The heading's words.
    pub heading: String,
    /// The heading's line, from 1.
    pub line: usize,
    /// What is said between the blocks.
    pub prose: String,
    /// The fenced blocks, in order.
    pub blocks: Vec<Block>,
}

/// A fenced block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// What stands behind the opening fence: `kijun file=rules/a.kijun`.
    pub info: String,
    /// What stands between the fences; each line ends in a line feed.
    pub text: String,
    /// The opening fence's line, from 1.
    pub line: usize,
}

impl Case {
    /// The text of the first block whose info begins with this word.
    #[must_use]
    pub fn block(&self, word: &str) -> Option<&Block> {
        self.blocks.iter().find(|block| block.word() == word)
    }
}

impl Block {
    /// The first word of the info string: `kijun`, `ast`, `diagnostics`.
    #[must_use]
    pub fn word(&self) -> &str {
        self.info.split_whitespace().next().unwrap_or("")
    }

    /// The value of `name=…` in the info string.
    #[must_use]
    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.info.split_whitespace().find_map(|part| part.strip_prefix(name)?.strip_prefix('='))
    }
}

/// Reads a fixture.
#[must_use]
pub fn cases(markdown: &str) -> Vec<Case> {
    let mut cases: Vec<Case> = Vec::new();
    let mut open: Option<(&str, Block)> = None;
    for (index, line) in markdown.lines().enumerate() {
        open = match open {
            Some((fence, mut block)) if line.trim_end() != fence => {
                block.text.push_str(line);
                block.text.push('\n');
                Some((fence, block))
            }
            Some((_, block)) => {
                cases.extend(orphan(&cases, index));
                cases.iter_mut().next_back().into_iter().for_each(|case| case.blocks.push(block.clone()));
                None
            }
            None => opening(line, index + 1).or_else(|| {
                add_line(&mut cases, line, index + 1);
                None
            }),
        };
    }
    cases
}

/// A case without a heading, for a block that stands before all headings.
fn orphan(cases: &[Case], index: usize) -> Option<Case> {
    let case = Case { heading: String::new(), line: index + 1, prose: String::new(), blocks: Vec::new() };
    cases.is_empty().then_some(case)
}

fn opening(line: &str, number: usize) -> Option<(&str, Block)> {
    let ticks = line.len() - line.trim_start_matches('`').len();
    if ticks < 3 {
        return None;
    }
    let (fence, info) = line.split_at(ticks);
    Some((fence, Block { info: info.trim().to_owned(), text: String::new(), line: number }))
}

fn add_line(cases: &mut Vec<Case>, line: &str, number: usize) {
    let hashes = line.len() - line.trim_start_matches('#').len();
    if (1..=6).contains(&hashes) && line[hashes..].starts_with(' ') {
        let heading = line[hashes..].trim().to_owned();
        cases.push(Case { heading, line: number, prose: String::new(), blocks: Vec::new() });
    } else if let Some(case) = cases.last_mut() {
        case.prose.push_str(line);
        case.prose.push('\n');
    }
}

/// The fixture with the text of the block at this line (its opening fence, from 1) replaced.
#[must_use]
pub fn with_block(markdown: &str, line: usize, text: &str) -> String {
    let mut lines: Vec<&str> = markdown.lines().collect();
    let Some((fence, _)) = lines.get(line - 1).and_then(|l| opening(l, line)) else {
        return markdown.to_owned();
    };
    let end = lines[line..].iter().position(|l| l.trim_end() == fence).map_or(lines.len(), |n| line + n);
    lines.splice(line..end, text.lines());
    lines.join("\n") + "\n"
}

/// Checks every fixture of a folder, in order of name, and gives all that differs; with `UPDATE` set in the environment it writes
/// the right answers into the fixtures instead.
///
/// `check` gives a fixture's text with the right answers, and in words where they were not there.
///
/// # Errors
///
/// If the folder or a fixture cannot be read or written.
pub fn differences(folder: &Path, check: impl Fn(&str) -> (String, String)) -> io::Result<String> {
    let mut files = fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<io::Result<Vec<_>>>()?;
    files.sort();
    files.iter().map(|path| differences_in(path, &check)).collect()
}

/// Checks one fixture, as [`differences`] does.
///
/// # Errors
///
/// If it cannot be read or written.
pub fn differences_in(path: &Path, check: impl Fn(&str) -> (String, String)) -> io::Result<String> {
    let text = fs::read_to_string(path)?;
    let (updated, differences) = check(&text);
    if std::env::var_os("UPDATE").is_some() && updated != text {
        fs::write(path, updated)?;
    } else if !differences.is_empty() {
        return Ok(format!("\n{}{differences}", path.display()));
    }
    Ok(String::new())
}

#[cfg(test)]
mod tests {
    use super::*;

    const FIXTURE: &str = "# Cases\n\nWhy.\n\n## one\n\nprose\n\n```kijun file=a.kijun\n# no heading\nx\n```\n\n```ast\n(x)\n```\n";

    #[test]
    fn headings_are_cases_and_fences_are_blocks() {
        let cases = cases(FIXTURE);
        assert_eq!(cases.iter().map(|c| c.heading.as_str()).collect::<Vec<_>>(), ["Cases", "one"]);
        assert_eq!(cases[1].blocks.len(), 2);
        let block = cases[1].block("kijun").unwrap();
        assert_eq!((block.text.as_str(), block.line), ("# no heading\nx\n", 9));
        assert_eq!(block.attribute("file"), Some("a.kijun"));
    }

    #[test]
    fn a_block_is_replaced_in_its_place() {
        let updated = with_block(FIXTURE, 14, "(y)\n(z)\n");
        assert!(updated.ends_with("```ast\n(y)\n(z)\n```\n"));
        assert_eq!(with_block(FIXTURE, 14, "(x)\n"), FIXTURE);
    }

    #[test]
    fn a_longer_fence_may_hold_a_shorter_one() {
        let cases = cases("# a\n````md\n```\nx\n```\n````\n");
        assert_eq!(cases[0].blocks[0].text, "```\nx\n```\n");
    }
}
