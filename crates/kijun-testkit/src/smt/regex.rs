//! Regular expressions as the solver writes them: literals, classes, `.`, groups, alternatives, repetition, and `^` and `$`
//! at the ends of an alternative.

use super::constants::quoted;

/// The texts in which an expression is found somewhere.
pub(super) fn found(pattern: &str) -> Result<String, String> {
    let mut reader = Reader { rest: pattern };
    let (alternatives, anything) = (reader.anchored()?, "re.all");
    if !reader.rest.is_empty() {
        return Err(format!("`{}` of a regular expression", reader.rest));
    }
    let each = alternatives.into_iter().map(|(from_start, to_end, inner)| {
        let before = if from_start { "(str.to_re \"\")" } else { anything };
        let after = if to_end { "(str.to_re \"\")" } else { anything };
        format!("(re.++ {before} {inner} {after})")
    });
    Ok(union(each.collect()))
}

fn union(mut parts: Vec<String>) -> String {
    match parts.len() {
        1 => parts.remove(0),
        _ => format!("(re.union {})", parts.join(" ")),
    }
}

struct Reader<'p> {
    rest: &'p str,
}

impl Reader<'_> {
    fn eat(&mut self, token: &str) -> bool {
        let rest = self.rest.strip_prefix(token);
        self.rest = rest.unwrap_or(self.rest);
        rest.is_some()
    }

    fn next(&mut self) -> Option<char> {
        let first = self.rest.chars().next()?;
        self.rest = &self.rest[first.len_utf8()..];
        Some(first)
    }

    /// Alternatives of the whole, each with whether it begins with `^` and ends with `$`.
    fn anchored(&mut self) -> Result<Vec<(bool, bool, String)>, String> {
        let mut found = Vec::new();
        loop {
            let from_start = self.eat("^");
            let inner = self.sequence()?;
            let to_end = self.eat("$");
            found.push((from_start, to_end, inner));
            if !self.eat("|") {
                return Ok(found);
            }
        }
    }

    fn sequence(&mut self) -> Result<String, String> {
        let mut parts = vec!["(str.to_re \"\")".to_owned(); 2];
        while !self.rest.is_empty() && !self.rest.starts_with(['|', ')', '$']) {
            let one = self.one()?;
            parts.push(self.repeated(one)?);
        }
        Ok(format!("(re.++ {})", parts.join(" ")))
    }

    fn one(&mut self) -> Result<String, String> {
        match self.next() {
            Some('(') => self.group(),
            Some('[') => self.class(),
            // A dot is any character but a line feed.
            Some('.') => Ok("(re.diff re.allchar (str.to_re \"\\u{a}\"))".to_owned()),
            Some('\\') => Err("an escape".to_owned()),
            Some(c) => Ok(format!("(str.to_re {})", quoted(&c.to_string()))),
            None => Err("an unfinished regular expression".to_owned()),
        }
    }

    fn group(&mut self) -> Result<String, String> {
        let mut parts = vec![self.sequence()?];
        while self.eat("|") {
            parts.push(self.sequence()?);
        }
        if self.eat(")") { Ok(union(parts)) } else { Err("an anchor in a group".to_owned()) }
    }

    fn class(&mut self) -> Result<String, String> {
        let outside = self.eat("^");
        let mut parts = Vec::new();
        while !self.eat("]") {
            let low = self.next().ok_or("an unfinished class")?;
            let ranged = self.rest.starts_with('-') && !self.rest.starts_with("-]");
            let high = if ranged && self.eat("-") { self.next().ok_or("an unfinished range")? } else { low };
            parts.push(format!("(re.range {} {})", quoted(&low.to_string()), quoted(&high.to_string())));
        }
        let inside = union(parts);
        Ok(if outside { format!("(re.diff re.allchar {inside})") } else { inside })
    }

    fn repeated(&mut self, one: String) -> Result<String, String> {
        if self.eat("*") {
            return Ok(format!("(re.* {one})"));
        }
        if self.eat("+") {
            return Ok(format!("(re.+ {one})"));
        }
        if self.eat("?") {
            return Ok(format!("(re.opt {one})"));
        }
        if !self.eat("{") {
            return Ok(one);
        }
        let (times, rest) = self.rest.split_once('}').ok_or("an unfinished repetition")?;
        self.rest = rest;
        let (least, most) = times.split_once(',').unwrap_or((times, times));
        if most.is_empty() {
            return Ok(format!("(re.++ ((_ re.^ {least}) {one}) (re.* {one}))"));
        }
        Ok(format!("((_ re.loop {least} {most}) {one})"))
    }
}
