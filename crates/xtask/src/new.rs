//! A new lint: its file, its id, its words, its line in the list. What it looks for is written by hand.

use std::fs;

use crate::root;

const IDS: &str = "crates/kijun-diag/src/ids.rs";
const LIST: &str = "crates/kijun-lint/src/rules.rs";
const WORDS: [&str; 2] = ["crates/kijun-diag/messages/en/lint.ftl", "crates/kijun-diag/messages/ja/lint.ftl"];

/// Writes what a lint with this name begins with.
pub(crate) fn lint(name: &str) -> Result<Vec<String>, String> {
    if !is_name(name) {
        return Ok(vec![format!("`{name}` is no name of a lint: small letters, joined by hyphens")]);
    }
    let file = root().join(format!("crates/kijun-lint/src/rules/{}.rs", name.replace('-', "_")));
    if file.exists() {
        return Ok(vec![format!("there is a lint `{name}` already")]);
    }
    fs::write(&file, template(name)).map_err(|error| error.to_string())?;
    edit(IDS, |text| with_line(text, &id_line(name), is_id))?;
    edit(LIST, |text| with_line(text, &format!("    {}", name.replace('-', "_")), is_listed))?;
    for path in WORDS {
        edit(path, |text| Some(with_words(text, name)))?;
    }
    Ok(Vec::new())
}

fn edit(path: &str, change: impl Fn(&str) -> Option<String>) -> Result<(), String> {
    let path = root().join(path);
    let text = fs::read_to_string(&path).map_err(|error| error.to_string())?;
    let changed = change(&text).ok_or_else(|| format!("{} is not as it was", path.display()))?;
    fs::write(&path, changed).map_err(|error| error.to_string())
}

fn is_name(name: &str) -> bool {
    let is_word = |word: &str| !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase());
    name.split('-').all(is_word)
}

fn constant(name: &str) -> String {
    name.replace('-', "_").to_uppercase()
}

fn id_line(name: &str) -> String {
    format!("    Warning {} = \"lint/{name}\";", constant(name))
}

/// A line by which the ids of lints are in order: what stands between the quotes.
fn is_id(line: &str) -> Option<&str> {
    line.split_once("\"lint/").map(|(_, name)| name)
}

/// A line by which the list is in order: a name by itself.
fn is_listed(line: &str) -> Option<&str> {
    let name = line.strip_prefix("    ")?;
    name.bytes().all(|b| b.is_ascii_lowercase() || b == b'_').then_some(name)
}

/// A text with a line more, where it belongs by its key among the lines that have one.
fn with_line(text: &str, line: &str, key: impl Fn(&str) -> Option<&str>) -> Option<String> {
    let lines: Vec<&str> = text.lines().collect();
    let keyed = lines.iter().enumerate().filter_map(|(i, line)| Some((i, key(line)?)));
    let keyed: Vec<(usize, &str)> = keyed.collect();
    let own = key(line)?;
    let later = keyed.iter().find(|(_, other)| *other > own).map(|(i, _)| *i);
    let at = later.or_else(|| keyed.last().map(|(i, _)| i + 1))?;
    let (before, after) = lines.split_at(at);
    Some(before.iter().chain([&line]).chain(after).map(|line| format!("{line}\n")).collect())
}

/// The words of all lints with those of one more, in the order of names.
fn with_words(text: &str, name: &str) -> String {
    let own = format!("lint-{name} = …\n    .label = …\n    .help = …");
    let mut parts: Vec<&str> = text.trim_end().split("\n\n").chain([own.as_str()]).collect();
    let key = |part: &str| part.split(" =").next().unwrap_or(part).to_owned();
    // The first says what the file is for.
    parts[1..].sort_by_key(|part| key(part));
    format!("{}\n", parts.join("\n\n"))
}

fn template(name: &str) -> String {
    let constant = constant(name);
    format!(
        r##"//! Say in one line what it looks for.

use kijun_diag::{{Diagnostic, ids}};

use crate::{{Cost, Cx, Fixable, Group, Level, Lint}};

pub(crate) const LINT: Lint = Lint {{
    id: ids::{constant},
    group: Group::Correctness,
    level: Level::Warning,
    fix: Fixable::No,
    cost: Cost::Reads,
    summary: "One sentence.",
    what: "What it looks for, and what it leaves alone.",
    why: "What goes wrong otherwise.",
    example: r#"
clause 2.1 "台帳" en "Register" {{
  text "サーバを台帳に記載する。"
  for  server
  by   officer
  must os != "" #~
}}
"#,
    instead: r#"
clause 2.1 "台帳" en "Register" {{
  text "サーバを台帳に記載する。"
  for  server
  by   officer
  must contact != ""
}}
"#,
    check,
}};

fn check(cx: &Cx<'_>) -> Vec<Diagnostic> {{
    let spans = cx.model.statements.iter().map(|statement| statement.span);
    spans.map(|span| LINT.at(span)).collect()
}}
"##
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_goes_where_it_belongs_by_name() {
        let ids = "// lint\n    Warning A = \"lint/a\";\n    Warning D = \"lint/d\";\n}\n";
        let with = |name| with_line(ids, &id_line(name), is_id).unwrap();
        let names = |text: &str| text.lines().filter_map(is_id).map(str::to_owned).collect::<Vec<_>>();
        assert_eq!(names(&with("b-c")), ["a\";", "b-c\";", "d\";"]);
        assert_eq!(names(&with("e")), ["a\";", "d\";", "e\";"]);
        assert!(with("e").ends_with("}\n"));
        let list = "lints! {\n    one\n    two_more\n}\n";
        assert_eq!(
            with_line(list, "    three", is_listed).unwrap(),
            "lints! {\n    one\n    three\n    two_more\n}\n"
        );
    }

    #[test]
    fn words_go_where_they_belong_by_name() {
        let words = with_words("# What.\n\nlint-a = x\n    .label = y\n\nlint-c = z\n", "b");
        assert!(words.starts_with("# What.\n\nlint-a = x\n    .label = y\n\nlint-b = …\n"), "{words}");
        assert!(words.ends_with("\n\nlint-c = z\n"), "{words}");
    }

    #[test]
    fn only_small_letters_make_a_name() {
        assert!(is_name("unlike-number"));
        for bad in ["", "Unlike", "a--b", "a_b", "-a", "a1"] {
            assert!(!is_name(bad), "{bad}");
        }
    }
}
