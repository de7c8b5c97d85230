//! Two editions as Markdown, for a pull request.

use kijun_findings::{
    CaseRecord, EditionsRecord, PieceRecord, ProvisionRecord, RewordingName, StatementMoved,
};

use super::marked::{on_one_line, shortened};
use super::{Part, Words};
use crate::render::audit::Report;
use crate::render::markdown::{code, plain};

/// The whole comparison.
pub(crate) fn markdown(report: &Report<'_>, record: &EditionsRecord) -> String {
    let words = Words { report, record };
    let mut parts = vec![format!("# {}", plain(&words.title()))];
    parts.push(
        words.editions().iter().map(|text| format!("- {}", plain(text))).collect::<Vec<_>>().join("\n"),
    );
    parts.extend(words.day().map(|text| plain(&text)));
    if record.is_empty() {
        parts.push(words.text("editions-nothing"));
    }
    for part in Part::ALL {
        let provisions = words.of(part);
        if !provisions.is_empty() {
            let count = report.text("editions-count", &[("n", provisions.len().into())]);
            parts.push(format!("## {} {count}", words.text(part.key())));
            parts.extend(provisions.into_iter().map(|provision| words.listed(provision)));
        }
    }
    parts
        .push(words.figures().iter().map(|text| format!("- {}", plain(text))).collect::<Vec<_>>().join("\n"));
    parts.join("\n\n") + "\n"
}

impl Words<'_> {
    /// A provision: its heading, then what is to be said of it as a list, then the cases.
    fn listed(&self, provision: &ProvisionRecord) -> String {
        let title = plain(&self.report.pick(&provision.title));
        let head = format!("### {}: {} {title}", self.status(provision), code(&self.numbers(provision)));
        let mut items: Vec<String> =
            provision.aspects.iter().map(|moved| plain(&self.moved(moved))).collect();
        let exists = provision.is_continued();
        let sides = [("editions-lost", &provision.lost), ("editions-gained", &provision.gained)];
        for (key, moved) in
            sides.iter().filter(|_| exists).flat_map(|(key, all)| all.iter().map(move |m| (key, m)))
        {
            items.push(self.report.text(key, &[("source", code(&self.report.pick(&moved.source)).into())]));
        }
        for wording in &provision.wordings {
            items.push(format!("{}: {}", self.field(wording), marked(&wording.pieces)));
        }
        items.extend(self.remarks(provision).iter().map(|text| plain(text)));
        items.extend(self.belows(provision).iter().map(|(said, _)| plain(said)));
        let list: Vec<String> = items.iter().map(|item| format!("- {item}")).collect();
        let mut parts = vec![head];
        parts.extend((!list.is_empty()).then(|| list.join("\n")));
        if exists {
            parts.extend(self.shown("editions-case-lost", &provision.lost));
            parts.extend(self.shown("editions-case-gained", &provision.gained));
        }
        for below in &provision.below {
            let said = self.report.text("editions-case-below", &[("document", code(&below.document).into())]);
            parts.extend(first_case(&below.short_of).map(|case| self.fenced(&said, case)));
        }
        parts.join("\n\n")
    }

    fn shown(&self, key: &str, moved: &[StatementMoved]) -> Option<String> {
        first_case(moved).map(|case| self.fenced(&self.text(key), case))
    }

    fn fenced(&self, said: &str, case: &CaseRecord) -> String {
        format!("{said}\n\n```yaml\n{}```", self.report.pick(&case.yaml))
    }
}

fn first_case(moved: &[StatementMoved]) -> Option<&CaseRecord> {
    moved.iter().flat_map(|moved| &moved.judgement.gaps).find_map(|gap| gap.case.as_ref())
}

/// A reworded text: what is gone is struck out, what came is underlined.
fn marked(pieces: &[PieceRecord]) -> String {
    let last = pieces.len().saturating_sub(1);
    let piece = |(at, piece): (usize, &PieceRecord)| {
        let (text, blank) = on_one_line(&piece.text);
        match piece.rewording {
            RewordingName::Kept => plain(&shortened(&text, at == 0, at == last)) + blank,
            RewordingName::Gone => format!("<del>{}</del>{blank}", plain(&text)),
            RewordingName::Come => format!("<ins>{}</ins>{blank}", plain(&text)),
        }
    };
    pieces.iter().enumerate().map(piece).collect()
}
