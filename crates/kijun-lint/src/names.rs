//! The names that rules declare, scope by scope.

use kijun_syntax::ast::{FieldDecl, Ident, Item, TypeExprKind, VocabularyMember};

use crate::Cx;

/// Names among which each should be told from the others.
#[derive(Default)]
pub(crate) struct Scope<'a> {
    pub(crate) names: Vec<&'a Ident>,
}

/// Every name that the project's own rules declare: first those of the whole project, then fields and members of each.
pub(crate) fn names<'a>(cx: &Cx<'a>) -> Vec<Scope<'a>> {
    let mut whole = Scope::default();
    let mut inner = Vec::new();
    for item in cx.trees.iter().flat_map(|tree| &tree.items) {
        match item {
            Item::Standard(standard) => whole.names.push(&standard.name),
            Item::Role(role) => whole.names.push(&role.name),
            Item::Define(define) => whole.names.push(&define.name),
            Item::Parameter(parameter) => whole.names.push(&parameter.name),
            Item::Measure(measure) => whole.names.push(&measure.name),
            Item::Vocabulary(vocabulary) => {
                whole.names.push(&vocabulary.name);
                vocabulary.members.iter().for_each(|member| of_member(member, &mut whole, &mut inner));
            }
            _ => {}
        }
    }
    inner.insert(0, whole);
    inner
}

fn of_member<'a>(member: &'a VocabularyMember, whole: &mut Scope<'a>, inner: &mut Vec<Scope<'a>>) {
    match member {
        VocabularyMember::Enum(declared) => {
            whole.names.push(&declared.name);
            inner.push(Scope { names: declared.members.iter().map(|member| &member.name).collect() });
        }
        VocabularyMember::Record(declared) => {
            whole.names.push(&declared.name);
            fields(&declared.fields, inner);
        }
        VocabularyMember::Kind(declared) => {
            whole.names.push(&declared.name);
            fields(&declared.fields, inner);
        }
        VocabularyMember::Broken(_) => {}
    }
}

fn fields<'a>(declared: &'a [FieldDecl], inner: &mut Vec<Scope<'a>>) {
    inner.push(Scope { names: declared.iter().map(|field| &field.name).collect() });
    for field in declared {
        if let TypeExprKind::Record(nested) = &field.ty.kind {
            fields(nested, inner);
        }
    }
}
