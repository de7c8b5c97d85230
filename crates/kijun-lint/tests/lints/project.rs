//! Rules that are linted in a test.

use std::collections::BTreeMap;

use jiff::civil::{Date, date};
use kijun_conform::{Limits, Solver};
use kijun_diag::{At, Catalogue, Diagnostic, Diagnostics, FileId, Lang, Sources};
use kijun_eval::{Calendar, Days};
use kijun_lint::{Cost, Cx, Level, Lint, PREAMBLE, files, lint};
use kijun_model::{Model, ParameterId, Value};
use kijun_standards::Standards;
use kijun_syntax::ast;

const HEAD: &str = "part of ours@2024-10-01\n";

/// Rules that were read.
pub(crate) struct Project {
    pub(crate) sources: Sources,
    pub(crate) trees: Vec<ast::File>,
    pub(crate) model: Model,
    pub(crate) standards: Standards,
    /// How many files are not the project's own.
    n_known: usize,
    /// The first file of an example is so many lines longer than it was.
    above: usize,
}

/// A hit: its id, its file and line, its message.
pub(crate) type Hit = (String, usize, String);

impl Project {
    /// An example of a page, beside the rules that all of them stand beside.
    pub(crate) fn of_example(example: &str) -> Result<Project, String> {
        let mut texts: Vec<(String, String)> = Vec::new();
        let mut above = 0;
        for (name, text) in files(example) {
            let text: String = text.lines().map(|line| format!("{}\n", line.replace("#~", ""))).collect();
            let heads = ["standard ", "part of ", "vocabulary "];
            let has_head = heads.iter().any(|head| format!("\n{text}").contains(&format!("\n{head}")));
            let text = if has_head { text } else { format!("{HEAD}{text}") };
            above += usize::from(!has_head);
            texts.push((name.unwrap_or("rules/example.kijun").to_owned(), text));
        }
        let beside = PREAMBLE.map(|(name, text)| (name.to_owned(), text.to_owned()));
        Ok(Project { above, ..Project::of(&beside, &texts)? })
    }

    /// The project's own texts, beside others; else what is wrong with them.
    pub(crate) fn of(beside: &[(String, String)], texts: &[(String, String)]) -> Result<Project, String> {
        let prelude = (kijun_model::PRELUDE.0.to_owned(), kijun_model::PRELUDE.1.to_owned());
        let (mut sources, mut trees, mut wrong) = (Sources::default(), Vec::new(), Diagnostics::default());
        for (name, text) in [&prelude].into_iter().chain(beside).chain(texts) {
            let file = sources.add(name.as_str(), text.as_str());
            let (tree, found) = kijun_syntax::parse(file, text);
            wrong.append(found);
            trees.push(tree);
        }
        let (model, found) = kijun_model::build(&trees);
        wrong.append(found);
        let (standards, found) = kijun_standards::build(&model);
        wrong.append(found);
        let project = Project { sources, trees, model, standards, n_known: 1 + beside.len(), above: 0 };
        match wrong.has_errors() {
            true => Err(format!("{:?}", project.words(&wrong))),
            false => Ok(project),
        }
    }

    /// What the lints find.
    pub(crate) fn lint(&self, today: Date, level: impl Fn(&Lint) -> Level) -> Diagnostics {
        let (parameters, days) = (BTreeMap::new(), days(today));
        let solver = self.solver(&parameters, &days);
        let languages = self.languages();
        let cx = Cx {
            sources: &self.sources,
            trees: &self.trees[self.n_known..],
            model: &self.model,
            standards: &self.standards,
            solver,
            today,
            languages: &languages,
        };
        lint(&cx, Cost::Decides, &|_: FileId, lint: &Lint| level(lint))
    }

    /// An example says in a comment with which languages it is looked at.
    fn languages(&self) -> Vec<String> {
        let mut comments = self.trees[self.n_known..].iter().flat_map(|tree| &tree.comments);
        let asks = comments.any(|comment| comment.text.trim() == "lint: languages: [en]");
        asks.then(|| "en".to_owned()).into_iter().collect()
    }

    /// Answers what subjects there could be.
    pub(crate) fn solver<'s>(
        &'s self,
        parameters: &'s BTreeMap<ParameterId, Value>,
        days: &'s Days,
    ) -> Solver<'s> {
        Solver { model: &self.model, parameters, days, limits: Limits::default() }
    }

    /// What diagnostics say, each with the line of its file, of the example if it is one.
    pub(crate) fn words(&self, found: &Diagnostics) -> Vec<Hit> {
        let catalogue = Catalogue::new(Lang::En);
        found.iter().map(|d| (d.id.name().to_owned(), self.line(d), say(&catalogue, d))).collect()
    }

    /// The line, counted through all files of an example.
    fn line(&self, d: &Diagnostic) -> usize {
        let Some(At::Span(span)) = d.at else { return 0 };
        let own = || self.trees[self.n_known.min(self.trees.len())..].iter();
        let before = own().take_while(|tree| tree.file != span.file).map(|tree| {
            // And the line that parts the files.
            self.sources.get(tree.file).text().map_or(0, |text| text.lines().count()) + 1
        });
        let line = self.sources.get(span.file).position(span.start).line as usize;
        before.sum::<usize>() + line - self.above
    }

    /// The project's own texts, with what fixes made of them.
    pub(crate) fn texts(&self, fixed: &BTreeMap<FileId, String>) -> Vec<(String, String)> {
        let text = |file: FileId| {
            let source = self.sources.get(file);
            let text = source.text().map_or_else(String::new, |text| text.to_string());
            (source.name().to_owned(), fixed.get(&file).cloned().unwrap_or(text))
        };
        self.trees[self.n_known..].iter().map(|tree| text(tree.file)).collect()
    }
}

/// An audit on a day.
pub(crate) fn days(today: Date) -> Days {
    let (start, end) = (date(2024, 10, 1), date(2025, 9, 30));
    Days { today, period_start: start, period_end: end, calendar: Calendar::default() }
}

fn say(catalogue: &Catalogue, d: &Diagnostic) -> String {
    let wording = catalogue.wording(d);
    let shown = format!("{wording:?}");
    assert!(!shown.contains("{$"), "{}: an argument is missing: {shown}", d.id);
    wording.message
}
