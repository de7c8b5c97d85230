//! What is coming, by the day from which it is so.

use kijun_diag::Arg;
use kijun_findings::{Aspect, Cause, Coming, DimensionChange, Outlook, RuleEvent, Seen, Side};

use super::{Report, hang, level_style, line};
use crate::screen::{columns, harmless, one_line, wrap};

/// Findings of one day, provision and cause that are shown whole or in a line; the rest is counted.
const SHOWN: usize = 5;
/// Findings that will be gone that are shown.
const SHOWN_BETTER: usize = 10;

impl Report<'_> {
    /// What fails from which day on and why; then, short, what does not fail any more.
    pub(crate) fn outlook(&self, outlook: &Outlook) -> String {
        let mut out = String::new();
        let args = [
            ("today", outlook.today.as_str().into()),
            ("as-of", outlook.as_of.as_str().into()),
            ("until", outlook.until.as_str().into()),
            ("audits", outlook.audits.to_string().into()),
        ];
        line(&mut out, &self.bold(&self.text("outlook-head", &args)));
        hang(&mut out, "", &self.text("outlook-how", &args));
        line(&mut out, "");
        self.worse(&mut out, outlook);
        self.better(&mut out, outlook);
        out
    }

    fn worse(&self, out: &mut String, outlook: &Outlook) {
        let count = self.text("audit-count", &[("n", outlook.worse.len().into())]);
        line(out, &self.bold(&format!("{} {count}", self.text("outlook-worse", &[]))));
        for day in outlook.worse.chunk_by(same_day) {
            if let Some(first) = day.first() {
                line(out, &format!("  {}", self.bold(&self.when(outlook, first))));
            }
            let mut day: Vec<&Coming> = day.iter().collect();
            day.sort_by(|a, b| {
                (a.level(), provision(a), &a.causes).cmp(&(b.level(), provision(b), &b.causes))
            });
            for group in day.chunk_by(|a, b| provision(a) == provision(b) && a.causes == b.causes) {
                self.coming_group(out, outlook, group);
            }
        }
        line(out, "");
    }

    /// From when: the first day; or that the project's own audit goes by older editions.
    fn when(&self, outlook: &Outlook, coming: &Coming) -> String {
        let key = if coming.last.is_some() { "outlook-from" } else { "outlook-already" };
        self.text(key, &[("from", coming.from.as_str().into()), ("as-of", outlook.as_of.as_str().into())])
    }

    /// What comes on one day against one provision for one cause.
    fn coming_group(&self, out: &mut String, outlook: &Outlook, group: &[&Coming]) {
        let Some(first) = group.first() else { return };
        let title = one_line(&self.pick(&first.title));
        line(out, &format!("    {}  {title}", self.bold(provision(first))));
        for cause in &first.causes {
            self.caution(out, "      ", &self.cause(outlook, first, cause));
        }
        let shown = if self.verbose { group.len() } else { SHOWN };
        for (i, coming) in group.iter().take(shown).enumerate() {
            line(out, &format!("      {}", self.who_comes(coming)));
            if let Some(told) = coming.after.told.as_ref().filter(|_| i == 0 || self.verbose) {
                for words in wrap(&harmless(&self.pick(&told.message)), columns().saturating_sub(8)) {
                    line(out, &format!("        {words}"));
                }
            }
        }
        if group.len() > shown {
            let more = self.text("audit-more", &[("n", (group.len() - shown).into())]);
            line(out, &format!("      {}", self.dim(&more)));
        }
    }

    /// `F-…  finding  server/web-01  pass → fail  → officer / unit`
    fn who_comes(&self, coming: &Coming) -> String {
        let mut parts = vec![(anstyle::Style::new().dimmed(), coming.id.clone())];
        if let Some(level) = coming.level() {
            parts.push((level_style(level), self.text(&format!("level-one-{}", level.name()), &[])));
        }
        let plain = anstyle::Style::new();
        if let Some(subject) = &coming.subject {
            parts.push((plain, one_line(&format!("{}/{}", subject.kind, subject.key))));
        }
        if let Some(turn) = self.turn(&coming.before, &coming.after) {
            parts.push((plain, turn));
        }
        let who = [coming.role.as_ref().map(|role| self.pick(&role.title)), coming.unit.clone()];
        let who: Vec<String> = who.into_iter().flatten().map(|w| one_line(&w)).collect();
        if !who.is_empty() {
            parts.push((plain, self.text("audit-who", &[("who", who.join(" / ").into())])));
        }
        self.fill(&parts, 6)
    }

    /// `pass → fail`, where both are results of a statement.
    fn turn(&self, before: &Side, after: &Side) -> Option<String> {
        match (before.seen, after.seen) {
            (Seen::Outcome(before), Seen::Outcome(after)) => {
                Some(format!("{} → {}", self.outcome(before), self.outcome(after)))
            }
            _ => None,
        }
    }

    fn cause(&self, outlook: &Outlook, coming: &Coming, cause: &Cause) -> String {
        let shown = |text: &Option<String>| -> Arg { one_line(text.as_deref().unwrap_or("–")).into() };
        match cause {
            Cause::Rule { before, after, dimensions, .. } if before.is_some() && before == after => {
                let [grace, asked] = [Aspect::Scope, Aspect::Strength].map(|aspect| {
                    let of = dimensions.iter().find(|change| change.dimension == aspect);
                    shown(&of.and_then(|change| change.before.clone().or_else(|| change.after.clone())))
                });
                let args = [("after", shown(after)), ("grace", grace), ("asked", asked)];
                self.text("outlook-why-grace", &args)
            }
            Cause::Rule { event, before, after, dimensions, .. } => {
                let key = match event {
                    RuleEvent::Issued => "outlook-why-issued",
                    RuleEvent::Repealed => "outlook-why-repealed",
                    RuleEvent::Changed | RuleEvent::Above | RuleEvent::Below => "outlook-why-edition",
                };
                let what = self.text(key, &[("before", shown(before)), ("after", shown(after))]);
                dimensions.iter().fold(what, |what, change| what + &self.changed_in(change))
            }
            Cause::ExceptionBegan { exception, .. } => {
                self.text("outlook-why-exception-began", &[("exception", one_line(exception).into())])
            }
            Cause::ExceptionLapsed { exception, until, .. } => {
                let args = [("exception", one_line(exception).into()), ("until", shown(until))];
                self.text("outlook-why-exception-lapsed", &args)
            }
            Cause::ExceptionChanged { exception, after, .. } => {
                let status = self.text(&format!("exception-{after}"), &[]);
                let args = [("exception", one_line(exception).into()), ("status", status.into())];
                self.text("outlook-why-exception-changed", &args)
            }
            Cause::Date { path: Some(path), .. } if path.is_empty() => {
                self.text("outlook-why-stale", &[("from", coming.from.as_str().into())])
            }
            Cause::Date { path: Some(path), .. } => {
                let args = [("path", one_line(path).into()), ("from", coming.from.as_str().into())];
                self.text("outlook-why-age", &args)
            }
            _ => self.text("outlook-why-time", &[("today", outlook.today.as_str().into())]),
        }
    }

    /// `; strength: level >= 3 → level >= 8`
    fn changed_in(&self, change: &DimensionChange) -> String {
        let shown = |text: &Option<String>| one_line(text.as_deref().unwrap_or("–"));
        let args = [
            ("dimension", self.text(&format!("diff-aspect-{}", change.dimension.name()), &[]).into()),
            ("before", shown(&change.before).into()),
            ("after", shown(&change.after).into()),
        ];
        self.text("outlook-changed-in", &args)
    }

    /// What will not be told any more, or press less: a line each.
    fn better(&self, out: &mut String, outlook: &Outlook) {
        if outlook.better.is_empty() {
            return;
        }
        let count = self.text("audit-count", &[("n", outlook.better.len().into())]);
        line(out, &self.bold(&format!("{} {count}", self.text("outlook-better", &[]))));
        let shown = if self.verbose { outlook.better.len() } else { SHOWN_BETTER };
        for coming in outlook.better.iter().take(shown) {
            let subject = coming.subject.as_ref().map(|s| format!("  {}/{}", s.kind, s.key));
            let about = format!("{}{}", provision(coming), subject.unwrap_or_default());
            let why = coming.causes.first().map(|cause| self.cause(outlook, coming, cause));
            let lead = format!("  {}  {}  ", self.when(outlook, coming), self.dim(&coming.id));
            line(out, &format!("{lead}{}", one_line(&about)));
            hang(out, "      ", &why.unwrap_or_default());
        }
        if outlook.better.len() > shown {
            let more = self.text("audit-more", &[("n", (outlook.better.len() - shown).into())]);
            line(out, &format!("  {}", self.dim(&more)));
        }
        line(out, "");
    }
}

fn same_day(a: &Coming, b: &Coming) -> bool {
    (&a.from, &a.last) == (&b.from, &b.last)
}

/// The provision, as it is cited from that day on where it is told then.
fn provision(coming: &Coming) -> &str {
    let told = coming.after.told.as_ref().or(coming.before.told.as_ref());
    told.map_or(&*coming.lineage, |told| &*told.provision)
}
