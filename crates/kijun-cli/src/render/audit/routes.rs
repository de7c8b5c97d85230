//! Findings by who answers: a part for each unit or role, with what presses most first in each.

use std::collections::{BTreeMap, BTreeSet};

use kijun_findings::{Finding, Level, Part, Partition, RoleRecord, RunRecord, Texts, UnitRecord};

use super::{Report, Titles, hang, level_style, line};
use crate::args::By;
use crate::screen::{cut, one_line};

/// Columns of a title in the table of results.
const NAMES: usize = 32;
/// Holders of a role that are named.
const HOLDERS: usize = 8;

/// Who is told something, and what.
struct Recipient<'r> {
    heading: String,
    /// Who holds the role; absent of units, and where nobody is known to hold any.
    holders: Option<&'r [String]>,
    findings: Vec<&'r Finding>,
}

impl Report<'_> {
    /// A part for each who answers for something, in the order of the record; then what nobody answers for.
    pub(super) fn recipients(&self, out: &mut String, record: &RunRecord, by: By, titles: &Titles<'_>) {
        let free = self.each_recipient(out, record, record.findings.iter().collect(), by, titles);
        if !free.is_empty() {
            let names = free.join(&self.text("conform-comma", &[]));
            let key = match by {
                By::Unit => "audit-units-without",
                By::Role => "audit-roles-without",
            };
            hang(out, "", &self.text(key, &[("names", one_line(&names).into())]));
            line(out, "");
        }
    }

    /// The parts of some findings alone; gives those whom none of them is about.
    pub(super) fn each_recipient(
        &self,
        out: &mut String,
        record: &RunRecord,
        findings: Vec<&Finding>,
        by: By,
        titles: &Titles<'_>,
    ) -> Vec<String> {
        let (recipients, free) = match by {
            By::Unit => self.units(record, findings),
            By::Role => self.roles(record, findings),
        };
        recipients.iter().for_each(|recipient| self.recipient(out, recipient, titles));
        free
    }

    fn recipient(&self, out: &mut String, recipient: &Recipient<'_>, titles: &Titles<'_>) {
        line(out, &self.bold(&format!("── {}", one_line(&recipient.heading))));
        if let Some(holders) = recipient.holders {
            hang(out, "   ", &self.holders(holders));
        }
        let of_level = |level| recipient.findings.iter().filter(|f| f.level == level).count() as u64;
        line(out, &format!("   {}", self.counts(Level::ALL.map(of_level))));
        line(out, "");
        self.unseen(out, &recipient.findings, titles);
        for level in Level::ALL {
            let findings = recipient.findings.iter().copied().filter(|f| f.level == level);
            let findings: Vec<&Finding> = findings.collect();
            if findings.iter().any(|finding| !finding.unseen) {
                self.section(out, level, &findings, titles);
                line(out, "");
            }
        }
    }

    fn holders(&self, holders: &[String]) -> String {
        if holders.is_empty() {
            return self.warn(&self.text("audit-no-holder", &[]));
        }
        let shown: Vec<String> = holders.iter().take(HOLDERS).map(|key| one_line(key)).collect();
        let named = self.text("audit-holders", &[("holders", shown.join(", ").into())]);
        match holders.len().saturating_sub(HOLDERS) {
            0 => named,
            n => format!("{named}{}", self.text("audit-more-holders", &[("n", n.into())])),
        }
    }

    /// Units in the order of the tree, then those that are in no list of units, then findings of no unit. Beside them: units of
    /// which nothing was found.
    fn units<'r>(
        &self,
        record: &'r RunRecord,
        findings: Vec<&'r Finding>,
    ) -> (Vec<Recipient<'r>>, Vec<String>) {
        let mut by_unit = grouped(findings, |f| f.unit.as_deref());
        let units: BTreeMap<&str, &UnitRecord> =
            record.units.iter().map(|unit| (unit.id.as_str(), unit)).collect();
        let (mut recipients, mut free) = (Vec::new(), Vec::new());
        for unit in &record.units {
            match by_unit.remove(&Some(unit.id.as_str())) {
                Some(findings) => {
                    recipients.push(Recipient { heading: self.path(unit, &units), holders: None, findings });
                }
                None => free.push(self.pick(&unit.title)),
            }
        }
        let nobody = by_unit.remove(&None);
        let unlisted = |id: &str| match record.units.is_empty() {
            true => id.to_owned(),
            false => self.text("audit-unlisted-unit", &[("unit", id.into())]),
        };
        let others = by_unit.into_iter().filter_map(|(id, findings)| Some((unlisted(id?), findings)));
        let last = nobody.map(|findings| (self.text("audit-no-unit", &[]), findings));
        let of = |(heading, findings)| Recipient { heading, holders: None, findings };
        recipients.extend(others.chain(last).map(of));
        (recipients, free)
    }

    /// A unit below those above it: `法務省 › 大臣官房 (HQ-KANBO)`.
    fn path(&self, unit: &UnitRecord, units: &BTreeMap<&str, &UnitRecord>) -> String {
        let mut titles = vec![self.pick(&unit.title)];
        let mut seen = BTreeSet::from([unit.id.as_str()]);
        let mut above = unit.parent.as_deref();
        // A record may come from anywhere: a circle in it ends here.
        while let Some(parent) = above.and_then(|id| units.get(id)).filter(|unit| seen.insert(&unit.id)) {
            titles.push(self.pick(&parent.title));
            above = parent.parent.as_deref();
        }
        titles.reverse();
        self.named(&titles.join(" › "), &unit.id)
    }

    /// Roles from the highest, then findings of no role. Beside them: roles that answer for nothing that was found.
    fn roles<'r>(
        &self,
        record: &'r RunRecord,
        findings: Vec<&'r Finding>,
    ) -> (Vec<Recipient<'r>>, Vec<String>) {
        let mut by_role = grouped(findings, |f| f.role.as_ref().map(|role| role.name.as_str()));
        let somebody = record.roles.iter().any(|role| !role.held_by.is_empty());
        let (mut recipients, mut free) = (Vec::new(), Vec::new());
        for role in &record.roles {
            let heading = self.named(&self.pick(&role.title), &role.name);
            let holders = |role: &'r RoleRecord| somebody.then_some(role.held_by.as_slice());
            match by_role.remove(&Some(role.name.as_str())) {
                Some(findings) => recipients.push(Recipient { heading, holders: holders(role), findings }),
                None => free.push(self.pick(&role.title)),
            }
        }
        let nobody = by_role.remove(&None);
        let others = by_role.into_iter().filter_map(|(name, findings)| Some((name?.to_owned(), findings)));
        let last = nobody.map(|findings| (self.text("audit-no-role", &[]), findings));
        let of = |(heading, findings)| Recipient { heading, holders: None, findings };
        recipients.extend(others.chain(last).map(of));
        (recipients, free)
    }

    /// A title with the name that evidence and rules use, where that is another.
    fn named(&self, title: &str, name: &str) -> String {
        match title == name {
            true => name.to_owned(),
            false => self.text("audit-named", &[("title", title.into()), ("name", name.into())]),
        }
    }

    /// The results by who answers, each by its title.
    pub(super) fn answering(&self, record: &RunRecord, by: By) -> Vec<(String, Partition)> {
        let titles: BTreeMap<&str, &Texts> = match by {
            By::Unit => record.units.iter().map(|unit| (unit.id.as_str(), &unit.title)).collect(),
            By::Role => record.roles.iter().map(|role| (role.name.as_str(), &role.title)).collect(),
        };
        let parts = match by {
            By::Unit => &record.figures.by_unit,
            By::Role => &record.figures.by_role,
        };
        let title = |name: &str| titles.get(name).map_or_else(|| name.to_owned(), |title| self.pick(title));
        let row = |part: &Part| (cut(&one_line(&title(&part.name)), NAMES), part.figures);
        parts.iter().map(row).collect()
    }

    /// How many findings there are of each level.
    pub(super) fn counts(&self, counts: [u64; 4]) -> String {
        let counts = Level::ALL.iter().zip(counts).map(|(level, n)| {
            let name = self.text(&format!("level-{}", level.name()), &[]);
            let text = self.text("audit-level", &[("name", name.into()), ("n", n.to_string().into())]);
            if n > 0 { self.paint(level_style(*level), &text) } else { self.dim(&text) }
        });
        counts.collect::<Vec<_>>().join("  ")
    }
}

/// Findings by who answers, each list in the order of the record.
fn grouped<'r>(
    findings: Vec<&'r Finding>,
    answers: impl Fn(&'r Finding) -> Option<&'r str>,
) -> BTreeMap<Option<&'r str>, Vec<&'r Finding>> {
    let mut grouped: BTreeMap<Option<&str>, Vec<&Finding>> = BTreeMap::new();
    for finding in findings {
        grouped.entry(answers(finding)).or_default().push(finding);
    }
    grouped
}
