//! A term as it was declared, and the newer rules with an older declaration.

use kijun_diag::{Sources, Span};
use kijun_syntax::ast::{Define, EnumDecl, FieldDecl, File, Item, Set, Titles, Vocabulary, VocabularyMember};

use super::{Sort, Term};
use crate::diff::causes::aspects::folded;
use crate::diff::causes::placed;
use crate::words::one_line;

/// A term as it was declared.
#[derive(Clone, Debug)]
pub(in crate::diff) struct Declared {
    /// Where.
    pub(in crate::diff) span: Span,
    node: Node,
}

#[derive(Clone, Debug)]
enum Node {
    Define(Define),
    Set(Set),
    Enum(EnumDecl),
    Field(FieldDecl),
}

impl Declared {
    /// Among trees. `at`: where a definition, or the choice of a parameter, was written.
    pub(in crate::diff) fn find(trees: &[File], (sort, name): &Term, at: Option<Span>) -> Option<Declared> {
        let items = trees.iter().flat_map(|tree| &tree.items);
        match sort {
            Sort::Define | Sort::Parameter => items.filter_map(|item| item_at(item, at?)).next(),
            Sort::Enum | Sort::Kind | Sort::Record => {
                let vocabularies = items.filter_map(|item| match item {
                    Item::Vocabulary(vocabulary) => Some(vocabulary),
                    _ => None,
                });
                vocabularies.flat_map(|v| &v.members).find_map(|member| in_member(member, *sort, name))
            }
        }
    }

    /// Whether two declarations say the same, titles aside.
    pub(in crate::diff) fn same(&self, other: &Declared) -> bool {
        self.printed() == other.printed()
    }

    fn printed(&self) -> String {
        let of = |member| {
            let name = placed::nameless(self.span);
            let members = vec![member];
            Item::Vocabulary(Vocabulary { name, extends: Vec::new(), members, span: self.span })
        };
        let item = match &self.node {
            Node::Define(define) => Item::Define(define.clone()),
            Node::Set(set) => Item::Set(set.clone()),
            Node::Enum(decl) => {
                let mut decl = EnumDecl { titles: Titles::default(), ..decl.clone() };
                decl.members.iter_mut().for_each(|member| member.titles = Titles::default());
                of(VocabularyMember::Enum(decl))
            }
            Node::Field(field) => of(VocabularyMember::Record(kijun_syntax::ast::RecordDecl {
                name: placed::nameless(self.span),
                titles: Titles::default(),
                fields: vec![FieldDecl { titles: Titles::default(), ..field.clone() }],
                span: self.span,
            })),
        };
        placed::item(&item, self.span.file)
    }

    /// What it says, as it was written: of several parts each.
    pub(in crate::diff) fn written(&self, sources: &Sources) -> Vec<String> {
        let text = |span| folded(&one_line(sources.slice(span)));
        match &self.node {
            Node::Define(define) => {
                let taken = define.params.iter().map(|(name, _)| name.name.as_str()).collect::<Vec<_>>();
                let taken = (!taken.is_empty()).then(|| format!("({})", taken.join(", ")));
                taken.into_iter().chain([text(define.body.span)]).collect()
            }
            Node::Set(set) => vec![text(set.value.span)],
            Node::Field(field) => vec![text(field.span)],
            Node::Enum(decl) if decl.ordered => {
                let names: Vec<&str> = decl.members.iter().map(|member| member.name.name.as_str()).collect();
                vec![names.join(" < ")]
            }
            Node::Enum(decl) => decl.members.iter().map(|member| member.name.name.clone()).collect(),
        }
    }

    /// Puts this declaration in the place of another.
    pub(in crate::diff) fn replace(&self, other: &Declared, trees: &mut [File]) {
        for item in trees.iter_mut().flat_map(|tree| &mut tree.items) {
            match (item, &self.node) {
                (Item::Define(define), Node::Define(old)) if define.name.span == other.span => {
                    *define = old.clone();
                }
                (Item::Set(set), Node::Set(old)) if set.span == other.span => {
                    set.value = old.value.clone();
                }
                (Item::Vocabulary(vocabulary), _) => {
                    vocabulary.members.iter_mut().for_each(|member| self.replace_in(other, member));
                }
                _ => {}
            }
        }
    }

    fn replace_in(&self, other: &Declared, member: &mut VocabularyMember) {
        let fields = match (member, &self.node) {
            (VocabularyMember::Enum(decl), Node::Enum(old)) if decl.name.span == other.span => {
                *decl = old.clone();
                return;
            }
            (VocabularyMember::Kind(decl), Node::Field(_)) => &mut decl.fields,
            (VocabularyMember::Record(decl), Node::Field(_)) => &mut decl.fields,
            _ => return,
        };
        let Node::Field(old) = &self.node else { return };
        for field in fields.iter_mut().filter(|field| field.span == other.span) {
            *field = old.clone();
        }
    }
}

fn item_at(item: &Item, at: Span) -> Option<Declared> {
    let (span, node) = match item {
        Item::Define(define) => (define.name.span, Node::Define(define.clone())),
        Item::Set(set) => (set.span, Node::Set(set.clone())),
        _ => return None,
    };
    (span == at).then_some(Declared { span, node })
}

fn in_member(member: &VocabularyMember, sort: Sort, name: &str) -> Option<Declared> {
    let (of, fields) = match (member, sort) {
        (VocabularyMember::Enum(decl), Sort::Enum) => {
            let node = Node::Enum(decl.clone());
            return (decl.name.name == name).then_some(Declared { span: decl.name.span, node });
        }
        (VocabularyMember::Kind(decl), Sort::Kind) => (&decl.name.name, &decl.fields),
        (VocabularyMember::Record(decl), Sort::Record) => (&decl.name.name, &decl.fields),
        _ => return None,
    };
    let inside = name.strip_prefix(of.as_str())?.strip_prefix('.')?;
    let field = fields.iter().find(|field| field.name.name == inside)?;
    Some(Declared { span: field.span, node: Node::Field(field.clone()) })
}
