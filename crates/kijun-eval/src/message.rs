//! What a statement says of itself when it fails, with the values put in.

use kijun_model::{Model, Subject};

use crate::judge::Judge;
use crate::population::Population;
use crate::program::{Message, Part, Program};
use crate::run::{Scratch, Target, elements};
use crate::scalar::Scalar;

impl Program {
    /// The message of the statement at a place of the effective set, in a language (by its tag) if there is one in it, else
    /// in the document's own. `missing` stands for a value that is not known.
    ///
    /// # Panics
    ///
    /// If there is no statement at that place.
    #[must_use]
    pub fn message(
        &self,
        model: &Model,
        population: &Population,
        subject: &Subject,
        index: usize,
        lang: &str,
        missing: &str,
    ) -> Option<String> {
        let message = choose(&self.statements[index].messages, lang)?;
        let mut scratch = Scratch::default();
        let mut judge = Judge::new(self, population, subject, &mut scratch);
        let mut text = String::new();
        for part in &message.parts {
            match part {
                Part::Text(words) => text.push_str(words),
                Part::Value(written) => {
                    let frame = judge.frame();
                    let target = judge.run.target(written.node, Some(&frame));
                    text.push_str(&value(&target, model, lang).unwrap_or_else(|| missing.to_owned()));
                }
            }
        }
        Some(text)
    }
}

fn choose<'m>(messages: &'m [Message], lang: &str) -> Option<&'m Message> {
    let tagged = messages.iter().find(|m| m.lang.as_deref() == Some(lang));
    tagged.or_else(|| messages.iter().find(|m| m.lang.is_none())).or(messages.first())
}

/// A value in words; a list as its known values.
fn value(target: &Target<'_>, model: &Model, lang: &str) -> Option<String> {
    let known = |scalar: &Scalar<'_>| scalar.known().map(|value| model.say_value(value, lang));
    match (target, elements(target)) {
        (Target::Computed(scalar), _) => known(scalar),
        (_, Ok(cells)) => {
            let shown: Option<Vec<String>> = cells.map(|cell| known(&Scalar::of_cell(cell))).collect();
            Some(shown?.join(", "))
        }
        (Target::Cell(cell), Err(_)) => known(&Scalar::of_cell(cell)),
        _ => None,
    }
}
