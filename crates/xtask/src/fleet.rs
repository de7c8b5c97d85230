//! A project of any size, to measure with: so many servers in JSON Lines, and 40 rules.
//!
//! `cargo xtask fleet N DIR` writes it. The same N gives the same bytes. Most servers keep most rules: about one in
//! twelve breaks something, as in a fleet that is looked after.

use std::fs::{self, File};
use std::io::{BufWriter, Error, Write};
use std::path::Path;

/// Writes a project of `n` servers into a folder.
pub(crate) fn write(n: &str, folder: &str) -> Result<Vec<String>, String> {
    let n: u64 = n.parse().map_err(|_| format!("`{n}` is not a number"))?;
    project(n, Path::new(folder)).map_err(|error| error.to_string())?;
    Ok(Vec::new())
}

fn project(n: u64, folder: &Path) -> Result<(), Error> {
    fs::create_dir_all(folder.join("rules"))?;
    fs::create_dir_all(folder.join("evidence"))?;
    fs::write(folder.join("kijun.yaml"), MANIFEST)?;
    fs::write(folder.join("rules/fleet.kijun"), rules())?;
    let mut servers = BufWriter::new(File::create(folder.join("evidence/servers.jsonl"))?);
    let mut owners = BufWriter::new(File::create(folder.join("evidence/owners.jsonl"))?);
    let mut dice = Dice(n ^ 0x9e37_79b9_7f4a_7c15);
    for i in 0..n {
        server(&mut servers, &mut dice, i)?;
    }
    for i in 0..n.div_ceil(PER_OWNER) {
        let trained = 1 + i % 28;
        writeln!(owners, r#"{{"id":"o{i:05}","unit":"u{}","trained_on":"2012-02-{trained:02}"}}"#, i % 40)?;
    }
    servers.flush()?;
    owners.flush()
}

/// Servers of one owner.
const PER_OWNER: u64 = 50;

const MANIFEST: &str = "\
kijun: 1
project: fleet
period: { start: 2011-04-01, end: 2012-03-31 }
rules: [rules]
evidence:
  - { kind: server, files: evidence/servers.jsonl, taken_from: collected_on }
  - { kind: owner, files: evidence/owners.jsonl }
limits: { file_bytes: 10000000000 }
";

/// A vocabulary and 40 statements: bounds, sets, quantifiers with conditions, dates, texts, counts, a join.
fn rules() -> String {
    let mut rules = VOCABULARY.to_owned();
    for (i, rule) in RULES.iter().enumerate() {
        let severity = ["low", "medium", "high", "critical"][i % 4];
        rules.push_str(&format!("clause {}.{} {{\n  for server\n", i / 10 + 1, i % 10 + 1));
        rules.push_str(&format!("  severity {severity}\n  {rule}\n}}\n"));
    }
    rules
}

const VOCABULARY: &str = "\
vocabulary fleet {
  enum exposure { internal < intranet < internet }
  enum protocol { telnet, ftp, http, https, ssh, smtp, dns }
  record password { min_length : int, history : int, max_age : duration, lockout : int }
  record account { name : text, privileged : bool, mfa : bool, last_login : date, groups : list of text }
  record service { name : text, port : int, protocol : protocol, public : bool, tls : version? }
  record software { name : text, version : version, patched_on : date, supported : bool }
  record disk { mount : text, size : size, used : percent, encrypted : bool }
  kind owner { key id : text  unit : text  trained_on : date }
  kind server {
    key id       : text
    unit         : text
    owner        : ref owner
    exposure     : exposure
    address      : ip
    system       : text
    kernel       : version
    accepted_on  : date
    collected_on : date
    retired_on   : date?
    password     : password
    accounts     : list of account
    services     : list of service
    software     : list of software
    disks        : list of disk
    tags         : map of text
  }
}
role manager \"manager\" {}

standard fleet_rules { tier office edition 2010-04-01 uses fleet }
";

const RULES: [&str; 40] = [
    "must password.min_length >= 10 else \"{id}: {password.min_length}\"",
    "must password.history >= 4",
    "must password.max_age <= 180 days",
    "must password.lockout in {3, 4, 5, 6}",
    "must every a in accounts where a.privileged : a.mfa",
    "must no a in accounts : a.name in {\"admin\", \"guest\", \"test\"}",
    "must count(a in accounts where a.privileged) <= 3",
    "must some a in accounts : a.privileged",
    "must no a in accounts : a.last_login < 2011-10-01",
    "must every a in accounts : a.name matches /^[a-z][a-z0-9._-]{1,30}$/",
    "must no s in services : s.protocol in {telnet, ftp}",
    "must every s in services where s.public : s.protocol in {https, ssh, smtp, dns} when exposure == internet",
    "must every s in services where s.protocol == https : s.tls is present and s.tls >= v\"1.2\"",
    "must count(s in services where s.public) <= 2 when exposure == internet",
    "must no s in services : s.port > 49151",
    "must every s in services : s.name matches /^[a-z]+(-[a-z0-9]+)*$/",
    "must count(s in services) <= 12",
    "must every p in software : p.supported",
    "must every p in software : p.patched_on >= 2011-10-01",
    "must no p in software where p.name == \"openssl\" : p.version < v\"1.0.1\"",
    "must some p in software : p.name == \"antivirus\"",
    "should every p in software : age(p.patched_on) <= 90 days",
    "must every d in disks : d.encrypted when exposure >= intranet",
    "must every d in disks : d.used <= 95%",
    "should every d in disks : d.size >= 10 GiB",
    "must sum(d.size for d in disks) >= 40 GiB",
    "must kernel >= v\"2.6.18\"",
    "must accepted_on <= collected_on",
    "must collected_on within 30 days before period.end",
    "must retired_on is absent or retired_on > today",
    "must address in ip\"10.0.0.0/8\" when exposure == internal",
    "must system starts with \"linux\" or system starts with \"bsd\"",
    "must unit matches /^u[0-9]+$/",
    "must every t in tags : t != \"\"",
    "must not exposure == internet and password.min_length < 12",
    "must exposure == internet implies count(a in accounts where not a.mfa) <= 2",
    "must every a in accounts where a.privileged : some g in a.groups : g in {\"wheel\", \"admins\"}",
    "must min(p.patched_on for p in software) >= 2011-08-01",
    "must some o in all owner where o.id == owner : o.trained_on >= 2012-02-01",
    "must max(a.last_login for a in accounts) <= collected_on",
];

/// A server on one line, about 2.5 KB.
fn server(out: &mut impl Write, dice: &mut Dice, i: u64) -> Result<(), Error> {
    let exposure = ["internal", "intranet", "internet"][dice.below(3)];
    let length = if dice.one_in(60) { 6 } else { 12 };
    write!(
        out,
        r#"{{"id":"srv-{i:07}","unit":"u{}","owner":"o{:05}","exposure":"{exposure}","address":"10.{}.{}.{}","#,
        i % 40,
        i / PER_OWNER,
        i >> 16 & 255,
        i >> 8 & 255,
        i & 255
    )?;
    write!(
        out,
        r#""system":"linux-enterprise","kernel":"2.6.{}","accepted_on":"2010-0{}-1{}","collected_on":"2012-03-{}","#,
        18 + dice.below(20),
        1 + dice.below(9),
        dice.below(9),
        10 + dice.below(20)
    )?;
    write!(
        out,
        r#""password":{{"min_length":{length},"history":{},"max_age":"90 days","lockout":5}},"#,
        4 + dice.below(4)
    )?;
    list(out, "accounts", 6, |out, k| account(out, dice, k))?;
    list(out, "services", 6, |out, k| service(out, dice, k))?;
    list(out, "software", 8, |out, k| software(out, dice, k))?;
    list(out, "disks", 3, |out, k| disk(out, dice, k))?;
    write!(out, r#""tags":{{"room":"r{}","rack":"k{}"}}}}"#, i % 90, i % 700)?;
    writeln!(out)
}

fn list<W: Write>(
    out: &mut W,
    name: &str,
    n: usize,
    mut element: impl FnMut(&mut W, usize) -> Result<(), Error>,
) -> Result<(), Error> {
    write!(out, r#""{name}":["#)?;
    for k in 0..n {
        if k > 0 {
            write!(out, ",")?;
        }
        element(out, k)?;
    }
    write!(out, "],")
}

fn account(out: &mut impl Write, dice: &mut Dice, k: usize) -> Result<(), Error> {
    let privileged = k < 2;
    let mfa = privileged && !dice.one_in(150) || dice.one_in(2) || k < 4;
    let group = if privileged { "wheel" } else { "users" };
    let day = 10 + dice.below(19);
    write!(
        out,
        r#"{{"name":"user{k}.{}","privileged":{privileged},"mfa":{mfa},"last_login":"2012-02-{day}","groups":["{group}","staff"]}}"#,
        dice.below(1000)
    )
}

fn service(out: &mut impl Write, dice: &mut Dice, k: usize) -> Result<(), Error> {
    let protocol =
        if dice.one_in(900) { "telnet" } else { ["https", "ssh", "smtp", "dns", "ssh", "smtp"][k] };
    let tls = if protocol == "https" { r#","tls":"1.2""# } else { "" };
    let port = 20 + dice.below(9000);
    write!(
        out,
        r#"{{"name":"service-{protocol}-{k}","port":{port},"protocol":"{protocol}","public":{}{tls}}}"#,
        k < 2
    )
}

fn software(out: &mut impl Write, dice: &mut Dice, k: usize) -> Result<(), Error> {
    let name = ["openssl", "antivirus", "httpd", "postfix", "bind", "openssh", "sudo", "kernel-tools"][k];
    let month = if dice.one_in(2000) { "2011-06" } else { "2012-02" };
    let (minor, day, supported) = (1 + dice.below(9), 10 + dice.below(19), !dice.one_in(2500));
    write!(
        out,
        r#"{{"name":"{name}","version":"1.{minor}.2","patched_on":"{month}-{day}","supported":{supported}}}"#
    )
}

fn disk(out: &mut impl Write, dice: &mut Dice, k: usize) -> Result<(), Error> {
    let (size, used) = (20 + dice.below(500), 10 + dice.below(80));
    write!(
        out,
        r#"{{"mount":"/data{k}","size":"{size} GiB","used":"{used}%","encrypted":{}}}"#,
        !dice.one_in(2000)
    )
}

/// Numbers that look random and are the same each time (xorshift).
struct Dice(u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    fn below(&mut self, n: u64) -> usize {
        usize::try_from((self.next() >> 11) % n).unwrap_or(0)
    }

    fn one_in(&mut self, n: u64) -> bool {
        self.below(n) == 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_number_gives_the_same_bytes_and_about_two_and_a_half_kilobytes_each() {
        let lines = [0, 1].map(|_| {
            let mut dice = Dice(7);
            let mut out = Vec::new();
            (0..100).for_each(|i| server(&mut out, &mut dice, i).unwrap());
            out
        });
        assert_eq!(lines[0], lines[1]);
        assert!((200_000..300_000).contains(&lines[0].len()), "{}", lines[0].len());
    }
}
