//! Many statements: the work grows with the links between them, not with their product.

use std::fmt::Write as _;

use kijun_conform::{Row, Scope, Verdict};
use kijun_testkit::Rules;

use crate::compared::compared;

const VOCABULARY: &str = "
vocabulary v {
  enum exposure { internal < intranet < internet }
  record account { name: text, privileged: bool, mfa: bool }
  kind server {
    key id     : text
    exposure   : exposure
    length     : int
    history    : int
    reviewed_on: date
    owner      : text?
    accounts   : list of account
    retention  : duration
  }
}
standard high { tier government  edition 2011-04-21  uses v }
";

const LOW: &str = "standard low { tier ministry  edition 2011-10-01  conforms to high@2011-04-21  uses v }";

/// What a higher clause demands, and three lower ones that come to as much together; or, if `weak`, to less.
fn demand(number: usize, weak: bool) -> (String, [String; 3]) {
    let n = number % 40 + 10;
    let below = if weak { n - 1 } else { n };
    match number % 4 {
        0 => (
            format!("where exposure >= intranet must length >= {n}"),
            [
                format!("where exposure == internet must length >= {}", n + 2),
                format!("where exposure == intranet must length >= {below}"),
                format!("must history >= {n}"),
            ],
        ),
        1 => (
            format!("must length >= {n} and history >= {n}"),
            [
                format!("must length >= {n}"),
                format!("must history >= {below}"),
                "must owner is present".to_owned(),
            ],
        ),
        2 => (
            format!("must every a in accounts where a.privileged : a.mfa or length >= {n}"),
            [
                format!("must every a in accounts where a.privileged : a.mfa when length < {below}"),
                "must count(a in accounts) <= 20".to_owned(),
                format!("must retention >= {n} days"),
            ],
        ),
        _ => (
            format!("must age(reviewed_on) <= {n} days and not (owner matches /^x[0-9]+$/)"),
            [
                format!("must age(reviewed_on) <= {} days", if weak { n + 1 } else { n }),
                "must owner is present and owner matches /^y/".to_owned(),
                format!("must retention >= {n} days when exposure == internet"),
            ],
        ),
    }
}

fn rules(n_higher: usize) -> Rules {
    let mut high = "part of high@2011-04-21\n".to_owned();
    let mut low = "part of low@2011-10-01\n".to_owned();
    for number in 0..n_higher {
        let (demand, lower) = demand(number, is_weak(number));
        let _ = writeln!(high, "clause {number} \"c\" {{ for server {demand} }}");
        for (part, lower) in lower.iter().enumerate() {
            let _ = writeln!(
                low,
                "clause {number}.{part} \"c\" {{ implements high:{number} for server {lower} }}"
            );
        }
    }
    Rules::of([
        ("vocabulary.kijun", VOCABULARY),
        ("document.kijun", LOW),
        ("high.kijun", &high),
        ("low.kijun", &low),
    ])
}

fn is_weak(number: usize) -> bool {
    number % 5 == 3
}

#[test]
fn five_hundred_statements_against_three_times_as_many_are_all_decided() {
    let n_higher = if cfg!(debug_assertions) { 60 } else { 500 };
    let rules = rules(n_higher);
    assert_eq!(rules.words(&rules.before) + &rules.words(&rules.found), "");
    let found = compared(&rules, "2011-11-01".parse().unwrap(), &Scope::default());
    assert_eq!(found.rows.len(), n_higher);
    for (number, row) in found.rows.iter().enumerate() {
        assert_eq!(is_short(row), Some(is_weak(number)), "{number}: {:?}", row.verdict);
    }
}

/// Whether the lower statements fall short; `None` if it was not decided.
fn is_short(row: &Row) -> Option<bool> {
    match row.verdict {
        Verdict::Weaker(_) | Verdict::Incomparable(_) => Some(true),
        Verdict::Stricter | Verdict::Equal => Some(false),
        _ => None,
    }
}
