//! Templates: a body's own, and beneath them those that Kijun brings along.

use std::collections::BTreeMap;

/// Templates by name, such as `chapters/findings.j2`.
#[derive(Clone, Debug, Default)]
pub struct Templates {
    /// The body's own; each stands before the shipped one of the same name.
    pub own: BTreeMap<String, String>,
    /// The folder in which they are, as it is shown; it stands before the name of each in messages.
    pub folder: String,
}

macro_rules! shipped {
    ($($name:literal),* $(,)?) => {
        /// What Kijun brings along: names and texts.
        const SHIPPED: &[(&str, &str)] = &[
            $(($name, include_str!(concat!("../../../../rules/report/", $name)))),*
        ];
    };
}

shipped!(
    "chapters/appendix.j2",
    "chapters/basics.j2",
    "chapters/closing.j2",
    "chapters/findings.j2",
    "chapters/framework.j2",
    "chapters/measures.j2",
    "chapters/plan.j2",
    "chapters/previous.j2",
    "chapters/records.j2",
    "chapters/summary.j2",
    "index.j2",
    "labels.en.j2",
    "labels.ja.j2",
    "page.html",
    "page.md",
    "parts.j2",
    "recipient.j2",
    "report.j2",
    "style.css",
);

/// The templates that Kijun brings along, by name.
pub fn shipped_templates() -> impl Iterator<Item = (&'static str, &'static str)> {
    SHIPPED.iter().copied()
}

impl Templates {
    /// The text of a template.
    pub(super) fn get(&self, name: &str) -> Option<String> {
        let shipped = || SHIPPED.iter().find(|(known, _)| *known == name).map(|(_, text)| (*text).to_owned());
        self.own.get(name).cloned().or_else(shipped)
    }

    /// What a template is called in messages: its path where it is the body's own.
    pub(super) fn shown(&self, name: &str) -> String {
        match self.own.contains_key(name) && !self.folder.is_empty() {
            true => format!("{}/{name}", self.folder),
            false => name.to_owned(),
        }
    }
}
