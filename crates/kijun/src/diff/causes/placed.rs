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

    /// The clause with this statement alone, and with what its sections say for it; as if it continued nothing.
    pub(super) fn alone(&self) -> Clause {
        let is_other = |member: &ClauseMember| {
            is_statement(&member.kind) && member.span != self.member.span
                || matches!(member.kind, ClauseMemberKind::Was(_))
        };
        let own = self.clause.members.iter().filter(|member| !is_other(member)).cloned();
        let mut members: Vec<ClauseMember> = own.collect();
        for default in &self.defaults {
            if !members.iter().any(|member| is_same_sort(member, default)) {
                members.insert(0, (*default).clone());
            }
        }
        Clause { members, ..self.clause.clone() }
    }
}

fn is_statement(kind: &ClauseMemberKind) -> bool {
    matches!(kind, ClauseMemberKind::Statement(_) | ClauseMemberKind::Attest(_))
}

fn is_same_sort(one: &ClauseMember, other: &ClauseMember) -> bool {
    std::mem::discriminant(&one.kind) == std::mem::discriminant(&other.kind)
}

/// Takes a statement away; with its clause, if that says nothing else.
pub(super) fn remove(trees: &mut [File], span: Span) {
    edit(trees, span, &mut |clause| clause.members.retain(|member| member.span != span));
    let of_file = trees.iter_mut().filter(|tree| tree.file == span.file);
    of_file.for_each(|tree| remove_empty(&mut tree.items, span));
}

/// Takes away the clause around a place that has no statement any more.
fn remove_empty(items: &mut Vec<Item>, at: Span) {
    let is_around = |clause: &Clause| clause.span.start <= at.start && at.end <= clause.span.end;
    let is_empty = |clause: &Clause| !clause.members.iter().any(|member| is_statement(&member.kind));
    items.retain(|item| !matches!(item, Item::Clause(clause) if is_around(clause) && is_empty(clause)));
    for item in items {
        if let Item::Section(section) = item {
            remove_empty(&mut section.items, at);
        }
    }
}

/// Takes what the sections around a clause say by default from it, and from no other clause: those that have not said it themselves
/// say it now.
pub(super) fn undefault(trees: &mut [File], span: Span, is: fn(&ClauseMemberKind) -> bool) {
    trees
        .iter_mut()
        .filter(|tree| tree.file == span.file)
        .for_each(|tree| undefault_among(&mut tree.items, span, is));
}

fn undefault_among(items: &mut [Item], span: Span, is: fn(&ClauseMemberKind) -> bool) {
    for item in items {
        let Item::Section(section) = item else { continue };
        if !has(&section.items, span) {
            continue;
        }
        if let Some(at) = section.defaults.iter().position(|member| is(&member.kind)) {
            let default = section.defaults.remove(at);
            say_it(&mut section.items, span, &default, is);
        }
        undefault_among(&mut section.items, span, is);
    }
}

/// Whether the clause of a statement stands among items.
fn has(items: &[Item], span: Span) -> bool {
    items.iter().any(|item| match item {
        Item::Clause(clause) => clause.members.iter().any(|member| member.span == span),
        Item::Section(section) => has(&section.items, span),
        _ => false,
    })
}

/// Gives a default to every clause that does not say it, and to every section; but not to the clause of a statement, nor to what stands
/// around that.
fn say_it(items: &mut [Item], span: Span, default: &ClauseMember, is: fn(&ClauseMemberKind) -> bool) {
    for item in items {
        let around = has(std::slice::from_ref(item), span);
        let says = |members: &[ClauseMember]| members.iter().any(|member| is(&member.kind));
        match item {
            Item::Clause(clause) if !around && !says(&clause.members) => {
                clause.members.insert(0, default.clone());
            }
            Item::Section(section) if says(&section.defaults) => {}
            Item::Section(section) if around => say_it(&mut section.items, span, default, is),
            Item::Section(section) => section.defaults.push(default.clone()),
            _ => {}
        }
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
