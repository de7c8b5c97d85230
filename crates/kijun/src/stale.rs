//! Documents that cite what does not bind, as findings of their own.

use std::sync::Arc;

use jiff::civil::Date;
use kijun_diag::At;
use kijun_findings::{Finding, Level, Matter, lineage_id};

use crate::context::Context;
use crate::words::location;

/// A finding for each stale citation of a document that binds. It is advice: the document still says what it says.
pub(crate) fn findings(cx: &Context<'_>, as_of: Date) -> Vec<Finding> {
    let loaded = cx.loaded;
    let stale = loaded.standards.citations(&loaded.model, as_of);
    let finding = |diagnostic: kijun_diag::Diagnostic| {
        let At::Span(span) = diagnostic.at? else { return None };
        let binds = |e: &&kijun_model::EditionId| {
            let edition = loaded.model.edition(**e);
            edition.conforms_to.iter().any(|link| link.span == span)
        };
        let citing = *cx.effective.set.editions.iter().find(binds)?;
        let edition = loaded.model.edition(citing);
        let cited = loaded.sources.slice(span);
        let lineage: Arc<str> = format!("citation:{}:{cited}", edition.name).into();
        Some(Finding {
            id: lineage_id(&lineage),
            level: Level::Advice,
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
            message: cx.words.each(|catalogue| catalogue.wording(&diagnostic).message),
            fix: None,
            rule: Arc::new(location(&loaded.sources, span)),
            evidence: Vec::new(),
            documents: None,
        })
    };
    stale.into_iter().filter_map(finding).collect()
}
