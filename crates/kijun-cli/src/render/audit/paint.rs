//! Words, colours and lines that every part of a report is written with.

use anstyle::{AnsiColor, Style};
use kijun_diag::Arg;
use kijun_findings::{Level, Outcome, Texts};

use super::Report;
use crate::screen::{columns, one_line, width, wrap};

impl Report<'_> {
    /// Parts one after another, on as many lines as they need.
    pub(crate) fn fill(&self, parts: &[(Style, String)], indent: usize) -> String {
        self.fill_in(parts, indent, columns())
    }

    /// The same on a screen of so many columns.
    pub(crate) fn fill_in(&self, parts: &[(Style, String)], indent: usize, most: usize) -> String {
        let mut out = String::new();
        let mut columns = indent;
        for (style, text) in parts {
            if columns > indent && columns + 2 + width(text) > most {
                out.push_str(&format!("\n{}", " ".repeat(indent + 2)));
                columns = indent + 2;
            } else if columns > indent {
                out.push_str("  ");
                columns += 2;
            }
            for (i, words) in wrap(text, most.saturating_sub(columns.max(indent + 2))).iter().enumerate() {
                if i > 0 {
                    out.push_str(&format!("\n{}", " ".repeat(indent + 2)));
                    columns = indent + 2;
                }
                out.push_str(&self.paint(*style, words));
                columns += width(words);
            }
        }
        out
    }

    /// An outcome in its colour.
    pub(crate) fn result(&self, outcome: Outcome) -> String {
        self.paint(outcome_style(outcome), &self.outcome(outcome))
    }

    pub(super) fn outcome(&self, outcome: Outcome) -> String {
        self.text(&format!("outcome-{}", outcome.name()), &[])
    }

    /// A tier's name: tiers are data, and the usual ones have words.
    pub(crate) fn tier(&self, tier: &str) -> String {
        let key = format!("tier-{tier}");
        if self.catalogue.has(&key) { self.text(&key, &[]) } else { tier.to_owned() }
    }

    pub(crate) fn pick(&self, texts: &Texts) -> String {
        let lang = self.catalogue.lang().tag();
        texts.get(lang).or_else(|| texts.values().next()).cloned().unwrap_or_default()
    }

    pub(crate) fn text(&self, key: &str, args: &[(&'static str, Arg)]) -> String {
        self.catalogue.text(key, args)
    }

    pub(crate) fn bold(&self, text: &str) -> String {
        self.paint(Style::new().bold(), text)
    }

    pub(crate) fn dim(&self, text: &str) -> String {
        self.paint(Style::new().dimmed(), text)
    }

    /// Something to look at.
    pub(crate) fn warn(&self, text: &str) -> String {
        self.paint(AnsiColor::Yellow.on_default(), text)
    }

    /// Something to look at after a lead, its further lines below its first.
    pub(super) fn caution(&self, out: &mut String, lead: &str, text: &str) {
        let indent = width(lead);
        for (i, words) in wrap(text, columns().saturating_sub(indent)).iter().enumerate() {
            let lead = if i == 0 { lead.to_owned() } else { " ".repeat(indent) };
            line(out, &format!("{lead}{}", self.warn(words)));
        }
    }

    pub(crate) fn paint(&self, style: Style, text: &str) -> String {
        format!("{style}{text}{style:#}")
    }
}

/// A text after a lead, its further lines below its first.
pub(crate) fn hang(out: &mut String, lead: &str, text: &str) {
    hang_in(out, lead, text, columns());
}

/// The same on a screen of so many columns.
pub(crate) fn hang_in(out: &mut String, lead: &str, text: &str, columns: usize) {
    let indent = width(lead);
    for (i, words) in wrap(text, columns.saturating_sub(indent)).iter().enumerate() {
        let lead = if i == 0 { lead.to_owned() } else { " ".repeat(indent) };
        line(out, &format!("{lead}{words}"));
    }
}

/// A line without blanks at its end.
pub(crate) fn line(out: &mut String, text: &str) {
    out.push_str(text.trim_end());
    out.push('\n');
}

pub(crate) fn location(file: &str, line: u32, column: u32) -> String {
    format!("{}:{line}:{column}", one_line(file))
}

/// The colour of a level.
pub(crate) fn level_style(level: Level) -> Style {
    let colour = match level {
        Level::Urgent => AnsiColor::Red,
        Level::Finding => AnsiColor::Yellow,
        Level::Advice => AnsiColor::Cyan,
        Level::Recommendation => AnsiColor::Blue,
    };
    Style::new().bold().fg_color(Some(colour.into()))
}

pub(super) fn outcome_style(outcome: Outcome) -> Style {
    let colour = match outcome {
        Outcome::Fail | Outcome::Error => AnsiColor::Red,
        Outcome::Unknown => AnsiColor::Magenta,
        Outcome::Pass => AnsiColor::Green,
        Outcome::Waived | Outcome::NotApplicable => AnsiColor::White,
    };
    Style::new().fg_color(Some(colour.into()))
}

#[cfg(test)]
mod tests {
    use kijun_diag::{Catalogue, Lang};

    use super::*;

    #[test]
    fn a_part_that_is_wider_than_the_screen_is_broken() {
        let catalogue = Catalogue::new(Lang::En);
        let report = Report { catalogue: &catalogue, quiet: false, verbose: false };
        let parts =
            ["F-1", "→ Chief Information Security Officer"].map(|text| (Style::new(), text.to_owned()));
        assert_eq!(report.fill_in(&parts, 2, 24), "F-1\n    → Chief Information\n    Security Officer");
    }
}
