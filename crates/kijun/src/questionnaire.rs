//! The questions that people must answer: each `attest` in force, of everybody whom it binds, by the role that answers.
//!
//! A sheet has a row for just those subjects that an audit judges the statement for: who is asked is said by the rules alone.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::civil::Date;
use kijun_diag::{Diagnostics, Lang, Sources};
use kijun_findings::{RoleRef, SubjectRef, question_id};
use kijun_model::{KindId, Model, StatementId, Subject};
use kijun_report::questionnaire::{Names, Row};

use crate::audit::{Options, Prepared};
use crate::context::Context;
use crate::holders::Holders;
use crate::load::Loaded;
use crate::organisation;
use crate::reach::{Reach, Reached};
use crate::record::title;

/// What may be asked for.
#[derive(Clone, Debug, Default)]
pub struct QuestionnaireOptions {
    /// Ask what binds on this day, as if it were today.
    pub as_of: Option<Date>,
    /// Only this role's questions.
    pub role: Option<String>,
    /// Each question once, without subjects.
    pub blank: bool,
    /// The language of the sheets.
    pub lang: Lang,
}

/// The sheets of all roles that are asked something.
#[derive(Debug)]
pub struct Questionnaires {
    /// A sheet for each role, by its name. One that asks of no subject is there all the same, without rows.
    pub sheets: Vec<RoleSheet>,
    /// Questions of which neither the rules nor the documents above say who answers.
    pub unassigned: Vec<String>,
    /// Every file met.
    pub sources: Sources,
    /// What is wrong with the evidence that was read.
    pub diagnostics: Diagnostics,
    /// Whether subjects could not be read, so that rows may be missing.
    pub lost: bool,
}

/// What one role is asked.
#[derive(Debug)]
pub struct RoleSheet {
    /// The role's name.
    pub role: String,
    /// How many questions there are.
    pub n_questions: usize,
    /// How many people hold the role; absent where the manifest does not say who the people are.
    pub n_holders: Option<usize>,
    /// The sheet.
    pub sheet: kijun_report::Questionnaire,
}

/// The questionnaires of a project that was loaded without errors; `None` if it was not.
///
/// Evidence is read as far as it says whom a statement binds; answers that are there already change nothing.
#[must_use]
pub fn questionnaires(loaded: &Loaded, options: &QuestionnaireOptions) -> Option<Questionnaires> {
    let prepared = Prepared::of(loaded, Options { as_of: options.as_of, threads: None })?;
    let cx = prepared.context(loaded)?;
    let mut asking = Asking::of(&cx, options);
    let mut sources = loaded.sources.clone();
    let mut reached = Reached::default();
    let mut holders = None;
    if options.blank {
        asking.blank();
    } else {
        let reach = Reach::of(loaded, &prepared.effective.set, prepared.days(), &asking.statements())?;
        let people = Holders::people(loaded);
        let held = reach.hold(&mut sources, people.as_slice());
        holders = Holders::of(loaded, &held);
        reached = reach.each(held, &mut sources, &mut |subject, bound| asking.subject(subject, bound));
    }
    Some(asking.finish(&prepared, holders, sources, reached))
}

/// The names of the roles that the rules declare.
#[must_use]
pub fn roles(loaded: &Loaded) -> Vec<String> {
    let names: BTreeSet<&str> = loaded.model.roles.iter().map(|role| &*role.name).collect();
    names.into_iter().map(str::to_owned).collect()
}

/// The asking under way.
struct Asking<'a> {
    cx: &'a Context<'a>,
    options: &'a QuestionnaireOptions,
    questions: Vec<Question>,
    unassigned: Vec<String>,
    /// Texts that many rows have.
    shared: BTreeSet<Arc<str>>,
    rows: Vec<Asked>,
}

/// An `attest` in force.
struct Question {
    id: StatementId,
    role: Arc<RoleRef>,
    statement: Arc<str>,
    clause: Arc<str>,
    text: Arc<str>,
}

/// A question of a subject, in the order of a sheet.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Asked {
    unit: Arc<str>,
    subject: Arc<str>,
    kind: Option<KindId>,
    /// By its place among the questions.
    question: usize,
}

impl<'a> Asking<'a> {
    fn of(cx: &'a Context<'a>, options: &'a QuestionnaireOptions) -> Asking<'a> {
        let model = &cx.loaded.model;
        let tag = options.lang.tag();
        let text = |text: Option<&Arc<str>>| text.cloned().unwrap_or_else(|| "".into());
        let (mut questions, mut unassigned) = (Vec::new(), Vec::new());
        for sheet in &cx.sheets {
            let statement = model.statement(sheet.statement);
            let Some(attest) = &statement.attest else { continue };
            let Some(role) = &sheet.role else {
                unassigned.push(sheet.citation.to_string());
                continue;
            };
            if options.role.as_ref().is_none_or(|wanted| *wanted == role.name) {
                questions.push(Question {
                    id: sheet.statement,
                    role: Arc::clone(role),
                    statement: model.cite_lasting(sheet.statement).into(),
                    clause: text(model.clause(statement.clause).titles.get(tag)),
                    text: text(attest.question.get(tag)),
                });
            }
        }
        Asking { cx, options, questions, unassigned, shared: BTreeSet::new(), rows: Vec::new() }
    }

    fn statements(&self) -> Vec<StatementId> {
        self.questions.iter().map(|question| question.id).collect()
    }

    /// Each question once, of nobody.
    fn blank(&mut self) {
        let nobody: Arc<str> = "".into();
        let row = |question| Asked {
            unit: Arc::clone(&nobody),
            subject: Arc::clone(&nobody),
            kind: None,
            question,
        };
        self.rows = (0..self.questions.len()).map(row).collect();
    }

    /// The questions of one subject.
    fn subject(&mut self, subject: &Subject, bound: &[usize]) {
        let unit = self.share(organisation::unit(self.cx, subject).as_deref().unwrap_or_default());
        let row = |&question: &usize| Asked {
            unit: Arc::clone(&unit),
            subject: Arc::clone(&subject.key),
            kind: Some(subject.kind),
            question,
        };
        self.rows.extend(bound.iter().map(row));
    }

    fn share(&mut self, text: &str) -> Arc<str> {
        if let Some(known) = self.shared.get(text) {
            return Arc::clone(known);
        }
        let text: Arc<str> = text.into();
        self.shared.insert(Arc::clone(&text));
        text
    }

    fn finish(
        mut self,
        prepared: &Prepared,
        holders: Option<Holders>,
        sources: Sources,
        reached: Reached,
    ) -> Questionnaires {
        self.rows.sort();
        let mut by_role: BTreeMap<String, (Arc<RoleRef>, usize, Vec<Row>)> = BTreeMap::new();
        for question in &self.questions {
            let name = question.role.name.clone();
            let of_role = by_role.entry(name).or_insert_with(|| (question.role.clone(), 0, Vec::new()));
            of_role.1 += 1;
        }
        for asked in &self.rows {
            let role = &self.questions[asked.question].role.name;
            if let Some((_, _, rows)) = by_role.get_mut(role) {
                rows.push(self.row(asked));
            }
        }
        let sheet =
            |(name, (role, n_questions, rows)): (String, (Arc<RoleRef>, usize, Vec<Row>))| RoleSheet {
                n_holders: holders.as_ref().map(|holders| holders.count(&name)),
                role: name,
                n_questions,
                sheet: self.sheet(prepared, &role, rows),
            };
        let sheets = by_role.into_iter().map(sheet).collect();
        let Reached { diagnostics, lost } = reached;
        Questionnaires { sheets, unassigned: self.unassigned, sources, diagnostics, lost }
    }

    fn row(&self, asked: &Asked) -> Row {
        let question = &self.questions[asked.question];
        let model = &self.cx.loaded.model;
        let subject = asked.kind.map(|kind| SubjectRef {
            kind: model.kind(kind).name.to_string(),
            key: asked.subject.to_string(),
        });
        Row {
            number: question_id(&question.role.name, &question.statement, subject.as_ref()),
            statement: Arc::clone(&question.statement),
            clause: Arc::clone(&question.clause),
            question: Arc::clone(&question.text),
            unit: Arc::clone(&asked.unit),
            subject: Arc::clone(&asked.subject),
        }
    }

    fn sheet(&self, prepared: &Prepared, role: &RoleRef, rows: Vec<Row>) -> kijun_report::Questionnaire {
        let lang = self.options.lang.tag();
        let days = prepared.days();
        kijun_report::Questionnaire {
            project: title(self.cx).get(lang).cloned().unwrap_or_default(),
            period: (days.period_start.to_string(), days.period_end.to_string()),
            role: role.title.get(lang).cloned().unwrap_or_else(|| role.name.clone()),
            day: days.today.to_string(),
            names: names(&self.cx.loaded.model, lang),
            replies: replies(&self.cx.loaded.model, lang),
            rows,
        }
    }
}

/// What the columns are called, so that they are read back.
fn names(model: &Model, lang: &str) -> Names {
    let name = |field: &str| column(model, "answer", field, lang);
    Names {
        id: name("id"),
        statement: name("statement"),
        subject: name("subject"),
        answered_on: name("answered_on"),
        yes: name("yes"),
    }
}

/// The name of a column by which a field is read: its title in the language if evidence may spell it so, else its own name.
pub(crate) fn column(model: &Model, kind: &str, field: &str, lang: &str) -> String {
    let fields = model.kind_named(kind).map_or(&[][..], |kind| &model.kind(kind).fields);
    let found = fields.iter().find(|f| *f.name == *field);
    let titled = found.and_then(|f| f.titles.get(lang).filter(|title| f.from.contains(title)));
    titled.map_or_else(|| field.to_owned(), |title| title.to_string())
}

/// What may be answered, in the language, as evidence spells it: that it is so first.
fn replies(model: &Model, lang: &str) -> Vec<String> {
    ["affirmative", "negative"].map(|member| reply(model, member, lang)).into()
}

/// A member of `reply` in a language, as evidence spells it.
pub(crate) fn reply(model: &Model, member: &str, lang: &str) -> String {
    let reply = model.enums.iter().find(|e| &*e.name == "reply");
    let found = reply.and_then(|e| e.members.iter().find(|m| &*m.name == member));
    let titled = found.and_then(|m| m.titles.get(lang).filter(|title| m.from.contains(title)));
    titled.map_or_else(|| member.to_owned(), |title| title.to_string())
}
