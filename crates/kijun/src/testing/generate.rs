//! Tests for a statement, made from what the decision procedure finds, and run before they are shown.

mod draft;
mod literal;
mod plan;

use std::path::PathBuf;

use kijun_conform::{Answer, Limits, Solver, Wish};
use kijun_diag::{Catalogue, Sources};
use kijun_eval::Days;
use kijun_findings::Tested;
use kijun_model::StatementId;

use super::days::{self, Judge, Judges};
use super::{TestOptions, test};
use crate::audit;
use crate::conform::same;
use crate::load::{Loaded, Written};
use draft::Draft;
use plan::Plan;

/// So many steps one question may take.
const STEPS: u64 = 50_000;

/// Where rules are read from.
#[derive(Clone, Debug)]
pub enum RulesFrom {
    /// The project in a folder.
    Project(PathBuf),
    /// Rule files and folders by themselves.
    Paths(Vec<PathBuf>),
}

/// Tests that were made.
#[derive(Debug)]
pub struct Generated {
    /// The rules.
    pub loaded: Loaded,
    /// The tests, as text of a rule file. Every one of them was run, and is met.
    pub text: String,
    /// What could not be made, in words.
    pub missing: Vec<String>,
    /// How many statements the reference means.
    pub statements: usize,
}

/// Makes tests for the statements that a reference means: `standard[@edition]:clause[#label]`. Of rules with errors there are none.
#[must_use]
pub fn generate(from: &RulesFrom, reference: &str, catalogue: &Catalogue) -> Generated {
    let mut sources = Sources::default();
    let written = match from {
        RulesFrom::Project(root) => Written::of_project(root, &mut sources),
        RulesFrom::Paths(paths) => Written::of_rules(paths, &mut sources),
    };
    let loaded = Loaded::of(sources.clone(), written.clone());
    if loaded.diagnostics.has_errors() {
        return Generated { loaded, text: String::new(), missing: Vec::new(), statements: 0 };
    }
    let meant = meant(&loaded, reference);
    let cx = Cx { loaded: &loaded, sources, written, catalogue };
    let (mut texts, mut missing) = (Vec::new(), Vec::new());
    for &id in &meant {
        texts.extend(cx.tests(id, &mut missing));
    }
    Generated { text: texts.join("\n"), missing, statements: meant.len(), loaded }
}

/// The statements that a reference means, of one edition where it names none: that in force, else the newest.
fn meant(loaded: &Loaded, reference: &str) -> Vec<StatementId> {
    let model = &loaded.model;
    let edition = |id: &StatementId| model.clause(model.statement(*id).clause).edition;
    let all = (0..model.statements.len()).map(StatementId::from_index);
    let all: Vec<StatementId> = all.filter(|id| same(&model.cite(*id), reference)).collect();
    let in_force = |id: &&StatementId| {
        loaded.days().is_some_and(|(as_of, _)| loaded.standards.is_in_force(edition(id), as_of))
    };
    let newest =
        all.iter().find(in_force).or_else(|| all.iter().max_by_key(|id| model.edition(edition(id)).from));
    let Some(newest) = newest.map(edition) else { return Vec::new() };
    all.into_iter().filter(|id| edition(id) == newest).collect()
}

struct Cx<'a> {
    loaded: &'a Loaded,
    sources: Sources,
    written: Written,
    catalogue: &'a Catalogue,
}

impl Cx<'_> {
    /// The tests of one statement, and what could not be made.
    fn tests(&self, id: StatementId, missing: &mut Vec<String>) -> Vec<String> {
        let model = &self.loaded.model;
        let cited = model.cite(id);
        let judges = Judges::alone(self.loaded, id);
        let Some(judge) = judges.only() else { return Vec::new() };
        let days = audit::days(self.loaded, judge.today);
        let mut drafts: Vec<Draft> = Vec::new();
        for plan in plan::plans(self.loaded, self.catalogue, id) {
            match self.ask(judge, &days, &plan) {
                Answer::Possible(case) => drafts.extend(Draft::of(self.loaded, &plan, &case)),
                Answer::Impossible => {}
                Answer::Undecided(_) => missing.push(format!("{cited}: {}", plan.what)),
            }
        }
        let more = drafts.iter().flat_map(|draft| match model.statement(id).attest {
            Some(_) => draft.otherwise_answered(self.loaded, self.catalogue),
            None => draft.with_holes(self.loaded, self.catalogue),
        });
        let holes: Vec<Draft> = more.collect();
        drafts.extend(holes);
        self.shown(&cited, drafts)
    }

    fn ask(&self, judge: &Judge, days: &Days, plan: &Plan) -> Answer {
        let limits = Limits { steps: STEPS, ..Limits::default() };
        let solver = Solver { model: &self.loaded.model, parameters: &judge.set.parameters, days, limits };
        let wish = plan.conditions.iter().map(|(condition, rail)| Wish::Is(condition, *rail));
        solver.find(plan.kind, &Wish::All(wish.collect()))
    }

    /// The drafts that are met when they are run, with what they came to and, where a test can name it, why.
    fn shown(&self, cited: &str, drafts: Vec<Draft>) -> Vec<String> {
        let (mut texts, mut bodies): (Vec<String>, Vec<String>) = (Vec::new(), Vec::new());
        for draft in drafts {
            let tested = self.run(&draft.text(cited, "pass"));
            let Some(expected) = tested.as_ref().and_then(|tested| tested.expectations.first()) else {
                continue;
            };
            let body = draft.body(expected);
            if !draft.fits(expected) || bodies.contains(&body) {
                continue;
            }
            let results = draft::results(expected).into_iter().map(|result| draft.text(cited, &result));
            let met = |text: &String| self.run(text).is_some_and(|tested| tested.passed);
            texts.extend(results.into_iter().find(met));
            bodies.push(body);
        }
        texts
    }

    /// What a test comes to; nothing of one that cannot be read.
    fn run(&self, text: &str) -> Option<Tested> {
        let (mut sources, mut written) = (self.sources.clone(), self.written.clone());
        let file = sources.add("generated.kijun", text);
        let (tree, found) = kijun_syntax::parse(file, text);
        if found.has_errors() {
            return None;
        }
        written.trees.push(tree);
        let mut loaded = Loaded::of(sources, written);
        loaded.model.tests.retain(|test| test.span.file == file);
        test(&loaded, &TestOptions::default())?.record.tests.pop()
    }
}

/// The day that a test without `on` is judged on.
fn usual_day(loaded: &Loaded) -> jiff::civil::Date {
    days::usual(loaded)
}
