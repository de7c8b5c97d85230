//! What the solver answers to single questions, each written as a higher and a lower clause.

use std::collections::BTreeMap;

use jiff::civil::date;
use kijun_conform::{Answer, Limits, Solver, Why, Wish};
use kijun_diag::{Catalogue, Lang};
use kijun_eval::{Calendar, Days};
use kijun_model::KindId;
use kijun_testkit::Rules;

const VOCABULARY: &str = r#"
vocabulary v {
  enum exposure { internal < intranet < internet }
  enum colour { red, green, blue }
  record account { name: text  privileged: bool  mfa: bool  age: int?  exposed: exposure }
  record backup { taken_on: date  offsite: bool }
  kind host { key id: text  exposure: exposure  a: int  b: int  n: number  flag: bool  on: bool?  name: text
    colour: colour  d: date  e: date  span: duration  size: size  v: version  w: version  accounts: list of account
    tags: list of text  backup: backup?  limit: int?  ip: ip }
  kind server is host { ports: list of int }
  kind person { key id: text  host: ref host  trained: bool  score: int }
}
standard s { title "s" tier t edition 2011-04-01 uses v }
"#;

/// Whether there is a host that breaks the statement of the higher clause and keeps those of the lower one: the case, a proof, or
/// why neither.
fn show(higher: &str, lower: &str) -> String {
    let text = format!("{VOCABULARY}clause 1 \"h\" {{ {higher} }}\nclause 2 \"l\" {{ {lower} }}");
    let rules = Rules::of([("a.kijun", text.as_str())]);
    assert!(!rules.before.has_errors(), "{}", rules.words(&rules.before));
    let model = &rules.model;
    let days = Days {
        today: date(2012, 3, 31),
        period_start: date(2011, 4, 1),
        period_end: date(2012, 3, 31),
        calendar: Calendar::default(),
    };
    let solver = Solver { model, parameters: &BTreeMap::new(), days: &days, limits: Limits::default() };
    let kind = KindId::from_index(model.kinds.iter().position(|kind| &*kind.name == "host").unwrap_or(0));
    let [above, below] = [0, 1].map(|clause| &model.clauses[clause].statements);
    let keeps = below.iter().map(|&s| Wish::keeps(model, s, kind));
    let wish = Wish::All([Wish::breaks(model, above[0], kind)].into_iter().chain(keeps).collect());
    match solver.find(kind, &wish) {
        Answer::Impossible => "proved\n".into(),
        Answer::Undecided(Why::Effort) => "undecided: effort\n".into(),
        Answer::Undecided(Why::Fragment { span }) => {
            format!("undecided: {}\n", rules.sources.slice(span))
        }
        Answer::Undecided(why) => format!("undecided: {why:?}\n"),
        Answer::Possible(case) => kijun_conform::yaml(model, &case, &Catalogue::new(Lang::En)),
    }
}

/// A higher clause and a lower one.
const QUESTIONS: &[(&str, &str)] = &[
    ("for host must a >= 10", "for host must a >= 8"),
    ("for host must a >= 8", "for host must a >= 10"),
    ("for host must a <= 7", "for host must a <= 10"),
    ("for host must a >= 8", "for host where exposure == internet must a >= 10"),
    (
        "for host where exposure == internet must every x in accounts where x.privileged : x.mfa",
        "for host where exposure in {internet, intranet} must a >= 8",
    ),
    (
        "for host must every x in accounts where x.privileged : x.mfa",
        "for host must no x in accounts where x.privileged : not x.mfa",
    ),
    ("for host must age(d) <= 1 year", "for host must age(d) <= 6 months"),
    ("for host must age(d) <= 6 months", "for host must age(d) <= 1 year"),
    ("for host must e within 1 month after d", "for host must e within 30 days after d"),
    ("for host must e within 30 days after d", "for host must e within 1 month after d"),
    ("for host must e within 1 month after d", "for host must e within 28 days after d"),
    ("for host must e within 1 month after d", "for host must e within 10 business days after d"),
    ("for host must e within 10 business days after d", "for host must e within 1 month after d"),
    ("for host must backup is present", "for host must backup.taken_on <= today"),
    ("for host must backup.offsite", "for host must backup is present"),
    (
        "for host must count(x in accounts where x.privileged) <= 2",
        "for host must count(x in accounts where x.privileged) <= 3",
    ),
    ("for host must count(x in accounts) >= 1", "for host must some x in accounts : x.mfa"),
    ("for host must v >= v\"1.2\"", "for host must v >= v\"1.3\""),
    ("for host must v >= v\"1.3\"", "for host must v > v\"1.2\""),
    ("for host must n >= 10", "for host must n > 9"),
    ("for host must a < b", "for host must a + 1 < b"),
    ("for host must a + 1 < b", "for host must a < b"),
    ("for host must on", "for host must on is present"),
    ("for host must on or flag", "for host must flag when on is absent\n must on when on is present"),
    ("for host must span <= 6 months", "for host must span <= 1 year"),
    ("for host must a * b >= 4", "for host must a * b >= 4"),
    ("for host must a * b >= 4", "for host must a * b >= 6"),
    ("for host must a * b >= 6", "for host must a * b >= 4"),
    (
        "for host must some p in all person where p.host == id : p.trained",
        "for host must some p in all person where p.host == id : p.trained and p.score >= 3",
    ),
    (
        "for host must some p in all person where p.host == id : p.trained and p.score >= 3",
        "for host must some p in all person where p.host == id : p.trained",
    ),
    (
        "for host must max(x.age for x in accounts where x.privileged) <= 5",
        "for host must max(x.age for x in accounts) <= 5",
    ),
    ("for host must (if exposure == internet then a else b) >= 3", "for host must a >= 3\n must b >= 4"),
    ("for host must name matches /^nw-[0-9]+$/", "for host must name starts with \"nw-\""),
    ("for host must name starts with \"nw-\"", "for host must name matches /^nw-[0-9]+$/"),
    ("for host must not name matches /EXP|NULL/", "for host must not name matches /EXP|NULL|MD5/"),
    ("for host must not name matches /EXP|NULL|MD5/", "for host must not name matches /EXP|NULL/"),
    (
        "for host must not some t in tags : t matches /RC4|DES/",
        "for host must every t in tags : t in {\"AES\", \"3DES\"}",
    ),
    ("for host must tags contains \"ntp\"", "for host must \"ntp\" in tags and \"dns\" in tags"),
    ("for host must tags contains \"ntp\"", "for host must some t in tags : t starts with \"nt\""),
    ("for host must ip in {ip\"10.0.0.0/8\"}", "for host must ip in {ip\"10.1.0.0/16\", ip\"10.2.0.0/16\"}"),
    ("for host must ip in {ip\"10.1.0.0/16\"}", "for host must ip in {ip\"10.0.0.0/8\"}"),
    ("for host must colour in {red, green}", "for host must colour != blue"),
    ("for host must colour in {red, green, blue}", "for host must flag"),
    (
        "for host must every x in accounts : every y in accounts : x.name == y.name implies x.mfa == y.mfa",
        "for host must every x in accounts : x.mfa",
    ),
    (
        "for host must every x in accounts : x.mfa",
        "for host must every x in accounts : some y in accounts : y.name == x.name and y.mfa",
    ),
    ("for host must some x in accounts : x.age >= 3", "for host must some x in accounts : x.age >= 4"),
    (
        "for host must every x in accounts : x.age <= 90",
        "for host must every x in accounts where x.age is present : x.age <= 90",
    ),
    (
        "for host must count(x in accounts where x.age > 3) <= 1",
        "for host must every x in accounts : x.age is absent or x.age <= 3",
    ),
    ("for host must limit <= 5", "for host must limit is absent or limit <= 5"),
    ("for host must limit <= 5 when limit is present", "for host must limit is absent or limit <= 5"),
    ("for host must d >= period.start", "for host must d >= period.start and d <= period.end - 6 months"),
    ("for host must d <= period.end - 6 months", "for host must d <= period.end - 180 days"),
    ("for host must d <= today", "for host must age(d) <= 1 year"),
    ("for server must every p in ports : p >= 1024", "for host must a >= 1"),
    (
        "for host must some p in all person : p.host == id",
        "for host must count(p in all person where p.host == id and p.trained) >= 2",
    ),
    (
        "for host must count(p in all person where p.host == id) >= 2",
        "for host must some p in all person : p.host == id",
    ),
    ("for host must every h in all host : h.a >= 1", "for host must a >= 1"),
    ("for host must a >= 1", "for host must every h in all host : h.a >= 2"),
    ("for host must sum(x.age for x in accounts) <= 10", "for host must sum(x.age for x in accounts) <= 8"),
    ("for host must 2 * a + b >= 10", "for host must a >= 3 and b >= 4"),
    ("for host must a + b >= 10", "for host must a >= 3 and b >= 4"),
    ("for host must size >= 100 MiB", "for host must size >= 50 MiB"),
    ("for host must min(x.age for x in accounts) >= 3", "for host must every x in accounts : x.age >= 3"),
    ("for host must d + 1 month <= e", "for host must d + 30 days <= e"),
    ("for host must d + 1 month <= e + 1 month", "for host must d <= e"),
    ("for host must (on or flag) implies a >= 1", "for host must a >= 1 when flag"),
    (
        "for host must 7 * a + 11 * b + 13 * limit != 1 when limit is present",
        "for host must a >= 0 and b >= 0",
    ),
    ("for host must 6 * a + 10 * b != 7", "for host must flag"),
    (
        "for host must count(x in accounts where x.privileged) <= 3",
        "for host must count(x in accounts where x.mfa) <= 3 and (every x in accounts : x.mfa or not x.privileged)",
    ),
    (
        "for host must every x in accounts : some y in accounts : y.name != x.name",
        "for host must every x in accounts : some y in accounts : y.name == x.name and y.mfa",
    ),
    ("for host must d + 3 months <= e", "for host must d + 2 months + 31 days <= e"),
    ("for host must e <= d + 1 year", "for host must e <= d + 6 months + 181 days"),
    ("for host must e <= d + 1 year", "for host must e <= d + 6 months + 182 days"),
    ("for host must d + 12 months > 2012-03-01", "for host must d > 2011-03-01"),
    ("for host must d > 2011-03-01", "for host must d + 12 months > 2012-03-01"),
    ("for host must e <= d + 1 month", "for host must e <= d + 31 days"),
    ("for host must d - 10 business days <= 2012-02-01", "for host must d <= 2012-02-15"),
    (
        "for host must count(x in accounts) >= 2",
        "for host must some x in accounts : some y in accounts : x.name != y.name",
    ),
    (
        "for host must every x in accounts : every y in accounts : x.name == y.name",
        "for host must count(x in accounts) <= 1",
    ),
    (
        "for host must count(p in all person) >= 2",
        "for host must some p in all person : some q in all person : p.score != q.score",
    ),
];

#[test]
fn the_solver_proves_refutes_or_says_why_not() {
    let mut shown = String::new();
    for (higher, lower) in QUESTIONS {
        shown += &format!("higher: {higher}\nlower:  {lower}\n{}\n", show(higher, lower));
    }
    insta::assert_snapshot!(shown);
}
