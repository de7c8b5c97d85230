//! A project in one text: its `test` items give the subjects.

use std::sync::Arc;

use jiff::civil::{Date, date};
use kijun_diag::{At, Diagnostic, Diagnostics, Place, Sources};
use kijun_eval::{Calendar, Days, Explanation, Population, Program, Scratch, compile};
use kijun_findings::Outcome;
use kijun_model::{Cell, Content, Field, KindId, Model, PRELUDE, Subject, Type, Value, Version};
use kijun_syntax::ast::{Literal, LiteralKind};

pub(crate) const TODAY: Date = date(2012, 3, 31);

fn expect_none(diagnostics: &Diagnostics, sources: &Sources) {
    let said = |d: &Diagnostic| match d.at {
        Some(At::Span(span)) => format!("{} {:?} at `{}`", d.id, d.args, sources.slice(span)),
        _ => format!("{} {:?}", d.id, d.args),
    };
    let errors: Vec<String> = diagnostics.iter().filter(|d| d.is_error()).map(said).collect();
    assert!(errors.is_empty(), "{errors:#?}");
}

/// A compiled project.
pub(crate) struct Project {
    pub(crate) model: Model,
    pub(crate) program: Program,
    place: Place,
}

impl Project {
    /// Builds a text that must be without error.
    pub(crate) fn new(text: &str) -> Project {
        let mut sources = Sources::default();
        let mut files = Vec::new();
        for (name, text) in [PRELUDE, ("rules.kijun", text)] {
            let id = sources.add(name, text);
            let (file, diagnostics) = kijun_syntax::parse(id, text);
            expect_none(&diagnostics, &sources);
            files.push(file);
        }
        let (model, diagnostics) = kijun_model::build(&files);
        expect_none(&diagnostics, &sources);
        let (standards, _) = kijun_standards::build(&model);
        let effective = standards.effective(&model, TODAY, TODAY, None).0.set;
        let days = Days {
            today: TODAY,
            period_start: date(2011, 4, 1),
            period_end: TODAY,
            calendar: Calendar::default(),
        };
        let program = compile(&model, &effective, &days);
        let file = sources.add_name("evidence.yaml");
        Project { model, program, place: Place { file, line: 1, column: 1, width: 0 } }
    }

    /// The subjects of a test.
    pub(crate) fn given(&self, test: usize) -> Vec<Subject> {
        self.model.tests[test]
            .given
            .iter()
            .map(|given| self.subject(given.kind, &given.name, &given.record))
            .collect()
    }

    pub(crate) fn population(&self, subjects: &[Subject]) -> Population {
        self.program.population(subjects.to_vec(), |_| true)
    }

    /// The outcomes of all statements that bind a subject, as letters.
    pub(crate) fn letters(&self, population: &Population, subject: &Subject) -> String {
        let mut out = Vec::new();
        self.program.evaluate(population, subject, &mut Scratch::default(), &mut out);
        out.into_iter().map(Outcome::letter).collect()
    }

    /// The outcomes of the first subject of the first test among all that it gives.
    pub(crate) fn first(&self) -> String {
        let subjects = self.given(0);
        self.letters(&self.population(&subjects), &subjects[0])
    }

    /// Why the only statement comes to its outcome for the first subject of the first test.
    pub(crate) fn why(&self) -> Explanation {
        let subjects = self.given(0);
        self.program.explain(&self.model, &self.population(&subjects), &subjects[0], 0)
    }

    /// What decided, one line for each observation.
    pub(crate) fn deciding(&self) -> Vec<String> {
        let shown = |o: &kijun_eval::Observation| {
            let of = o.subject.as_ref().map(|(kind, key)| format!("{} {key}: ", self.model.kind(*kind).name));
            format!("{}{} {:?}", of.unwrap_or_default(), o.path, o.found)
        };
        self.why().deciding.iter().map(shown).collect()
    }

    fn subject(&self, kind: KindId, name: &Arc<str>, record: &Literal) -> Subject {
        Subject {
            kind,
            key: Arc::clone(name),
            cells: self.cells(&self.model.kind(kind).fields, record),
            place: self.place,
            taken_on: Some(TODAY),
            taken_at: None,
        }
    }

    fn cells(&self, fields: &[Field], record: &Literal) -> Box<[Cell]> {
        let given = match &record.kind {
            LiteralKind::Record(given) => &given[..],
            _ => &[],
        };
        let cell = |field: &Field| match given.iter().find(|(name, _)| *name.name == *field.name) {
            Some((_, literal)) => {
                Cell { content: self.content(field.ty.required(), literal), place: self.place }
            }
            None => Cell::absent(self.place),
        };
        fields.iter().map(cell).collect()
    }

    fn content(&self, ty: &Type, literal: &Literal) -> Content {
        match (ty, &literal.kind) {
            (_, LiteralKind::Word(word)) if word == "null" => Content::Null,
            (Type::Record(id), LiteralKind::Record(_)) => {
                Content::Record(self.cells(&self.model.record(*id).fields, literal))
            }
            (Type::List(element), LiteralKind::List(elements)) => {
                let cell = |e| Cell { content: self.content(element.required(), e), place: self.place };
                Content::List(elements.iter().map(cell).collect())
            }
            (Type::Map(element), LiteralKind::Record(entries)) => {
                let cell = |e| Cell { content: self.content(element.required(), e), place: self.place };
                Content::Map(entries.iter().map(|(name, e)| (name.name.as_str().into(), cell(e))).collect())
            }
            (scalar, LiteralKind::Word(text) | LiteralKind::Text(text)) => {
                self.value(scalar, text).map_or(Content::Malformed, Content::Value)
            }
            _ => Content::Malformed,
        }
    }

    fn value(&self, ty: &Type, text: &str) -> Option<Value> {
        Some(match ty {
            Type::Bool => Value::Bool(text.parse().ok()?),
            Type::Int | Type::Number => Value::Number(text.parse().ok()?),
            Type::Text | Type::Ref(_) => Value::Text(text.into()),
            Type::Date => Value::Date(text.parse().ok()?),
            Type::DateTime => Value::DateTime(text.parse().ok()?),
            Type::Version => Value::Version(Version::parse(text)?),
            Type::Percent => Value::Percent(text.trim_end_matches('%').parse().ok()?),
            Type::Size => Value::Size(text.parse().ok()?),
            Type::Ip => Value::Ip(text.parse().ok()?),
            Type::Enum(id) => Value::Member(*id, self.model.enumeration(*id).member(text)?),
            _ => return None,
        })
    }
}
