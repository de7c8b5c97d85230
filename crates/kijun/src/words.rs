//! Texts of a run in every language of the product.

use std::sync::LazyLock;

use jiff::civil::Date;
use kijun_diag::{At, Catalogue, Diagnostic, Lang, Sources};
use kijun_findings::{Location, Stated, Texts};
use kijun_model::Titles;

/// They are read once: a diff audits many worlds.
static CATALOGUES: LazyLock<[Catalogue; 2]> = LazyLock::new(|| [Lang::En, Lang::Ja].map(Catalogue::new));

/// The catalogues of all languages.
pub(crate) struct Words {
    catalogues: &'static [Catalogue; 2],
}

impl Words {
    pub(crate) fn new() -> Words {
        Words { catalogues: &CATALOGUES }
    }

    /// The catalogues.
    pub(crate) fn catalogues(&self) -> &[Catalogue] {
        self.catalogues
    }

    /// Whatever a function says in each language.
    pub(crate) fn each(&self, text: impl Fn(&Catalogue) -> String) -> Texts {
        self.catalogues.iter().map(|c| (c.lang().tag().to_owned(), text(c))).collect()
    }

    /// Titles in every language, each falling back to the document's own; a name where there is none.
    pub(crate) fn titles(&self, titles: &Titles, otherwise: &str) -> Texts {
        self.each(|c| titles.get(c.lang().tag()).map_or(otherwise, |title| title).to_owned())
    }

    /// Several texts one after another, as each language joins them.
    pub(crate) fn listed(&self, all: &[Texts]) -> Texts {
        self.each(|catalogue| {
            let texts = all.iter().filter_map(|texts| texts.get(catalogue.lang().tag()));
            texts.map(String::as_str).collect::<Vec<_>>().join(&catalogue.text("report-comma", &[]))
        })
    }

    /// A diagnostic in every language.
    pub(crate) fn stated(&self, diagnostic: &Diagnostic, sources: &Sources) -> Stated {
        Stated {
            id: diagnostic.id.name().to_owned(),
            severity: if diagnostic.is_error() { "error" } else { "warning" }.to_owned(),
            message: self.each(|catalogue| catalogue.wording(diagnostic).message),
            at: diagnostic.at.map(|at| location(sources, at)),
        }
    }
}

/// A day as a language writes it.
pub(crate) fn day(catalogue: &Catalogue, day: Date) -> String {
    let args = [
        ("year", day.year().to_string().into()),
        ("month", catalogue.text(&format!("month-{}", day.month()), &[]).into()),
        ("day", day.day().to_string().into()),
    ];
    catalogue.text("report-date", &args)
}

/// Yes or no.
pub(crate) fn truth(catalogue: &Catalogue, holds: bool) -> String {
    catalogue.text(if holds { "report-yes" } else { "report-no" }, &[])
}

/// File, line and column of a place.
pub(crate) fn location(sources: &Sources, at: impl Into<At>) -> Location {
    match at.into() {
        At::Span(span) => {
            let source = sources.get(span.file);
            let position = source.position(span.start);
            Location { file: source.name().to_owned(), line: position.line, column: position.column }
        }
        At::Place(place) => {
            let file = sources.get(place.file).name().to_owned();
            Location { file, line: place.line, column: place.column }
        }
    }
}

/// A requirement as written, on one line and without comments.
pub(crate) fn one_line(text: &str) -> String {
    let lines = text.lines().map(|line| line.split(" #").next().unwrap_or(line).trim());
    lines.collect::<Vec<_>>().join(" ")
}
