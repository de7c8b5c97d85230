//! What holds of any two editions: nothing is different from itself, churn is nothing, and back is the mirror of forth.

use kijun_conform::{EditionDiff, Identity, Substance};
use kijun_model::Model;
use kijun_testkit::Rules;
use proptest::prelude::*;

use crate::editions::{between, named};

const VOCABULARY: &str = "
vocabulary v {
  enum exposure { internal < intranet < internet }
  kind server { key id: text  exposure: exposure  length: int  history: int  patched_on: date  flag: bool }
}
role officer \"Officer\" {}
role manager \"Manager\" { reports to officer }
";

/// What a clause may demand.
const DEMANDS: [&str; 9] = [
    "",
    "for server  must length >= 8",
    "for server  must length >= 10",
    "for server  should length >= 10",
    "for server where exposure == internet  must length >= 10",
    "for server  must history >= 3  must flag",
    "for server  by officer  must age(patched_on) <= 30 days",
    "for server  by manager  must age(patched_on) <= 14 days",
    "for server  attest \"Is the room locked at night?\" by officer every 1 year",
];

/// What a clause may say.
const TEXTS: [&str; 6] = [
    "",
    "Passwords of servers must have at least 8 characters.",
    "Passwords of servers must have at least 10 characters; they should not be reused.",
    "Servers are patched within 30 days of the release of a patch, or taken off the network.",
    "パスワードは８文字以上とし、他人に知られないようにしなければならない。",
    "Do the following:\n- lock the room at night;\n- keep the key in the safe.",
];

#[derive(Clone, Debug)]
struct Clause {
    number: u8,
    demand: usize,
    text: usize,
    /// The older number that it says it continues.
    was: Option<u8>,
}

fn clauses() -> impl Strategy<Value = Vec<Clause>> {
    let clause = (0..DEMANDS.len(), 0..TEXTS.len(), proptest::option::of(1..6_u8));
    let all = proptest::collection::btree_map(1..6_u8, clause, 1..5);
    all.prop_map(|all| {
        let clause = |(number, (demand, text, was))| Clause { number, demand, text, was };
        all.into_iter().map(clause).collect()
    })
}

fn written(
    date: &str,
    head: &str,
    clauses: &[Clause],
    old: &[Clause],
    said: impl Fn(&str) -> String,
) -> String {
    let mut out = format!("standard s {{ tier office  edition {date}  {head}  uses v }}\n");
    for clause in clauses {
        let known = clause.was.filter(|was| old.iter().any(|old| old.number == *was));
        let was = known.map_or(String::new(), |was| format!("was s@2005-04-01:{was}"));
        let text = match TEXTS[clause.text] {
            "" => String::new(),
            text => format!("text \"\"\"\n{}\n\"\"\"", said(text)),
        };
        let demand = DEMANDS[clause.demand];
        out += &format!("clause {} \"Clause\" {{ {text}\n{was}\n{demand} }}\n", clause.number);
    }
    out
}

fn rules(old: &[Clause], new: &[Clause], said: impl Fn(&str) -> String) -> Rules {
    let older = written("2005-04-01", "", old, &[], str::to_owned);
    let newer = written("2011-04-01", "supersedes s@2005-04-01", new, old, said);
    let rules = Rules::of([("v.kijun", VOCABULARY), ("old.kijun", &older), ("new.kijun", &newer)]);
    assert_eq!(rules.words(&rules.before), "", "{newer}");
    rules
}

fn forth(rules: &Rules) -> EditionDiff {
    between(rules, &named(&rules.model, "s@2005-04-01"), &named(&rules.model, "s@2011-04-01"))
}

fn back(rules: &Rules) -> EditionDiff {
    between(rules, &named(&rules.model, "s@2011-04-01"), &named(&rules.model, "s@2005-04-01"))
}

/// Provisions as text, so that two comparisons can be held against each other.
fn lines(model: &Model, diff: &EditionDiff, mirror: bool) -> Vec<String> {
    let line = |p: &kijun_conform::Provision| {
        let [before, after] =
            [&p.before, &p.after].map(|all| all.iter().map(|&c| model.cite_clause(c)).collect::<Vec<_>>());
        let (identity, substance) = (p.identity, p.substance);
        match mirror {
            false => format!("{before:?} {after:?} {identity:?} {substance:?}"),
            true => format!("{after:?} {before:?} {:?} {:?}", mirrored(identity), opposite(substance)),
        }
    };
    let mut lines: Vec<String> = diff.provisions.iter().map(line).collect();
    lines.sort();
    lines
}

fn mirrored(identity: Identity) -> Identity {
    match identity {
        Identity::New => Identity::Repealed,
        Identity::Repealed => Identity::New,
        Identity::Split => Identity::Merged,
        Identity::Merged => Identity::Split,
        other => other,
    }
}

fn opposite(substance: Substance) -> Substance {
    match substance {
        Substance::Stricter => Substance::Weaker,
        Substance::Weaker => Substance::Stricter,
        other => other,
    }
}

/// Ways to set a text anew without saying anything else.
const CHURN: [fn(&str) -> String; 7] = [
    |text| text.replace(' ', "  "),
    |text| text.replace(". ", ".\n").replace("; ", ";\n"),
    |text| text.replace("\n- ", "\n• "),
    |text| text.replace("\n- ", "\n(a) "),
    |text| text.replace(';', ",").replace('.', ""),
    |text| text.replace('8', "８").replace('、', "，"),
    |text| text.replace("the ", "the\n"),
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn nothing_is_different_from_itself(old in clauses()) {
        let rules = rules(&old, &[], str::to_owned);
        let edition = named(&rules.model, "s@2005-04-01");
        let diff = between(&rules, &edition, &edition);
        prop_assert!(diff.provisions.is_empty());
        prop_assert_eq!(diff.unchanged, old.len());
    }

    #[test]
    fn what_is_only_set_in_another_way_is_nothing(old in clauses(), by in 0..CHURN.len(), turn in 0..5_usize) {
        let mut new: Vec<Clause> = old.iter().map(|clause| Clause { was: None, ..clause.clone() }).collect();
        let turn = turn % new.len();
        new.rotate_left(turn);
        let rules = rules(&old, &new, CHURN[by]);
        let diff = forth(&rules);
        prop_assert!(diff.provisions.is_empty(), "{:?}", lines(&rules.model, &diff, false));
        prop_assert_eq!(diff.unchanged, old.len());
    }

    #[test]
    fn back_is_the_mirror_of_forth(old in clauses(), new in clauses()) {
        let rules = rules(&old, &new, str::to_owned);
        let (forth, back) = (forth(&rules), back(&rules));
        prop_assert_eq!(lines(&rules.model, &forth, false), lines(&rules.model, &back, true));
        prop_assert_eq!(forth.unchanged, back.unchanged);
    }

    #[test]
    fn every_clause_is_in_one_provision_or_unchanged(old in clauses(), new in clauses()) {
        let rules = rules(&old, &new, str::to_owned);
        let diff = forth(&rules);
        let of = |side: fn(&kijun_conform::Provision) -> &Vec<kijun_model::ClauseId>| {
            let all: Vec<_> = diff.provisions.iter().flat_map(|p| side(p).iter().copied()).collect();
            let once: std::collections::BTreeSet<_> = all.iter().copied().collect();
            (all.len(), once.len())
        };
        let (before, before_once) = of(|p| &p.before);
        let (after, after_once) = of(|p| &p.after);
        prop_assert_eq!((before, after), (before_once, after_once));
        prop_assert_eq!((before + diff.unchanged, after + diff.unchanged), (old.len(), new.len()));
    }
}
