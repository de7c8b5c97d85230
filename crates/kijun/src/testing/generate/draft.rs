//! A test before it was run: its subjects as text.

use jiff::civil::Date;
use kijun_conform::Case;
use kijun_diag::Catalogue;
use kijun_findings::{Expected, Outcome};
use kijun_model::{Cell, Content, Subject, Value};

use super::literal::{given, quoted};
use super::plan::Plan;
use super::usual_day;
use crate::load::Loaded;
use crate::testing::reason::without_elements;

/// A test to be run.
#[derive(Clone, Debug)]
pub(super) struct Draft {
    what: String,
    on: Option<Date>,
    subjects: Vec<Subject>,
    given: Vec<String>,
    /// Whether it is to come to *unknown*.
    hole: bool,
}

impl Draft {
    /// What a case shows.
    pub(super) fn of(loaded: &Loaded, plan: &Plan, case: &Case) -> Option<Draft> {
        let subjects: Vec<Subject> = std::iter::once(&case.subject).chain(&case.others).cloned().collect();
        let on = (case.today != usual_day(loaded)).then_some(case.today);
        Draft::with(loaded, plan.what.clone(), on, subjects, false)
    }

    fn with(
        loaded: &Loaded,
        what: String,
        on: Option<Date>,
        subjects: Vec<Subject>,
        hole: bool,
    ) -> Option<Draft> {
        let given = subjects.iter().enumerate().map(|(n, subject)| given(&loaded.model, n, subject));
        let given = given.collect::<Option<Vec<String>>>()?;
        Some(Draft { what, on, subjects, given, hole })
    }

    /// The same with each required field that was given taken away.
    pub(super) fn with_holes(&self, loaded: &Loaded, catalogue: &Catalogue) -> Vec<Draft> {
        let model = &loaded.model;
        let Some(subject) = self.subjects.first() else { return Vec::new() };
        let fields = &model.kind(subject.kind).fields;
        let places = (0..fields.len()).filter(|place| {
            let there = !matches!(subject.cells[*place].content, Content::Absent);
            there && !fields[*place].ty.is_optional()
        });
        let hole = |place: usize| {
            let mut subjects = self.subjects.clone();
            let at = subjects[0].cells[place].place;
            subjects[0].cells[place] = Cell::absent(at);
            let what = catalogue.text("generate-missing", &[("text", fields[place].name.to_string().into())]);
            Draft::with(loaded, what, self.on, subjects, true)
        };
        places.filter_map(hole).collect()
    }

    /// Of a question: the other answer, and none.
    pub(super) fn otherwise_answered(&self, loaded: &Loaded, catalogue: &Catalogue) -> Vec<Draft> {
        let Some(kind) = loaded.model.kind_named("answer") else { return Vec::new() };
        let [no, nothing] = ["generate-no", "generate-unanswered"].map(|key| catalogue.text(key, &[]));
        let is_answer = |subject: &&mut Subject| subject.kind == kind;
        let mut answered = self.subjects.clone();
        let replies =
            answered.iter_mut().skip(1).filter(is_answer).flat_map(|answer| answer.cells.iter_mut());
        for cell in replies {
            if let Content::Value(Value::Member(_, position)) = &mut cell.content {
                *position = 1 - (*position).min(1);
            }
        }
        let silent: Vec<Subject> = self
            .subjects
            .iter()
            .enumerate()
            .filter(|(n, s)| *n == 0 || s.kind != kind)
            .map(|(_, s)| s.clone())
            .collect();
        if silent.len() == self.subjects.len() {
            return Vec::new();
        }
        let drafts = [(no, answered, false), (nothing, silent, true)].into_iter();
        drafts
            .filter_map(|(what, subjects, hole)| Draft::with(loaded, what, self.on, subjects, hole))
            .collect()
    }

    /// Whether the result is one that a draft of its sort is for.
    pub(super) fn fits(&self, expected: &Expected) -> bool {
        match expected.found {
            Some(Outcome::Unknown) => self.hole,
            Some(Outcome::Pass | Outcome::Fail | Outcome::NotApplicable | Outcome::Waived) => !self.hole,
            Some(Outcome::Error) | None => false,
        }
    }

    /// What makes it another test than others; of holes one for each reason is enough.
    pub(super) fn body(&self, expected: &Expected) -> String {
        match self.hole {
            true => results(expected).concat(),
            false => format!("{:?} {:?} {:?}", self.on, self.given, expected.found),
        }
    }

    /// The test as a rule file writes it.
    pub(super) fn text(&self, cited: &str, result: &str) -> String {
        let place = cited.split_once(':').map_or(cited, |(_, place)| place);
        let mut text = format!("test {} {{\n", quoted(&format!("{place}: {}", self.what)));
        self.on.iter().for_each(|on| text.push_str(&format!("  on {on}\n")));
        self.given.iter().for_each(|given| text.push_str(given));
        text.push_str(&format!("  expect {cited} {result}\n}}\n"));
        text
    }
}

/// What it came to: with the reason where something is wrong, and without.
pub(super) fn results(expected: &Expected) -> Vec<String> {
    let name = expected.found.map_or("pass", Outcome::name);
    let is_wrong = matches!(expected.found, Some(Outcome::Fail | Outcome::Unknown));
    let path = expected.deciding.iter().filter(|_| is_wrong).find_map(path);
    path.map(|path| format!("{name} because {path}")).into_iter().chain([name.to_owned()]).collect()
}

/// A path that a test can name.
fn path(observation: &kijun_findings::Observation) -> Option<String> {
    let path = without_elements(&observation.path);
    let tame = |c: char| c.is_alphanumeric() || c == '_' || c == '.';
    (observation.subject.is_none() && !path.is_empty() && path.chars().all(tame)).then_some(path)
}
