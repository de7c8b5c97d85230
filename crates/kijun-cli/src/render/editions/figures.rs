//! How much came to what.

use kijun_findings::{BelowStatus, Counted, IdentityName, SubstanceName};

use super::Words;

impl Words<'_> {
    /// The figures, a line for each.
    pub(super) fn figures(&self) -> Vec<String> {
        let figures = &self.record.figures;
        let args =
            [("n", (figures.provisions as usize).into()), ("unchanged", (figures.unchanged as usize).into())];
        let mut lines = vec![self.report.text("editions-total", &args)];
        let mut counted = |key: &str, counts: Vec<String>| {
            if !counts.is_empty() {
                lines.push(self.report.text(key, &[("counts", self.joined(&counts).into())]));
            }
        };
        counted(
            "editions-figures-identity",
            self.counts("editions-identity", &figures.identity, IdentityName::name),
        );
        counted(
            "editions-figures-substance",
            self.counts("editions-substance", &figures.substance, SubstanceName::name),
        );
        counted("editions-figures-below", self.counts("editions-below", &figures.below, BelowStatus::name));
        let args = [
            ("reworded", (figures.reworded as usize).into()),
            ("regrouped", (figures.regrouped as usize).into()),
        ];
        lines.push(self.report.text("editions-figures-words", &args));
        lines
    }

    fn counts<T: Copy>(
        &self,
        key: &str,
        all: &[Counted<T>],
        name: impl Fn(T) -> &'static str,
    ) -> Vec<String> {
        let count = |counted: &Counted<T>| {
            let name = self.text(&format!("{key}-{}", name(counted.of)));
            self.report.text("editions-counted", &[("name", name.into()), ("n", (counted.n as usize).into())])
        };
        all.iter().map(count).collect()
    }
}
