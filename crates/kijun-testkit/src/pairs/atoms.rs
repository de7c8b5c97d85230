//! Conditions of one field, or of two.

use super::PARAMETER;
use super::say::{Atom, Say};
use super::vocabulary::{LEVELS, Lab, Slot, Sort};
use crate::Dice;

/// Which names can be said.
#[derive(Clone, Debug)]
pub(super) struct Scope {
    pub(super) lab: &'static Lab,
    /// Fields of the subject.
    pub(super) fields: Vec<&'static Slot>,
    /// What stands before them.
    pub(super) prefix: &'static str,
    /// The element: its name and its fields.
    pub(super) element: Option<(&'static str, &'static [Slot])>,
}

/// A field by the path that leads to it.
struct Named {
    path: String,
    sort: Sort,
    optional: bool,
}

const DAYS: &[&str] = &["2010-01-01", "2011-02-28", "2011-04-01", "2011-10-01", "2012-02-29"];
const LATER: &[&str] = &["0 days", "1 day", "30 days", "90 days", "365 days"];
const EARLIER: &[&str] = &["365 days", "90 days", "30 days", "1 day", "0 days"];
const RECENT: &[&str] = &[
    "within 90 days of today",
    "within 90 days before today",
    "within 30 days before today",
    "within 1 day before today",
];
const ORDERS: &[&str] = &[">=", "<=", ">=", "<=", ">", "<", "==", "!="];

impl Scope {
    pub(super) fn subject(lab: &'static Lab, special: bool) -> Scope {
        let more = if special { lab.special } else { &[] };
        let fields = lab.fields.iter().chain(more).chain(more).collect();
        Scope { lab, fields, prefix: "", element: None }
    }

    pub(super) fn parameter(self) -> Scope {
        Scope { prefix: PARAMETER, ..self }
    }

    /// The same among elements of a list.
    pub(super) fn inside(&self, binder: &'static str, fields: &'static [Slot]) -> Scope {
        Scope { element: Some((binder, fields)), ..self.clone() }
    }

    /// Lists that a quantifier may range over, with their elements.
    pub(super) fn lists(&self) -> Vec<(String, &'static str, &'static [Slot])> {
        self.nearest()
            .into_iter()
            .filter_map(|field| match field.sort {
                Sort::List(binder, fields) => Some((field.path, binder, fields)),
                _ => None,
            })
            .collect()
    }

    /// Fields of the element; of the subject where there is none.
    fn nearest(&self) -> Vec<Named> {
        match self.element {
            Some((binder, fields)) => fields.iter().map(|slot| named(binder, slot)).collect(),
            None => self.of_subject(),
        }
    }

    fn of_subject(&self) -> Vec<Named> {
        self.fields.iter().map(|slot| named(self.prefix.trim_end_matches('.'), slot)).collect()
    }

    fn any(&self, dice: &mut Dice<'_>) -> Named {
        let mut fields = if dice.once_in(4) { self.of_subject() } else { self.nearest() };
        fields.retain(|f| !matches!(f.sort, Sort::List(..)));
        let at = dice.below(fields.len());
        fields.swap_remove(at)
    }

    /// Another field of the same sort, of the element or of the subject.
    fn alike(&self, dice: &mut Dice<'_>, ladder: Option<&'static [&'static str]>) -> Option<String> {
        let paths = self.like(|sort| match (sort, ladder) {
            (Sort::Date, None) => true,
            (Sort::Ordered(other) | Sort::Members(other), Some(ladder)) => *other == ladder,
            _ => false,
        });
        (!paths.is_empty()).then(|| dice.pick(&paths).clone())
    }

    /// Every field of a sort, of the element and of the subject.
    fn like(&self, fits: impl Fn(&Sort) -> bool) -> Vec<String> {
        let all = self.nearest().into_iter().chain(self.of_subject());
        all.filter(|f| fits(&f.sort)).map(|f| f.path).collect()
    }

    /// A field that an element of a list may equal.
    pub(super) fn member(&self, dice: &mut Dice<'_>, element: &Slot) -> Option<String> {
        match element.sort {
            Sort::Ordered(ladder) | Sort::Members(ladder) => self.alike(dice, Some(ladder)),
            _ => None,
        }
    }
}

fn named(owner: &str, slot: &'static Slot) -> Named {
    let path = match (owner, slot.name) {
        ("", name) => name.to_owned(),
        (owner, "") => owner.to_owned(),
        (_, name) if name.starts_with("all ") => name.to_owned(),
        (owner, name) => format!("{owner}.{name}"),
    };
    Named { path, sort: slot.sort, optional: slot.optional }
}

/// A condition of one field, or of two.
pub(super) fn atom(dice: &mut Dice<'_>, scope: &Scope) -> Say {
    let field = scope.any(dice);
    let presence = || Say::plain(&format!("{} is present", field.path));
    if matches!(field.sort, Sort::Members([])) {
        return presence();
    }
    if !field.optional {
        return test(dice, scope, field.path, field.sort);
    }
    let present = presence();
    match dice.below(6) {
        0 => present,
        1 => Say::plain(&format!("{} is absent", field.path)),
        2 => present.and(test(dice, scope, field.path, field.sort)),
        3 => Say::Implies(Box::new(present), Box::new(test(dice, scope, field.path, field.sort))),
        _ => test(dice, scope, field.path, field.sort),
    }
}

fn test(dice: &mut Dice<'_>, scope: &Scope, path: String, sort: Sort) -> Say {
    match sort {
        Sort::Bool if dice.once_in(5) => Say::plain(&format!("{path} == {}", dice.pick(&["true", "false"]))),
        Sort::Bool | Sort::List(..) => Say::plain(&path),
        Sort::Members(members) => among(dice, path, members),
        Sort::Chains(chains) if dice.once_in(8) => {
            let others = scope.like(|sort| matches!(sort, Sort::Chains(other) if *other == chains));
            Say::plain(&format!("{path} {} {}", dice.pick(&["==", "!="]), dice.pick(&others)))
        }
        Sort::Chains(chains) => {
            let chain = *dice.pick(chains);
            Say::Atom(Atom::Chain(path, chain, dice.below(chain.len())))
        }
        Sort::Ordered(ladder) => match dice.below(8) {
            0 => among(dice, path, ladder),
            6 if scope.lab.days => either(dice, scope, &path, ladder),
            7 if scope.lab.days && scale(ladder) => scaled(dice, scope, path, ladder),
            1 | 2 if scope.lab.days => beside(dice, scope, path, ladder),
            _ => bound(dice, path, String::new(), ladder),
        },
        Sort::Date => day(dice, scope, path),
    }
}

fn bound(dice: &mut Dice<'_>, path: String, middle: String, ladder: &'static [&'static str]) -> Say {
    let (op, at) = (*dice.pick(ORDERS), dice.below(ladder.len()));
    Say::Atom(Atom::Bound(path, op, middle, ladder, at))
}

/// Two fields, where a sum makes sense with something between them.
fn beside(dice: &mut Dice<'_>, scope: &Scope, path: String, ladder: &'static [&'static str]) -> Say {
    let Some(other) = scope.alike(dice, Some(ladder)) else { return Say::plain(&path) };
    let sums = !ladder.iter().any(|rung| {
        rung.starts_with("v\"") || rung.starts_with("2011-") || *rung == "internal" || *rung == "red"
    });
    if sums && dice.once_in(2) {
        return bound(dice, path, format!("{other} + "), ladder);
    }
    let op = *dice.pick(ORDERS);
    Say::plain(&format!("{path} {op} {other}"))
}

/// Whether a ladder is of numbers, or of what is multiplied by them.
fn scale(ladder: &[&str]) -> bool {
    ["0", "0 B", "0%", "0 days"].iter().any(|zero| ladder.contains(zero))
}

/// A multiple, or a sum of two fields.
fn scaled(dice: &mut Dice<'_>, scope: &Scope, path: String, ladder: &'static [&'static str]) -> Say {
    let other = scope.alike(dice, Some(ladder)).filter(|_| dice.once_in(2));
    let whole = other.map_or_else(|| format!("{path} * 2"), |other| format!("{path} + {other}"));
    bound(dice, whole, String::new(), ladder)
}

/// One bound or another.
fn either(dice: &mut Dice<'_>, scope: &Scope, path: &str, ladder: &'static [&'static str]) -> Say {
    let flags = scope.like(|sort| matches!(sort, Sort::Bool));
    let (op, flag, low, high) = (dice.pick(ORDERS), dice.pick(&flags), dice.pick(ladder), dice.pick(ladder));
    // Of two bare members nothing tells the enumeration.
    let qualified =
        |rung: &str| if LEVELS.contains(&rung) { format!("level.{rung}") } else { rung.to_owned() };
    let (low, high) = (qualified(low), qualified(high));
    Say::plain(&format!("{path} {op} (if {flag} then {low} else {high})"))
}

fn among(dice: &mut Dice<'_>, path: String, members: &'static [&'static str]) -> Say {
    if dice.once_in(3) {
        let op = *dice.pick(&["==", "!="]);
        return Say::plain(&format!("{path} {op} {}", dice.pick(members)));
    }
    // A set holds constants only.
    let fine = |m: &&&'static str| !m.starts_with('$') && !dice.once_in(2);
    let mut chosen: Vec<&'static str> = members.iter().filter(fine).copied().collect();
    if chosen.is_empty() {
        chosen.push(members[0]);
    }
    Say::Atom(Atom::Set(path, !dice.once_in(3), chosen))
}

fn day(dice: &mut Dice<'_>, scope: &Scope, path: String) -> Say {
    match dice.below(9) {
        8 => {
            let end = dice.pick(&["period.start", "period.end"]);
            bound(dice, path, format!("{end} - "), EARLIER)
        }
        0 => bound(dice, path, String::new(), DAYS),
        1 => bound(dice, path, "today - ".to_owned(), EARLIER),
        2 | 3 => bound(dice, format!("age({path})"), String::new(), LATER),
        4 => Say::Atom(Atom::Chain(path, RECENT, dice.below(RECENT.len()))),
        5 => bound(dice, format!("today - {path}"), String::new(), LATER),
        6 => bound(dice, "today".to_owned(), format!("{path} + "), LATER),
        _ => {
            let other = scope.alike(dice, None).unwrap_or_else(|| "today".to_owned());
            bound(dice, path, format!("{other} + "), LATER)
        }
    }
}
