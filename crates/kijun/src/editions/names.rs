//! What a comparison calls things, in the words of the record.

use kijun_conform::{
    Dimension, Field, Identity, Known, Rewording, Segment, Strength, Substance, WordMark, Wording,
};
use kijun_findings::{
    Aspect, FieldName, IdentityName, KnownName, MarkRecord, PieceRecord, RewordingName, SubstanceName,
    WordingRecord,
};

pub(super) fn wording(wording: &Wording) -> WordingRecord {
    let piece = |segment: &Segment| PieceRecord {
        rewording: match segment.rewording {
            Rewording::Kept => RewordingName::Kept,
            Rewording::Gone => RewordingName::Gone,
            Rewording::Come => RewordingName::Come,
        },
        text: segment.text.clone(),
    };
    WordingRecord {
        field: match wording.field {
            Field::Title => FieldName::Title,
            Field::Text => FieldName::Text,
            Field::Question => FieldName::Question,
            Field::Fix => FieldName::Fix,
        },
        lang: wording.lang.as_ref().map(ToString::to_string),
        pieces: wording.segments.iter().map(piece).collect(),
    }
}

pub(super) fn mark(mark: &WordMark) -> MarkRecord {
    let firm = |all: &[Strength]| all.iter().map(|strength| strength_name(*strength).to_owned()).collect();
    match mark {
        WordMark::Numbers { gone, come } => MarkRecord::Numbers { gone: gone.clone(), come: come.clone() },
        WordMark::Firmness { gone, come } => MarkRecord::Firmness { gone: firm(gone), come: firm(come) },
        WordMark::TextUnmoved => MarkRecord::TextUnmoved,
        WordMark::RuleUnmoved => MarkRecord::RuleUnmoved,
    }
}

fn strength_name(strength: Strength) -> &'static str {
    match strength {
        Strength::Must => "must",
        Strength::MustNot => "must-not",
        Strength::Should => "should",
        Strength::ShouldNot => "should-not",
        Strength::May => "may",
    }
}

pub(super) fn aspect(dimension: Dimension) -> Aspect {
    match dimension {
        Dimension::Force => Aspect::Force,
        Dimension::Scope => Aspect::Scope,
        Dimension::Strength => Aspect::Strength,
        Dimension::Timeframe => Aspect::Timeframe,
        Dimension::Responsibility => Aspect::Responsibility,
    }
}

pub(super) fn identity(identity: Identity) -> IdentityName {
    match identity {
        Identity::Same => IdentityName::Same,
        Identity::Renumbered => IdentityName::Renumbered,
        Identity::Split => IdentityName::Split,
        Identity::Merged => IdentityName::Merged,
        Identity::Regrouped => IdentityName::Regrouped,
        Identity::New => IdentityName::New,
        Identity::Repealed => IdentityName::Repealed,
        Identity::TakenOver => IdentityName::TakenOver,
    }
}

pub(super) fn known(known: Known) -> KnownName {
    match known {
        Known::Number => KnownName::Number,
        Known::Declared => KnownName::Declared,
        Known::Text => KnownName::Text,
    }
}

pub(super) fn substance(substance: Substance) -> SubstanceName {
    match substance {
        Substance::Equal => SubstanceName::Equal,
        Substance::Stricter => SubstanceName::Stricter,
        Substance::Weaker => SubstanceName::Weaker,
        Substance::Incomparable => SubstanceName::Incomparable,
        Substance::Undecided => SubstanceName::Undecided,
        Substance::TextOnly => SubstanceName::TextOnly,
        Substance::Nothing => SubstanceName::Nothing,
    }
}
