//! Random conditions, provisions, pairs.

use super::atoms::{Scope, atom};
use super::say::{Range, Say};
use super::stronger::{self, Step};
use super::vocabulary::{Lab, Slot, Sort};
use super::{Define, PARAMETER, Pair, Provision};
use crate::Dice;

/// A condition, at most so deep.
pub(super) fn condition(dice: &mut Dice<'_>, scope: &Scope, depth: usize) -> Say {
    if depth == 0 {
        return atom(dice, scope);
    }
    let mut inner = || Box::new(condition(dice, scope, depth - 1));
    let (a, b) = (inner(), inner());
    match dice.below(14) {
        0 | 1 => Say::And(a, b),
        2 | 3 => Say::Or(a, b),
        4 => Say::Not(a),
        5 => Say::Implies(a, b),
        6 => Say::If(Box::new(atom(dice, scope)), a, b),
        7..=10 => of_list(dice, scope, depth).unwrap_or(*a),
        _ => atom(dice, scope),
    }
}

/// A quantifier, a count, or an extreme over a list in reach.
fn of_list(dice: &mut Dice<'_>, scope: &Scope, depth: usize) -> Option<Say> {
    let lists = scope.lists();
    if lists.is_empty() {
        return None;
    }
    let (domain, binder, fields) = dice.pick(&lists).clone();
    if fields.len() == 1 && dice.once_in(4) {
        return Some(contains(dice, scope, &domain, &fields[0]));
    }
    let inside = scope.inside(binder, fields);
    let depth = depth.saturating_sub(1).min(1);
    let range = range(dice, &inside, domain, binder, depth);
    Some(match dice.below(8) {
        0 | 1 => count(dice, range),
        2 => extreme(dice, binder, fields, range),
        _ => {
            let how = *dice.pick(&["every", "some", "no", "every"]);
            Say::Quantified(how, range, Box::new(condition(dice, &inside, depth)))
        }
    })
}

fn contains(dice: &mut Dice<'_>, scope: &Scope, list: &str, element: &Slot) -> Say {
    let constant = match element.sort {
        Sort::Members(members) | Sort::Ordered(members) => dice.pick(members),
        _ => dice.pick(&["\"ab\"", "\"a\"", "\"web\""]),
    };
    let field = if dice.once_in(2) { scope.member(dice, element) } else { None };
    let member = field.unwrap_or_else(|| (*constant).to_owned());
    match dice.below(3) {
        0 => Say::plain(&format!("{member} in {list}")),
        1 => Say::plain(&format!("{member} not in {list}")),
        _ => Say::plain(&format!("{list} contains {member}")),
    }
}

fn range(dice: &mut Dice<'_>, inside: &Scope, domain: String, binder: &str, depth: usize) -> Range {
    let filter = (!dice.once_in(3)).then(|| condition(dice, inside, depth.saturating_sub(1)));
    let filter = match domain.starts_with("all ") {
        true => {
            let join = Say::plain(&format!("{binder}.holder == {}id", inside.prefix));
            Some(filter.map_or(join.clone(), |f| join.and(f)))
        }
        false => filter,
    };
    Range { binder: binder.to_owned(), domain, filter: filter.map(Box::new) }
}

fn count(dice: &mut Dice<'_>, range: Range) -> Say {
    let op = *dice.pick(&[">=", "<=", ">=", "<=", ">", "<", "==", "!="]);
    Say::Count(range, op, i64::try_from(dice.below(4)).unwrap_or(0))
}

/// `max(a.logins for a in …) <= 4`, if an element has a number.
fn extreme(dice: &mut Dice<'_>, binder: &str, fields: &'static [Slot], range: Range) -> Say {
    let numbers: Vec<_> = fields
        .iter()
        .filter_map(|f| match f.sort {
            Sort::Ordered(ladder) if ladder.contains(&"0") => Some((f.name, ladder)),
            _ => None,
        })
        .collect();
    if numbers.is_empty() {
        return count(dice, range);
    }
    let (name, ladder) = *dice.pick(&numbers);
    let value = if name.is_empty() { binder.to_owned() } else { format!("{binder}.{name}") };
    let (fold, op) = (*dice.pick(&["min", "max"]), *dice.pick(&[">=", "<=", ">", "<", "==", "!="]));
    Say::Extreme(fold, value, range, op, ladder, dice.below(ladder.len()))
}

/// A pair. Of four, three have the lower side made from the higher one.
pub(super) fn pair(lab: &'static Lab, dice: &mut Dice<'_>) -> Pair {
    let special = !lab.special.is_empty() && !dice.once_in(4);
    let scope = Scope::subject(lab, special);
    let kinds: Vec<&'static str> = lab.kinds.iter().map(|k| k.0).collect();
    let narrow = kinds[kinds.len() - 1];
    let kind = |dice: &mut Dice<'_>| if special { narrow } else { *dice.pick(&kinds) };
    let defines = defines(dice, &scope, if special { narrow } else { kinds[0] });
    let bound = kind(dice);
    let mut higher = provision(dice, &scope, bound);
    with_defines(dice, &mut higher, &defines);
    let lowers = match dice.below(4) {
        0 => (0..1 + dice.below(3))
            .map(|_| {
                let kind = kind(dice);
                provision(dice, &scope, kind)
            })
            .collect(),
        _ => derived(dice, &scope, &higher, &defines, kind),
    };
    Pair { lab, defines, higher, lowers }
}

/// Nothing guards these: a guard that cannot be decided neither binds nor lets go, and so breaks chains.
pub(super) fn chain(lab: &'static Lab, dice: &mut Dice<'_>) -> Pair {
    let (scope, kind) = (Scope::subject(lab, true), lab.kinds[lab.kinds.len() - 1].0);
    let bare = |provision: Provision| Provision { filter: None, when: None, ..provision };
    let higher = bare(provision(dice, &scope, kind));
    let mut lowers = vec![higher.clone()];
    for _ in 0..2 {
        let mut next = lowers[lowers.len() - 1].clone();
        for _ in 0..dice.below(3) {
            stronger::step(dice, &scope, &mut next, Step::More);
        }
        lowers.push(bare(next));
    }
    lowers.remove(0);
    Pair { lab, defines: Vec::new(), higher, lowers }
}

pub(super) fn weakened(lab: &'static Lab, dice: &mut Dice<'_>) -> Pair {
    let (scope, kind) = (Scope::subject(lab, true), lab.kinds[lab.kinds.len() - 1].0);
    let higher = provision(dice, &scope, kind);
    let mut lower = higher.clone();
    for _ in 0..=dice.below(2) {
        stronger::step(dice, &scope, &mut lower, Step::Less);
    }
    Pair { lab, defines: Vec::new(), higher, lowers: vec![lower] }
}

fn provision(dice: &mut Dice<'_>, scope: &Scope, kind: &'static str) -> Provision {
    let depth = 1 + dice.below(3);
    let sometimes = |dice: &mut Dice<'_>, times| {
        let depth = dice.below(2);
        dice.once_in(times).then(|| condition(dice, scope, depth))
    };
    Provision {
        kind,
        requirement: condition(dice, scope, depth),
        filter: sometimes(dice, 2),
        when: sometimes(dice, 4),
        forbids: dice.once_in(5),
    }
}

fn defines(dice: &mut Dice<'_>, scope: &Scope, kind: &'static str) -> Vec<Define> {
    let scope = scope.clone().parameter();
    (0..dice.below(3))
        .map(|at| Define { name: format!("def{at}"), kind, body: condition(dice, &scope, 1) })
        .collect()
}

/// Calls to definitions, here and there.
fn with_defines(dice: &mut Dice<'_>, provision: &mut Provision, defines: &[Define]) {
    for define in defines {
        // A definition for servers says nothing about an asset.
        if define.kind != provision.kind && define.kind == "server" {
            continue;
        }
        let call = Say::plain(&format!("{}(self)", define.name));
        let requirement = provision.requirement.clone();
        provision.requirement = match dice.below(3) {
            0 => requirement.and(call),
            1 => requirement.or(call),
            _ => Say::Implies(Box::new(call), Box::new(requirement)),
        };
    }
}

/// The same said again, split, made stronger; of four, one is made weaker somewhere.
fn derived(
    dice: &mut Dice<'_>,
    scope: &Scope,
    higher: &Provision,
    defines: &[Define],
    kind: impl Fn(&mut Dice<'_>) -> &'static str,
) -> Vec<Provision> {
    let mut first = higher.clone();
    if dice.once_in(6) {
        first.kind = kind(dice);
    }
    if dice.once_in(2) {
        for define in defines {
            let body = define.body.clone().renamed(PARAMETER, "");
            first.requirement =
                stronger::inlined(first.requirement, &format!("{}(self)", define.name), &body);
        }
    }
    let mut lowers = stronger::split(dice, scope, first);
    for lower in &mut lowers {
        for _ in 0..dice.below(4) {
            stronger::step(dice, scope, lower, Step::More);
        }
    }
    if dice.once_in(3) {
        let at = dice.below(lowers.len());
        stronger::step(dice, scope, &mut lowers[at], Step::Less);
    }
    lowers
}
