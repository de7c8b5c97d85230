//! What stands at a path, and what an expression came to.

use kijun_diag::Place;
use kijun_model::{Cell, Content};

use super::{Explainer, Found};
use crate::run::{Target, elements};
use crate::scalar::Scalar;
use crate::trail::{Name, Trail};
use crate::truth::Truth;
use crate::written::{Shape, Written};

impl<'a> Explainer<'a, '_> {
    /// Notes what stands at a path.
    pub(super) fn observe_path(&mut self, written: &Written, trail: &Trail<'a, '_>) {
        let Some(name) = trail.name_of(written, self.model) else {
            // A field of something computed: what it was computed from has decided.
            return written.parts.iter().for_each(|part| self.blame(part, trail));
        };
        let target = self.run.target(written.node, Some(&trail.frame));
        let place = place_of(&target).unwrap_or(self.subject.place);
        self.observe(name, place, found_at(&target));
    }

    /// Notes an element of a list.
    pub(super) fn observe_element(&mut self, name: Name, cell: &Cell) {
        let found = match &cell.content {
            Content::Absent => Found::Absent,
            Content::Null => Found::Null,
            Content::Malformed => Found::Malformed,
            _ => found_at(&Target::Cell(cell)),
        };
        self.observe(name, cell.place, found);
    }

    /// What an expression came to.
    pub(super) fn found(&mut self, written: &Written, trail: &Trail<'a, '_>) -> Found {
        match written.shape {
            Shape::Bound(_) | Shape::Field(..) => {
                found_at(&self.run.target(written.node, Some(&trail.frame)))
            }
            _ => found_scalar(&self.run.scalar(written.node, Some(&trail.frame))),
        }
    }

    /// Where the value of a path stands.
    pub(super) fn place(&mut self, written: &Written, trail: &Trail<'a, '_>) -> Option<Place> {
        match written.shape {
            Shape::Bound(_) | Shape::Field(..) => {
                place_of(&self.run.target(written.node, Some(&trail.frame)))
            }
            _ => None,
        }
    }

    pub(super) fn truth(&mut self, written: &Written, trail: &Trail<'a, '_>) -> Truth {
        self.run.truth(written.node, Some(&trail.frame))
    }

    /// Whether an operand is undecided.
    pub(super) fn undecided(&mut self, written: &Written, trail: &Trail<'a, '_>) -> bool {
        self.run.scalar(written.node, Some(&trail.frame)).doubt().is_some()
    }
}

/// Where it stands; nothing computed stands anywhere.
fn place_of(target: &Target<'_>) -> Option<Place> {
    match target {
        Target::Subject(subject) => Some(subject.place),
        Target::Cell(cell) => Some(cell.place),
        Target::Malformed(place) => Some(*place),
        Target::Nothing { at, .. } => *at,
        Target::Computed(_) => None,
    }
}

fn found_at(target: &Target<'_>) -> Found {
    match target {
        Target::Subject(_) => Found::Record,
        Target::Cell(cell) => match (&cell.content, elements(target)) {
            (Content::Value(value), _) => Found::Value(value.clone()),
            (_, Ok(elements)) => Found::Elements(elements.count()),
            (_, Err(_)) => Found::Record,
        },
        Target::Nothing { null: true, .. } => Found::Null,
        Target::Nothing { null: false, .. } => Found::Absent,
        Target::Malformed(_) => Found::Malformed,
        Target::Computed(scalar) => found_scalar(scalar),
    }
}

fn found_scalar(scalar: &Scalar<'_>) -> Found {
    match scalar {
        Scalar::Known(value) => Found::Value(value.clone().into_owned()),
        Scalar::Between(bounds) => Found::Between(bounds.low, bounds.high),
        Scalar::Unknown(doubt) => Found::Unknown(*doubt),
    }
}
