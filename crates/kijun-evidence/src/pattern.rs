//! File patterns: `evidence/hosts/{id}/*.yaml`.
//!
//! A pattern is matched name by name against relative paths with forward slashes; it never sees a file system.

use regex::Regex;

/// A file pattern.
#[derive(Clone, Debug)]
pub(crate) struct Pattern {
    /// As it was written.
    pub(crate) text: String,
    /// Fields that it captures, in order.
    pub(crate) captures: Vec<String>,
    segments: Vec<Segment>,
    whole: Regex,
}

/// A part of a pattern between slashes.
#[derive(Clone, Debug)]
enum Segment {
    /// `**`: any number of folders.
    Deep,
    /// Anything else: one name.
    Name { regex: Regex, hidden: bool },
}

/// Why a text is no pattern.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fault {
    /// It leaves the project's folder.
    Outside,
    /// It has no meaning; a word of the catalogue says why.
    Bad(&'static str),
}

/// How far each way of matching has come: positions in the pattern, ascending.
pub(crate) type States = Vec<usize>;

impl Pattern {
    /// Reads a pattern.
    pub(crate) fn parse(text: &str) -> Result<Pattern, Fault> {
        check(text)?;
        let mut captures = Vec::new();
        let mut segments = Vec::new();
        let mut whole = String::from("^");
        let parts: Vec<&str> = text.split('/').filter(|part| *part != ".").collect();
        for (i, part) in parts.iter().enumerate() {
            let last = i + 1 == parts.len();
            if *part == "**" {
                segments.push(Segment::Deep);
                whole.push_str(if last { ".*" } else { "(?:[^/]+/)*" });
                continue;
            }
            let regex = name(part, &mut captures)?;
            whole.push_str(&regex);
            whole.push_str(if last { "" } else { "/" });
            segments.push(Segment::Name {
                regex: compile(&format!("^{regex}$"))?,
                hidden: part.starts_with('.'),
            });
        }
        whole.push('$');
        Ok(Pattern { text: text.to_owned(), captures, segments, whole: compile(&whole)? })
    }

    /// Where matching begins.
    pub(crate) fn start(&self) -> States {
        self.close(vec![0])
    }

    /// Goes on by one name of a path.
    pub(crate) fn step(&self, states: &[usize], name: &str) -> States {
        let dotted = name.starts_with('.');
        let next = states.iter().filter_map(|&at| match self.segments.get(at)? {
            Segment::Deep => (!dotted).then_some(at),
            Segment::Name { regex, hidden } => {
                ((*hidden || !dotted) && regex.is_match(name)).then_some(at + 1)
            }
        });
        self.close(next.collect())
    }

    /// Whether a path that has come so far fits.
    pub(crate) fn fits(&self, states: &[usize]) -> bool {
        states.contains(&self.segments.len())
    }

    /// Whether a whole path fits.
    pub(crate) fn meets(&self, path: &str) -> bool {
        let states = path.split('/').fold(self.start(), |states, name| self.step(&states, name));
        self.fits(&states)
    }

    /// Whether a longer path could fit.
    pub(crate) fn goes_on(&self, states: &[usize]) -> bool {
        states.iter().any(|&at| at < self.segments.len())
    }

    /// Whether the last name is more than a wildcard, so that a folder of this name was surely meant as a file.
    pub(crate) fn names_files(&self) -> bool {
        self.text.rsplit('/').next().is_some_and(|last| last.contains('.'))
    }

    /// What the captures hold in a path that fits.
    pub(crate) fn captured(&self, path: &str) -> Vec<String> {
        let groups = self.whole.captures(path);
        let group = |i: usize| groups.as_ref().and_then(|g| g.get(i)).map_or("", |m| m.as_str());
        (1..=self.captures.len()).map(|i| group(i).to_owned()).collect()
    }

    /// `**` may stand for no folder at all.
    fn close(&self, mut states: States) -> States {
        let mut i = 0;
        while let Some(&at) = states.get(i) {
            if matches!(self.segments.get(at), Some(Segment::Deep)) {
                states.push(at + 1);
            }
            i += 1;
        }
        states.sort_unstable();
        states.dedup();
        states
    }
}

fn check(text: &str) -> Result<(), Fault> {
    if text.is_empty() {
        return Err(Fault::Bad("pattern-empty"));
    }
    if text.contains('\\') {
        return Err(Fault::Bad("pattern-backslash"));
    }
    let drive = text.as_bytes().get(1) == Some(&b':');
    if text.starts_with(['/', '~']) || drive || text.split('/').any(|part| part == "..") {
        return Err(Fault::Outside);
    }
    if text.split('/').any(str::is_empty) {
        return Err(Fault::Bad("pattern-empty-name"));
    }
    Ok(())
}

/// One name of a pattern as a regular expression.
fn name(part: &str, captures: &mut Vec<String>) -> Result<String, Fault> {
    if part.contains("**") {
        return Err(Fault::Bad("pattern-stars"));
    }
    let mut regex = String::new();
    let mut rest = part;
    while let Some(first) = rest.chars().next() {
        rest = &rest[first.len_utf8()..];
        match first {
            '*' => regex.push_str("[^/]*"),
            '?' => regex.push_str("[^/]"),
            '{' => {
                let (field, tail) = rest.split_once('}').ok_or(Fault::Bad("pattern-open-brace"))?;
                capture(field, captures)?;
                regex.push_str("([^/]+)");
                rest = tail;
            }
            '}' => return Err(Fault::Bad("pattern-open-brace")),
            other => regex.push_str(&regex::escape(other.encode_utf8(&mut [0; 4]))),
        }
    }
    Ok(regex)
}

fn capture(field: &str, captures: &mut Vec<String>) -> Result<(), Fault> {
    if field.is_empty() {
        return Err(Fault::Bad("pattern-empty-capture"));
    }
    if captures.iter().any(|name| name == field) {
        return Err(Fault::Bad("pattern-capture-twice"));
    }
    captures.push(field.to_owned());
    Ok(())
}

fn compile(regex: &str) -> Result<Regex, Fault> {
    Regex::new(regex).map_err(|_| Fault::Bad("pattern-too-long"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fits(pattern: &str, path: &str) -> bool {
        let pattern = Pattern::parse(pattern).unwrap();
        let end = path.split('/').fold(pattern.start(), |states, name| pattern.step(&states, name));
        pattern.fits(&end)
    }

    #[test]
    fn stars_stay_within_a_name_and_double_stars_cross_folders() {
        assert!(fits("evidence/*.yaml", "evidence/web.yaml"));
        assert!(!fits("evidence/*.yaml", "evidence/a/web.yaml"));
        assert!(fits("evidence/**/*.yaml", "evidence/web.yaml"));
        assert!(fits("evidence/**/*.yaml", "evidence/a/b/web.yaml"));
        assert!(!fits("evidence/**/*.yaml", "evidence/.git/web.yaml"));
        assert!(!fits("evidence/*.yaml", "evidence/.web.yaml"));
        assert!(fits("evidence/.*.yaml", "evidence/.web.yaml"));
        assert!(fits("証拠/サーバ?.csv", "証拠/サーバ1.csv"));
        assert!(!fits("a.yaml", "aXyaml"));
    }

    #[test]
    fn captures_take_names_and_parts_of_names() {
        let pattern = Pattern::parse("hosts/{unit}/**/{id}.d/sshd-{port}.yaml").unwrap();
        assert_eq!(pattern.captures, ["unit", "id", "port"]);
        assert_eq!(pattern.captured("hosts/tokyo/x/y/web1.d/sshd-22.yaml"), ["tokyo", "web1", "22"]);
    }

    #[test]
    fn patterns_stay_inside_the_project() {
        for outside in ["/etc/passwd", "../x.yaml", "a/../../x.yaml", "~/x.yaml", "c:/x.yaml"] {
            assert_eq!(Pattern::parse(outside).unwrap_err(), Fault::Outside, "{outside}");
        }
        for bad in ["", "a//b", "a/", "a\\b", "a**/b", "{id", "id}", "{}", "{id}/{id}"] {
            assert!(matches!(Pattern::parse(bad), Err(Fault::Bad(_))), "{bad}");
        }
    }
}
