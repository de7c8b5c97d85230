//! What sort of cause it was, for the reader who wants to know what was achieved by whom.

use kijun_findings::{Cause, Change, Factor, Why};

/// What sort of thing made a finding change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CauseSort {
    /// What is audited is otherwise: a value of the evidence.
    System,
    /// A subject appeared, left, or is of another kind.
    Subject,
    /// Rules, or the manifest's part of them.
    Rules,
    /// An exception.
    Exception,
    /// Evidence that could not be read, or can be read now.
    Source,
    /// Time alone.
    Date,
    /// The program.
    Engine,
    /// Causes of several sorts.
    Several,
    /// Not known.
    Unknown,
}

impl CauseSort {
    /// Every sort, in the order in which they are told.
    pub const ALL: [CauseSort; 9] = [
        CauseSort::System,
        CauseSort::Subject,
        CauseSort::Rules,
        CauseSort::Exception,
        CauseSort::Source,
        CauseSort::Date,
        CauseSort::Engine,
        CauseSort::Several,
        CauseSort::Unknown,
    ];

    /// Its name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            CauseSort::System => "system",
            CauseSort::Subject => "subject",
            CauseSort::Rules => "rules",
            CauseSort::Exception => "exception",
            CauseSort::Source => "source",
            CauseSort::Date => "date",
            CauseSort::Engine => "engine",
            CauseSort::Several => "several",
            CauseSort::Unknown => "unknown",
        }
    }

    /// That of a change.
    #[must_use]
    pub fn of(change: &Change) -> CauseSort {
        change.why.as_ref().map_or(CauseSort::Unknown, CauseSort::of_why)
    }

    fn of_why(why: &Why) -> CauseSort {
        let factors = why.enough.iter().flatten().map(|factor| CauseSort::of_factor(*factor));
        match why.causes.is_empty() {
            true => CauseSort::one(factors),
            false => CauseSort::of_causes(&why.causes),
        }
    }

    /// That of some causes together.
    pub(super) fn of_causes(causes: &[Cause]) -> CauseSort {
        CauseSort::one(causes.iter().map(CauseSort::of_cause))
    }

    fn one(mut sorts: impl Iterator<Item = CauseSort>) -> CauseSort {
        match sorts.next() {
            None => CauseSort::Unknown,
            Some(first) if sorts.all(|sort| sort == first) => first,
            Some(_) => CauseSort::Several,
        }
    }

    fn of_cause(cause: &Cause) -> CauseSort {
        match cause {
            Cause::Value { .. } => CauseSort::System,
            Cause::SubjectAppeared { .. }
            | Cause::SubjectLeft { .. }
            | Cause::KindChanged { .. }
            | Cause::Members { .. } => CauseSort::Subject,
            Cause::Rule { .. } | Cause::Term { .. } | Cause::Manifest { .. } => CauseSort::Rules,
            Cause::ExceptionGranted { .. }
            | Cause::ExceptionBegan { .. }
            | Cause::ExceptionLapsed { .. }
            | Cause::ExceptionWithdrawn { .. }
            | Cause::ExceptionChanged { .. } => CauseSort::Exception,
            Cause::Source { .. } => CauseSort::Source,
            Cause::Earlier { causes, .. } => CauseSort::of_causes(causes),
            Cause::Date { .. } => CauseSort::Date,
            Cause::Engine { .. } => CauseSort::Engine,
        }
    }

    fn of_factor(factor: Factor) -> CauseSort {
        match factor {
            Factor::Rules => CauseSort::Rules,
            Factor::Exceptions => CauseSort::Exception,
            Factor::Evidence => CauseSort::System,
            Factor::Date => CauseSort::Date,
            Factor::Engine => CauseSort::Engine,
        }
    }
}
