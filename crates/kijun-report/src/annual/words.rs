//! The product's own words in a report: dates, rates, levels. What belongs to a body's report is in templates.

use kijun_diag::{Arg, Catalogue, Lang};
use kijun_findings::{Found, Level, Observation, Outcome, Partition, Rate, TargetReached, Texts};

/// Words of one language.
pub(crate) struct Words {
    catalogue: Catalogue,
    /// Whether all evidence of the run was read; where not, no figure stands without a mark.
    complete: bool,
}

/// The first day of each era, latest first, with its key in the catalogue.
const ERAS: [((i32, u32, u32), &str); 5] = [
    ((2019, 5, 1), "era-reiwa"),
    ((1989, 1, 8), "era-heisei"),
    ((1926, 12, 25), "era-showa"),
    ((1912, 7, 30), "era-taisho"),
    ((1868, 1, 25), "era-meiji"),
];

impl Words {
    pub(crate) fn new(lang: Lang) -> Words {
        Words { catalogue: Catalogue::new(lang), complete: true }
    }

    /// The words for a run of which all evidence was read, or not.
    pub(crate) fn of_run(&self, complete: bool) -> Words {
        Words { complete, ..Words::new(self.catalogue.lang()) }
    }

    /// What a measure comes to, with a mark where not all evidence was read.
    pub(crate) fn marked(&self, value: String) -> String {
        if self.complete { value } else { self.text("report-value-unread", &[("value", value.into())]) }
    }

    /// The language's tag.
    pub(crate) fn tag(&self) -> &'static str {
        self.catalogue.lang().tag()
    }

    pub(crate) fn text(&self, key: &str, args: &[(&'static str, Arg)]) -> String {
        self.catalogue.text(key, args)
    }

    /// A text of the record in this language, else in any.
    pub(crate) fn pick(&self, texts: &Texts) -> String {
        texts.get(self.tag()).or_else(|| texts.values().next()).cloned().unwrap_or_default()
    }

    /// The word of a key; of a name for which the catalogue has none, the name.
    pub(crate) fn named(&self, key: &str, name: &str) -> String {
        if self.catalogue.has(key) { self.text(key, &[]) } else { name.to_owned() }
    }

    /// A level, of which there are several findings.
    pub(crate) fn level(&self, level: Level) -> String {
        self.named(&format!("level-{}", level.name()), level.name())
    }

    pub(crate) fn outcome(&self, outcome: Outcome) -> String {
        self.named(&format!("outcome-{}", outcome.name()), outcome.name())
    }

    pub(crate) fn tier(&self, tier: &str) -> String {
        self.named(&format!("tier-{tier}"), tier)
    }

    pub(crate) fn target(&self, target: TargetReached) -> String {
        self.named(&format!("target-{}", target_name(target)), target_name(target))
    }

    /// What a measure should come to, as written (`>= 98%`), in words; what is written otherwise stays as it is.
    pub(crate) fn aim(&self, written: &str) -> String {
        const SIGNS: [(&str, &str); 5] = [
            (">=", "aim-least"),
            ("<=", "aim-most"),
            ("==", "aim-exactly"),
            (">", "aim-more"),
            ("<", "aim-less"),
        ];
        let found = SIGNS.iter().find_map(|(sign, key)| Some((key, written.strip_prefix(sign)?.trim())));
        found.map_or_else(|| written.to_owned(), |(key, n)| self.text(key, &[("n", self.length(n).into())]))
    }

    /// A whole number of years, months or days as the language counts them; anything else as it is written.
    fn length(&self, written: &str) -> String {
        let Some((n, unit)) = written.split_once(' ') else { return written.to_owned() };
        let unit = unit.strip_suffix('s').unwrap_or(unit).replace(' ', "-");
        match n.parse::<i64>() {
            Ok(n) if matches!(&*unit, "year" | "month" | "day" | "business-day") => {
                self.text(&format!("length-{unit}"), &[("n", Arg::Number(n))])
            }
            _ => written.to_owned(),
        }
    }

    /// `98.9%`
    pub(crate) fn percent(&self, rate: Rate) -> String {
        let mille = rate.per_mille();
        let key = if self.complete { "report-percent" } else { "report-percent-unread" };
        self.text(key, &[("n", format!("{}.{}", mille / 10, mille % 10).into())])
    }

    /// Percentage, numerator and denominator; that nothing was assessed, where nothing was.
    pub(crate) fn rate(&self, rate: Option<Rate>) -> String {
        let Some(rate) = rate else { return self.text("audit-no-rate", &[]) };
        let args = [
            ("percent", self.percent(rate).into()),
            ("numerator", rate.numerator.to_string().into()),
            ("denominator", rate.denominator.to_string().into()),
        ];
        self.text(if self.complete { "report-rate" } else { "report-rate-unread" }, &args)
    }

    /// The counts that are not zero, in words.
    pub(crate) fn counts(&self, partition: &Partition, leave_out: &[Outcome]) -> String {
        let all = [
            (Outcome::Pass, partition.pass),
            (Outcome::Fail, partition.fail),
            (Outcome::Unknown, partition.unknown),
            (Outcome::Error, partition.error),
            (Outcome::Waived, partition.waived),
            (Outcome::NotApplicable, partition.not_applicable),
        ];
        let shown = all.into_iter().filter(|(outcome, n)| *n > 0 && !leave_out.contains(outcome));
        let words: Vec<String> = shown.map(|(outcome, n)| format!("{} {n}", self.outcome(outcome))).collect();
        words.join(&self.text("report-comma", &[]))
    }

    /// The same of a measure, of which nothing is waived: what `except` says is left out.
    pub(crate) fn counts_of_measure(&self, partition: &Partition, leave_out: &[Outcome]) -> String {
        let rest = self.counts(&Partition { waived: 0, ..*partition }, leave_out);
        let out = || self.text("measure-left-out", &[("n", partition.waived.to_string().into())]);
        let out = if partition.waived > 0 { out() } else { String::new() };
        let parts: Vec<String> = [rest, out].into_iter().filter(|part| !part.is_empty()).collect();
        parts.join(&self.text("report-comma", &[]))
    }

    /// A heading's number, given those of the headings above it too.
    pub(crate) fn number(&self, path: &[usize]) -> String {
        let key = format!("report-number-{}", path.len().min(3));
        let n = match &*self.text("report-numbering", &[]) {
            "last" => {
                path.last().map(|n| if path.len() < 3 { wide(*n) } else { n.to_string() }).unwrap_or_default()
            }
            _ => path.iter().map(usize::to_string).collect::<Vec<_>>().join("."),
        };
        self.text(&key, &[("n", n.into())])
    }

    /// What was seen in the evidence, without its path.
    pub(crate) fn found(&self, observation: &Observation) -> String {
        let n = |n: u64| [("n", Arg::from(n.to_string()))];
        match &observation.found {
            Found::Value(value) => format!("= {value}"),
            Found::Elements(count) => self.text("found-elements", &n(*count)),
            Found::Record => String::new(),
            Found::Absent => self.text("found-absent", &[]),
            Found::Null => self.text("found-null", &[]),
            Found::Malformed => self.text("found-malformed", &[]),
            Found::Stale(on) => self.text("found-stale", &[("on", self.date(on).into())]),
            Found::Undated => self.text("found-undated", &[]),
            Found::Undetermined => self.text("found-undetermined", &[]),
            Found::Unmatched { field, value } => self.text(
                "found-unmatched",
                &[("field", field.as_str().into()), ("value", value.as_str().into())],
            ),
            Found::Unread => self.text("found-unread", &[]),
            Found::Unsourced => self.text("found-unsourced", &[]),
        }
    }

    /// A day as the language writes it; what is no day stays as it is.
    pub(crate) fn date(&self, text: &str) -> String {
        let Some((year, month, day)) = day_of(text) else { return text.to_owned() };
        let args = [
            ("year", Arg::from(year.to_string())),
            ("month", self.text(&format!("month-{month}"), &[]).into()),
            ("day", day.to_string().into()),
        ];
        self.text("report-date", &args)
    }

    /// A day in the years of Japanese eras; a day before them all, and what is no day, as [`Words::date`] writes it.
    pub(crate) fn era(&self, text: &str) -> String {
        let day = day_of(text);
        let era = day.and_then(|day| ERAS.iter().find(|(first, _)| day >= *first).map(|era| (day, era)));
        let Some(((year, month, day), ((first, _, _), era))) = era else { return self.date(text) };
        let year = match year - first + 1 {
            1 => self.text("era-first", &[]),
            n => n.to_string(),
        };
        let args = [
            ("era", Arg::from(self.text(era, &[]))),
            ("year", year.into()),
            ("month", self.text(&format!("month-{month}"), &[]).into()),
            ("day", day.to_string().into()),
        ];
        self.text("report-era-date", &args)
    }
}

/// A number in digits as wide as characters of Japanese.
fn wide(n: usize) -> String {
    let digit = |c: char| c.to_digit(10).and_then(|n| char::from_u32('０' as u32 + n)).unwrap_or(c);
    n.to_string().chars().map(digit).collect()
}

/// The name of what became of a target, as every output writes it.
pub(crate) fn target_name(target: TargetReached) -> &'static str {
    match target {
        TargetReached::Reached => "reached",
        TargetReached::Missed => "missed",
        TargetReached::Undecided => "undecided",
        TargetReached::NothingAssessed => "nothing-assessed",
    }
}

fn day_of(text: &str) -> Option<(i32, u32, u32)> {
    let mut parts = text.splitn(3, '-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    if year.len() != 4 || month.len() != 2 || day.len() != 2 {
        return None;
    }
    let (year, month, day) = (year.parse().ok()?, month.parse().ok()?, day.parse().ok()?);
    ((1..=12).contains(&month) && (1..=31).contains(&day)).then_some((year, month, day))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_written_as_each_language_does_and_in_eras_where_asked() {
        let (ja, en) = (Words::new(Lang::Ja), Words::new(Lang::En));
        assert_eq!(ja.date("2011-04-01"), "2011年4月1日");
        assert_eq!(en.date("2011-04-01"), "1 April 2011");
        assert_eq!(ja.era("2011-04-01"), "平成23年4月1日");
        assert_eq!(ja.era("2019-04-30"), "平成31年4月30日");
        assert_eq!(ja.era("2019-05-01"), "令和元年5月1日");
        assert_eq!(ja.era("1700-01-01"), "1700年1月1日");
        assert_eq!(ja.era("tomorrow"), "tomorrow");
    }

    #[test]
    fn an_aim_is_said_as_the_language_counts() {
        let (ja, en) = (Words::new(Lang::Ja), Words::new(Lang::En));
        assert_eq!([ja.aim(">= 2 years"), ja.aim("<= 98%")], ["2年以上", "98%以下"]);
        assert_eq!([en.aim(">= 1 year"), en.aim("about 3")], ["at least 1 year", "about 3"]);
    }

    #[test]
    fn a_rate_names_its_parts_and_nothing_assessed_is_said() {
        let ja = Words::new(Lang::Ja);
        assert_eq!(ja.rate(Some(Rate { numerator: 276, denominator: 279 })), "98.9%（276／279）");
        assert_eq!(ja.rate(None), "評価対象なし");
        let unread = ja.of_run(false).rate(Some(Rate { numerator: 3, denominator: 3 }));
        assert_eq!(unread, "100.0%※（3／3。証拠の一部を読み取れず）");
    }

    #[test]
    fn what_a_measure_leaves_out_is_not_called_waived() {
        let out = Partition { pass: 3, unknown: 1, waived: 2, ..Partition::default() };
        let said = |lang| Words::new(lang).counts_of_measure(&out, &[Outcome::Pass, Outcome::Fail]);
        assert_eq!([said(Lang::Ja), said(Lang::En)], ["不明 1、除外 2", "unknown 1, 2 left out"]);
    }
}
