//! Two editions on a screen: what is to be put right below, what is demanded otherwise, what is only called or worded otherwise.

use kijun_findings::{
    CaseRecord, EditionsRecord, FieldName, IdentityName, ProvisionRecord, RewordingName, StatementMoved,
    VerdictName, WordingRecord,
};

use super::marked::marked;
use super::{Part, Words};
use crate::render::audit::{Report, hang, line};
use crate::screen::{columns, harmless, one_line, wrap};

/// The whole comparison.
pub(crate) fn human(report: &Report<'_>, record: &EditionsRecord) -> String {
    let words = Words { report, record };
    let mut out = String::new();
    for title in wrap(&one_line(&words.title()), columns()) {
        line(&mut out, &report.bold(&title));
    }
    for edition in words.editions() {
        hang(&mut out, "  ", &one_line(&edition));
    }
    if let Some(day) = words.day() {
        hang(&mut out, "  ", &day);
    }
    line(&mut out, "");
    if record.is_empty() {
        wrap(&words.text("editions-nothing"), columns()).iter().for_each(|text| line(&mut out, text));
    }
    for part in Part::ALL {
        words.part(&mut out, part);
    }
    if !report.quiet {
        figures(&mut out, &words);
    }
    out
}

fn figures(out: &mut String, words: &Words<'_>) {
    for (at, figure) in words.figures().iter().enumerate() {
        let lines = wrap(figure, columns());
        lines
            .iter()
            .for_each(|text| line(out, &if at == 0 { words.report.bold(text) } else { text.clone() }));
    }
}

impl Words<'_> {
    fn part(&self, out: &mut String, part: Part) {
        let provisions = self.of(part);
        if provisions.is_empty() {
            return;
        }
        let count = self.report.text("editions-count", &[("n", provisions.len().into())]);
        line(out, &self.report.bold(&format!("{} {count}", self.text(part.key()))));
        for provision in provisions {
            self.provision(out, provision);
        }
        line(out, "");
    }

    fn provision(&self, out: &mut String, provision: &ProvisionRecord) {
        let title = match self.report.pick(&provision.title) {
            title if self.is_number(provision, &title) => String::new(),
            title => format!("  {title}"),
        };
        hang(
            out,
            "  ",
            &one_line(&format!("{}  {}{title}", self.status(provision), self.numbers(provision))),
        );
        for moved in &provision.aspects {
            hang(out, "      ", &one_line(&self.moved(moved)));
        }
        let exists = provision.is_continued();
        // Of a question that was reworded, the words are shown below.
        let asked = provision.wordings.iter().any(|wording| wording.field == FieldName::Question);
        let told =
            |moved: &&StatementMoved| exists && !(asked && moved.judgement.verdict == VerdictName::Undecided);
        for lost in provision.lost.iter().filter(told) {
            hang(out, "    - ", &one_line(&self.statement("editions-lost", lost)));
        }
        for gained in provision.gained.iter().filter(told) {
            hang(out, "    + ", &one_line(&self.statement("editions-gained", gained)));
        }
        if exists {
            self.case(out, "editions-case-lost", &provision.lost);
            self.case(out, "editions-case-gained", &provision.gained);
        }
        for wording in &provision.wordings {
            self.wording(out, provision, wording);
        }
        for remark in self.remarks(provision) {
            hang(out, "    ! ", &one_line(&remark));
        }
        for (said, below) in self.belows(provision) {
            hang(out, "    ↓ ", &one_line(&said));
            for short in &below.short_of {
                hang(
                    out,
                    "        ",
                    &one_line(&format!("{}  {}", short.statement, self.report.pick(&short.source))),
                );
            }
            let said =
                self.report.text("editions-case-below", &[("document", below.document.as_str().into())]);
            if let Some(case) = first_case(&below.short_of) {
                self.yaml(out, "        ", &said, case);
            }
        }
    }

    /// What was reworded; of what came or went its text.
    fn wording(&self, out: &mut String, provision: &ProvisionRecord, wording: &WordingRecord) {
        let field = self.field(wording);
        if provision.is_continued() {
            // A question often repeats the text.
            let said =
                |other: &WordingRecord| other.field == FieldName::Text && other.pieces == wording.pieces;
            let repeats = wording.field == FieldName::Question && provision.wordings.iter().any(said);
            if !repeats && (wording.field != FieldName::Fix || self.report.verbose) {
                hang(out, "    ~ ", &one_line(&format!("{field}: {}", marked(&wording.pieces))));
            }
        } else if wording.field == FieldName::Text {
            let (lead, side) = match provision.identity {
                IdentityName::New => ("    + ", RewordingName::Come),
                _ => ("    - ", RewordingName::Gone),
            };
            let own = wording.pieces.iter().filter(|piece| piece.rewording == side);
            let text: Vec<&str> = own.flat_map(|piece| piece.text.split_whitespace()).collect();
            hang(out, lead, &one_line(&format!("{field}: {}", text.join(" "))));
        }
    }

    /// Whether a title is no more than the number of its clause.
    fn is_number(&self, provision: &ProvisionRecord, title: &str) -> bool {
        let named = provision.after.first().or(provision.before.first());
        named.is_some_and(|clause| clause.clause.split_once(':').is_some_and(|(_, number)| number == title))
    }

    fn case(&self, out: &mut String, key: &str, moved: &[StatementMoved]) {
        if let Some(case) = first_case(moved) {
            self.yaml(out, "      ", &self.text(key), case);
        }
    }

    fn yaml(&self, out: &mut String, lead: &str, said: &str, case: &CaseRecord) {
        hang(out, lead, said);
        for text in self.report.pick(&case.yaml).lines() {
            line(out, &self.report.dim(&format!("{lead}  {}", harmless(text))));
        }
    }
}

fn first_case(moved: &[StatementMoved]) -> Option<&CaseRecord> {
    moved.iter().flat_map(|moved| &moved.judgement.gaps).find_map(|gap| gap.case.as_ref())
}
