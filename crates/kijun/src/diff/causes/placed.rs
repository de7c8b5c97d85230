//! A statement where it was written: its clause, and what its sections say for all that stands inside.

use kijun_diag::{FileId, Span};
use kijun_syntax::ast::{
    Clause, ClauseMember, ClauseMemberKind, File, Ident, Item, Number, Statement, Titles,
};

/// A statement with its clause and the defaults of its sections.
pub(super) struct Placed<'t> {
    clause: &'t Clause,
    defaults: Vec<&'t ClauseMember>,
    pub(super) member: &'t ClauseMember,
}

impl<'t> Placed<'t> {
    /// The statement that was written at a place.
    pub(super) fn find(trees: &'t [File], span: Span) -> Option<Placed<'t>> {
        trees.iter().filter(|tree| tree.file == span.file).find_map(|tree| among(&tree.items, span))
    }

    /// The clause's own member of a sort; else that of the innermost section that has one.
    pub(super) fn member(&self, is: impl Fn(&ClauseMemberKind) -> bool) -> Option<&'t ClauseMember> {
        let own = self.clause.members.iter().find(|member| is(&member.kind));
        own.or_else(|| self.defaults.iter().copied().find(|member| is(&member.kind)))
    }
}

fn among(items: &[Item], span: Span) -> Option<Placed<'_>> {
    items.iter().find_map(|item| match item {
        Item::Clause(clause) => {
            let member = clause.members.iter().find(|member| member.span == span)?;
            Some(Placed { clause, defaults: Vec::new(), member })
        }
        Item::Section(section) => {
            let mut placed = among(&section.items, span)?;
            placed.defaults.extend(&section.defaults);
            Some(placed)
        }
        _ => None,
    })
}

/// Edits the clause that a statement was written in.
pub(super) fn edit(trees: &mut [File], span: Span, edit: &mut dyn FnMut(&mut Clause)) {
    trees
        .iter_mut()
        .filter(|tree| tree.file == span.file)
        .for_each(|tree| edit_among(&mut tree.items, span, edit));
}

fn edit_among(items: &mut [Item], span: Span, edit: &mut dyn FnMut(&mut Clause)) {
    for item in items {
        match item {
            Item::Clause(clause) if clause.members.iter().any(|member| member.span == span) => edit(clause),
            Item::Section(section) => edit_among(&mut section.items, span, edit),
            _ => {}
        }
    }
}

/// What an item says, places aside.
pub(super) fn item(item: &Item, file: FileId) -> String {
    kijun_syntax::print(&File { file, items: vec![item.clone()], comments: Vec::new() })
}

/// What members of a clause say, places aside.
pub(super) fn members(members: Vec<ClauseMember>, span: Span) -> String {
    let number = Number { text: String::new(), span };
    item(&Item::Clause(Clause { number, titles: Titles::default(), members, span }), span.file)
}

/// What a statement says, but for its label and its words.
pub(super) fn statement(statement: &Statement, span: Span) -> String {
    let bare = Statement { label: None, messages: Vec::new(), ..statement.clone() };
    members(vec![ClauseMember { kind: ClauseMemberKind::Statement(bare), span }], span)
}

/// A name where none is needed.
pub(super) fn nameless(span: Span) -> Ident {
    Ident { name: String::new(), span }
}
