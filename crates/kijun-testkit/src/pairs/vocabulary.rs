//! The vocabularies of random pairs, and what of them rules may name.

/// A vocabulary with the fields that conditions are made of.
#[derive(Debug)]
pub struct Lab {
    /// Its declaration.
    pub text: &'static str,
    /// What the higher document declares besides.
    pub above: &'static str,
    /// What the lower document says besides.
    pub below: &'static str,
    /// Kinds that provisions may bind, with the kinds that this takes in.
    pub kinds: &'static [(&'static str, &'static [&'static str])],
    /// Fields of the first kind.
    pub fields: &'static [Slot],
    /// Fields that only the second kind has.
    pub special: &'static [Slot],
    /// Whether the audit date and arithmetic come in.
    pub days: bool,
}

/// A field, or an element of a list, as conditions see it.
#[derive(Debug)]
pub struct Slot {
    /// Its name, with dots. Empty: the element itself.
    pub name: &'static str,
    /// What can be said of it.
    pub sort: Sort,
    /// Whether it may be absent.
    pub optional: bool,
}

/// What can be said of a value.
#[derive(Clone, Copy, Debug)]
pub enum Sort {
    /// A condition by itself.
    Bool,
    /// A place on a ladder.
    Ordered(&'static [&'static str]),
    /// Only equal or not.
    Members(&'static [&'static str]),
    /// A day; the audit date stands beside it.
    Date,
    /// Tests, each of which implies the one before.
    Chains(&'static [&'static [&'static str]]),
    /// Elements: how an element is named, and its fields.
    List(&'static str, &'static [Slot]),
}

const fn slot(name: &'static str, sort: Sort) -> Slot {
    Slot { name, sort, optional: false }
}

const fn maybe(name: &'static str, sort: Sort) -> Slot {
    Slot { name, sort, optional: true }
}

const INTS: &[&str] = &["-3", "0", "2", "4", "6", "$floor", "10", "12", "14"];
const SMALL_INTS: &[&str] = &["0", "1", "2", "3"];
const NUMBERS: &[&str] = &["-0.5", "0", "0.25", "0.5", "0.75", "1", "1.5"];
const SIZES: &[&str] = &["0 B", "512 B", "1 KiB", "1 MB", "1 GiB", "10 GiB"];
const PERCENTS: &[&str] = &["0%", "50%", "95%", "98.9%", "99%", "100%"];
const DURATIONS: &[&str] =
    &["0 days", "12 hours", "30 days", "1 month", "6 months", "365 days", "400 days", "2 years"];
const VERSIONS: &[&str] = &["v\"1.0-rc1\"", "v\"1.0\"", "v\"1.2\"", "v\"1.2.1\"", "v\"1.10\"", "v\"2.0\""];
const TIMES: &[&str] = &["2011-04-01T00:00", "2011-04-21T09:00", "2011-04-21T18:30", "2012-01-01T00:00"];
pub(super) const LEVELS: &[&str] = &["internal", "intranet", "internet"];
const PROTOCOLS: &[&str] = &["telnet", "http", "ssh", "https"];
const TEXTS: &[&[&str]] = &[
    &["matches /[a-c]/", "matches /[ab]/", "contains \"ab\"", "starts with \"ab\"", "== \"abba\""],
    &["matches /^[a-z]+[0-9]*$/", "matches /^[a-z]+[0-9]+$/", "matches /^web[0-9]{1,3}$/", "== \"web1\""],
    &["matches /^(web|db)/", "starts with \"web\"", "starts with \"web-\""],
    &["ends with \"b\"", "ends with \".lab\"", "matches /^[a-z]*[.]lab$/"],
    &["!= \"\"", "!= \"\"", "contains \"-\"", "matches /x-?y*-z/"],
];
const NETWORKS: &[&[&str]] = &[
    &["in ip\"10.0.0.0/8\"", "in ip\"10.1.0.0/16\"", "in ip\"10.1.2.0/24\"", "== ip\"10.1.2.3\""],
    &[
        "in {ip\"10.0.0.0/8\", ip\"192.168.0.0/16\"}",
        "in {ip\"10.0.0.0/9\", ip\"192.168.0.0/16\"}",
        "in ip\"192.168.0.0/17\"",
    ],
    &["in ip\"::/0\"", "in ip\"2001:db8::/32\""],
    &["not in ip\"10.1.0.0/16\"", "not in {ip\"10.1.0.0/16\", ip\"192.168.1.1\"}", "in ip\"10.128.0.0/9\""],
];
const GROUPS: &[&[&str]] =
    &[&["contains \"ab\"", "contains \"ab\""], &["matches /^[ab]*$/", "in {\"ab\", \"a\"}", "== \"ab\""]];

const ACCOUNT: &[Slot] = &[
    slot("privileged", Sort::Bool),
    maybe("mfa", Sort::Bool),
    slot("level", Sort::Ordered(LEVELS)),
    slot("logins", Sort::Ordered(INTS)),
    maybe("tries", Sort::Ordered(INTS)),
    maybe("seen", Sort::Date),
    slot("label", Sort::Chains(TEXTS)),
    slot("groups", Sort::List("g", &[slot("", Sort::Chains(GROUPS))])),
];

/// Every type, alone, in records, in lists, optional.
pub const RICH: Lab = Lab {
    text: r#"vocabulary lab {
  enum level { internal < intranet < internet }
  enum protocol { telnet, http, ssh, https }
  record account {
    privileged: bool, mfa: bool?, level: level, logins: int, tries: int?, seen: date?, label: text, groups: list of text
  }
  record lock { strong: bool, length: int, tried: int?, inner: record { deep: bool, depth: int } }
  kind asset {
    key id: text
    exposure: level
    zone: protocol
    critical: bool
    checked: bool?
    count_of: int
    reviewed_on: date
    accepted_on: date?
    kept: duration
    volume: size
    name: text
    accounts: list of account
  }
  kind server is asset {
    length: int
    history: int?
    ratio: number
    load: percent
    patched: percent?
    tls: version
    release: version?
    address: ip
    started: datetime
    stopped: datetime?
    lock: lock
    spare: lock?
    host: text?
    tags: list of text
    protocols: list of protocol
    limits: map of int
    more: list of int?
    backup_kept: duration
  }
  kind training { key id: text  holder: ref asset  done: bool  passed: bool?  score: int  held_on: date }
}
"#,
    above: "parameter floor : int >= 1 \"floor\"\n",
    below: "set high $floor = 8\n",
    kinds: &[("asset", &["asset", "server"]), ("server", &["server"])],
    fields: &[
        slot("exposure", Sort::Ordered(LEVELS)),
        slot("zone", Sort::Members(PROTOCOLS)),
        slot("critical", Sort::Bool),
        maybe("checked", Sort::Bool),
        slot("count_of", Sort::Ordered(INTS)),
        slot("reviewed_on", Sort::Date),
        maybe("accepted_on", Sort::Date),
        slot("kept", Sort::Ordered(DURATIONS)),
        slot("volume", Sort::Ordered(SIZES)),
        slot("name", Sort::Chains(TEXTS)),
        slot("accounts", Sort::List("a", ACCOUNT)),
        slot("accounts", Sort::List("a", ACCOUNT)),
    ],
    special: &[
        slot("length", Sort::Ordered(INTS)),
        maybe("history", Sort::Ordered(INTS)),
        slot("ratio", Sort::Ordered(NUMBERS)),
        slot("load", Sort::Ordered(PERCENTS)),
        maybe("patched", Sort::Ordered(PERCENTS)),
        slot("tls", Sort::Ordered(VERSIONS)),
        maybe("release", Sort::Ordered(VERSIONS)),
        slot("address", Sort::Chains(NETWORKS)),
        slot("started", Sort::Ordered(TIMES)),
        maybe("stopped", Sort::Ordered(TIMES)),
        slot("lock.strong", Sort::Bool),
        slot("lock.length", Sort::Ordered(INTS)),
        maybe("lock.tried", Sort::Ordered(INTS)),
        slot("lock.inner.depth", Sort::Ordered(INTS)),
        maybe("spare", Sort::Members(&[])),
        maybe("spare.strong", Sort::Bool),
        maybe("spare.length", Sort::Ordered(INTS)),
        maybe("spare.inner.deep", Sort::Bool),
        maybe("host", Sort::Chains(TEXTS)),
        slot("tags", Sort::List("g", &[slot("", Sort::Chains(GROUPS))])),
        slot("protocols", Sort::List("p", &[slot("", Sort::Members(PROTOCOLS))])),
        slot("limits", Sort::List("n", &[slot("", Sort::Ordered(INTS))])),
        maybe("more", Sort::List("n", &[slot("", Sort::Ordered(INTS))])),
        slot("backup_kept", Sort::Ordered(DURATIONS)),
        slot("all training", Sort::List("t", TRAINING)),
    ],
    days: true,
};

const TRAINING: &[Slot] = &[
    slot("done", Sort::Bool),
    maybe("passed", Sort::Bool),
    slot("score", Sort::Ordered(INTS)),
    slot("held_on", Sort::Date),
];

const THING: &[Slot] = &[slot("lit", Sort::Bool), maybe("kind", Sort::Members(&["red", "green", "blue"]))];

/// So few values that all subjects can be gone through.
pub const SMALL: Lab = Lab {
    text: r#"vocabulary lab {
  enum colour { red < green < blue }
  record thing { lit: bool, kind: colour? }
  kind box {
    key id: text
    open: bool
    locked: bool?
    colour: colour
    n: int
    things: list of thing
  }
}
"#,
    above: "",
    below: "",
    kinds: &[("box", &["box"])],
    fields: &[
        slot("open", Sort::Bool),
        maybe("locked", Sort::Bool),
        slot("colour", Sort::Ordered(&["red", "green", "blue"])),
        slot("n", Sort::Ordered(SMALL_INTS)),
        slot("things", Sort::List("t", THING)),
        slot("things", Sort::List("t", THING)),
    ],
    special: &[],
    days: false,
};
