//! One higher statement explained: the provisions beside each other, the question that was asked, the answer.

use kijun::{Loaded, Provision};
use kijun_findings::{
    CaseRecord, ConformanceRecord, ConformanceRow, Finding, GapRecord, Judgement, Location, Texts,
    VerdictName,
};

use super::{falls_short, is_recommended, judged, title};
use crate::render::audit::{Report, location};
use crate::screen::{harmless, pad, width, wrap};

/// What a page is made from.
pub(crate) struct Page<'a> {
    pub(crate) report: &'a Report<'a>,
    pub(crate) loaded: &'a Loaded,
    pub(crate) record: &'a ConformanceRecord,
    pub(crate) row: &'a ConformanceRow,
    /// How wide the screen is.
    pub(crate) columns: usize,
}

/// Narrower than this, provisions stand one below the other.
const BESIDE: usize = 80;
/// Columns between two provisions that stand beside each other.
const GAP: usize = 4;

impl Page<'_> {
    /// The page.
    pub(crate) fn text(&self) -> String {
        let title = harmless(&self.report.pick(&self.row.title));
        let mut lines = vec![
            format!("{}  {title}", self.report.bold(&self.row.statement)),
            self.labelled("conform-verdict", &judged(self.report, &self.row.judgement)),
            String::new(),
        ];
        lines.extend(self.provisions());
        lines.extend(self.question());
        lines.extend(self.answer(&self.row.judgement));
        lines.extend(self.one_by_one());
        lines.extend(self.objections());
        lines.iter().map(|line| format!("{}\n", line.trim_end())).collect()
    }

    fn say(&self, key: &str, args: &[(&'static str, kijun_diag::Arg)]) -> Vec<String> {
        let text = self.report.text(key, args);
        wrap(&text, self.columns.saturating_sub(2)).iter().map(|line| format!("  {line}")).collect()
    }

    fn heading(&self, key: &str) -> String {
        self.report.bold(&self.report.text(key, &[]))
    }

    fn labelled(&self, key: &str, text: &str) -> String {
        format!("{}  {text}", self.report.text(key, &[]))
    }

    /// The higher provision on the left; below it in the documents, on the right.
    fn provisions(&self) -> Vec<String> {
        let lower: Vec<Provision> =
            self.lower().flat_map(|clause| kijun::provisions(self.loaded, clause)).collect();
        let beside = self.columns >= BESIDE && !lower.is_empty();
        let columns = if beside { (self.columns - GAP) / 2 } else { self.columns };
        let higher = kijun::provisions(self.loaded, &self.row.statement);
        let left = higher.iter().flat_map(|p| self.provision(p, "conform-higher", columns));
        let right = lower.iter().flat_map(|p| self.provision(p, "conform-lower", columns));
        match beside {
            true => two_columns(&left.collect::<Vec<_>>(), &right.collect::<Vec<_>>(), columns),
            false => left.chain(right).collect(),
        }
    }

    fn lower(&self) -> impl Iterator<Item = &str> {
        self.row.cells.iter().flat_map(|cell| &cell.clauses).map(|clause| clause.clause.as_str())
    }

    /// A provision: whose, its text, whom it binds, who answers, what it demands.
    fn provision(&self, provision: &Provision, head: &str, columns: usize) -> Vec<String> {
        let report = self.report;
        let mut lines = Vec::new();
        let head = format!("{}  {}", report.text(head, &[]), provision.clause);
        lines.extend(wrap(&harmless(&head), columns).iter().map(|line| report.bold(line)));
        let document = format!("{}  [{}]", report.pick(&provision.document), report.tier(&provision.tier));
        lines.extend(wrap(&harmless(&document), columns));
        lines.extend(wrap(&harmless(&report.pick(&provision.title)), columns));
        let at = location(&provision.at.file, provision.at.line, provision.at.column);
        lines.extend(wrap(&at, columns).iter().map(|line| report.dim(line)));
        if let Some(text) = &provision.text {
            lines.extend(indented(&report.pick(text), columns));
        }
        let role = provision.role.as_ref().map(|role| report.pick(&role.title));
        let rows = [("conform-binds", provision.subjects.clone()), ("conform-answers", role)];
        for (key, text) in rows.into_iter().filter_map(|(key, text)| Some((key, text?))) {
            lines.extend(wrap(&harmless(&self.labelled(key, &text)), columns));
        }
        for (cited, rule) in self.demanded(provision) {
            let label = cited.rsplit('#').next().unwrap_or("");
            lines.extend(wrap(&harmless(&format!("#{label}  {}", report.pick(rule))), columns));
        }
        lines.push(String::new());
        lines
    }

    /// Of the higher clause the one statement that is compared, of a lower one all.
    fn demanded<'p>(&'p self, provision: &'p Provision) -> impl Iterator<Item = (&'p str, &'p Texts)> {
        let own = provision.demands.iter().any(|(cited, _)| *cited == self.row.statement);
        let asked = move |cited: &str| !own || cited == self.row.statement;
        provision.demands.iter().filter(move |(c, _)| asked(c)).map(|(c, rule)| (c.as_str(), rule))
    }

    /// The question in words; none where nothing was asked.
    fn question(&self) -> Vec<String> {
        if !was_asked(self.row.judgement.verdict) {
            return Vec::new();
        }
        let mut lines = vec![self.heading("conform-question")];
        let lower: Vec<&str> = self.lower().collect();
        let args = [
            ("kind", self.kind().into()),
            ("lower", self.listed(&lower).into()),
            ("higher", self.row.statement.as_str().into()),
        ];
        lines.extend(self.say("conform-question-asked", &args));
        lines.extend(self.say("conform-question-note", &[]));
        lines.push(String::new());
        lines
    }

    /// What the higher statement is about, by its title and name.
    fn kind(&self) -> String {
        let higher = kijun::provisions(self.loaded, &self.row.statement);
        let kind = higher.into_iter().find_map(|provision| provision.kind);
        kind.map_or(String::new(), |(name, title)| {
            let title = self.report.pick(&title);
            let args = [("title", title.clone().into()), ("name", name.clone().into())];
            if title == name { name } else { self.report.text("conform-kind", &args) }
        })
    }

    fn listed(&self, citations: &[&str]) -> String {
        let quoted: Vec<String> = citations.iter().map(|cited| format!("`{cited}`")).collect();
        quoted.join(&self.report.text("conform-and", &[]))
    }

    fn answer(&self, judgement: &Judgement) -> Vec<String> {
        let mut lines = vec![self.heading("conform-answer")];
        let key = format!("conform-answer-{}", judgement.verdict.name());
        let lower: Vec<&str> = self.lower().collect();
        let at = judgement.at.as_ref().map(|at| self.standing(at)).unwrap_or_default();
        let reason = judgement.reason.as_ref().map(|reason| self.report.pick(reason)).unwrap_or_default();
        let args = [
            ("kind", self.kind().into()),
            ("lower", self.listed(&lower).into()),
            ("higher", self.row.statement.as_str().into()),
            ("reason", harmless(&reason).into()),
            ("at", at.into()),
            ("by", self.settled_by().into()),
        ];
        let by_heads = judgement.gaps.first().is_some_and(|gap| gap.case.is_none());
        let key = if by_heads { "conform-answer-force".to_owned() } else { key };
        lines.extend(self.say(&key, &args));
        lines.extend(judgement.gaps.iter().flat_map(|gap| self.gap(gap)));
        if falls_short(judgement.verdict) && is_recommended(self.row) {
            lines.extend(self.say("conform-answer-recommended", &[]));
        }
        lines.push(String::new());
        lines
    }

    /// Where something stands, after what it says.
    fn standing(&self, at: &Location) -> String {
        self.report.text("conform-at", &[("at", location(&at.file, at.line, at.column).into())])
    }

    /// The documents that settled it by what their heads say.
    fn settled_by(&self) -> String {
        let verdict = self.row.judgement.verdict;
        let by = self.row.cells.iter().filter(|cell| cell.judgement.verdict == verdict);
        self.listed(&by.map(|cell| cell.document.as_str()).collect::<Vec<_>>())
    }

    fn gap(&self, gap: &GapRecord) -> Vec<String> {
        let Some(case) = &gap.case else { return Vec::new() };
        let mut lines = vec![String::new()];
        lines.extend(self.case(case));
        let dimension = self.report.text(&format!("word-dimension-{}", gap.dimension.name()), &[]);
        lines.extend(self.say("conform-gave-way", &[("dimension", dimension.into())]));
        lines
    }

    /// The case, and what the evaluator said of it.
    fn case(&self, case: &CaseRecord) -> Vec<String> {
        let yaml = self.report.pick(&case.yaml);
        let mut lines: Vec<String> = yaml.lines().map(|line| format!("    {}", harmless(line))).collect();
        lines.push(String::new());
        let longest = case.outcomes.iter().map(|o| width(&o.statement)).max().unwrap_or(0);
        for judged in &case.outcomes {
            let outcome = self.report.result(judged.outcome);
            lines.push(format!("    {}  {outcome}", pad(&judged.statement, longest)));
        }
        lines
    }

    /// Each document by itself, where several say something.
    fn one_by_one(&self) -> Vec<String> {
        let cells = &self.row.cells;
        if cells.iter().filter(|cell| cell.judgement.verdict != VerdictName::Uncovered).count() < 2 {
            return Vec::new();
        }
        let mut lines = vec![self.heading("conform-one-by-one")];
        let longest = cells.iter().map(|cell| width(&cell.document)).max().unwrap_or(0);
        for cell in cells {
            let name = harmless(&title(self.report, self.record, &cell.document));
            let word = judged(self.report, &cell.judgement);
            lines.push(format!("  {}  {}  {name}", pad(&cell.document, longest), pad(&word, 12)));
        }
        lines.push(String::new());
        lines
    }

    /// Whether a finding is about the higher provision, or about a lower one and not about what else its clause puts into effect.
    fn concerns(&self, finding: &Finding) -> bool {
        let clause = |cited: &str| cited.split('#').next().unwrap_or("").to_owned();
        let own = clause(&self.row.statement);
        let mut above = finding.chain.iter().map(|link| &*link.statement).filter(|c| clause(c) == own);
        match above.clone().next() {
            Some(_) => above.any(|cited| cited == self.row.statement || cited == own),
            None => self.lower().any(|lower| lower == clause(&finding.provision)),
        }
    }

    /// What the checks object to in these provisions.
    fn objections(&self) -> Vec<String> {
        let findings: Vec<&Finding> = self.record.findings.iter().filter(|f| self.concerns(f)).collect();
        if findings.is_empty() {
            return Vec::new();
        }
        let mut lines = vec![self.heading("conform-objections")];
        for finding in findings {
            let level = self.report.text(&format!("level-one-{}", finding.level.name()), &[]);
            let text = format!("{}  [{level}]  {}", finding.id, self.report.pick(&finding.message));
            lines.extend(hanging(&harmless(&text), self.columns));
        }
        lines
    }
}

/// Whether there was something to ask of the solver.
fn was_asked(verdict: VerdictName) -> bool {
    matches!(
        verdict,
        VerdictName::Stricter
            | VerdictName::Equal
            | VerdictName::Weaker
            | VerdictName::Incomparable
            | VerdictName::Partial
            | VerdictName::Undecided
    )
}

fn indented(text: &str, columns: usize) -> Vec<String> {
    let lines = wrap(&harmless(text), columns.saturating_sub(2));
    lines.iter().map(|line| format!("  {line}")).collect()
}

fn hanging(text: &str, columns: usize) -> Vec<String> {
    let lines = wrap(text, columns.saturating_sub(4));
    let lead = |i| if i == 0 { "  " } else { "    " };
    lines.iter().enumerate().map(|(i, line)| format!("{}{line}", lead(i))).collect()
}

/// Lines beside each other, each within its columns.
fn two_columns(left: &[String], right: &[String], columns: usize) -> Vec<String> {
    let line = |i: usize| {
        let left = left.get(i).map_or("", String::as_str);
        let right = right.get(i).map_or("", String::as_str);
        // Styles take no column.
        let shown = width(&anstream::adapter::strip_str(left).to_string());
        format!("{left}{}{right}", " ".repeat((columns + GAP).saturating_sub(shown)))
    };
    (0..left.len().max(right.len())).map(line).collect()
}
