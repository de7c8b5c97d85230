//! Diagnostics on a terminal, drawn by miette, and as JSON.

use std::fmt;
use std::io::{BufRead as _, BufReader};
use std::path::Path;

use kijun_diag::{At, Catalogue, Diagnostic, Severity, Source, Sources, Wording};
use miette::{
    GraphicalReportHandler, GraphicalTheme, LabeledSpan, MietteError, MietteSpanContents, SourceCode,
    SourceSpan, SpanContents,
};

use crate::screen::{COLUMNS, harmless, wrap};

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
        let shown = Shown {
            id: diagnostic.id.name(),
            severity: diagnostic.severity(),
            message: harmless(&wording.message),
            labels: self.labels(diagnostic, &wording),
            source: diagnostic.at.and_then(|at| self.excerpt(at)),
        };
        let theme = if self.colour { GraphicalTheme::unicode() } else { GraphicalTheme::unicode_nocolor() };
        let handler = GraphicalReportHandler::new_themed(theme).with_width(COLUMNS).with_context_lines(1);
        let mut out = String::new();
        if handler.render_report(&mut out, &shown).is_err() {
            out = format!("{}: {}\n", diagnostic.id, shown.message);
        }
        let mut out: String = out.lines().map(|line| format!("{}\n", line.trim_end())).collect();
        for (label, words) in self.elsewhere(diagnostic, &wording) {
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
        serde_json::json!({
            "id": diagnostic.id.name(),
            "severity": severity(diagnostic.severity()),
            "message": wording.message,
            "place": diagnostic.at.map(place),
            "label": wording.label,
            "related": related,
            "note": wording.note,
            "help": wording.help,
        })
    }

    fn paragraph(&self, out: &mut String, key: &str, words: Option<String>) {
        let Some(words) = words else { return };
        let head = format!("  {} ", self.catalogue.text(key, &[]));
        let indent = crate::screen::width(&head);
        for (i, line) in wrap(&harmless(&words), COLUMNS - indent).into_iter().enumerate() {
            let lead = if i == 0 { head.clone() } else { " ".repeat(indent) };
            out.push_str(&format!("{lead}{line}\n"));
        }
    }

    /// Labels in the file of the diagnostic itself; miette draws those.
    fn labels(&self, diagnostic: &Diagnostic, wording: &Wording) -> Vec<LabeledSpan> {
        let Some(main) = diagnostic.at else { return Vec::new() };
        let mut labels = vec![LabeledSpan::new_primary_with_span(
            wording.label.clone().map(|l| harmless(&l)),
            self.offsets(main),
        )];
        for (label, words) in diagnostic.related.iter().zip(&wording.related) {
            if drawn_together(main, label.at) {
                labels.push(LabeledSpan::new_with_span(Some(harmless(words)), self.offsets(label.at)));
            }
        }
        labels
    }

    fn elsewhere(&self, diagnostic: &Diagnostic, wording: &Wording) -> Vec<(At, String)> {
        let related = diagnostic.related.iter().zip(&wording.related);
        let apart =
            related.filter(|(label, _)| !diagnostic.at.is_some_and(|main| drawn_together(main, label.at)));
        apart.map(|(label, words)| (label.at, words.clone())).collect()
    }

    fn offsets(&self, at: At) -> SourceSpan {
        match at {
            At::Span(span) => {
                (span.start as usize, (span.end.saturating_sub(span.start)).max(1) as usize).into()
            }
            At::Place(place) => {
                let text = self.line(place.file, place.line).unwrap_or_default();
                let mut offsets = text.char_indices().map(|(i, _)| i).chain([text.len()]);
                let start = offsets.nth(place.column.saturating_sub(1) as usize).unwrap_or(text.len());
                let width = place.width.max(1) as usize;
                let end = text[start..].char_indices().nth(width).map_or(text.len(), |(i, _)| start + i);
                (start, end.saturating_sub(start).max(1)).into()
            }
        }
    }

    fn excerpt(&self, at: At) -> Option<Excerpt> {
        match at {
            At::Span(span) => {
                let source: &Source = self.sources.get(span.file);
                let text = format!("{}\n", harmless(source.text()?));
                Some(Excerpt { name: harmless(source.name()), text, first_line: 0 })
            }
            At::Place(place) => {
                let name = harmless(self.sources.get(place.file).name());
                let text = format!("{}\n", harmless(&self.line(place.file, place.line)?));
                Some(Excerpt { name, text, first_line: place.line.saturating_sub(1) as usize })
            }
        }
    }

    /// One line of an evidence file, read again; `None` if it is no longer there.
    fn line(&self, file: kijun_diag::FileId, line: u32) -> Option<String> {
        let file = std::fs::File::open(self.root.join(self.sources.get(file).name())).ok()?;
        let mut reader = BufReader::new(file);
        let mut bytes = Vec::new();
        for _ in 0..line {
            bytes.clear();
            reader.read_until(b'\n', &mut bytes).ok()?;
        }
        let text = String::from_utf8_lossy(&bytes);
        let text = text.trim_end_matches(['\n', '\r']).trim_start_matches('\u{feff}');
        Some(text.chars().take(LONGEST_LINE).collect())
    }
}

/// Characters of an evidence line that are shown.
const LONGEST_LINE: usize = 400;

pub(crate) fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    }
}

fn drawn_together(main: At, other: At) -> bool {
    match (main, other) {
        (At::Span(a), At::Span(b)) => a.file == b.file,
        (At::Place(a), At::Place(b)) => a.file == b.file && a.line == b.line,
        _ => false,
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

/// A text that knows its name and the number of its first line.
#[derive(Debug)]
struct Excerpt {
    name: String,
    text: String,
    /// Lines before the text.
    first_line: usize,
}

impl SourceCode for Excerpt {
    fn read_span<'a>(
        &'a self,
        span: &SourceSpan,
        before: usize,
        after: usize,
    ) -> Result<Box<dyn SpanContents<'a> + 'a>, MietteError> {
        let inner = self.text.as_str().read_span(span, before, after)?;
        Ok(Box::new(MietteSpanContents::new_named(
            self.name.clone(),
            inner.data(),
            *inner.span(),
            inner.line() + self.first_line,
            inner.column(),
            inner.line_count(),
        )))
    }
}
