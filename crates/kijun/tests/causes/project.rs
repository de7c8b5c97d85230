//! A small project as data, so that one thing in it can be changed and nothing else.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

/// A small project: a government's standard, a ministry's under it, an exception, people who are trained, servers that are looked after.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Project {
    pub(crate) rules: Rules,
    pub(crate) exceptions: Vec<Exception>,
    pub(crate) servers: Vec<Server>,
    pub(crate) people: Vec<Person>,
    pub(crate) trainings: Vec<Training>,
    /// The audit date, in days after 2012-03-01.
    pub(crate) today: u32,
    pub(crate) layout: Layout,
}

/// What the clauses say that can be changed.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Rules {
    /// The least length of a password: the government's, the ministry's.
    pub(crate) length: [u32; 2],
    /// Most days since the last patch.
    pub(crate) patched: u32,
    /// Whether the clause on patches binds.
    pub(crate) patched_binds: bool,
    /// Whether the clause on patches is for servers on the internet alone.
    pub(crate) patched_internet: bool,
    /// Who answers for patches.
    pub(crate) patched_by: &'static str,
    /// Months for which evidence on backups holds.
    pub(crate) fresh: u32,
}

/// An exception to the ministry's clause on passwords.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Exception {
    pub(crate) id: String,
    pub(crate) server: usize,
    /// The last day, in days after 2012-03-01.
    pub(crate) until: u32,
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Server {
    pub(crate) id: usize,
    pub(crate) internet: bool,
    pub(crate) length: u32,
    /// Whether each account has a second factor.
    pub(crate) accounts: [bool; 2],
    /// Days before 2012-03-01 on which it was patched.
    pub(crate) patched: u32,
    pub(crate) backup: bool,
    /// Days before 2012-03-01 on which this was taken.
    pub(crate) taken: u32,
    /// Days before 2012-03-01 on which the last fix was released, and on which it was applied.
    pub(crate) fix: [u32; 2],
    /// Days after 2012-03-01 until which its programs are supported.
    pub(crate) until: [u32; 2],
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Person {
    pub(crate) id: usize,
    pub(crate) on_duty: bool,
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Training {
    pub(crate) id: usize,
    pub(crate) person: usize,
    pub(crate) completed: bool,
}

/// What means nothing.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Layout {
    /// Files have other names.
    pub(crate) renamed: bool,
    /// Rows and items come the other way round.
    pub(crate) reversed: bool,
    /// There are comments, and blank lines.
    pub(crate) commented: bool,
}

impl Project {
    /// The project before anything is changed: something passes, something fails, something is waived, something is unknown.
    pub(crate) fn usual() -> Project {
        // Of the programs the decisive one is not the first.
        let untils = [[70, 50], [300, 200], [47, 45], [90, 35]];
        let fixes = [[40, 30], [90, 20], [25, 12], [60, 50]];
        let server = |id: usize, internet, length, accounts, patched, taken| Server {
            id,
            internet,
            length,
            accounts,
            patched,
            backup: id != 1,
            taken,
            fix: fixes[id],
            until: untils[id],
        };
        Project {
            rules: Rules {
                length: [10, 12],
                patched: 40,
                patched_binds: true,
                patched_internet: false,
                patched_by: "officer",
                fresh: 6,
            },
            exceptions: vec![
                Exception { id: "EX-1".to_owned(), server: 0, until: 60 },
                Exception { id: "EX-2".to_owned(), server: 3, until: 5 },
            ],
            servers: vec![
                server(0, true, 9, [true, true], 3, 30),
                server(1, true, 11, [true, false], 35, 175),
                server(2, false, 14, [true, true], 60, 200),
                server(3, false, 8, [false, true], 10, 10),
            ],
            people: (0..4).map(|id| Person { id, on_duty: id != 3 }).collect(),
            trainings: vec![
                Training { id: 0, person: 0, completed: true },
                Training { id: 1, person: 1, completed: false },
                Training { id: 2, person: 3, completed: true },
            ],
            today: 10,
            layout: Layout::default(),
        }
    }

    /// Writes it into an empty folder.
    pub(crate) fn write(&self, folder: &Path) {
        let suffix = if self.layout.renamed { "-z" } else { "" };
        let files = [
            ("kijun.yaml".to_owned(), self.manifest()),
            (format!("rules/vocabulary{suffix}.kijun"), self.said(VOCABULARY)),
            (format!("rules/government{suffix}.kijun"), self.said(&self.government())),
            (format!("rules/ministry{suffix}.kijun"), self.said(&self.ministry())),
            (format!("rules/exceptions{suffix}.kijun"), self.said(&self.exceptions())),
            (format!("evidence/servers{suffix}.yaml"), self.said(&self.servers())),
            (format!("evidence/people{suffix}.csv"), self.people()),
            (format!("evidence/training{suffix}.csv"), self.trainings()),
        ];
        for (name, text) in files {
            let path = folder.join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
    }

    fn manifest(&self) -> String {
        format!(
            "kijun: 1
project: small
period: {{ start: 2011-04-01, end: 2012-03-31 }}
today: {}
rules: [rules]
evidence:
  - {{ kind: server, files: evidence/servers*.yaml, taken_from: taken }}
  - {{ kind: person, files: evidence/people*.csv }}
  - {{ kind: training, files: evidence/training*.csv }}
",
            day(i64::from(self.today))
        )
    }

    fn government(&self) -> String {
        let Rules { length, fresh, .. } = &self.rules;
        format!(
            "standard government {{ tier government  edition 2011-04-01  uses small }}
clause 1.1 \"passwords\" {{
  for server where internet
  by officer
  severity high
  must length: password.length >= {}
  must factor: every a in accounts : a.mfa
  exceptions by ciso
}}
clause 1.2 \"backups\" {{ for server  by officer  evidence at most {fresh} months old  should backup }}
clause 1.3 \"training\" {{
  for person where on_duty
  must some t in all training where t.person == id : t.completed
}}
",
            length[0],
        )
    }

    fn ministry(&self) -> String {
        let Rules { length, patched, patched_binds, patched_internet, patched_by, .. } = &self.rules;
        let scope = if *patched_internet { " where internet" } else { "" };
        let force = if *patched_binds { "must" } else { "should" };
        format!(
            "standard ministry {{ tier ministry  edition 2011-04-01  uses small  conforms to government@2011-04-01
  adopts government:1.2, government:1.3
}}
clause 2.1 \"passwords\" {{
  implements government:1.1
  for server
  by officer
  must length: password.length >= {}
  must factor: every a in accounts : a.mfa
  exceptions by ciso
}}
clause 2.2 \"patches\" {{ for server{scope}  by {patched_by}  {force} age(patched_on) <= {patched} days }}
clause 2.3 \"fixes\" {{ for server  by officer  must fix.applied_on within 30 days after fix.released_on }}
clause 2.4 \"support\" {{
  for server
  by officer
  must min(p.until for p in programs) >= today + 30 days
}}
measure trained {{ over person where on_duty  share some t in all training where t.person == id : t.completed  target >= 90% }}
",
            length[1],
        )
    }

    fn exceptions(&self) -> String {
        let exception = |exception: &Exception| {
            format!(
                "exception {} \"an old one\" {{
  to ministry:2.1#length, government:1.1#length
  for server where id == \"s{}\"
  approved by ciso on 2011-04-01
  from 2011-04-01
  until {}
  because \"it is replaced soon\"
}}
",
                exception.id,
                exception.server,
                day(i64::from(exception.until))
            )
        };
        let all = self.in_order(self.exceptions.iter().map(exception));
        // A file without an item would be told.
        format!("role ciso \"head\" {{}}\n{}", all.concat())
    }

    fn servers(&self) -> String {
        let server = |server: &Server| {
            let account = |i: usize| format!("{{ name: a{i}, mfa: {} }}", server.accounts[i]);
            let accounts = self.in_order((0..2).map(account)).join(", ");
            let program = |i: usize| {
                format!("{{ name: p{}{i}, until: {} }}", server.id, day(i64::from(server.until[i])))
            };
            let programs = self.in_order((0..2).map(program)).join(", ");
            format!(
                "- id: s{}\n  internet: {}\n  password: {{ length: {} }}\n  accounts: [{accounts}]\n  patched_on: {}\n  backup: {}\n  taken: {}\n  fix: {{ released_on: {}, applied_on: {} }}\n  programs: [{programs}]\n",
                server.id,
                server.internet,
                server.length,
                day(-i64::from(server.patched)),
                server.backup,
                day(-i64::from(server.taken)),
                day(-i64::from(server.fix[0])),
                day(-i64::from(server.fix[1])),
            )
        };
        self.in_order(self.servers.iter().map(server)).concat()
    }

    fn people(&self) -> String {
        let person = |person: &Person| format!("p{},{}\n", person.id, person.on_duty);
        format!("id,on_duty\n{}", self.in_order(self.people.iter().map(person)).concat())
    }

    fn trainings(&self) -> String {
        let training = |t: &Training| format!("t{},p{},{}\n", t.id, t.person, t.completed);
        let rows = self.in_order(self.trainings.iter().map(training));
        format!("id,person,completed\n{}", rows.concat())
    }

    fn in_order(&self, items: impl Iterator<Item = String>) -> Vec<String> {
        let mut items: Vec<String> = items.collect();
        if self.layout.reversed {
            items.reverse();
        }
        items
    }

    fn said(&self, text: &str) -> String {
        if !self.layout.commented {
            return text.to_owned();
        }
        let mut said = "# A comment.\n\n".to_owned();
        for line in text.lines() {
            let _ = writeln!(said, "{line} # another");
        }
        said
    }
}

const VOCABULARY: &str = "\
vocabulary small {
  record account { name : text  mfa : bool }
  record program { name : text  until : date }
  kind server {
    key id     : text
    internet   : bool
    password   : record { length : int }
    accounts   : list of account
    patched_on : date
    backup     : bool
    fix        : record { released_on : date  applied_on : date }
    programs   : list of program
  }
  kind person { key id : text  on_duty : bool }
  kind training { key id : text  person : ref person  completed : bool }
}
role officer \"officer\" { reports to ciso }
role operator \"operator\" { reports to officer }
";

/// A day by its distance from 2012-03-01.
pub(crate) fn day(days: i64) -> String {
    let start = jiff::civil::date(2012, 3, 1);
    start.checked_add(jiff::Span::new().days(days)).unwrap().to_string()
}
