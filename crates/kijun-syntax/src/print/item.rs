//! Items and declarations.

use crate::ast::{
    CaseRow, Cases, Clause, Constraint, EnumDecl, EnumMember, Exception, Expect, Expr, FieldDecl, Given,
    Goal, Item, KindDecl, Literal, LiteralKind, Measure, Parameter, RecordDecl, Role, Section, Test, Titles,
    TypeExpr, TypeExprKind, Vocabulary, VocabularyMember,
};
use crate::print::expr::{binary_op, expr};
use crate::print::member::subjects;
use crate::print::{
    Printer, clause_ref, date, edition_ref, ident, join, list, node, number, optional, quoted, text, titles,
};

impl Printer {
    pub(super) fn item(&mut self, item: &Item) {
        match item {
            Item::Standard(standard) => self.block("standard", ident(&standard.name), |p| {
                for member in &standard.members {
                    p.standard_member(member);
                }
            }),
            Item::PartOf(edition) => self.line("part-of", edition_ref(edition)),
            Item::Clause(clause) => self.clause(clause),
            Item::Section(section) => self.section(section),
            Item::Vocabulary(vocabulary) => self.vocabulary(vocabulary),
            Item::Role(item) => self.line("role", role(item)),
            Item::Define(define) => {
                let params = list("params", &define.params, |(name, ty)| node(&name.name, [type_expr(ty)]));
                self.line("define", join([ident(&define.name), params, expr(&define.body)]));
            }
            Item::Term(term) => self.line("term", join([text(&term.words), ident(&term.means)])),
            Item::Parameter(item) => self.line("parameter", parameter(item)),
            Item::Set(set) => {
                let name = format!("${}", set.name.name);
                self.line("set", join([edition_ref(&set.standard), name, expr(&set.value)]));
            }
            Item::Exception(item) => self.exception(item),
            Item::Measure(item) => self.line("measure", measure(item)),
            Item::Test(item) => self.test(item),
            Item::Broken(broken) => self.broken(broken),
        }
    }

    fn clause(&mut self, clause: &Clause) {
        self.block("clause", join([number(&clause.number), titles(&clause.titles)]), |p| {
            for member in &clause.members {
                p.clause_member(member);
            }
        });
    }

    fn section(&mut self, section: &Section) {
        self.block("section", join([number(&section.number), titles(&section.titles)]), |p| {
            for member in &section.defaults {
                p.clause_member(member);
            }
            p.items(&section.items);
        });
    }

    fn vocabulary(&mut self, vocabulary: &Vocabulary) {
        let extends = list("extends", &vocabulary.extends, ident);
        self.block("vocabulary", join([ident(&vocabulary.name), extends]), |p| {
            for member in &vocabulary.members {
                match member {
                    VocabularyMember::Enum(decl) => p.line("enum", enum_decl(decl)),
                    VocabularyMember::Record(decl) => p.record_decl(decl),
                    VocabularyMember::Kind(decl) => p.kind_decl(decl),
                    VocabularyMember::Broken(broken) => p.broken(broken),
                }
            }
        });
    }

    fn record_decl(&mut self, decl: &RecordDecl) {
        self.block("record", join([ident(&decl.name), titles(&decl.titles)]), |p| p.fields(&decl.fields));
    }

    fn kind_decl(&mut self, decl: &KindDecl) {
        let head = join([ident(&decl.name), titles(&decl.titles), optional("is", decl.is.as_ref(), ident)]);
        self.block("kind", head, |p| p.fields(&decl.fields));
    }

    fn fields(&mut self, fields: &[FieldDecl]) {
        for decl in fields {
            self.line(if decl.key { "key" } else { "field" }, field(decl));
        }
    }

    fn exception(&mut self, item: &Exception) {
        self.block("exception", join([number(&item.id), titles(&item.titles)]), |p| {
            let approved = |(role, day)| join([ident(role), date(day)]);
            let lines = [
                ("to", join(item.to.iter().map(clause_ref))),
                ("for", item.subjects.as_ref().map(subjects).unwrap_or_default()),
                ("approved", item.approved.as_ref().map(|(a, b)| approved((a, b))).unwrap_or_default()),
                ("from", item.from.as_ref().map(date).unwrap_or_default()),
                ("until", item.until.as_ref().map(date).unwrap_or_default()),
                ("because", item.because.as_ref().map(text).unwrap_or_default()),
                ("compensated-by", join(item.compensated_by.iter().map(clause_ref))),
            ];
            for (head, rest) in lines.iter().filter(|(_, rest)| !rest.is_empty()) {
                p.line(head, rest);
            }
        });
    }

    fn test(&mut self, test: &Test) {
        self.block("test", text(&test.title), |p| {
            if let Some(on) = &test.on {
                p.line("on", date(on));
            }
            for subject in &test.given {
                p.line("given", given(subject));
            }
            for line in &test.expect {
                p.line("expect", expect(line));
            }
            for table in &test.cases {
                p.line("cases", cases(table));
                for row in &table.rows {
                    p.line("case", case(row));
                }
            }
        });
    }
}

fn role(role: &Role) -> String {
    let reports = optional("reports-to", role.reports_to.as_ref(), ident);
    let incompatible = list("incompatible-with", &role.incompatible_with, ident);
    join([ident(&role.name), titles(&role.titles), reports, incompatible])
}

fn parameter(parameter: &Parameter) -> String {
    let constraints = parameter.constraints.iter().map(|constraint| match constraint {
        Constraint::Compare(op, bound) => node(binary_op(*op), [expr(bound)]),
        Constraint::In(set) => node("in", set.iter().map(expr)),
    });
    let head = [ident(&parameter.name), type_expr(&parameter.ty)];
    join(head.into_iter().chain(constraints).chain([titles(&parameter.titles)]))
}

fn measure(measure: &Measure) -> String {
    let goal = |goal: &Goal| node(binary_op(goal.op), [expr(&goal.bound)]);
    let except = |(left_out, because): &(Expr, Titles)| node("except", [expr(left_out), titles(because)]);
    let takes = measure.takes.iter().map(|take| node(take.sort.word(), take.value.iter().map(expr)));
    join([
        ident(&measure.name),
        titles(&measure.titles),
        optional("over", measure.over.as_ref(), subjects),
        measure.except.as_ref().map(except).unwrap_or_default(),
        join(takes),
        measure.target.as_ref().map(goal).unwrap_or_default(),
        optional("each", measure.each.as_ref(), goal),
        list("by", &measure.by, expr),
        optional("owner", measure.owner.as_ref(), ident),
        list("see", &measure.see, clause_ref),
    ])
}

fn enum_decl(decl: &EnumDecl) -> String {
    let order = if decl.ordered { "ordered" } else { "unordered" };
    let head = [ident(&decl.name), titles(&decl.titles), order.to_owned()];
    join(head.into_iter().chain(decl.members.iter().map(enum_member)))
}

fn enum_member(member: &EnumMember) -> String {
    if member.titles == crate::ast::Titles::default() && member.from.is_empty() {
        return ident(&member.name);
    }
    node(&member.name.name, [titles(&member.titles), list("from", &member.from, text)])
}

fn field(decl: &FieldDecl) -> String {
    join([ident(&decl.name), type_expr(&decl.ty), titles(&decl.titles), list("from", &decl.from, text)])
}

fn type_expr(ty: &TypeExpr) -> String {
    match &ty.kind {
        TypeExprKind::Named(name) => ident(name),
        TypeExprKind::List(inner) => node("list", [type_expr(inner)]),
        TypeExprKind::Map(inner) => node("map", [type_expr(inner)]),
        TypeExprKind::Ref(kind) => node("ref", [ident(kind)]),
        TypeExprKind::Record(fields) => {
            node("record", fields.iter().map(|f| node(if f.key { "key" } else { "field" }, [field(f)])))
        }
        TypeExprKind::Optional(inner) => node("?", [type_expr(inner)]),
    }
}

fn given(given: &Given) -> String {
    let taken = optional("taken", given.taken.as_ref(), date);
    join([ident(&given.kind), ident(&given.name), taken, literal(&given.value)])
}

fn literal(value: &Literal) -> String {
    match &value.kind {
        LiteralKind::Word(word) => word.clone(),
        LiteralKind::Text(words) => quoted(words),
        LiteralKind::List(items) => node("list", items.iter().map(literal)),
        LiteralKind::Record(fields) => {
            node("record", fields.iter().map(|(name, value)| node(&name.name, [literal(value)])))
        }
    }
}

fn cases(cases: &Cases) -> String {
    let columns = cases.columns.iter().map(|name| format!("${}", ident(name)));
    let subject = optional("for", cases.subject.as_ref(), ident);
    join(columns.chain([clause_ref(&cases.statement), subject]))
}

fn case(row: &CaseRow) -> String {
    let because = optional("because", row.because.as_ref(), expr);
    join(row.values.iter().map(literal).chain([ident(&row.result), because]))
}

fn expect(expect: &Expect) -> String {
    let subject = optional("for", expect.subject.as_ref(), ident);
    let because = optional("because", expect.because.as_ref(), expr);
    join([clause_ref(&expect.statement), ident(&expect.result), subject, because])
}
