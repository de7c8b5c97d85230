//! Samples: candidates by strata, ranked by digests that anybody can compute, and of each stratum the first.
//!
//! The draw follows from the seed, the strata and the keys alone: not from a generator, a clock, or the order of the evidence.

mod strata;
mod verify;

use std::collections::{BTreeMap, BTreeSet};

use kijun_diag::{Diagnostics, Lang, Sources};
use kijun_evidence::SamplePlan;
use kijun_model::{StatementId, Subject};
use kijun_report::sample::{Names, Row};
use sha2::{Digest as _, Sha256};

use crate::audit::{Options, Prepared};
use crate::context::Context;
use crate::load::Loaded;
use crate::organisation;
use crate::questionnaire::{column, reply};
use crate::reach::{Reach, Reached};

use strata::Strata;
pub use verify::{Deviation, NotASample, Verified, verify_sample};

/// A sample as it is drawn from the evidence.
#[derive(Debug)]
pub struct Draw {
    /// The sheet: every candidate, drawn or not.
    pub sheet: kijun_report::Sample,
    /// The strata, by name.
    pub strata: Vec<Stratum>,
    /// How many should at least be drawn from each.
    pub at_least: u64,
    /// Values of which there might be candidates and are none: the field, and the value.
    pub empty: Vec<(String, String)>,
    /// Keys that several candidates have, so that they cannot be told apart.
    pub twice: Vec<String>,
    /// Whether one of the statements that it is drawn from is in force.
    pub in_force: bool,
    /// Every file met.
    pub sources: Sources,
    /// What is wrong with the evidence that was read.
    pub diagnostics: Diagnostics,
    /// Whether candidates could not be read.
    pub lost: bool,
}

/// A stratum.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stratum {
    /// Its name.
    pub name: String,
    /// How many candidates it has.
    pub size: u64,
    /// How many of them are drawn.
    pub drawn: u64,
    /// Whether it has fewer than should at least be drawn.
    pub short: bool,
}

/// The names of the samples that the manifest plans, in its order.
#[must_use]
pub fn samples(loaded: &Loaded) -> Vec<String> {
    let plan = loaded.plan.as_ref();
    plan.map_or_else(Vec::new, |plan| plan.samples.iter().map(|sample| sample.name.clone()).collect())
}

/// Draws a sample of a project that was loaded without errors; `None` if it was not, or plans none of that name.
#[must_use]
pub fn draw(loaded: &Loaded, name: &str, lang: Lang) -> Option<Draw> {
    let prepared = Prepared::of(loaded, Options::default())?;
    let cx = prepared.context(loaded)?;
    let plan = loaded.plan.as_ref()?.samples.iter().find(|sample| sample.name == name)?;
    let in_force = |id: &StatementId| prepared.effective.set.statements.iter().any(|s| s.statement == *id);
    let statements: Vec<StatementId> = plan.statements.iter().copied().filter(in_force).collect();
    let reach = Reach::of(loaded, &prepared.effective.set, prepared.days(), &statements)?;
    let mut sources = loaded.sources.clone();
    let held = reach.hold(&mut sources, &strata::kinds(plan));
    let strata = Strata::of(&cx, plan, &held);
    let mut drawing = Drawing { cx: &cx, plan, strata, candidates: BTreeMap::new(), twice: BTreeSet::new() };
    let reached = reach.each(held, &mut sources, &mut |subject, _| drawing.candidate(subject));
    let day = prepared.days().today.to_string();
    Some(drawing.finish(Sheet { lang, day }, !statements.is_empty(), sources, reached))
}

/// What a sheet says beside its candidates.
struct Sheet {
    lang: Lang,
    day: String,
}

/// The drawing under way.
struct Drawing<'a> {
    cx: &'a Context<'a>,
    plan: &'a SamplePlan,
    strata: Strata<'a>,
    /// By key: the stratum and the unit.
    candidates: BTreeMap<String, (String, String)>,
    twice: BTreeSet<String>,
}

impl Drawing<'_> {
    fn candidate(&mut self, subject: &Subject) {
        let stratum = self.strata.name(subject);
        let unit = organisation::unit(self.cx, subject).map_or_else(String::new, |unit| unit.to_string());
        if self.candidates.insert(subject.key.to_string(), (stratum, unit)).is_some() {
            self.twice.insert(subject.key.to_string());
        }
    }

    fn finish(self, sheet: Sheet, in_force: bool, sources: Sources, reached: Reached) -> Draw {
        let keys = self.candidates.iter().map(|(key, (stratum, _))| (stratum.as_str(), key.as_str()));
        let ranked = ranked(self.plan, keys);
        let mut strata: Vec<Stratum> = Vec::new();
        for candidate in &ranked {
            if strata.last().is_none_or(|last| last.name != candidate.stratum) {
                let name = candidate.stratum.to_owned();
                strata.push(Stratum { name, size: 0, drawn: 0, short: false });
            }
            if let Some(stratum) = strata.last_mut() {
                stratum.size += 1;
                stratum.drawn += u64::from(candidate.drawn);
                stratum.short = stratum.size < self.plan.at_least;
            }
        }
        let row = |ranked: &Ranked<'_>| Row {
            stratum: ranked.stratum.to_owned(),
            subject: ranked.subject.to_owned(),
            rank: ranked.rank,
            drawn: ranked.drawn,
            digest: ranked.digest.clone(),
            unit: self.candidates.get(ranked.subject).map_or_else(String::new, |(_, unit)| unit.clone()),
        };
        let (model, lang) = (&self.cx.loaded.model, sheet.lang.tag());
        let name = |field| column(model, "sample_member", field, lang);
        Draw {
            sheet: kijun_report::Sample {
                name: self.plan.name.clone(),
                seed: self.plan.seed.clone(),
                day: sheet.day,
                names: Names {
                    sample: name("sample"),
                    stratum: name("stratum"),
                    subject: name("subject"),
                    drawn: name("drawn"),
                },
                yes: reply(model, "affirmative", lang),
                no: reply(model, "negative", lang),
                rows: ranked.iter().map(row).collect(),
            },
            strata,
            at_least: self.plan.at_least,
            empty: self.strata.empty(),
            twice: self.twice.into_iter().collect(),
            in_force,
            sources,
            diagnostics: reached.diagnostics,
            lost: reached.lost,
        }
    }
}

/// A candidate in its place.
struct Ranked<'c> {
    stratum: &'c str,
    subject: &'c str,
    digest: String,
    /// From 1, in its stratum.
    rank: u64,
    drawn: bool,
}

/// Candidates by stratum, then by digest; of each stratum the first are drawn.
fn ranked<'c>(plan: &SamplePlan, candidates: impl Iterator<Item = (&'c str, &'c str)>) -> Vec<Ranked<'c>> {
    let ranked = candidates.map(|(stratum, subject)| {
        let digest = digest(&plan.seed, stratum, subject);
        Ranked { stratum, subject, digest, rank: 0, drawn: false }
    });
    let mut ranked: Vec<Ranked<'_>> = ranked.collect();
    ranked.sort_by(|a, b| (a.stratum, &a.digest, a.subject).cmp(&(b.stratum, &b.digest, b.subject)));
    for stratum in ranked.chunk_by_mut(|a, b| a.stratum == b.stratum) {
        let size = stratum.len() as u64;
        let n_drawn = plan.size.of(size).max(plan.at_least).min(size);
        for (rank, candidate) in (1..).zip(stratum) {
            candidate.rank = rank;
            candidate.drawn = rank <= n_drawn;
        }
    }
    ranked
}

/// SHA-256 of `SEED/STRATUM/KEY`, in lower-case hexadecimal.
fn digest(seed: &str, stratum: &str, subject: &str) -> String {
    let bytes = Sha256::digest([seed, stratum, subject].map(escaped).join("/"));
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// A part of a text whose parts are joined by `/`: inside of it, `\` is `\\` and `/` is `\/`, so that no two lists of parts give one text.
fn escaped(part: &str) -> String {
    part.replace('\\', "\\\\").replace('/', "\\/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_digest_is_what_the_shell_computes() {
        // printf '%s' '平成23年度/本省/S0001' | sha256sum
        assert_eq!(
            digest("平成23年度", "本省", "S0001"),
            "f114f3e7a7429118b629140e3c739951b9cf8c2253abade9af9db611a5ff6070"
        );
        // printf '%s' 's/x\/y/p\\3' | sha256sum
        assert_eq!(
            digest("s", "x/y", "p\\3"),
            "1dc20202e1f8a55a037b13061652ff681740216fe658b302bdbfc4fab076ab70"
        );
    }

    #[test]
    fn no_two_candidates_share_a_text() {
        let parts = ["x", "x/y", "x\\", "x\\/y", "y", "y/x", "/", "\\", ""];
        let mut digests = BTreeMap::new();
        for seed in parts {
            for stratum in parts {
                for key in parts {
                    let before = digests.insert(digest(seed, stratum, key), (seed, stratum, key));
                    assert_eq!(before, None, "{seed:?} {stratum:?} {key:?}");
                }
            }
        }
    }
}
