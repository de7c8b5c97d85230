//! The graph as text: one file for each notation. Words come from the catalogue; names and titles are the documents' own.

mod dot;
mod json;
mod mermaid;
mod tree;

use jiff::civil::Date;
use kijun_diag::{Arg, Catalogue};
use kijun_model::{ClauseId, EditionId, Model, Target, Titles};

use crate::target::{cite_edition, clauses_of, edition_of};
use crate::{Standards, State};

pub use dot::dot;
pub use json::json;
pub use mermaid::mermaid;
pub use tree::tree;

/// What is printed, and for whom.
#[derive(Clone, Copy, Debug)]
pub struct View<'a> {
    /// The model that the graph was built from.
    pub model: &'a Model,
    /// The graph.
    pub standards: &'a Standards,
    /// The day on which editions are said to be in force or not.
    pub date: Date,
    /// Whose words are used, and in which language titles are shown.
    pub catalogue: &'a Catalogue,
    /// Whether clauses and their links are shown, too.
    pub clauses: bool,
}

/// What a link between documents or provisions means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum LinkKind {
    ConformsTo,
    Supersedes,
    Adopts,
    Excludes,
    Implements,
    Was,
}

impl LinkKind {
    fn name(self) -> &'static str {
        match self {
            LinkKind::ConformsTo => "conforms to",
            LinkKind::Supersedes => "supersedes",
            LinkKind::Adopts => "adopts",
            LinkKind::Excludes => "excludes",
            LinkKind::Implements => "implements",
            LinkKind::Was => "was",
        }
    }
}

impl View<'_> {
    /// Every document, higher ones first, then by name and date.
    fn editions(&self) -> Vec<EditionId> {
        self.in_order((0..self.model.editions.len()).map(EditionId::from_index).collect())
    }

    fn in_order(&self, mut editions: Vec<EditionId>) -> Vec<EditionId> {
        editions.sort_by_key(|&e| {
            let edition = self.model.edition(e);
            (self.standards.rank(e), edition.name.clone(), edition.date)
        });
        editions
    }

    fn title(&self, titles: &Titles) -> Option<String> {
        titles
            .get(self.catalogue.lang().tag())
            .map(|title| title.split_whitespace().collect::<Vec<_>>().join(" "))
    }

    /// How an edition stands on the date, in words.
    fn state(&self, edition: EditionId) -> String {
        let (key, args): (&str, Vec<(&'static str, Arg)>) = match self.standards.state(edition, self.date) {
            State::InForce { until: None } => ("graph-state-in-force", vec![]),
            State::InForce { until: Some(until) } => {
                ("graph-state-in-force-until", vec![("until", until.to_string().into())])
            }
            State::Coming { from } => ("graph-state-coming", vec![("from", from.to_string().into())]),
            State::Superseded { by, since } => (
                "graph-state-superseded",
                vec![("by", cite_edition(self.model, by).into()), ("since", since.to_string().into())],
            ),
            State::Lapsed { until } => ("graph-state-lapsed", vec![("until", until.to_string().into())]),
        };
        self.catalogue.text(key, &args)
    }

    fn in_force(&self, edition: EditionId) -> bool {
        self.standards.is_in_force(edition, self.date)
    }

    /// How many clauses a document has, in words.
    fn size(&self, edition: EditionId) -> String {
        let n_clauses = self.model.edition(edition).clauses.len();
        self.catalogue.text("graph-clauses", &[("count", n_clauses.into())])
    }

    /// The links of a document to others. Those that closed a circle are not part of the graph.
    fn links(&self, edition: EditionId) -> Vec<(LinkKind, EditionId)> {
        let all = |above: Vec<usize>| above.into_iter().map(EditionId::from_index);
        let conforms = all(self.standards.conforms_to.above(edition.index()));
        let supersedes = all(self.standards.supersedes.above(edition.index()));
        conforms
            .map(|to| (LinkKind::ConformsTo, to))
            .chain(supersedes.map(|to| (LinkKind::Supersedes, to)))
            .collect()
    }

    /// What a document adopts and excludes of those above it.
    fn treatment(&self, edition: EditionId) -> Vec<(LinkKind, Target)> {
        let found = self.model.edition(edition);
        let adopts = found.adopts.iter().map(|link| (LinkKind::Adopts, link.to));
        let excludes = found.excludes.iter().map(|(link, _)| (LinkKind::Excludes, link.to));
        let sound =
            |(_, to): &(LinkKind, Target)| self.standards.conforms(edition, edition_of(self.model, *to));
        adopts.chain(excludes).filter(sound).collect()
    }

    /// The links of a clause to provisions.
    fn clause_links(&self, clause: ClauseId) -> Vec<(LinkKind, Target)> {
        let found = self.model.clause(clause);
        let cut = |to: Target, dag: &crate::dag::Dag| {
            clauses_of(self.model, to).iter().any(|c| dag.was_cut(clause.index(), c.index()))
        };
        let implements = found.implements.iter().filter(|link| !cut(link.to, &self.standards.implements));
        let was = found.was.iter().filter(|link| !cut(link.to, &self.standards.was));
        implements
            .map(|link| (LinkKind::Implements, link.to))
            .chain(was.map(|link| (LinkKind::Was, link.to)))
            .collect()
    }

    /// Every link, from documents and, where they are shown, from clauses. A reference ends at the clauses it names where they
    /// are shown, else at their document.
    fn edges(&self) -> Vec<(Node, LinkKind, Node)> {
        let mut edges = Vec::new();
        for edition in self.editions() {
            let from = Node::Document(edition);
            edges.extend(self.links(edition).into_iter().map(|(kind, to)| (from, kind, Node::Document(to))));
            for (kind, to) in self.treatment(edition) {
                edges.extend(self.ends(to).into_iter().map(|to| (from, kind, to)));
            }
            let clauses = self.clauses.then_some(&self.model.edition(edition).clauses);
            for &clause in clauses.into_iter().flatten() {
                for (kind, to) in self.clause_links(clause) {
                    edges.extend(self.ends(to).into_iter().map(|to| (Node::Clause(clause), kind, to)));
                }
            }
        }
        edges
    }

    fn ends(&self, to: Target) -> Vec<Node> {
        if self.clauses {
            clauses_of(self.model, to).into_iter().map(Node::Clause).collect()
        } else {
            vec![Node::Document(edition_of(self.model, to))]
        }
    }

    /// What is written into a document's box, line by line.
    fn lines(&self, id: EditionId) -> Vec<String> {
        let edition = self.model.edition(id);
        let tier = edition.tier.as_deref().map(str::to_owned);
        let facts = [Some(self.state(id)), Some(self.size(id))];
        let all =
            [Some(cite_edition(self.model, id)), self.title(&edition.titles), tier].into_iter().chain(facts);
        all.flatten().collect()
    }

    /// What is written into a clause's box, line by line.
    fn clause_lines(&self, id: ClauseId) -> Vec<String> {
        let clause = self.model.clause(id);
        [Some(clause.number.to_string()), self.title(&clause.titles)].into_iter().flatten().collect()
    }
}

/// What a link begins or ends at. Shown as the name of its node in a drawing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Node {
    Document(EditionId),
    Clause(ClauseId),
}

impl std::fmt::Display for Node {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Node::Document(id) => write!(f, "d{}", id.0),
            Node::Clause(id) => write!(f, "c{}", id.0),
        }
    }
}
