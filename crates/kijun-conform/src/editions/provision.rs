//! A provision in two editions: what became of it, in every respect that is told.

use std::sync::Arc;

use kijun_model::{ClauseId, EditionId, SectionId};

use crate::Movement;
use crate::words::{Segment, Strength};

/// What is different between two editions.
#[derive(Clone, Debug)]
pub struct EditionDiff {
    /// The one edition, or the documents it consists of.
    pub old: Vec<EditionId>,
    /// The other.
    pub new: Vec<EditionId>,
    /// Provisions that are not the same in every respect: in the order of the newer edition, then those that it does not have.
    pub provisions: Vec<Provision>,
    /// How many provisions are the same in every respect.
    pub unchanged: usize,
}

/// A provision, or several that became of each other.
#[derive(Clone, Debug)]
pub struct Provision {
    /// Its clauses in the older edition.
    pub before: Vec<ClauseId>,
    /// Its clauses in the newer edition.
    pub after: Vec<ClauseId>,
    /// What it is called now.
    pub identity: Identity,
    /// How it is known that these are one provision.
    pub known: Known,
    /// What it demands now.
    pub substance: Substance,
    /// What became of its statements.
    pub movement: Movement,
    /// What changed beside its statements.
    pub heads: Vec<HeadChange>,
    /// What was reworded.
    pub wordings: Vec<Wording>,
    /// What the words alone show.
    pub marks: Vec<WordMark>,
    /// The section that it stood in and the one that it stands in, where that is another one.
    pub section: Option<(Option<SectionId>, Option<SectionId>)>,
    /// What it may have been, or become: nobody has said so.
    pub hint: Option<Hint>,
}

/// What a provision is called in the newer edition.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Identity {
    /// What it was called.
    Same,
    /// Something else.
    Renumbered,
    /// It is several now.
    Split,
    /// It was several.
    Merged,
    /// Several became several.
    Regrouped,
    /// It was not there.
    New,
    /// It is not there any more.
    Repealed,
    /// Another document has it, which is not compared.
    TakenOver,
}

/// How it is known that clauses are one provision.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Known {
    /// They have the same number, and nothing is said.
    Number,
    /// It is said with `was`.
    Declared,
    /// They have the same words, and nothing is said.
    Text,
}

/// What a provision demands in the newer edition, beside the older one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Substance {
    /// The same: proved.
    Equal,
    /// More.
    Stricter,
    /// Less.
    Weaker,
    /// More in one way and less in another.
    Incomparable,
    /// That could not be decided.
    Undecided,
    /// Its words are others, and nothing formal is, or there is none.
    TextOnly,
    /// It has no statement, and its words are the same.
    Nothing,
}

/// Which way something moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Way {
    /// More is demanded.
    Stricter,
    /// Less is demanded.
    Weaker,
    /// Neither, or that cannot be said.
    Other,
}

/// What a clause says beside its statements.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Head {
    /// Who is responsible.
    Responsible,
    /// How bad a violation is.
    Severity,
    /// Who may derogate.
    Exceptions,
    /// How old evidence may be.
    Evidence,
    /// From when to when it binds.
    InForce,
}

/// Something that a clause says beside its statements, said otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct HeadChange {
    /// What.
    pub head: Head,
    /// Which way.
    pub way: Way,
    /// The older clause that said it.
    pub before: ClauseId,
    /// The newer clause.
    pub after: ClauseId,
}

/// Words of a provision.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// Its title.
    Title,
    /// Its text.
    Text,
    /// The questions that a person answers.
    Question,
    /// What to do about a violation.
    Fix,
}

/// Words that are others now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wording {
    /// Which words.
    pub field: Field,
    /// Their language; absent: the document's own.
    pub lang: Option<Arc<str>>,
    /// The pieces of both texts.
    pub segments: Vec<Segment>,
}

/// What words show of a demand, apart from what statements say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WordMark {
    /// The text names other numbers; and whether no statement moved with it.
    Numbers {
        /// Those that it names no more.
        gone: Vec<String>,
        /// Those that it names now.
        come: Vec<String>,
    },
    /// The text says it more or less firmly.
    Firmness {
        /// How it does so no more.
        gone: Vec<Strength>,
        /// How it does now.
        come: Vec<Strength>,
    },
    /// Statements demand something else, and the text says what it said.
    TextUnmoved,
    /// The text says something else in its numbers or its force, and the statements demand what they did.
    RuleUnmoved,
}

/// A clause that may be the same provision, or a part of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hint {
    /// The clause of the other edition.
    pub clause: ClauseId,
    /// What it may be.
    pub resembles: Resembles,
    /// How much of the words, in percent.
    pub percent: u8,
}

/// How one clause resembles another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Resembles {
    /// It may be the same under another number.
    Whole,
    /// Its words are for the most part those of a clause that is still there, or was there before.
    Part,
}

impl Provision {
    pub(super) fn bare(
        before: Vec<ClauseId>,
        after: Vec<ClauseId>,
        identity: Identity,
        known: Known,
    ) -> Provision {
        Provision {
            before,
            after,
            identity,
            known,
            substance: Substance::Nothing,
            movement: Movement::default(),
            heads: Vec::new(),
            wordings: Vec::new(),
            marks: Vec::new(),
            section: None,
            hint: None,
        }
    }

    /// Whether nothing is to be told of it.
    pub(super) fn is_unchanged(&self) -> bool {
        self.identity == Identity::Same
            && matches!(self.substance, Substance::Equal | Substance::Nothing)
            && self.wordings.is_empty()
            && self.marks.is_empty()
            && self.section.is_none()
    }
}

impl Identity {
    /// Whether the provision is there in both editions.
    #[must_use]
    pub fn is_continued(self) -> bool {
        !matches!(self, Identity::New | Identity::Repealed | Identity::TakenOver)
    }
}
