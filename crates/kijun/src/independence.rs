//! Duties that do not go together: a finding for each pair that one person holds.

use std::collections::BTreeMap;
use std::sync::Arc;

use kijun_diag::Span;
use kijun_eval::{Found, Observation};
use kijun_evidence::{Held, LevelMatter};
use kijun_findings::{Finding, Level, Matter, RoleRef, SubjectRef, finding_id};
use kijun_model::{Model, RoleId, Subject};

use crate::context::Context;
use crate::judge::Draft;
use crate::organisation;
use crate::words::location;

/// Two roles that a person holds and that do not go together, by name, and where that was written.
struct Pair<'h> {
    held: [&'h Held; 2],
    written: Span,
}

/// The findings about one person.
pub(crate) fn findings(cx: &Context<'_>, subject: &Subject, held: &[Held]) -> Vec<Draft> {
    let model = &cx.loaded.model;
    pairs(model, held).iter().map(|pair| finding(cx, subject, pair)).collect()
}

/// Each pair once, however often the person holds either role.
fn pairs<'h>(model: &Model, held: &'h [Held]) -> Vec<Pair<'h>> {
    let name = |held: &Held| Arc::clone(&model.role(held.role).name);
    let mut pairs = BTreeMap::new();
    for (i, first) in held.iter().enumerate() {
        for second in held[i + 1..].iter().filter(|second| second.role != first.role) {
            let links = &model.role(first.role).incompatible_with;
            let Some(link) = links.iter().find(|link| link.to == second.role) else { continue };
            let mut pair = [first, second];
            pair.sort_by_key(|held| name(held));
            let [a, b] = pair.map(name);
            pairs.entry((a, b)).or_insert(Pair { held: pair, written: link.span });
        }
    }
    pairs.into_values().collect()
}

fn finding(cx: &Context<'_>, person: &Subject, pair: &Pair<'_>) -> Draft {
    let (model, words) = (&cx.loaded.model, cx.words);
    let [first, second] = pair.held.map(|held| model.role(held.role));
    let lineage: Arc<str> = format!("role:{}/{}", first.name, second.name).into();
    let subject = SubjectRef { kind: model.kind(person.kind).name.to_string(), key: person.key.to_string() };
    let title =
        |lang: &str| [first, second].map(|role| role.titles.get(lang).unwrap_or(&role.name).to_string());
    let worded = |key: &str| {
        words.each(|catalogue| {
            let [first, second] = title(catalogue.lang().tag());
            catalogue.text(key, &[("first", first.into()), ("second", second.into())])
        })
    };
    let finding = Finding {
        id: finding_id(&lineage, Some(&subject)),
        level: cx.levels.of_matter(LevelMatter::Independence, Level::Finding),
        matter: Matter::Independence,
        outcome: None,
        provision: Arc::clone(&lineage),
        lineage,
        title: Arc::new(worded("independence-title")),
        subject: Some(subject),
        altitude: None,
        chain: Vec::new(),
        role: superior(cx, pair.held.map(|held| held.role)),
        unit: organisation::unit(cx, person).map(|unit| unit.to_string()),
        message: worded("independence-finding"),
        fix: None,
        rule: Arc::new(location(&cx.loaded.sources, pair.written)),
        evidence: Vec::new(),
        concerns: Vec::new(),
        unseen: false,
        documents: None,
    };
    let seen = |held: &Held| Observation {
        path: held.path.clone(),
        place: held.place,
        found: Found::Value(held.value.clone()),
        subject: None,
    };
    Draft::new(finding, pair.held.map(seen).into())
}

/// Whom both roles report to: the nearest who stands above either.
fn superior(cx: &Context<'_>, roles: [RoleId; 2]) -> Option<Arc<RoleRef>> {
    let model = &cx.loaded.model;
    let above = |role: RoleId| {
        let next = |&role: &RoleId| model.role(role).reports_to;
        std::iter::successors(model.role(role).reports_to, next)
    };
    let common = above(roles[0]).find(|superior| above(roles[1]).any(|other| other == *superior))?;
    let role = model.role(common);
    let title = cx.words.titles(&role.titles, &role.name);
    Some(Arc::new(RoleRef { name: role.name.to_string(), title }))
}
