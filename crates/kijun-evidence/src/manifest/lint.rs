//! What lints look for in the rules, as a manifest plans it. That the names are lints is checked where lints are known.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;

use crate::pattern::{Fault, Pattern};

/// Which lints are wanted, and how bad each is. Lints and groups of them go by name: `stray-number`, `style`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct LintPlan {
    /// Only these lints and groups. Absent: all.
    pub select: Option<Vec<String>>,
    /// Not these.
    pub ignore: Vec<String>,
    /// How bad they are. A lint's name counts before that of its group.
    pub level: BTreeMap<String, LintLevel>,
    /// Tags of the languages in which titles and texts should be there, beside the document's own.
    pub languages: Vec<String>,
    /// What is different in some files. Of several rows that meet a file all count, the later ones last.
    pub paths: Vec<LintPath>,
}

/// What is different in some files.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LintPath {
    /// Patterns of rule files, relative to the manifest: `rules/old/**`, `../shared/*.kijun`.
    pub files: Vec<String>,
    /// Lints and groups that are not wanted there.
    #[serde(default)]
    pub ignore: Vec<String>,
    /// How bad they are there.
    #[serde(default)]
    pub level: BTreeMap<String, LintLevel>,
}

/// How bad what a lint finds is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum LintLevel {
    /// It is not looked for.
    Off,
    /// It is told, and the rules can be used.
    Warning,
    /// The rules cannot be used.
    Error,
}

impl LintPath {
    /// Whether it is about a rule file, by the name that the project has for it.
    #[must_use]
    pub fn covers(&self, file: &str) -> bool {
        self.files.iter().any(|pattern| {
            let (pattern, file) = below(pattern, file);
            Pattern::parse(pattern).is_ok_and(|pattern| pattern.meets(file))
        })
    }
}

/// Why a text is no pattern of rule files. These may lie above the project's folder.
pub(super) fn fault(pattern: &str) -> Option<Fault> {
    Pattern::parse(pattern.trim_start_matches("../")).err()
}

/// A pattern and a file without the steps upward with which both begin.
fn below<'a>(mut pattern: &'a str, mut file: &'a str) -> (&'a str, &'a str) {
    while let (Some(one), Some(other)) = (pattern.strip_prefix("../"), file.strip_prefix("../")) {
        (pattern, file) = (one, other);
    }
    (pattern, file)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn covers(pattern: &str, file: &str) -> bool {
        LintPath { files: vec![pattern.to_owned()], ignore: Vec::new(), level: BTreeMap::new() }.covers(file)
    }

    #[test]
    fn a_pattern_may_begin_above_the_project() {
        assert!(covers("../shared/*.kijun", "../shared/words.kijun"));
        assert!(covers("../../shared/**", "../../shared/a/b.kijun"));
        assert!(!covers("../shared/*.kijun", "shared/words.kijun"));
        assert!(!covers("shared/*.kijun", "../shared/words.kijun"));
        assert!(covers("rules/**/*.kijun", "rules/words.kijun"));
    }

    #[test]
    fn steps_upward_are_only_at_the_beginning() {
        assert_eq!(fault("../../rules/**"), None);
        assert_eq!(fault("rules/../x"), Some(Fault::Outside));
        assert!(matches!(fault("rules//x"), Some(Fault::Bad(_))));
    }
}
