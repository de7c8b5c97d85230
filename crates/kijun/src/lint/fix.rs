//! Fixes of lints, made in memory until nothing more is to be made; written only when somebody asks.

use std::io;
use std::path::{Path, PathBuf};

use kijun_diag::{Diagnostics, Safety};
use kijun_lint::{Fixed, apply};

use super::{LintOptions, can_be_linted, lint};
use crate::load::{Loaded, load_rules_with, load_with};
use crate::project::Texts;
use crate::whole::write_whole;

/// Where rules are.
#[derive(Clone, Copy, Debug)]
pub enum RulesAt<'a> {
    /// In a project.
    Project(&'a Path),
    /// In files and folders by themselves.
    Paths(&'a [PathBuf]),
}

/// What fixes come to.
#[derive(Debug)]
pub struct Fixes {
    /// The files that change, by name.
    pub files: Vec<FixedFile>,
    /// How many fixes were made.
    pub n_made: usize,
    /// Fixes after which the rules would have errors, with the errors. They were not made.
    pub refused: Option<(usize, Loaded)>,
    /// The rules as they are afterwards.
    pub loaded: Loaded,
}

/// A rule file that changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FixedFile {
    /// Its name in the project.
    pub name: String,
    /// Where it is.
    pub path: PathBuf,
    /// What it holds.
    pub before: String,
    /// What it would hold.
    pub after: String,
}

/// Each round can make fixes that got in the way of others, or that earlier ones called for.
const MOST_ROUNDS: usize = 16;

/// Reads the rules.
#[must_use]
pub fn load_at(rules: RulesAt<'_>) -> Loaded {
    read(rules, &Texts::new())
}

fn read(rules: RulesAt<'_>, texts: &Texts) -> Loaded {
    match rules {
        RulesAt::Project(root) => load_with(root, texts),
        RulesAt::Paths(paths) => load_rules_with(paths, texts),
    }
}

/// Makes every fix that is at most so unsafe, again and again until there is none. Nothing is written. After a fix the rules can be
/// read as before, or it is not made.
#[must_use]
pub fn fix(rules: RulesAt<'_>, options: &LintOptions, at_most: Safety) -> Fixes {
    let fixed = |loaded: &Loaded| apply(&loaded.sources, &lint(loaded, options).diagnostics, at_most);
    settle(&|texts| read(rules, texts), &fixed)
}

fn settle(read: &dyn Fn(&Texts) -> Loaded, fixed: &dyn Fn(&Loaded) -> Fixed) -> Fixes {
    let before = read(&Texts::new());
    let mut fixes = Fixes { files: Vec::new(), n_made: 0, refused: None, loaded: read(&Texts::new()) };
    let mut texts = Texts::new();
    for _ in 0..MOST_ROUNDS {
        let round = fixed(&fixes.loaded);
        if round.n_made == 0 {
            break;
        }
        let name = |file| fixes.loaded.sources.get(file).name().to_owned();
        let mut next = texts.clone();
        next.extend(round.texts.into_iter().map(|(file, text)| (name(file), text)));
        let after = read(&next);
        if !can_be_linted(&after) {
            fixes.refused = Some((round.n_made, after));
            break;
        }
        (fixes.n_made, fixes.loaded, texts) = (fixes.n_made + round.n_made, after, next);
    }
    fixes.files = changed(&before, texts);
    fixes
}

fn changed(before: &Loaded, texts: Texts) -> Vec<FixedFile> {
    let text = |name: &str| {
        let mut files = before.trees.iter().map(|tree| before.sources.get(tree.file));
        let text = files.find(|source| source.name() == name)?.text()?;
        Some(text.to_string())
    };
    let file = |(name, after): (String, String)| {
        let before_it = text(&name).filter(|before| *before != after)?;
        Some(FixedFile { path: before.root.join(&name), name, before: before_it, after })
    };
    texts.into_iter().filter_map(file).collect()
}

impl FixedFile {
    /// Writes it whole, if it still holds what was read. A byte order mark stays; a link stays, and what it leads to is written.
    ///
    /// # Errors
    ///
    /// What the system says; that somebody else wrote it meanwhile.
    pub fn write(&self) -> io::Result<()> {
        let path = std::fs::canonicalize(&self.path)?;
        let bytes = std::fs::read(&path)?;
        let Some(mark) = bytes.strip_suffix(self.before.as_bytes()).filter(|mark| is_mark(mark)) else {
            return Err(io::Error::other("it has changed since it was read"));
        };
        let permissions = std::fs::metadata(&path)?.permissions();
        write_whole(&path, &[mark, self.after.as_bytes()].concat())?;
        std::fs::set_permissions(&path, permissions)
    }
}

/// What may stand before a text.
fn is_mark(bytes: &[u8]) -> bool {
    bytes.is_empty() || bytes == "\u{feff}".as_bytes()
}

impl Fixes {
    /// Of the fixes that were not made, the errors that the rules would have.
    #[must_use]
    pub fn errors(&self) -> Diagnostics {
        let refused = self.refused.iter().flat_map(|(_, loaded)| &loaded.diagnostics);
        refused.filter(|diagnostic| diagnostic.is_error()).cloned().collect()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    const RULES: &str = "standard s { tier t edition 2011-04-01 }\n";

    fn project() -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("s.kijun"), format!("\u{feff}{RULES}")).unwrap();
        folder
    }

    fn settled(folder: &Path, fixed: &dyn Fn(&Loaded) -> Fixed) -> Fixes {
        let paths = [folder.join("s.kijun")];
        settle(&|texts| load_rules_with(&paths, texts), fixed)
    }

    /// Puts a text in the place of the only file's.
    fn put(loaded: &Loaded, text: &str) -> Fixed {
        let texts = BTreeMap::from([(loaded.trees[1].file, text.to_owned())]);
        Fixed { texts, n_made: 1, n_left: 0 }
    }

    #[test]
    fn a_fix_that_breaks_the_rules_is_refused() {
        let folder = project();
        for broken in
            ["standard {", "standard s { tier t edition 2011-04-01 }\nclause 1 { for nothing must true }"]
        {
            let fixes = settled(folder.path(), &|loaded| put(loaded, broken));
            assert!(fixes.files.is_empty() && fixes.n_made == 0, "{broken}");
            assert!(fixes.errors().has_errors(), "{broken}");
        }
    }

    #[test]
    fn fixes_that_never_come_to_an_end_are_ended() {
        let folder = project();
        let fixes = settled(folder.path(), &|loaded| {
            let text = loaded.sources.get(loaded.trees[1].file).text().unwrap().to_string();
            put(loaded, &format!("{text}# again\n"))
        });
        assert_eq!(fixes.n_made, MOST_ROUNDS);
    }

    #[test]
    fn a_file_is_written_with_its_mark_and_only_if_it_is_as_it_was_read() {
        let folder = project();
        let text = format!("{RULES}# more\n");
        let once = |loaded: &Loaded| match loaded.sources.get(loaded.trees[1].file).text() {
            Some(there) if **there == *text => Fixed::default(),
            _ => put(loaded, &text),
        };
        let fixes = settled(folder.path(), &once);
        assert_eq!((fixes.n_made, fixes.files.len()), (1, 1));
        fixes.files[0].write().unwrap();
        let written = std::fs::read_to_string(folder.path().join("s.kijun")).unwrap();
        assert_eq!(written, format!("\u{feff}{text}"));
        assert!(fixes.files[0].write().is_err());
    }
}
