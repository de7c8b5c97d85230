//! `kijun audit`: the evidence against the documents in force.

mod baseline;
mod write;

use kijun::{Audit, Loaded, Options};
use kijun_findings::Outlook;

use super::Cx;
use super::sign::PrivateKey;
use crate::args::{AuditArgs, Format};
use crate::exit::Exit;
use crate::render::audit::Report;
use baseline::Held;

/// Audits, writes the record if asked, prints, and answers by the exit code.
pub(crate) fn run(cx: &Cx<'_>, args: &AuditArgs) -> Exit {
    match judged(cx, args) {
        Ok(exit) | Err(exit) => exit,
    }
}

fn judged(cx: &Cx<'_>, args: &AuditArgs) -> Result<Exit, Exit> {
    if args.by.is_some() && args.format != Format::Human {
        cx.complain("by-for-people", &[]);
        return Err(Exit::BadInput);
    }
    let key = args.sign.as_deref().map(|key| PrivateKey::read(cx, key)).transpose()?;
    let as_of = cx.day(args.as_of.as_deref()).map_err(|()| Exit::BadInput)?;
    let options = Options { as_of, threads: args.threads.map(usize::from) };
    let baseline = baseline::read(cx, args)?;
    let loaded = cx.load()?;
    // Rules, manifest and key are known before anything is judged; which files are evidence, only then.
    write::spares(cx, args, &loaded, &loaded.inputs)?;
    let Some(mut audit) = kijun::audit(&loaded, options) else {
        return Err(not_begun(cx, args.format, &loaded).max(Exit::BadInput));
    };
    write::spares(cx, args, &loaded, &audit.record.inputs)?;
    if let Some(days) = args.warn_days {
        kijun::warn_of_ends(&mut audit.record, days);
    }
    if args.format == Format::Human {
        cx.diagnostics(&loaded, &audit.sources, &audit.diagnostics);
    }
    let held = baseline.map(|baseline| baseline::hold(cx, baseline, &audit.record)).transpose()?;
    let coming = kijun::outlook(&loaded, &audit.record, options);
    let told = Told { audit: &audit, held: held.as_ref(), coming: coming.as_ref() };
    let printed = told.print(cx, args);
    let written = write::record(cx, args, &told, &loaded, key.as_ref())?;
    // What was accepted on purpose is known from now on.
    let accepted = args.accept_worse && written == Exit::Fine;
    let verdict = if accepted { Exit::Fine } else { verdict(args, &told) };
    Ok(printed.max(written).max(verdict))
}

/// What an audit has to tell.
struct Told<'a> {
    audit: &'a Audit,
    held: Option<&'a Held>,
    coming: Option<&'a Outlook>,
}

impl Told<'_> {
    fn print(&self, cx: &Cx<'_>, args: &AuditArgs) -> Exit {
        match args.format {
            Format::Human => self.human(cx, args),
            Format::Json => self.json(cx),
            Format::Jsonl => self.jsonl(cx),
        }
    }

    /// What is coming, then the run.
    fn human(&self, cx: &Cx<'_>, args: &AuditArgs) -> Exit {
        let report = Report { catalogue: &cx.catalogue, verbose: args.verbose, quiet: cx.common.quiet };
        let record = &self.audit.record;
        let coming = self.coming.map_or(String::new(), |outlook| report.outlook(outlook));
        let audit = match self.held {
            Some(held) => report.audit_against(record, &held.against, &held.record, args.by),
            None => report.audit(record, args.by),
        };
        cx.show(&(coming + &audit))
    }

    /// The run record; beside what was asked for besides, if anything was.
    fn json(&self, cx: &Cx<'_>) -> Exit {
        let record = &self.audit.record;
        if self.held.is_none() && self.coming.is_none() {
            return kijun_findings::to_json(record).map_or(Exit::Fault, |json| cx.print(&json));
        }
        let mut whole = serde_json::Map::new();
        let parts = [
            ("coming", self.coming.map(serde_json::to_value)),
            ("baseline", self.held.map(|held| serde_json::to_value(&held.against))),
            ("run", Some(serde_json::to_value(record))),
        ];
        for (name, part) in parts {
            match part {
                Some(Ok(value)) => whole.insert(name.to_owned(), value),
                Some(Err(_)) => return Exit::Fault,
                None => None,
            };
        }
        cx.print(&format!("{:#}\n", serde_json::Value::Object(whole)))
    }

    /// A line for each finding, then one for each exception, one for each diagnostic, and the figures. What is coming stands before all, and beside each
    /// finding how it stands to the baseline.
    fn jsonl(&self, cx: &Cx<'_>) -> Exit {
        let record = &self.audit.record;
        let coming = self.coming.into_iter().flat_map(|outlook| outlook.worse.iter().chain(&outlook.better));
        let coming = coming.map(|coming| serde_json::json!({ "coming": coming }));
        let held = self.held.map(|held| &held.against);
        let doubts = held.into_iter().flat_map(|held| &held.doubts);
        let doubts = doubts.map(|doubt| serde_json::json!({ "doubt": doubt }));
        let states = held.into_iter().flat_map(|held| &held.findings);
        let findings = record.findings.iter().enumerate().map(|(i, finding)| {
            match held.and_then(|held| held.findings.get(i)) {
                Some(state) => serde_json::json!({ "finding": finding, "baseline": state }),
                None => serde_json::json!({ "finding": finding }),
            }
        });
        let absent = states.skip(record.findings.len());
        let absent = absent.map(|state| serde_json::json!({ "baseline": state }));
        let exceptions = record.exceptions.iter().map(|e| serde_json::json!({ "exception": e }));
        let diagnostics = record.diagnostics.iter().map(|d| serde_json::json!({ "diagnostic": d }));
        let mut figures = serde_json::json!({ "figures": record.figures, "complete": record.complete });
        if let Some(held) = held {
            figures["baseline"] = serde_json::json!(held.figures);
        }
        let lines = coming
            .chain(doubts)
            .chain(findings)
            .chain(absent)
            .chain(exceptions)
            .chain(diagnostics)
            .chain([figures]);
        cx.print(&lines.map(|value| format!("{value}\n")).collect::<String>())
    }
}

/// Says what keeps the audit from being begun; a program gets that as data, and valid data.
fn not_begun(cx: &Cx<'_>, format: Format, loaded: &Loaded) -> Exit {
    if format == Format::Human {
        cx.diagnostics(loaded, &loaded.sources, &loaded.diagnostics);
        cx.complain("audit-not-begun", &[]);
        return Exit::BadInput;
    }
    let renderer = cx.renderer(loaded, &loaded.sources);
    let all: Vec<serde_json::Value> = loaded.diagnostics.iter().map(|d| renderer.json(d)).collect();
    if format == Format::Json {
        return cx.print(&format!("{:#}\n", serde_json::json!({ "complete": false, "diagnostics": all })));
    }
    let lines = all.into_iter().map(|d| serde_json::json!({ "diagnostic": d }));
    let end = serde_json::json!({ "complete": false });
    cx.print(&lines.chain([end]).map(|value| format!("{value}\n")).collect::<String>())
}

/// Findings at or above the threshold, of those that the baseline does not know if there is one; else whether all could be judged.
fn verdict(args: &AuditArgs, told: &Told<'_>) -> Exit {
    let record = &told.audit.record;
    let fails = args.fail_on.level().is_some_and(|least| match told.held {
        Some(held) => held.against.has_news(least),
        None => record.findings.iter().any(|finding| finding.level <= least),
    });
    if fails {
        Exit::Findings
    } else if !record.complete {
        Exit::BadInput
    } else {
        Exit::Fine
    }
}
