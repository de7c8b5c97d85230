//! The graph as data.

use kijun_model::{ClauseId, EditionId, Model, Target};
use serde_json::{Map, Value, json};

use super::{LinkKind, View};
use crate::State;
use crate::target::{cite_edition, cite_target};

/// The graph as JSON: tiers, documents, and clauses where they are asked for. Ends in a line feed.
#[must_use]
pub fn json(view: &View<'_>) -> String {
    let tiers: Vec<&str> = view.standards.tiers().map(|tier| &**tier).collect();
    let documents: Vec<Value> = view.editions().into_iter().map(|edition| document(view, edition)).collect();
    let mut graph = json!({
        "schema": "kijun/graph/1",
        "date": view.date.to_string(),
        "tiers": tiers,
        "documents": documents,
    });
    if view.clauses {
        let all = view.editions().into_iter().flat_map(|edition| view.model.edition(edition).clauses.clone());
        graph["clauses"] = all.map(|id| clause(view, id)).collect();
    }
    format!("{graph:#}\n")
}

fn document(view: &View<'_>, id: EditionId) -> Value {
    let edition = view.model.edition(id);
    let links = |kind| -> Vec<String> {
        let of_kind = view.links(id).into_iter().filter(|(k, _)| *k == kind);
        of_kind.map(|(_, to)| cite_edition(view.model, to)).collect()
    };
    let n_statements: usize = edition.clauses.iter().map(|&c| view.model.clause(c).statements.len()).sum();
    let excludes = edition.excludes.iter().map(
        |(link, because)| json!({ "provision": cite_target(view.model, link.to), "because": **because }),
    );
    json!({
        "id": cite_edition(view.model, id),
        "standard": *edition.name,
        "edition": edition.date.to_string(),
        "title": view.title(&edition.titles),
        "issuer": edition.issuer.as_deref(),
        "tier": edition.tier.as_deref(),
        "rank": view.standards.rank(id),
        "from": edition.from.to_string(),
        "until": edition.until.map(|until| until.to_string()),
        "state": state(view, id),
        "n_clauses": edition.clauses.len(),
        "n_statements": n_statements,
        "conforms_to": links(LinkKind::ConformsTo),
        "supersedes": links(LinkKind::Supersedes),
        "adopts": edition.adopts.iter().map(|link| cite_target(view.model, link.to)).collect::<Vec<_>>(),
        "excludes": excludes.collect::<Vec<_>>(),
    })
}

fn state(view: &View<'_>, id: EditionId) -> Value {
    match view.standards.state(id, view.date) {
        State::InForce { until } => {
            json!({ "name": "in-force", "until": until.map(|until| until.to_string()) })
        }
        State::Coming { from } => json!({ "name": "coming", "from": from.to_string() }),
        State::Superseded { by, since } => {
            json!({ "name": "superseded", "by": cite_edition(view.model, by), "since": since.to_string() })
        }
        State::Lapsed { until } => json!({ "name": "lapsed", "until": until.to_string() }),
    }
}

fn clause(view: &View<'_>, id: ClauseId) -> Value {
    let found = view.model.clause(id);
    let mut links: Map<String, Value> = Map::new();
    for kind in [LinkKind::Implements, LinkKind::Was] {
        let of_kind = view.clause_links(id).into_iter().filter(|(k, _)| *k == kind);
        links.insert(kind.name().to_owned(), cited(view.model, of_kind.map(|(_, to)| to)));
    }
    links.insert("see".to_owned(), cited(view.model, found.see.iter().map(|link| link.to)));
    let mut value = json!({
        "id": view.model.cite_clause(id),
        "document": cite_edition(view.model, found.edition),
        "number": *found.number,
        "title": view.title(&found.titles),
        "lineage": **view.standards.clause_lineage(id),
        "n_statements": found.statements.len(),
    });
    if let Value::Object(fields) = &mut value {
        fields.append(&mut links);
    }
    value
}

fn cited(model: &Model, targets: impl Iterator<Item = Target>) -> Value {
    targets.map(|to| cite_target(model, to)).collect()
}
