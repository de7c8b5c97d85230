//! Documents that cite what does not bind: one finding for a citation in a head, with what hangs on it.

use std::sync::Arc;

use kijun_conform::{Fate, Objection};
use kijun_diag::{At, Catalogue, Diagnostic, Span};
use kijun_evidence::LevelMatter;
use kijun_findings::{CitedPlace, Finding, Level, Matter, Objected, lineage_id};
use kijun_model::{EditionId, Link};

use crate::context::Context;
use crate::words::location;

/// A finding for each stale citation of a document that binds. It is advice: the document still says what it says. Provisions
/// that it cites in that edition, and that go on meaning the same, are told with it.
pub(super) fn findings(cx: &Context<'_>, objections: &[Objection]) -> Vec<Finding> {
    let loaded = cx.loaded;
    let stale = loaded.standards.citations(&loaded.model, cx.effective.set.as_of);
    stale.into_iter().filter_map(|diagnostic| finding(cx, &diagnostic, objections)).collect()
}

/// Whether a finding about the head of its document tells an objection.
pub(super) fn is_told(cx: &Context<'_>, objection: &Objection) -> bool {
    let Some((document, cited)) = unchanged(cx, objection) else { return false };
    cx.loaded.model.edition(document).conforms_to.iter().any(|link| link.to == cited)
}

/// The document and the edition that it cites, of a provision that goes on meaning the same.
fn unchanged(cx: &Context<'_>, objection: &Objection) -> Option<(EditionId, EditionId)> {
    match objection {
        Objection::StaleProvision { document, cited, fate: Fate::Same(_), .. } => {
            Some((*document, cx.loaded.model.clause(*cited).edition))
        }
        _ => None,
    }
}

fn finding(cx: &Context<'_>, diagnostic: &Diagnostic, objections: &[Objection]) -> Option<Finding> {
    let loaded = cx.loaded;
    let At::Span(span) = diagnostic.at? else { return None };
    let (citing, link) = citation(cx, span)?;
    let edition = loaded.model.edition(citing);
    let cited = loaded.sources.slice(span);
    let lineage: Arc<str> = format!("citation:{}:{cited}", edition.name).into();
    let hanging: Vec<&Objection> =
        objections.iter().filter(|objection| unchanged(cx, objection) == Some((citing, link.to))).collect();
    let with = hanging.iter().map(|objection| objection.diagnostic(&loaded.model));
    let all: Vec<Diagnostic> = std::iter::once(diagnostic.clone()).chain(with).collect();
    Some(Finding {
        id: lineage_id(&lineage),
        level: cx.levels.of_matter(LevelMatter::Citation, Level::Advice),
        matter: Matter::Citation,
        outcome: None,
        provision: kijun_standards::cite_edition(&loaded.model, citing).into(),
        lineage,
        title: Arc::new(cx.words.titles(&edition.titles, &edition.name)),
        subject: None,
        altitude: None,
        chain: Vec::new(),
        role: None,
        unit: None,
        message: cx.words.each(|catalogue| messages(catalogue, &all)),
        fix: None,
        rule: Arc::new(location(&loaded.sources, span)),
        evidence: Vec::new(),
        concerns: Vec::new(),
        unseen: false,
        documents: Some(Box::new(Objected {
            checks: ids(&all),
            others: hanging.into_iter().filter_map(|objection| place(cx, objection)).collect(),
            case: None,
        })),
    })
}

/// The document that binds with the link in its head that stands in a place.
fn citation(cx: &Context<'_>, span: Span) -> Option<(EditionId, Link<EditionId>)> {
    let links = cx
        .effective
        .set
        .editions
        .iter()
        .flat_map(|&id| cx.loaded.model.edition(id).conforms_to.iter().map(move |link| (id, *link)));
    links.into_iter().find(|(_, link)| link.span == span)
}

/// What diagnostics say, a line for each.
fn messages(catalogue: &Catalogue, all: &[Diagnostic]) -> String {
    let lines: Vec<String> = all.iter().map(|diagnostic| catalogue.wording(diagnostic).message).collect();
    lines.join("\n")
}

fn ids(all: &[Diagnostic]) -> Vec<String> {
    let mut ids: Vec<String> = all.iter().map(|diagnostic| diagnostic.id.name().to_owned()).collect();
    ids.dedup();
    ids
}

/// A provision cited in an edition that is gone, and where.
fn place(cx: &Context<'_>, objection: &Objection) -> Option<CitedPlace> {
    match objection {
        Objection::StaleProvision { span, cited, .. } => Some(CitedPlace {
            provision: cx.loaded.model.cite_clause(*cited),
            at: location(&cx.loaded.sources, *span),
        }),
        _ => None,
    }
}
