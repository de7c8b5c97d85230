//! What the ids promise: words in every language, one place in the code, one section in the manual.

#![expect(clippy::unwrap_used, reason = "a test that cannot read the sources cannot say anything")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use fluent_bundle::FluentResource;
use kijun_diag::ids;

const LANGUAGES: [&str; 2] = ["en", "ja"];

#[test]
fn every_catalogue_file_is_fluent() {
    for lang in LANGUAGES {
        for (path, text) in files(&messages(lang), "ftl") {
            if let Err((_, errors)) = FluentResource::try_new(text) {
                panic!("{}: {errors:?}", path.display());
            }
        }
    }
}

#[test]
fn every_id_has_a_message_in_every_language() {
    for lang in LANGUAGES {
        let catalogue = read_catalogue(lang);
        let missing = ids::ALL.iter().filter(|id| !catalogue.contains_key(&key(id.name())));
        assert_none(&format!("ids without a message in {lang}"), missing.map(|id| id.name().to_owned()));
    }
}

#[test]
fn the_languages_have_the_same_messages_with_the_same_attributes() {
    let (en, ja) = (read_catalogue("en"), read_catalogue("ja"));
    let differ = en
        .iter()
        .filter(|(key, message)| ja.get(*key).is_none_or(|other| other.attributes != message.attributes));
    assert_none("messages that differ in ja", differ.map(|(key, _)| key.clone()));
    assert_none("messages only in ja", ja.keys().filter(|key| !en.contains_key(*key)).cloned());
}

#[test]
fn the_languages_mention_the_same_arguments() {
    let (en, ja) = (read_catalogue("en"), read_catalogue("ja"));
    let differ = en
        .iter()
        .filter(|(key, message)| ja.get(*key).is_some_and(|other| other.arguments != message.arguments));
    assert_none("messages whose arguments differ in ja", differ.map(|(key, _)| key.clone()));
}

#[test]
fn a_message_asks_for_what_its_place_in_the_code_gives() {
    let (sources, catalogue) = (all_sources(), read_catalogue("en"));
    let wrong = constants().into_iter().filter_map(|(constant, name)| {
        let (message, body) =
            (&catalogue[&key(&name)], body_after(&sources, &format!("new(ids::{constant},"))?);
        let given = |what: &String| body.contains(&format!(".with(\"{what}\""));
        let labelled = |what: &&str| !message.attributes.contains(*what);
        let missing = message.arguments.iter().find(|what| !given(what)).cloned();
        let unlabelled = calls(&body, ".also(\"").find(labelled).map(str::to_owned);
        Some(format!("{name}: {}", missing.or(unlabelled)?))
    });
    assert_none("arguments that are not given, labels without words", wrong);
}

#[test]
fn every_message_is_written_once_and_used() {
    let sources = all_sources();
    let known: BTreeSet<String> = ids::ALL.iter().map(|id| key(id.name())).collect();
    for lang in LANGUAGES {
        let mut seen = BTreeSet::new();
        for (path, text) in files(&messages(lang), "ftl") {
            for key in keys(&text) {
                assert!(seen.insert(key.to_owned()), "{key} twice, again in {}", path.display());
                assert!(
                    known.contains(key) || used(&sources, key),
                    "{key} in {} is never used",
                    path.display()
                );
            }
        }
    }
}

#[test]
fn every_id_is_emitted_in_one_place() {
    let sources = all_sources();
    let wrong = constants().into_iter().filter_map(|(constant, name)| {
        let n_places = mentions(&sources, &format!("ids::{constant}"));
        (n_places != 1).then(|| format!("{name}: {n_places} places"))
    });
    assert_none("ids not emitted in one place", wrong);
}

#[test]
fn every_id_has_one_section_in_the_manual() {
    let wrong = ids::ALL.iter().filter_map(|id| {
        let path = root().join(format!("docs/reference/diagnostics/{}.md", id.group()));
        let text = std::fs::read_to_string(path).unwrap_or_default();
        let heading = format!("## {}", id.name());
        let n_sections = text.lines().filter(|line| line.trim_end() == heading).count();
        (n_sections != 1).then(|| format!("{}: {n_sections} sections", id.name()))
    });
    assert_none("ids without one section of their own", wrong);
}

#[test]
fn every_section_of_the_manual_is_about_an_id() {
    for (path, text) in files(&root().join("docs/reference/diagnostics"), "md") {
        let headings = text.lines().filter_map(|line| line.strip_prefix("## "));
        let unknown = headings.filter(|name| name.contains('/') && ids::find(name.trim_end()).is_none());
        assert_none(&format!("headings in {}", path.display()), unknown.map(str::to_owned));
    }
}

#[derive(Debug, Default)]
struct Message {
    attributes: BTreeSet<String>,
    arguments: BTreeSet<String>,
}

fn read_catalogue(lang: &str) -> BTreeMap<String, Message> {
    let mut catalogue: BTreeMap<String, Message> = BTreeMap::new();
    for (_, text) in files(&messages(lang), "ftl") {
        let mut current = String::new();
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            if let Some(key) = key_of_line(line) {
                key.clone_into(&mut current);
            }
            let message = catalogue.entry(current.clone()).or_default();
            if let Some((name, _)) = line.trim_start().strip_prefix('.').and_then(|l| l.split_once(" =")) {
                message.attributes.insert(name.to_owned());
            }
            message.arguments.extend(arguments(line));
        }
    }
    catalogue.remove("");
    catalogue
}

/// The `$names` of placeables on a line.
fn arguments(line: &str) -> impl Iterator<Item = String> + '_ {
    let placeables = line.split('{').skip(1).filter_map(|rest| rest.trim_start().strip_prefix('$'));
    placeables.map(|rest| rest.chars().take_while(|c| c.is_alphanumeric() || "-_".contains(*c)).collect())
}

fn keys(text: &str) -> impl Iterator<Item = &str> {
    text.lines().filter_map(key_of_line)
}

fn key_of_line(line: &str) -> Option<&str> {
    let (key, _) = line.split_once('=')?;
    let key = key.trim_end();
    let fits = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    (key.starts_with(|c: char| c.is_ascii_alphabetic()) && key.chars().all(fits)).then_some(key)
}

/// Whether a key stands in the code: whole, or as a word that diagnostics look up, or made from a prefix.
fn used(sources: &[String], key: &str) -> bool {
    let quoted = |text: &str| sources.iter().any(|source| source.contains(&format!("\"{text}\"")));
    let made = |(at, _)| sources.iter().any(|source| source.contains(&format!("\"{}-{{", &key[..at])));
    quoted(key) || key.strip_prefix("word-").is_some_and(quoted) || key.match_indices('-').any(made)
}

/// How often a name stands in the code, other than to be compared with.
fn mentions(sources: &[String], name: &str) -> usize {
    let goes_on = |c: char| c.is_alphanumeric() || c == '_';
    let emits = |source: &str, at: usize| {
        !source[at + name.len()..].starts_with(goes_on) && !source[..at].ends_with("== ")
    };
    sources.iter().map(|s| s.match_indices(name).filter(|(at, _)| emits(s, *at)).count()).sum()
}

/// The rest of the function in which this stands.
fn body_after(sources: &[String], start: &str) -> Option<String> {
    let rest = sources.iter().find_map(|source| source.split_once(start))?.1;
    Some(rest.split("\n}\n").next().unwrap_or(rest).to_owned())
}

/// The names that directly follow this beginning of a call.
fn calls<'a>(body: &'a str, start: &'a str) -> impl Iterator<Item = &'a str> {
    body.split(start).skip(1).filter_map(|rest| rest.split('"').next())
}

/// The constants of `ids.rs` with the ids they hold.
fn constants() -> Vec<(String, String)> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/ids.rs");
    let text = std::fs::read_to_string(path).unwrap();
    let declared: Vec<(String, String)> = text.lines().filter_map(constant_of_line).collect();
    assert_eq!(declared.len(), ids::ALL.len());
    declared
}

fn constant_of_line(line: &str) -> Option<(String, String)> {
    let (_, rest) = line.trim_start().split_once(' ').filter(|(w, _)| matches!(*w, "Error" | "Warning"))?;
    let (constant, rest) = rest.split_once(" = \"")?;
    Some((constant.to_owned(), rest.strip_suffix("\";")?.to_owned()))
}

/// Every Rust source of every crate but the table of ids, without the tests at its end.
fn all_sources() -> Vec<String> {
    let mut sources = Vec::new();
    for entry in std::fs::read_dir(root().join("crates")).unwrap() {
        for (path, text) in files(&entry.unwrap().path().join("src"), "rs") {
            if !path.ends_with("kijun-diag/src/ids.rs") {
                let code = text.split("#[cfg(test)]\nmod ").next().unwrap_or_default();
                sources.push(code.to_owned());
            }
        }
    }
    sources
}

fn key(id: &str) -> String {
    id.replace('/', "-")
}

fn messages(lang: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("messages").join(lang)
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// Every file below a folder with this extension, in order of name.
fn files(folder: &Path, extension: &str) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    let entries = std::fs::read_dir(folder).into_iter().flatten();
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    for path in paths {
        if path.is_dir() {
            found.extend(files(&path, extension));
        } else if path.extension().is_some_and(|e| e == extension) {
            let text = std::fs::read_to_string(&path).unwrap();
            found.push((path, text));
        }
    }
    found
}

fn assert_none(what: &str, found: impl Iterator<Item = String>) {
    let found: Vec<String> = found.collect();
    assert!(found.is_empty(), "{what}:\n  {}", found.join("\n  "));
}
