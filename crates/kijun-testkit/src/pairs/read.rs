//! A pair's text through the parser and the type checker.

use std::collections::BTreeMap;

use jiff::civil::date;
use kijun_diag::{At, Diagnostics, Sources};
use kijun_model::{KindId, Model, PRELUDE, ParameterId, StatementId, Value};
use kijun_standards::{EffectiveSet, EffectiveStatement};

use super::Pair;

/// A pair, read.
#[derive(Debug)]
pub struct Asked {
    /// The rules.
    pub model: Model,
    /// The statement above.
    pub higher: StatementId,
    /// The statements below.
    pub lowers: Vec<StatementId>,
    /// What the lower document sets.
    pub parameters: BTreeMap<ParameterId, Value>,
}

impl Pair {
    /// The rules that the text comes to.
    ///
    /// # Errors
    ///
    /// What is wrong with the text, which is then the generator's mistake.
    pub fn read(&self) -> Result<Asked, String> {
        Asked::of(&self.text())
    }
}

impl Asked {
    /// Rule files by name and text, among them documents `high`, whose first statement stands above, and `low`.
    ///
    /// # Errors
    ///
    /// What is wrong with the texts.
    pub fn of(texts: &[(&str, String)]) -> Result<Asked, String> {
        let texts = texts.iter().map(|(name, text)| (*name, text.as_str()));
        let model = model(std::iter::once(PRELUDE).chain(texts))?;
        let of = |name: &str| {
            let edition = model.editions.iter().find(|e| &*e.name == name);
            let clauses = edition.into_iter().flat_map(|e| &e.clauses);
            clauses.flat_map(|c| model.clause(*c).statements.clone()).collect::<Vec<StatementId>>()
        };
        let higher = *of("high").first().ok_or("no statement above")?;
        let lowers = of("low");
        let parameters = model.settings.iter().map(|s| (s.parameter, s.value.clone())).collect();
        Ok(Asked { model, higher, lowers, parameters })
    }

    /// A kind by its name.
    #[must_use]
    pub fn kind(&self, name: &str) -> Option<KindId> {
        self.model.kinds.iter().position(|k| &*k.name == name).map(KindId::from_index)
    }

    /// Everything binds.
    #[must_use]
    pub fn in_force(&self) -> EffectiveSet {
        let all = (0..self.model.statements.len()).map(StatementId::from_index);
        EffectiveSet {
            as_of: date(2012, 4, 1),
            editions: Vec::new(),
            statements: all.map(|statement| EffectiveStatement { statement, above: Vec::new() }).collect(),
            parameters: self.parameters.clone(),
            exceptions: Vec::new(),
        }
    }
}

fn model<'t>(texts: impl IntoIterator<Item = (&'t str, &'t str)>) -> Result<Model, String> {
    let (mut sources, mut files) = (Sources::default(), Vec::new());
    for (name, text) in texts {
        let id = sources.add(name, text);
        let (file, found) = kijun_syntax::parse(id, text);
        fine(&found, &sources)?;
        files.push(file);
    }
    let (model, found) = kijun_model::build(&files);
    fine(&found, &sources)?;
    Ok(model)
}

fn fine(found: &Diagnostics, sources: &Sources) -> Result<(), String> {
    let said = found.iter().filter(|d| d.is_error()).map(|d| match d.at {
        Some(At::Span(span)) => format!("{} {:?} at `{}`", d.id, d.args, sources.slice(span)),
        _ => format!("{} {:?}", d.id, d.args),
    });
    let said: Vec<String> = said.collect();
    if said.is_empty() { Ok(()) } else { Err(said.join("\n")) }
}
