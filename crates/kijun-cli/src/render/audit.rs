//! A run record for a person: what matters first, then where, then the figures.

mod baseline;
mod outlook;
mod routes;
mod unseen;

use anstyle::{AnsiColor, Style};
use kijun_diag::{Arg, Catalogue};
use kijun_findings::{
    CitedPlace, ExceptionRecord, Finding, Found, Level, Matter, Objected, Observation, Outcome, Partition,
    RunRecord, Texts,
};

use unseen::Titles;

use crate::args::By;
use crate::screen::{COLUMNS, harmless, one_line, pad, width, wrap};

/// Writes run records in one language.
pub(crate) struct Report<'a> {
    pub(crate) catalogue: &'a Catalogue,
    /// Leave out what is fine.
    pub(crate) quiet: bool,
    /// Every finding whole, not only the first of each statement.
    pub(crate) verbose: bool,
    /// How many days before its end an exception is told to end; 0: never.
    pub(crate) warn_days: u16,
}

/// Days before its end when an exception is told to end, if nothing else is asked for.
pub(crate) const WARN_DAYS: u16 = 30;

/// Findings of one statement that are shown whole when not every one is.
const SHOWN_WHOLE: usize = 1;
/// Further findings of the statement that are shown in one line each.
const SHOWN_SHORT: usize = 4;
/// Observations of a finding that are shown.
const OBSERVATIONS: usize = 3;

impl Report<'_> {
    /// The whole report; findings by level, or by who answers.
    pub(crate) fn audit(&self, record: &RunRecord, by: Option<By>) -> String {
        let mut out = String::new();
        self.head(&mut out, record);
        self.overview(&mut out, record);
        let titles = unseen::titles(record);
        match by {
            Some(by) => self.recipients(&mut out, record, by, &titles),
            None => self.by_level(&mut out, record, &titles),
        }
        self.rest(&mut out, record, by);
        out
    }

    /// What is not about findings: measures, exceptions, figures.
    fn rest(&self, out: &mut String, record: &RunRecord, by: Option<By>) {
        if self.quiet {
            return;
        }
        if !record.measures.is_empty() {
            line(out, &self.bold(&self.text("audit-measures", &[])));
            out.push_str(&self.measures(&record.measures));
            line(out, "");
        }
        self.exceptions(out, record);
        self.figures(out, record, by);
    }

    /// One finding whole.
    pub(crate) fn finding(&self, finding: &Finding) -> String {
        let mut out = String::new();
        let level = self.text(&format!("level-{}", finding.level.name()), &[]);
        line(&mut out, &self.paint(level_style(finding.level), &level));
        self.group(&mut out, &[finding], &Titles::new());
        out
    }

    fn head(&self, out: &mut String, record: &RunRecord) {
        let title = self.pick(&record.title);
        line(out, &self.bold(&one_line(&title)));
        let args = [
            ("start", record.period.start.as_str().into()),
            ("end", record.period.end.as_str().into()),
            ("today", record.today.as_str().into()),
            ("as-of", record.as_of.as_str().into()),
        ];
        line(out, &self.text("audit-period", &args));
        let longest = |texts: Vec<String>| texts.iter().map(|text| width(text)).max().unwrap_or(0);
        let tiers = longest(record.standards.iter().map(|s| self.tier(&s.tier)).collect());
        let names = longest(record.standards.iter().map(|s| s.standard.clone()).collect());
        for standard in &record.standards {
            let (tier, name) = (pad(&self.tier(&standard.tier), tiers), pad(&standard.standard, names));
            hang(out, &format!("  {tier}  {name}  "), &one_line(&self.pick(&standard.title)));
        }
        line(out, "");
    }

    /// How many findings there are of each level, and how much passes.
    fn overview(&self, out: &mut String, record: &RunRecord) {
        let rate = self.text("audit-passing", &[("rate", self.rate(record.figures.total).into())]);
        line(out, &format!("{}  {}", self.counts(record.figures.findings), self.bold(&rate)));
        if !record.complete {
            for words in wrap(&self.text("audit-incomplete", &[]), COLUMNS) {
                line(out, &self.warn(&words));
            }
        }
        line(out, "");
    }

    fn by_level(&self, out: &mut String, record: &RunRecord, titles: &Titles<'_>) {
        let all: Vec<&Finding> = record.findings.iter().collect();
        self.unseen(out, &all, titles);
        for level in Level::ALL {
            let findings: Vec<&Finding> = all.iter().copied().filter(|f| f.level == level).collect();
            self.section(out, level, &findings, titles);
            line(out, "");
        }
    }

    /// Findings of one level, by provision, under its name.
    pub(crate) fn of_level(&self, level: Level, findings: &[&Finding]) -> String {
        let mut out = String::new();
        self.section(&mut out, level, findings, &Titles::new());
        out
    }

    /// The same. What is outside the view was shown before, and is counted here.
    fn section(&self, out: &mut String, level: Level, findings: &[&Finding], titles: &Titles<'_>) {
        let name = self.text(&format!("level-{}", level.name()), &[]);
        let head = format!("{} {}", name, self.text("audit-count", &[("n", findings.len().into())]));
        line(out, &self.paint(level_style(level), &head));
        let listed: Vec<&Finding> = findings.iter().copied().filter(|f| !f.unseen).collect();
        if listed.len() < findings.len() {
            let n = findings.len() - listed.len();
            line(out, &format!("  {}", self.dim(&self.text("audit-unseen-above", &[("n", n.into())]))));
        }
        self.groups(out, &listed, titles);
    }

    fn groups(&self, out: &mut String, findings: &[&Finding], titles: &Titles<'_>) {
        for group in findings.chunk_by(|a, b| a.provision == b.provision && a.matter == b.matter) {
            self.group(out, group, titles);
        }
    }

    /// Findings against one provision.
    fn group(&self, out: &mut String, group: &[&Finding], titles: &Titles<'_>) {
        let Some(first) = group.first() else { return };
        let title = one_line(&self.pick(&first.title));
        line(out, &format!("  {}  {title}", self.bold(&first.provision)));
        line(
            out,
            &format!("    {}", self.dim(&location(&first.rule.file, first.rule.line, first.rule.column))),
        );
        let of_statements = first.matter == Matter::Statement;
        let whole = if self.verbose || !of_statements { group.len() } else { SHOWN_WHOLE };
        for finding in &group[..whole.min(group.len())] {
            self.whole(out, finding, titles);
        }
        let rest = &group[whole.min(group.len())..];
        for finding in rest.iter().take(SHOWN_SHORT) {
            self.short(out, finding);
        }
        if rest.len() > SHOWN_SHORT {
            let more = self.text("audit-more", &[("n", (rest.len() - SHOWN_SHORT).into())]);
            line(out, &format!("    {}", self.dim(&more)));
        }
    }

    fn whole(&self, out: &mut String, finding: &Finding, titles: &Titles<'_>) {
        line(out, &format!("    {}", self.about(finding)));
        for words in wrap(&harmless(&self.pick(&finding.message)), COLUMNS - 6) {
            line(out, &format!("      {words}"));
        }
        for observation in finding.evidence.iter().take(OBSERVATIONS) {
            self.labelled(out, "audit-evidence", &self.observation(observation));
        }
        if finding.evidence.len() > OBSERVATIONS {
            let n = finding.evidence.len() - OBSERVATIONS;
            self.labelled(out, "audit-evidence", &self.text("audit-more-evidence", &[("n", n.into())]));
        }
        self.concerns(out, finding, titles);
        match &finding.documents {
            Some(objected) => self.objected(out, finding, objected),
            None if finding.chain.len() > 1 => self.chain(out, finding),
            None => {}
        }
        if let Some(fix) = &finding.fix {
            self.labelled(out, "audit-fix", &self.pick(fix));
        }
    }

    fn short(&self, out: &mut String, finding: &Finding) {
        line(out, &format!("    {}", self.about(finding)));
        if let Some(observation) = finding.evidence.first() {
            self.labelled(out, "audit-evidence", &self.observation(observation));
        }
    }

    /// Who and how far: `F-… server/web-01 [ministry] system officer, Civil Affairs Bureau`.
    fn about(&self, finding: &Finding) -> String {
        let plain = Style::new();
        let mut parts = vec![(Style::new().dimmed(), finding.id.clone())];
        if finding.unseen {
            let level = self.text(&format!("level-one-{}", finding.level.name()), &[]);
            parts.push((level_style(finding.level), level));
        }
        if let Some(subject) = &finding.subject {
            parts.push((plain, one_line(&format!("{}/{}", subject.kind, subject.key))));
        }
        if let Some(outcome) = finding.outcome.filter(|o| *o != Outcome::Fail) {
            parts.push((outcome_style(outcome), self.outcome(outcome)));
        }
        if let Some(altitude) = finding.altitude.as_ref().filter(|altitude| !altitude.tier.is_empty()) {
            let tier = self.tier(&altitude.tier);
            let key = match (finding.matter, finding.outcome) {
                (Matter::Conformance, _) => "audit-altitude-documents",
                (_, Some(Outcome::Fail)) => "audit-altitude",
                _ => "audit-altitude-open",
            };
            parts.push((plain, self.text(key, &[("tier", tier.into())])));
        }
        let who = [finding.role.as_ref().map(|role| self.pick(&role.title)), finding.unit.clone()];
        let who: Vec<String> = who.into_iter().flatten().map(|w| one_line(&w)).collect();
        if !who.is_empty() {
            parts.push((plain, self.text("audit-who", &[("who", who.join(" / ").into())])));
        }
        self.fill(&parts, 4)
    }

    /// Parts one after another, on as many lines as they need.
    pub(crate) fn fill(&self, parts: &[(Style, String)], indent: usize) -> String {
        self.fill_in(parts, indent, COLUMNS)
    }

    /// The same on a screen of so many columns.
    pub(crate) fn fill_in(&self, parts: &[(Style, String)], indent: usize, most: usize) -> String {
        let mut out = String::new();
        let mut columns = indent;
        for (style, text) in parts {
            if columns > indent && columns + 2 + width(text) > most {
                out.push_str(&format!("\n{}", " ".repeat(indent + 2)));
                columns = indent + 2;
            } else if columns > indent {
                out.push_str("  ");
                columns += 2;
            }
            out.push_str(&self.paint(*style, text));
            columns += width(text);
        }
        out
    }

    fn observation(&self, observation: &Observation) -> String {
        let of = observation.subject.as_ref().map_or(String::new(), |s| format!("{}/{}: ", s.kind, s.key));
        let at = location(&observation.at.file, observation.at.line, observation.at.column);
        if let (Found::Unmatched { field, value }, Some(kind)) =
            (&observation.found, observation.path.strip_prefix("all "))
        {
            let value = shorten(value);
            let args = [("kind", kind.into()), ("field", field.as_str().into()), ("value", value.into())];
            return one_line(&format!("{}  {at}", self.text("audit-unmatched", &args)));
        }
        let found = self.found(&observation.found);
        let path = if observation.path.is_empty() {
            self.text("audit-record", &[])
        } else {
            observation.path.clone()
        };
        let gap = if found.starts_with('=') { " " } else { &self.text("audit-gap", &[]) };
        one_line(&format!("{of}{path}{gap}{found}  {at}"))
    }

    pub(crate) fn found(&self, found: &Found) -> String {
        match found {
            Found::Value(value) => format!("= {}", shorten(value)),
            Found::Elements(n) => self.text("found-elements", &[("n", n.to_string().into())]),
            Found::Record => "= { … }".to_owned(),
            Found::Absent => self.text("found-absent", &[]),
            Found::Null => self.text("found-null", &[]),
            Found::Malformed => self.text("found-malformed", &[]),
            Found::Stale(on) => self.text("found-stale", &[("on", on.as_str().into())]),
            Found::Undated => self.text("found-undated", &[]),
            Found::Undetermined => self.text("found-undetermined", &[]),
            Found::Unmatched { field, value } => {
                let value = shorten(value);
                self.text("found-unmatched", &[("field", field.as_str().into()), ("value", value.into())])
            }
            Found::Unread => self.text("found-unread", &[]),
            Found::Unsourced => self.text("found-unsourced", &[]),
        }
    }

    /// A line for each statement of the chain, with its own result.
    fn chain(&self, out: &mut String, finding: &Finding) {
        let label = self.text("audit-chain", &[]);
        let indent = 6 + width(&label) + 1;
        let longest = finding.chain.iter().map(|link| width(&link.statement)).max().unwrap_or(0);
        for (i, link) in finding.chain.iter().enumerate() {
            let lead = if i == 0 { format!("      {} ", self.dim(&label)) } else { " ".repeat(indent) };
            let outcome = match link.outcome {
                Some(outcome) => self.result(outcome),
                None if finding.matter == Matter::Statement => self.text("outcome-unbound", &[]),
                None => String::new(),
            };
            line(out, &format!("{lead}{}  {outcome}", pad(&link.statement, longest)));
        }
    }

    /// The other provisions with their places, and the case, with what the evaluator said of it.
    fn objected(&self, out: &mut String, finding: &Finding, objected: &Objected) {
        let place = |other: &CitedPlace| {
            format!("{}  {}", other.provision, location(&other.at.file, other.at.line, other.at.column))
        };
        let places: Vec<String> = objected.others.iter().map(place).collect();
        self.labelled(out, "audit-beside", &places.join("\n"));
        let Some(case) = &objected.case else { return };
        line(out, &format!("      {}", self.dim(&self.text("audit-case", &[]))));
        for words in self.pick(&case.yaml).lines() {
            line(out, &format!("        {}", harmless(words)));
        }
        if finding.chain.iter().any(|link| link.outcome.is_some()) {
            self.chain(out, finding);
        }
    }

    fn labelled(&self, out: &mut String, key: &str, words: &str) {
        let label = self.text(key, &[]);
        let indent = 6 + width(&label) + 1;
        for (i, words) in wrap(&harmless(words), COLUMNS.saturating_sub(indent)).into_iter().enumerate() {
            let lead = if i == 0 { format!("      {} ", self.dim(&label)) } else { " ".repeat(indent) };
            line(out, &format!("{lead}{words}"));
        }
    }

    fn exceptions(&self, out: &mut String, record: &RunRecord) {
        if record.exceptions.is_empty() {
            return;
        }
        line(out, &self.bold(&self.text("audit-exceptions", &[])));
        let longest = record.exceptions.iter().map(|e| width(&e.id)).max().unwrap_or(0);
        for exception in &record.exceptions {
            let word = if exception.orphan { "orphan" } else { exception.status.as_str() };
            let status = self.text(&format!("exception-{word}"), &[]);
            let used = self.text(if exception.used { "audit-used" } else { "audit-unused" }, &[]);
            let title = one_line(&self.pick(&exception.title));
            line(out, &format!("  {}  {}  {used}  {title}", pad(&exception.id, longest), pad(&status, 12)));
            self.in_time(out, record, exception);
        }
        line(out, "");
    }

    /// That an exception ends soon, and that it was granted before.
    fn in_time(&self, out: &mut String, record: &RunRecord, exception: &ExceptionRecord) {
        let near = |days: &u32| self.warn_days > 0 && *days <= u32::from(self.warn_days);
        if let Some(days) = kijun::days_left(record, exception).filter(near) {
            let key = if days == 0 { "audit-exception-last-day" } else { "audit-exception-ends" };
            let until = exception.until.as_deref().unwrap_or_default();
            let n = usize::try_from(days).unwrap_or(usize::MAX);
            let words = self.text(key, &[("n", n.into()), ("until", until.into())]);
            line(out, &format!("    {}", self.warn(&words)));
        }
        if let Some(renewal) = &exception.renewal {
            let args = [
                ("n", renewal.renews.len().into()),
                ("since", one_line(&renewal.since).into()),
                ("renews", one_line(&renewal.renews.join(", ")).into()),
            ];
            hang(out, "    ", &self.text("audit-exception-renewed", &args));
        }
    }

    /// All results, then their parts: by tier and kind, or by who answers.
    fn figures(&self, out: &mut String, record: &RunRecord, by: Option<By>) {
        let figures = &record.figures;
        line(out, &self.bold(&self.text("audit-figures", &[])));
        let mut rows = vec![(self.text("audit-total", &[]), figures.total)];
        if let Some(by) = by {
            rows.extend(self.answering(record, by));
        } else {
            rows.extend(figures.by_tier.iter().map(|part| (self.tier(&part.name), part.figures)));
            rows.extend(figures.by_kind.iter().map(|part| (part.name.clone(), part.figures)));
        }
        if figures.before_exceptions != figures.total {
            rows.push((self.text("audit-before-exceptions", &[]), figures.before_exceptions));
        }
        self.table(out, &rows);
    }

    fn table(&self, out: &mut String, rows: &[(String, Partition)]) {
        let heads = ["pass", "fail", "unknown", "error", "waived", "not-applicable"];
        let mut cells: Vec<Vec<String>> = vec![
            std::iter::once(String::new())
                .chain(heads.iter().map(|h| self.text(&format!("outcome-{h}"), &[])))
                .chain(["audit-sum", "audit-rate"].map(|key| self.text(key, &[])))
                .collect(),
        ];
        for (name, p) in rows {
            let counts = [p.pass, p.fail, p.unknown, p.error, p.waived, p.not_applicable, p.total()];
            let counts = counts.map(|n| n.to_string());
            cells.push(std::iter::once(name.clone()).chain(counts).chain([self.rate(*p)]).collect());
        }
        let n_columns = cells.first().map_or(0, Vec::len);
        let widths: Vec<usize> =
            (0..n_columns).map(|i| cells.iter().map(|row| width(&row[i])).max().unwrap_or(0)).collect();
        for row in &cells {
            let shown = row.iter().zip(&widths).enumerate().map(|(i, (cell, &w))| {
                if i == 0 {
                    pad(cell, w)
                } else {
                    format!("{}{cell}", " ".repeat(w.saturating_sub(width(cell))))
                }
            });
            line(out, &format!("  {}", shown.collect::<Vec<_>>().join("  ")));
        }
    }

    pub(crate) fn rate(&self, partition: Partition) -> String {
        match partition.rate() {
            Some(rate) => rate.to_string(),
            None => self.text("audit-no-rate", &[]),
        }
    }

    /// An outcome in its colour.
    pub(crate) fn result(&self, outcome: Outcome) -> String {
        self.paint(outcome_style(outcome), &self.outcome(outcome))
    }

    fn outcome(&self, outcome: Outcome) -> String {
        self.text(&format!("outcome-{}", outcome.name()), &[])
    }

    /// A tier's name: tiers are data, and the usual ones have words.
    pub(crate) fn tier(&self, tier: &str) -> String {
        let key = format!("tier-{tier}");
        if self.catalogue.has(&key) { self.text(&key, &[]) } else { tier.to_owned() }
    }

    pub(crate) fn pick(&self, texts: &Texts) -> String {
        let lang = self.catalogue.lang().tag();
        texts.get(lang).or_else(|| texts.values().next()).cloned().unwrap_or_default()
    }

    pub(crate) fn text(&self, key: &str, args: &[(&'static str, Arg)]) -> String {
        self.catalogue.text(key, args)
    }

    pub(crate) fn bold(&self, text: &str) -> String {
        self.paint(Style::new().bold(), text)
    }

    pub(crate) fn dim(&self, text: &str) -> String {
        self.paint(Style::new().dimmed(), text)
    }

    /// Something to look at.
    pub(crate) fn warn(&self, text: &str) -> String {
        self.paint(AnsiColor::Yellow.on_default(), text)
    }

    /// Something to look at after a lead, its further lines below its first.
    fn caution(&self, out: &mut String, lead: &str, text: &str) {
        let indent = width(lead);
        for (i, words) in wrap(text, COLUMNS.saturating_sub(indent)).iter().enumerate() {
            let lead = if i == 0 { lead.to_owned() } else { " ".repeat(indent) };
            line(out, &format!("{lead}{}", self.warn(words)));
        }
    }

    pub(crate) fn paint(&self, style: Style, text: &str) -> String {
        format!("{style}{text}{style:#}")
    }
}

/// A text after a lead, its further lines below its first.
pub(crate) fn hang(out: &mut String, lead: &str, text: &str) {
    hang_in(out, lead, text, COLUMNS);
}

/// The same on a screen of so many columns.
pub(crate) fn hang_in(out: &mut String, lead: &str, text: &str, columns: usize) {
    let indent = width(lead);
    for (i, words) in wrap(text, columns.saturating_sub(indent)).iter().enumerate() {
        let lead = if i == 0 { lead.to_owned() } else { " ".repeat(indent) };
        line(out, &format!("{lead}{words}"));
    }
}

/// A line without blanks at its end.
pub(crate) fn line(out: &mut String, text: &str) {
    out.push_str(text.trim_end());
    out.push('\n');
}

pub(crate) fn location(file: &str, line: u32, column: u32) -> String {
    format!("{}:{line}:{column}", one_line(file))
}

/// A value that fits a line.
fn shorten(value: &str) -> String {
    const MOST: usize = 60;
    if value.chars().count() <= MOST {
        return value.to_owned();
    }
    value.chars().take(MOST - 1).chain(['…']).collect()
}

/// The colour of a level.
pub(crate) fn level_style(level: Level) -> Style {
    let colour = match level {
        Level::Urgent => AnsiColor::Red,
        Level::Finding => AnsiColor::Yellow,
        Level::Advice => AnsiColor::Cyan,
        Level::Recommendation => AnsiColor::Blue,
    };
    Style::new().bold().fg_color(Some(colour.into()))
}

fn outcome_style(outcome: Outcome) -> Style {
    let colour = match outcome {
        Outcome::Fail | Outcome::Error => AnsiColor::Red,
        Outcome::Unknown => AnsiColor::Magenta,
        Outcome::Pass => AnsiColor::Green,
        Outcome::Waived | Outcome::NotApplicable => AnsiColor::White,
    };
    Style::new().fg_color(Some(colour.into()))
}
