//! Fields that a source fills by itself: captures of the path, names of map entries, constants.

use kijun_diag::Arg;
use kijun_model::{Cell, Content};

use super::{Planner, Slot, SourcePlan, is_scalar};
use crate::decode::type_word;
use crate::manifest::{Scalar, Source, wrong};
use crate::scalar;

impl Planner<'_> {
    /// Resolves what fills fields, and sees that nothing is filled twice.
    pub(super) fn fills(&mut self, path: &str, source: &Source, plan: &mut SourcePlan) {
        let files = format!("{path}.files");
        for name in plan.pattern.captures.clone() {
            if let Some(slot) = self.fill(&files, &name, &source.kind, plan) {
                plan.captures.push(slot);
            }
        }
        if let Some(name) = &source.entry {
            plan.entry = self.fill(&format!("{path}.entry"), name, &source.kind, plan);
        }
        for (name, value) in &source.constants {
            let path = format!("{path}.constants.{name}");
            if let Some(slot) = self.fill(&path, name, &source.kind, plan) {
                self.constant(&path, slot, name, value, plan);
            }
        }
    }

    /// The slot of a field that is filled; each at most once.
    fn fill(&mut self, path: &str, name: &str, kind: &str, plan: &SourcePlan) -> Option<Slot> {
        let at = self.value(path)?;
        let Some(slot) = plan.slot(self.model, name) else {
            self.unknown_field(at, name, kind, plan.fields(self.model));
            return None;
        };
        let field = plan.declaration(self.model, slot);
        if !is_scalar(&field.ty) {
            return self.field_type(at, field, vec!["type-scalar"]);
        }
        let constants = plan.constants.iter().map(|(slot, _)| *slot);
        if plan.captures.iter().copied().chain(plan.entry).chain(constants).any(|other| other == slot) {
            self.diagnostics.push(wrong::filled_twice(at, name));
            return None;
        }
        Some(slot)
    }

    fn constant(&mut self, path: &str, slot: Slot, name: &str, value: &Scalar, plan: &mut SourcePlan) {
        let text = value.text();
        let field = plan.declaration(self.model, slot);
        let (Some(at), Some(place)) = (self.value(path), self.manifest.places.place(path)) else { return };
        match scalar::value(self.model, &field.ty, &text) {
            Some(value) => plan.constants.push((slot, Cell { content: Content::Value(value), place })),
            None => {
                let expected = Arg::Word(type_word(&field.ty));
                self.diagnostics.push(wrong::bad_constant(at, name, &text, expected, field.span));
            }
        }
    }
}
