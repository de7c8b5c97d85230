//! Which kinds have to be asked about: few stand for all.

use std::collections::BTreeSet;

use kijun_model::{Domain, Expr, ExprKind, KindId, Model, StatementId};

/// Kinds that stand for all that are a kind or a special case of it.
///
/// Statements see a subject's kind only by what it is a case of: by the kinds that their clauses bind and that their joins name. Of
/// those that are the same to them all, the most general one is given; it has the fewest fields. It is the kind itself or one
/// of the distinguishing ones. In the order of the model, more general ones first.
pub(crate) fn representatives(model: &Model, of: KindId, distinguishing: &[KindId]) -> Vec<KindId> {
    let below = distinguishing.iter().copied().filter(|&kind| model.is_a(kind, of));
    std::iter::once(of).chain(below).collect::<BTreeSet<_>>().into_iter().collect()
}

/// The kinds that tell subjects apart for statements.
pub(crate) fn distinguishing(
    model: &Model,
    statements: impl IntoIterator<Item = StatementId>,
) -> Vec<KindId> {
    let mut found = Found::default();
    for id in statements {
        let statement = model.statement(id);
        found.expr(model, &statement.requirement);
        statement.when.iter().for_each(|when| found.expr(model, when));
        if let Some(subjects) = &model.clause(statement.clause).subjects {
            found.kinds.insert(subjects.kind);
            subjects.filter.iter().for_each(|filter| found.expr(model, filter));
        }
    }
    found.kinds.into_iter().collect()
}

/// Kinds found in expressions. Each definition is looked through once.
#[derive(Default)]
struct Found {
    kinds: BTreeSet<KindId>,
    defines: BTreeSet<kijun_model::DefineId>,
}

impl Found {
    fn expr(&mut self, model: &Model, expr: &Expr) {
        match &expr.kind {
            ExprKind::Quantified(_, range, _) | ExprKind::Count(range) | ExprKind::Fold(_, _, range) => {
                if let Domain::All(kind) = range.domain {
                    self.kinds.insert(kind);
                }
            }
            ExprKind::Call(define, _) if self.defines.insert(*define) => {
                self.expr(model, &model.define(*define).body);
            }
            _ => {}
        }
        expr.children().into_iter().for_each(|child| self.expr(model, child));
    }
}

#[cfg(test)]
mod tests {
    use kijun_testkit::Rules;

    use super::*;

    fn named(model: &Model, kinds: &[KindId]) -> Vec<String> {
        kinds.iter().map(|&kind| model.kind(kind).name.to_string()).collect()
    }

    #[test]
    fn only_kinds_that_statements_tell_apart_are_asked_about() {
        let rules = Rules::of([(
            "a.kijun",
            "vocabulary v {
               kind asset { key id: text }
               kind server is asset {}
               kind web_server is server {}
               kind mail_server is server {}
               kind note { key id: text  about: text }
             }
             define noted(s: asset) = some n in all mail_server : n.id == s.id
             standard s { tier ministry  edition 2011-04-01  uses v }
             clause 1 { for web_server  must id != \"\" }
             clause 2 { for asset  must noted(self) }",
        )]);
        let model = &rules.model;
        assert_eq!(rules.words(&rules.before), "");
        let statements = (0..model.statements.len()).map(StatementId::from_index);
        let apart = distinguishing(model, statements);
        assert_eq!(named(model, &apart), ["asset", "web_server", "mail_server"]);
        let asset = model.kind_named("asset").unwrap();
        let server = model.kind_named("server").unwrap();
        assert_eq!(
            named(model, &representatives(model, asset, &apart)),
            ["asset", "web_server", "mail_server"]
        );
        assert_eq!(
            named(model, &representatives(model, server, &apart)),
            ["server", "web_server", "mail_server"]
        );
        assert_eq!(named(model, &representatives(model, server, &[asset])), ["server"]);
    }
}
