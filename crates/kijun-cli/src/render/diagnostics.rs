//! Diagnostics on a terminal, drawn by miette, and as JSON.

use std::fmt;
use std::io::{BufRead as _, BufReader};
use std::path::Path;

use kijun_diag::{At, Catalogue, Diagnostic, Edit, Fix, Label, Place, Safety, Severity, Sources, Wording};
use miette::{GraphicalReportHandler, GraphicalTheme, LabeledSpan, SourceCode, SourceSpan};

use super::excerpt::Excerpt;
use crate::screen::{columns, harmless, wrap};

/// Where the words and the source lines come from.
pub(crate) struct Renderer<'a> {
    pub(crate) catalogue: &'a Catalogue,
    pub(crate) sources: &'a Sources,
    pub(crate) root: &'a Path,
    pub(crate) colour: bool,
}

impl Renderer<'_> {
    /// A diagnostic with its source lines, as a block of lines.
    pub(crate) fn human(&self, diagnostic: &Diagnostic) -> String {
        let wording = self.catalogue.wording(diagnostic);
        let (source, labels, elsewhere) = self.drawn(diagnostic, &wording);
        let message = harmless(&wording.message);
        // Without a label in an excerpt, miette shows no place.
        let unshown = diagnostic.at.filter(|_| source.is_none() || labels.is_empty());
        let shown =
            Shown { id: diagnostic.id.name(), severity: diagnostic.severity, message, labels, source };
        let theme = if self.colour { GraphicalTheme::unicode() } else { GraphicalTheme::unicode_nocolor() };
        let handler = GraphicalReportHandler::new_themed(theme).with_width(columns()).with_context_lines(1);
        let mut out = String::new();
        if handler.render_report(&mut out, &shown).is_err() {
            out = format!("{}: {}\n", diagnostic.id, shown.message);
        }
        let mut out: String = out.lines().map(|line| format!("{}\n", line.trim_end())).collect();
        if let Some(at) = unshown {
            out.push_str(&format!("  --> {}\n", self.location(at)));
        }
        for (label, words) in elsewhere {
            out.push_str(&format!("  {}: {}\n", self.location(label), harmless(&words)));
        }
        self.paragraph(&mut out, "diagnostic-note", wording.note);
        self.paragraph(&mut out, "diagnostic-help", wording.help);
        out
    }

    /// `file:line:column`.
    pub(crate) fn location(&self, at: At) -> String {
        let (name, line, column) = self.position(at);
        format!("{}:{line}:{column}", harmless(name))
    }

    pub(crate) fn position(&self, at: At) -> (&str, u32, u32) {
        match at {
            At::Span(span) => {
                let source = self.sources.get(span.file);
                let position = source.position(span.start);
                (source.name(), position.line, position.column)
            }
            At::Place(place) => (self.sources.get(place.file).name(), place.line, place.column),
        }
    }

    /// The diagnostic as plain data, in this renderer's language.
    pub(crate) fn json(&self, diagnostic: &Diagnostic) -> serde_json::Value {
        let wording = self.catalogue.wording(diagnostic);
        let place = |at: At| {
            let (file, line, column) = self.position(at);
            serde_json::json!({ "file": file, "line": line, "column": column })
        };
        let related: Vec<_> = diagnostic
            .related
            .iter()
            .zip(&wording.related)
            .map(|(label, words)| serde_json::json!({ "place": place(label.at), "message": words }))
            .collect();
        let mut value = serde_json::json!({
            "id": diagnostic.id.name(),
            "severity": severity(diagnostic.severity),
            "message": wording.message,
            "place": diagnostic.at.map(place),
            "label": wording.label,
            "related": related,
            "note": wording.note,
            "help": wording.help,
        });
        if let (Some(fix), Some(object)) = (&diagnostic.fix, value.as_object_mut()) {
            object.insert("fix".to_owned(), self.fix(fix));
        }
        value
    }

    fn fix(&self, fix: &Fix) -> serde_json::Value {
        let safety = match fix.safety {
            Safety::Safe => "safe",
            Safety::Unsafe => "unsafe",
        };
        let edit = |edit: &Edit| {
            let source = self.sources.get(edit.span.file);
            let place = |offset| {
                let position = source.position(offset);
                serde_json::json!({ "line": position.line, "column": position.column })
            };
            let (start, end) = (place(edit.span.start), place(edit.span.end));
            serde_json::json!({ "file": source.name(), "start": start, "end": end, "text": edit.text })
        };
        serde_json::json!({ "safety": safety, "edits": fix.edits.iter().map(edit).collect::<Vec<_>>() })
    }

    fn paragraph(&self, out: &mut String, key: &str, words: Option<String>) {
        let Some(words) = words else { return };
        let head = format!("  {} ", self.catalogue.text(key, &[]));
        let indent = crate::screen::width(&head);
        for (i, line) in wrap(&harmless(&words), columns().saturating_sub(indent)).into_iter().enumerate() {
            let lead = if i == 0 { head.clone() } else { " ".repeat(indent) };
            out.push_str(&format!("{lead}{line}\n"));
        }
    }

    /// The piece of text to show, and the labels that stand in it; what stands elsewhere is left for words.
    fn drawn(
        &self,
        diagnostic: &Diagnostic,
        wording: &Wording,
    ) -> (Option<Excerpt>, Vec<LabeledSpan>, Vec<(At, String)>) {
        let apart = |related: &[Label]| related.iter().map(|l| l.at).zip(wording.related.clone()).collect();
        let excerpt = diagnostic.at.and_then(|at| Some((at, self.excerpt(at, &diagnostic.related)?)));
        let Some((main, excerpt)) = excerpt else { return (None, Vec::new(), apart(&diagnostic.related)) };
        let words = wording.label.as_deref().map(harmless);
        let mut labels: Vec<LabeledSpan> = self
            .inside(&excerpt, main, main)
            .map(|span| LabeledSpan::new_primary_with_span(words, span))
            .into_iter()
            .collect();
        let mut elsewhere = Vec::new();
        for (label, words) in diagnostic.related.iter().zip(&wording.related) {
            match self.inside(&excerpt, main, label.at) {
                Some(span) => labels.push(LabeledSpan::new_with_span(Some(harmless(words)), span)),
                None => elsewhere.push((label.at, words.clone())),
            }
        }
        (Some(excerpt), labels, elsewhere)
    }

    /// Where a place is in an excerpt around the main one.
    fn inside(&self, excerpt: &Excerpt, main: At, at: At) -> Option<SourceSpan> {
        match (main, at) {
            (At::Span(main), At::Span(span)) if main.file == span.file => {
                excerpt.place(span.start as usize..span.end as usize)
            }
            (At::Place(main), At::Place(place)) if (main.file, main.line) == (place.file, place.line) => {
                let line = self.line(place.file, place.line)?;
                excerpt.place(bytes(&line, place))
            }
            _ => None,
        }
    }

    fn excerpt(&self, at: At, related: &[Label]) -> Option<Excerpt> {
        let (name, line, column) = self.position(at);
        match at {
            At::Span(span) => {
                let text = self.sources.get(span.file).text()?;
                let same_file = related.iter().filter_map(|label| match label.at {
                    At::Span(other) if other.file == span.file => Some(other.start as usize),
                    _ => None,
                });
                let offsets: Vec<usize> = std::iter::once(span.start as usize).chain(same_file).collect();
                Some(Excerpt::of_text(name, text, &offsets, (line, column)))
            }
            At::Place(place) => {
                let text = self.line(place.file, place.line)?;
                Some(Excerpt::of_line(name, &text, bytes(&text, place).start, (line, column)))
            }
        }
    }

    /// One line of an evidence file, read again; `None` if it is no longer there, or no line that could be shown: part of a workbook, or
    /// text in another encoding.
    fn line(&self, file: kijun_diag::FileId, line: u32) -> Option<String> {
        let file = std::fs::File::open(self.root.join(self.sources.get(file).name())).ok()?;
        let mut reader = BufReader::new(file);
        if reader.fill_buf().ok()?.starts_with(ARCHIVE) {
            return None;
        }
        let mut bytes = Vec::new();
        for _ in 0..line {
            bytes.clear();
            reader.read_until(b'\n', &mut bytes).ok()?;
        }
        let text = String::from_utf8(bytes).ok()?;
        let text = text.trim_end_matches(['\n', '\r']).trim_start_matches('\u{feff}');
        Some(text.to_owned())
    }
}

/// How an archive begins, and so a workbook.
const ARCHIVE: &[u8] = b"PK\x03\x04";

/// The bytes of a place in its line.
fn bytes(line: &str, place: Place) -> std::ops::Range<usize> {
    let offset = |n: u32| line.char_indices().nth(n as usize).map_or(line.len(), |(i, _)| i);
    let column = place.column.saturating_sub(1);
    offset(column)..offset(column.saturating_add(place.width.max(1)))
}

pub(crate) fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    }
}

/// A diagnostic as miette asks for it.
#[derive(Debug)]
struct Shown {
    id: &'static str,
    severity: Severity,
    message: String,
    labels: Vec<LabeledSpan>,
    source: Option<Excerpt>,
}

impl fmt::Display for Shown {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Shown {}

impl miette::Diagnostic for Shown {
    fn code<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        Some(Box::new(self.id))
    }

    fn severity(&self) -> Option<miette::Severity> {
        Some(match self.severity {
            Severity::Error => miette::Severity::Error,
            Severity::Warning => miette::Severity::Warning,
        })
    }

    fn source_code(&self) -> Option<&dyn SourceCode> {
        self.source.as_ref().map(|source| source as &dyn SourceCode)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        self.source.as_ref().map(|_| Box::new(self.labels.clone().into_iter()) as Box<_>)
    }
}
