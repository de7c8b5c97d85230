//! Rule files to a model and its graph, as the pipeline does it, without files.

use crate::literate::Case;
use kijun_diag::{At, Catalogue, Diagnostic, Diagnostics, Lang, Sources};
use kijun_model::Model;
use kijun_standards::Standards;

/// Rules, read.
#[derive(Debug)]
pub struct Rules {
    /// Their texts.
    pub sources: Sources,
    /// What they say.
    pub model: Model,
    /// How the documents hang together.
    pub standards: Standards,
    /// What was wrong before the graph was asked: with the text, with names and types.
    pub before: Diagnostics,
    /// What is wrong with the graph.
    pub found: Diagnostics,
}

impl Rules {
    /// The `kijun` blocks of a case, with what every project has.
    #[must_use]
    pub fn read(case: &Case) -> Rules {
        let blocks = case.blocks.iter().filter(|block| block.word() == "kijun");
        Rules::of(blocks.map(|block| (block.attribute("file").unwrap_or("a.kijun"), block.text.as_str())))
    }

    /// Files by name and text, with what every project has.
    #[must_use]
    pub fn of<'t>(own: impl IntoIterator<Item = (&'t str, &'t str)>) -> Rules {
        let (mut sources, mut before, mut files) = (Sources::default(), Diagnostics::default(), Vec::new());
        for (name, text) in std::iter::once(kijun_model::PRELUDE).chain(own) {
            let file = sources.add(name, text);
            let (tree, found) = kijun_syntax::parse(file, text);
            before.append(found);
            files.push(tree);
        }
        let (model, of_model) = kijun_model::build(&files);
        before.append(of_model);
        let (standards, found) = kijun_standards::build(&model);
        Rules { sources, model, standards, before, found }
    }

    /// `id file:line:column message` of each.
    #[must_use]
    pub fn words(&self, found: &Diagnostics) -> String {
        let catalogue = Catalogue::new(Lang::En);
        let line = |d: &Diagnostic| {
            let place = match d.at {
                Some(At::Span(span)) => {
                    let source = self.sources.get(span.file);
                    let position = source.position(span.start);
                    format!("{}:{}:{} ", source.name(), position.line, position.column)
                }
                _ => String::new(),
            };
            format!("{} {place}{}\n", d.id, catalogue.wording(d).message)
        };
        found.iter().map(line).collect()
    }
}
