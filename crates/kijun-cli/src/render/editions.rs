//! Two editions beside each other: for a person, as Markdown, as CSV and as a page.

mod csv;
mod figures;
mod html;
mod human;
mod markdown;
mod marked;

use kijun_findings::{
    AspectMoved, Below, BelowStatus, CitedClause, EditionsRecord, HintRecord, IdentityName, KnownName,
    MarkRecord, ProvisionRecord, StatementMoved, SubstanceName, Texts, WordingRecord,
};

use super::audit::Report;

pub(crate) use csv::{csv, workbook};
pub(crate) use html::html;
pub(crate) use human::human;
pub(crate) use markdown::markdown;

/// A part of the provisions, in the order in which a reviewer reads them.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Pressing,
    Substantial,
    Wording,
}

impl Part {
    const ALL: [Part; 3] = [Part::Pressing, Part::Substantial, Part::Wording];

    fn of(provision: &ProvisionRecord) -> Part {
        match (provision.presses(), provision.is_substantial()) {
            (true, _) => Part::Pressing,
            (_, true) => Part::Substantial,
            _ => Part::Wording,
        }
    }

    fn key(self) -> &'static str {
        match self {
            Part::Pressing => "editions-pressing",
            Part::Substantial => "editions-substantial",
            Part::Wording => "editions-wording",
        }
    }
}

/// Writes a comparison in one language.
struct Words<'a> {
    report: &'a Report<'a>,
    record: &'a EditionsRecord,
}

impl Words<'_> {
    fn text(&self, key: &str) -> String {
        self.report.text(key, &[])
    }

    fn of(&self, part: Part) -> Vec<&ProvisionRecord> {
        self.record.provisions.iter().filter(|provision| Part::of(provision) == part).collect()
    }

    fn joined(&self, all: &[String]) -> String {
        all.join(&self.text("editions-comma"))
    }

    /// `unified@2005-12-13 → unified@2011-04-21`
    fn title(&self) -> String {
        let names = |editions: &[kijun_findings::EditionRecord]| {
            editions.iter().map(|e| e.edition.clone()).collect::<Vec<_>>().join(" + ")
        };
        let args = [("old", names(&self.record.old).into()), ("new", names(&self.record.new).into())];
        self.report.text("editions-title", &args)
    }

    /// Each edition with its title, older ones first.
    fn editions(&self) -> Vec<String> {
        let said = |key, edition: &kijun_findings::EditionRecord| {
            let title = self.report.pick(&edition.title);
            self.report.text(key, &[("edition", edition.edition.as_str().into()), ("title", title.into())])
        };
        let old = self.record.old.iter().map(|edition| said("editions-older", edition));
        let new = self.record.new.iter().map(|edition| said("editions-newer", edition));
        old.chain(new).chain(self.unlike()).collect()
    }

    /// That no standard is on both sides, where none is and nothing on the one side continues anything on the other.
    fn unlike(&self) -> Option<String> {
        let name = |edition: &kijun_findings::EditionRecord| {
            edition.edition.split('@').next().unwrap_or_default().to_owned()
        };
        let known: Vec<String> = self.record.old.iter().map(name).collect();
        let shared = self.record.new.iter().any(|edition| known.contains(&name(edition)));
        let continued = self.record.provisions.iter().any(|provision| provision.is_continued());
        (!shared && !continued).then(|| self.text("editions-unlike"))
    }

    /// The day of the documents below, where there are some.
    fn day(&self) -> Option<String> {
        let any = self.record.provisions.iter().any(|provision| !provision.below.is_empty());
        any.then(|| self.report.text("editions-day", &[("day", self.record.as_of.as_str().into())]))
    }

    /// What a provision is called now and what it demands now. What follows from the one is not said again.
    fn status(&self, provision: &ProvisionRecord) -> String {
        let identity = self.text(&format!("editions-identity-{}", provision.identity.name()));
        let substance = self.text(&format!("editions-substance-{}", provision.substance.name()));
        match (provision.identity, provision.substance) {
            (IdentityName::New | IdentityName::Repealed | IdentityName::TakenOver, _) => identity,
            (IdentityName::Same, SubstanceName::Equal | SubstanceName::Nothing)
                if provision.section.is_some() =>
            {
                substance
            }
            (IdentityName::Same, _) => substance,
            (_, SubstanceName::Nothing) => identity,
            _ => self.joined(&[identity, substance]),
        }
    }

    /// The clauses of a provision: `4.1 → 2.2`.
    fn numbers(&self, provision: &ProvisionRecord) -> String {
        let [before, after] = [&provision.before, &provision.after].map(|clauses| {
            let all: Vec<String> = clauses.iter().map(|clause| self.number(clause)).collect();
            self.joined(&all)
        });
        match (before.as_str(), after.as_str()) {
            ("", only) | (only, "") => only.to_owned(),
            (one, other) if one == other => before,
            _ => format!("{before} → {after}"),
        }
    }

    /// The number of a clause; with its document where more than two are compared.
    fn number(&self, clause: &CitedClause) -> String {
        let (document, number) = clause.clause.split_once(':').unwrap_or(("", &clause.clause));
        let mut compared = self.record.old.iter().chain(&self.record.new);
        let plain = self.record.old.len() + self.record.new.len() == 2;
        if plain && compared.any(|edition| edition.edition == document) {
            number.to_owned()
        } else {
            clause.clause.clone()
        }
    }

    fn moved(&self, moved: &AspectMoved) -> String {
        let aspect = self.text(&format!("editions-aspect-{}", moved.aspect.name()));
        let way = self.text(&format!("editions-way-{}", moved.way.name()));
        if moved.before.is_none() && moved.after.is_none() {
            return self.report.text("editions-moved", &[("aspect", aspect.into()), ("way", way.into())]);
        }
        let said = |texts: &Option<Texts>| {
            texts.as_ref().map_or_else(|| self.text("editions-unsaid"), |texts| self.report.pick(texts))
        };
        let args = [
            ("aspect", aspect.into()),
            ("way", way.into()),
            ("before", said(&moved.before).into()),
            ("after", said(&moved.after).into()),
        ];
        self.report.text("editions-moved-said", &args)
    }

    /// A statement that the other edition does not come up to.
    fn statement(&self, key: &str, moved: &StatementMoved) -> String {
        let undecided = moved.judgement.verdict == kijun_findings::VerdictName::Undecided;
        let key = if undecided { "editions-undecided" } else { key };
        self.report.text(key, &[("source", self.report.pick(&moved.source).into())])
    }

    /// The name of the words that were changed.
    fn field(&self, wording: &WordingRecord) -> String {
        let field = self.text(&format!("editions-field-{}", wording.field.name()));
        match &wording.lang {
            None => field,
            Some(lang) => self
                .report
                .text("editions-field-of", &[("field", field.into()), ("lang", lang.as_str().into())]),
        }
    }

    /// What the reader is told beside: how it is known, what words show, the section, a hint, what names it.
    fn remarks(&self, provision: &ProvisionRecord) -> Vec<String> {
        let known = (provision.known == KnownName::Text).then(|| self.text("editions-known-text"));
        let marks = provision.marks.iter().map(|mark| self.mark(mark));
        let section = provision.section.as_ref().map(|section| {
            let name = |texts: &Texts| match self.report.pick(texts) {
                name if name.is_empty() => self.text("editions-no-section"),
                name => name,
            };
            let args = [("before", name(&section.before).into()), ("after", name(&section.after).into())];
            self.report.text("editions-section", &args)
        });
        let hint = provision.hint.as_ref().map(|hint| self.hint(hint));
        let named = (!provision.named_by.is_empty()).then(|| self.named(provision));
        known.into_iter().chain(marks).chain(section).chain(hint).chain(named).collect()
    }

    fn mark(&self, mark: &MarkRecord) -> String {
        let list = |all: &[String]| if all.is_empty() { "–".to_owned() } else { self.joined(all) };
        let forces = |all: &[String]| {
            let words: Vec<String> =
                all.iter().map(|name| self.text(&format!("editions-force-{name}"))).collect();
            list(&words)
        };
        let exchanged = |key, gone: String, come: String| {
            self.report.text(key, &[("gone", gone.into()), ("come", come.into())])
        };
        match mark {
            MarkRecord::Numbers { gone, come } => exchanged("editions-mark-numbers", list(gone), list(come)),
            MarkRecord::Firmness { gone, come } => {
                exchanged("editions-mark-firmness", forces(gone), forces(come))
            }
            MarkRecord::TextUnmoved => self.text("editions-mark-text-unmoved"),
            MarkRecord::RuleUnmoved => self.text("editions-mark-rule-unmoved"),
        }
    }

    fn hint(&self, hint: &HintRecord) -> String {
        let key = format!("editions-hint-{}", hint.resembles.name());
        let clause = self.number(&hint.clause);
        self.report.text(&key, &[("clause", clause.into()), ("percent", usize::from(hint.percent).into())])
    }

    fn named(&self, provision: &ProvisionRecord) -> String {
        let name = |naming: &kijun_findings::Naming| {
            let key = format!("editions-naming-{}", naming.sort.name());
            self.report.text(&key, &[("name", naming.name.as_str().into())])
        };
        let names: Vec<String> = provision.named_by.iter().map(name).collect();
        self.report.text("editions-named-by", &[("names", self.joined(&names).into())])
    }

    /// The documents below: those of which nothing else is to be said than how they stand, together.
    fn belows<'r>(&self, provision: &'r ProvisionRecord) -> Vec<(String, &'r Below)> {
        let mut lines = Vec::new();
        for below in &provision.below {
            let alike = |other: &&Below| other.clauses.is_empty() && other.status == below.status;
            let mut all = provision.below.iter().filter(alike).peekable();
            if !below.clauses.is_empty() {
                lines.push((self.below(below), below));
            } else if all.peek().is_some_and(|first| first.document == below.document) {
                let documents: Vec<String> = all.map(|other| other.document.clone()).collect();
                let status = self.below_status(below.status);
                let args = [("document", self.joined(&documents).into()), ("status", status.into())];
                lines.push((self.report.text("editions-below-none", &args), below));
            }
        }
        lines
    }

    fn below(&self, below: &Below) -> String {
        let place = |clause: &CitedClause| {
            clause.clause.split_once(':').map_or(clause.clause.clone(), |(_, number)| number.to_owned())
        };
        let clauses: Vec<String> = below.clauses.iter().map(place).collect();
        let args = [
            ("document", below.document.as_str().into()),
            ("clauses", self.joined(&clauses).into()),
            ("status", self.below_status(below.status).into()),
        ];
        self.report.text("editions-below-of", &args)
    }

    fn below_status(&self, status: BelowStatus) -> String {
        self.text(&format!("editions-below-{}", status.name()))
    }
}
