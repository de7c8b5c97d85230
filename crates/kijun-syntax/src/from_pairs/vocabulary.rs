//! Vocabularies: enums, records, kinds and their fields.

use crate::ast::{
    EnumDecl, EnumMember, FieldDecl, KindDecl, RecordDecl, Text, Titles, TypeExpr, TypeExprKind, Vocabulary,
    VocabularyMember,
};
use crate::from_pairs::Cx;
use crate::grammar::{Pair, Rule, first, has, inside};
use crate::problem;
use crate::recover;

impl<'i> Cx<'i> {
    pub(super) fn vocabulary(&mut self, pair: &Pair<'i>) -> Vocabulary {
        let mut members = Vec::new();
        for piece in inside(pair) {
            if piece.as_rule() == Rule::member_junk {
                let take = |cx: &mut Cx<'i>, member: &Pair<'i>| members.extend(cx.declaration(member));
                let broken = recover::read_again(self, &piece, Rule::alone_vocabulary_member, take);
                members.extend(broken.map(VocabularyMember::Broken));
            } else {
                members.extend(self.declaration(&piece));
            }
        }
        let (name, extends) = (self.name_in(pair), self.name_list_in(pair));
        Vocabulary { name, extends, members, span: self.span(pair) }
    }

    fn declaration(&mut self, pair: &Pair<'i>) -> Option<VocabularyMember> {
        Some(match pair.as_rule() {
            Rule::enum_decl => VocabularyMember::Enum(self.enum_decl(pair)),
            Rule::record_decl => VocabularyMember::Record(self.record_decl(pair)),
            Rule::kind_decl => VocabularyMember::Kind(self.kind_decl(pair)),
            _ => return None,
        })
    }

    fn enum_decl(&mut self, pair: &Pair<'i>) -> EnumDecl {
        let separators: Vec<Pair<'i>> = inside(pair).filter(|p| p.as_rule() == Rule::enum_sep).collect();
        let ordered = separators.first().is_some_and(|s| s.as_str() == "<");
        if let Some(other) = separators.iter().find(|s| (s.as_str() == "<") != ordered) {
            let first = self.span(&separators[0]);
            self.report(problem::mixed_separators(self.span(other), first));
        }
        let members = inside(pair).filter(|p| p.as_rule() == Rule::enum_member);
        let members = members.map(|member| self.enum_member(&member)).collect();
        let (name, titles) = (self.name_in(pair), self.titles_in(pair));
        EnumDecl { name, titles, ordered, members, span: self.span(pair) }
    }

    fn enum_member(&mut self, pair: &Pair<'i>) -> EnumMember {
        EnumMember { name: self.name_in(pair), titles: self.titles_in(pair), from: self.sources_in(pair) }
    }

    fn sources_in(&mut self, pair: &Pair<'i>) -> Vec<Text> {
        first(pair, Rule::from).map(|from| self.texts_in(&from)).unwrap_or_default()
    }

    fn record_decl(&mut self, pair: &Pair<'i>) -> RecordDecl {
        let (name, titles) = (self.name_in(pair), self.titles_in(pair));
        RecordDecl { name, titles, fields: self.fields_in(pair), span: self.span(pair) }
    }

    fn kind_decl(&mut self, pair: &Pair<'i>) -> KindDecl {
        let mut names = self.names_in(pair).into_iter();
        let name = names.next().unwrap_or_else(|| self.name_in(pair));
        let titles = self.titles_in(pair);
        KindDecl { name, titles, is: names.next(), fields: self.fields_in(pair), span: self.span(pair) }
    }

    fn fields_in(&mut self, pair: &Pair<'i>) -> Vec<FieldDecl> {
        let Some(block) = first(pair, Rule::fields) else { return Vec::new() };
        let mut fields = Vec::new();
        for piece in inside(&block) {
            match piece.as_rule() {
                Rule::field => fields.extend(inside(&piece).next().map(|field| self.field(&field))),
                Rule::member_junk => {
                    recover::read_again(self, &piece, Rule::alone_field, |cx, field| {
                        fields.push(cx.field(field));
                    });
                }
                _ => {}
            }
        }
        fields
    }

    fn field(&mut self, pair: &Pair<'i>) -> FieldDecl {
        let (mut titles, mut from) = (Titles::default(), Vec::new());
        for piece in inside(pair) {
            match piece.as_rule() {
                Rule::from => from.extend(self.texts_in(&piece)),
                _ => self.add_title(&mut titles, &piece),
            }
        }
        let (name, ty) = (self.name_in(pair), self.type_in(pair));
        FieldDecl { key: has(pair, Rule::field_key), name, ty, titles, from, span: self.span(pair) }
    }

    /// The type directly inside. The grammar promises one where this is asked.
    pub(super) fn type_in(&mut self, pair: &Pair<'i>) -> TypeExpr {
        let pair = first(pair, Rule::type_expr).unwrap_or_else(|| pair.clone());
        let span = self.span(&pair);
        let pieces: Vec<Pair<'i>> = inside(&pair).collect();
        let mut ty = TypeExpr { kind: TypeExprKind::Record(Vec::new()), span };
        let mut n_optional = 0;
        for piece in pieces.iter().rev() {
            let inner = |ty: TypeExpr| Box::new(ty);
            let span = self.span(piece);
            ty = match piece.as_rule() {
                Rule::optional => {
                    n_optional += 1;
                    continue;
                }
                Rule::k_list_of => TypeExpr { span: span.to(ty.span), kind: TypeExprKind::List(inner(ty)) },
                Rule::k_map_of => TypeExpr { span: span.to(ty.span), kind: TypeExprKind::Map(inner(ty)) },
                _ => TypeExpr { kind: self.type_base(piece), span },
            };
        }
        // `T??` is kept as it stands, so that the next stage can say that one is enough. More than two
        // say nothing else.
        for _ in 0..n_optional.min(2) {
            ty = TypeExpr { kind: TypeExprKind::Optional(Box::new(ty)), span };
        }
        ty
    }

    fn type_base(&mut self, pair: &Pair<'i>) -> TypeExprKind {
        match pair.as_rule() {
            Rule::type_ref => TypeExprKind::Ref(self.name_in(pair)),
            Rule::type_record => TypeExprKind::Record(self.fields_in(pair)),
            _ => TypeExprKind::Named(self.name(pair)),
        }
    }
}
