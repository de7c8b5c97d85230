//! What a comparison of editions came to, for the record.

use std::collections::BTreeMap;

use jiff::civil::Date;
use kijun_conform::{EditionDiff, Hint, Judged, Provision, Resembles, Verdict};
use kijun_findings::{
    Aspect, AspectMoved, Below, BelowStatus, Counted, EDITIONS_SCHEMA, EditionRecord, EditionsFigures,
    EditionsRecord, HintRecord, IdentityName, ProvisionRecord, ResemblesName, SectionMoved, StatementMoved,
    SubstanceName, Texts, WayName,
};
use kijun_model::{EditionId, SectionId};
use kijun_standards::cite_edition;

use super::heads;
use super::names::{aspect, identity, known, mark, substance, wording};
use super::naming::Names;
use super::review::{Becomes, Review};
use crate::explain::demand;
use crate::judgements::Writer;
use crate::load::Loaded;
use crate::record::engine;
use crate::words::{Words, location};

/// The record of a comparison.
pub(super) fn record(
    loaded: &Loaded,
    words: &Words,
    diff: &EditionDiff,
    review: &Review<'_>,
    day: Date,
) -> EditionsRecord {
    let page = Page { writer: Writer { loaded, words }, names: Names::of(&loaded.model), review };
    let mut provisions: Vec<ProvisionRecord> = diff.provisions.iter().map(|p| page.provision(p)).collect();
    provisions.sort_by_key(|provision| (!provision.presses(), !provision.is_substantial()));
    EditionsRecord {
        schema: EDITIONS_SCHEMA.to_owned(),
        engine: engine(),
        old: diff.old.iter().map(|&id| page.edition(id)).collect(),
        new: diff.new.iter().map(|&id| page.edition(id)).collect(),
        as_of: day.to_string(),
        figures: figures(diff, &provisions),
        provisions,
        diagnostics: loaded.diagnostics.iter().map(|d| words.stated(d, &loaded.sources)).collect(),
    }
}

struct Page<'a> {
    writer: Writer<'a>,
    names: Names,
    review: &'a Review<'a>,
}

impl Page<'_> {
    fn edition(&self, id: EditionId) -> EditionRecord {
        let model = &self.writer.loaded.model;
        let edition = model.edition(id);
        EditionRecord {
            edition: cite_edition(model, id),
            title: self.writer.words.titles(&edition.titles, &edition.name),
            from: edition.from.to_string(),
            clauses: count(edition.clauses.len()),
        }
    }

    fn provision(&self, provision: &Provision) -> ProvisionRecord {
        let model = &self.writer.loaded.model;
        let named = provision.after.first().or(provision.before.first()).map(|&id| model.clause(id));
        let clauses = |ids: &[_]| ids.iter().map(|&id| self.writer.clause(id)).collect::<Vec<_>>();
        let both: Vec<_> = provision.before.iter().chain(&provision.after).copied().collect();
        ProvisionRecord {
            identity: identity(provision.identity),
            known: known(provision.known),
            substance: substance(provision.substance),
            before: clauses(&provision.before),
            after: clauses(&provision.after),
            title: named
                .map(|clause| self.writer.words.titles(&clause.titles, &clause.number))
                .unwrap_or_default(),
            aspects: if provision.identity.is_continued() { self.aspects(provision) } else { Vec::new() },
            lost: provision.movement.lost.iter().map(|judged| self.statement(judged)).collect(),
            gained: provision.movement.gained.iter().map(|judged| self.statement(judged)).collect(),
            wordings: provision.wordings.iter().map(wording).collect(),
            marks: provision.marks.iter().map(mark).collect(),
            section: provision.section.map(|(before, after)| SectionMoved {
                before: self.section(before),
                after: self.section(after),
            }),
            hint: provision.hint.as_ref().map(|hint| self.hint(hint)),
            below: self.review.of(provision).into_iter().map(|becomes| self.below(&becomes)).collect(),
            named_by: self.names.naming(model, &both),
        }
    }

    /// In what the demand moved: what statements show, then what stands beside them.
    fn aspects(&self, provision: &Provision) -> Vec<AspectMoved> {
        let mut ways: BTreeMap<Aspect, WayName> = BTreeMap::new();
        let sides = [(&provision.movement.gained, false), (&provision.movement.lost, true)];
        for (judged, lost) in sides.into_iter().flat_map(|(all, lost)| all.iter().map(move |j| (j, lost))) {
            let permits = judged.verdict == Verdict::Permission;
            let way = if lost == permits { WayName::Stricter } else { WayName::Weaker };
            for dimension in judged.dimensions() {
                let met = ways.entry(aspect(dimension)).or_insert(way);
                *met = if *met == way { way } else { WayName::Other };
            }
        }
        let stated =
            ways.into_iter().map(|(aspect, way)| AspectMoved { aspect, way, before: None, after: None });
        let headed = provision.heads.iter().map(|change| heads::moved(self.writer, change));
        stated.chain(headed).collect()
    }

    fn statement(&self, judged: &Judged) -> StatementMoved {
        let loaded = self.writer.loaded;
        let span = loaded.model.statement(judged.statement).span;
        StatementMoved {
            statement: loaded.model.cite(judged.statement),
            source: demand(loaded, self.writer.words, judged.statement),
            at: location(&loaded.sources, span),
            judgement: self.writer.judgement(judged.statement, &judged.verdict),
        }
    }

    fn section(&self, id: Option<SectionId>) -> Texts {
        let section = id.map(|id| self.writer.loaded.model.section(id));
        section.map_or_else(
            || self.writer.words.each(|_| String::new()),
            |section| {
                let title = self.writer.words.titles(&section.titles, "");
                let joined = |(lang, title): (String, String)| {
                    (lang, format!("{} {title}", section.number).trim().to_owned())
                };
                title.into_iter().map(joined).collect()
            },
        )
    }

    fn hint(&self, hint: &Hint) -> HintRecord {
        HintRecord {
            clause: self.writer.clause(hint.clause),
            resembles: match hint.resembles {
                Resembles::Whole => ResemblesName::Whole,
                Resembles::Part => ResemblesName::Part,
            },
            percent: hint.percent,
        }
    }

    fn below(&self, becomes: &Becomes) -> Below {
        let model = &self.writer.loaded.model;
        let edition = model.edition(becomes.document);
        Below {
            document: cite_edition(model, becomes.document),
            title: self.writer.words.titles(&edition.titles, &edition.name),
            clauses: becomes.clauses.iter().map(|&id| self.writer.clause(id)).collect(),
            status: becomes.status,
            short_of: becomes.short_of.iter().map(|judged| self.statement(judged)).collect(),
        }
    }
}

fn figures(diff: &EditionDiff, provisions: &[ProvisionRecord]) -> EditionsFigures {
    let counted =
        |test: &dyn Fn(&ProvisionRecord) -> bool| count(provisions.iter().filter(|p| test(p)).count());
    EditionsFigures {
        provisions: count(provisions.len() + diff.unchanged),
        unchanged: count(diff.unchanged),
        identity: tally(IdentityName::ALL, provisions.iter().map(|p| p.identity)),
        substance: tally(SubstanceName::ALL, provisions.iter().map(|p| p.substance)),
        reworded: counted(&|p| p.is_continued() && !p.wordings.is_empty()),
        regrouped: counted(&|p| p.section.is_some()),
        below: tally(BelowStatus::ALL, provisions.iter().flat_map(|p| &p.below).map(|below| below.status)),
    }
}

/// How many there are of each, without those of which there are none.
fn tally<T: Copy + PartialEq>(all: &[T], found: impl Iterator<Item = T>) -> Vec<Counted<T>> {
    let found: Vec<T> = found.collect();
    let n = |of: &T| count(found.iter().filter(|other| *other == of).count());
    all.iter().map(|of| Counted { of: *of, n: n(of) }).filter(|counted| counted.n > 0).collect()
}

fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
