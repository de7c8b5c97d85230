//! Two editions as one page that loads nothing from elsewhere: older and newer words side by side, changes marked.

use std::fmt::Write as _;

use kijun_findings::{
    EditionsRecord, PieceRecord, ProvisionRecord, RewordingName, StatementMoved, WordingRecord,
};

use super::{Part, Words};
use crate::render::audit::Report;

const STYLE: &str = "\
body{font:16px/1.6 system-ui,sans-serif;margin:2rem auto;max-width:72rem;padding:0 1rem;color:#1a1a1a;background:#fff}\
h1{font-size:1.4rem}h2{font-size:1.15rem;border-bottom:2px solid #a0a8b0;margin-top:2.5rem}\
article{border:1px solid #a0a8b0;border-radius:4px;margin:1rem 0;padding:.5rem 1rem}h3{font-size:1rem;margin:.3rem 0}\
.sides{display:grid;grid-template-columns:1fr 1fr;gap:1rem}.sides p{white-space:pre-wrap;margin:.3rem 0}\
.sides b{font-weight:600;color:#555}del{background:#fde0dc;color:#7a1f14}ins{background:#d9f2dd;color:#114a1c;text-decoration:none;font-weight:600}\
pre{background:#f4f5f6;padding:.5rem;overflow-x:auto;font-size:.85rem}code{font-size:.9em}.below{font-weight:600}\
@media (max-width:40rem){.sides{grid-template-columns:1fr}}@media print{article{break-inside:avoid}}";

/// The page.
pub(crate) fn html(report: &Report<'_>, record: &EditionsRecord) -> String {
    let words = Words { report, record };
    let title = escaped(&words.title());
    let lang = report.catalogue.lang().tag();
    let mut out = format!(
        "<!DOCTYPE html>\n<html lang=\"{lang}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width\">\n<title>{title}</title>\n<style>{STYLE}</style>\n\
         </head>\n<body>\n<h1>{title}</h1>\n"
    );
    list(&mut out, words.editions().iter().chain(&words.day()));
    list(&mut out, words.figures().iter());
    if record.is_empty() {
        _ = writeln!(out, "<p>{}</p>", escaped(&words.text("editions-nothing")));
    }
    for part in Part::ALL {
        let provisions = words.of(part);
        if !provisions.is_empty() {
            let count = report.text("editions-count", &[("n", provisions.len().into())]);
            _ = writeln!(out, "<h2>{} {}</h2>", escaped(&words.text(part.key())), escaped(&count));
            provisions.iter().for_each(|provision| words.article(&mut out, provision));
        }
    }
    out + "</body>\n</html>\n"
}

impl Words<'_> {
    fn article(&self, out: &mut String, provision: &ProvisionRecord) {
        let title = self.report.pick(&provision.title);
        let head = format!(
            "{}  <code>{}</code>",
            escaped(&self.status(provision)),
            escaped(&self.numbers(provision))
        );
        _ = writeln!(out, "<article>\n<h3>{head}  {}</h3>", escaped(&title));
        list(out, provision.aspects.iter().map(|moved| self.moved(moved)).collect::<Vec<_>>().iter());
        if provision.is_continued() {
            self.statements(out, provision);
        }
        for wording in &provision.wordings {
            let field = escaped(&self.field(wording));
            let [old, new] = [RewordingName::Gone, RewordingName::Come].map(|side| side_of(wording, side));
            _ = writeln!(
                out,
                "<div class=\"sides\">\n<p><b>{field}</b> {old}</p>\n<p><b>{field}</b> {new}</p>\n</div>"
            );
        }
        list(out, self.remarks(provision).iter());
        for (said, below) in self.belows(provision) {
            _ = writeln!(out, "<p class=\"below\">↓ {}</p>", escaped(&said));
            let said =
                self.report.text("editions-case-below", &[("document", below.document.as_str().into())]);
            self.framed(out, &said, &below.short_of);
        }
        out.push_str("</article>\n");
    }

    /// What is demanded no more on the left, what is demanded now on the right, each with its case.
    fn statements(&self, out: &mut String, provision: &ProvisionRecord) {
        if provision.lost.is_empty() && provision.gained.is_empty() {
            return;
        }
        out.push_str("<div class=\"sides\">\n");
        let sides = [
            ("editions-lost", "editions-case-lost", &provision.lost),
            ("editions-gained", "editions-case-gained", &provision.gained),
        ];
        for (key, case, moved) in sides {
            out.push_str("<div>\n");
            for moved in moved {
                _ = writeln!(out, "<p>{}</p>", escaped(&self.statement(key, moved)));
            }
            self.framed(out, &self.text(case), moved);
            out.push_str("</div>\n");
        }
        out.push_str("</div>\n");
    }

    fn framed(&self, out: &mut String, said: &str, moved: &[StatementMoved]) {
        let case = moved.iter().flat_map(|moved| &moved.judgement.gaps).find_map(|gap| gap.case.as_ref());
        if let Some(case) = case {
            let yaml = escaped(&self.report.pick(&case.yaml));
            _ = writeln!(out, "<p>{}</p>\n<pre>{yaml}</pre>", escaped(said));
        }
    }
}

/// One of the two texts, with what the other does not have marked.
fn side_of(wording: &WordingRecord, side: RewordingName) -> String {
    let tag = if side == RewordingName::Gone { "del" } else { "ins" };
    let piece = |piece: &PieceRecord| match piece.rewording {
        RewordingName::Kept => escaped(&piece.text),
        own if own == side => format!("<{tag}>{}</{tag}>", escaped(&piece.text)),
        _ => String::new(),
    };
    wording.pieces.iter().map(piece).collect()
}

fn list<'t>(out: &mut String, items: impl Iterator<Item = &'t String>) {
    let items: Vec<String> = items.map(|item| format!("<li>{}</li>\n", escaped(item))).collect();
    if !items.is_empty() {
        _ = write!(out, "<ul>\n{}</ul>\n", items.concat());
    }
}

/// A text in which nothing is markup.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c if c.is_control() && c != '\n' => out.push(' '),
            c => out.push(c),
        }
    }
    out
}
