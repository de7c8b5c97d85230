//! The words of a comparison of editions.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

macro_rules! names {
    ($($(#[$doc:meta])* $name:ident { $($(#[$of:meta])* $variant:ident = $word:literal,)* })*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
        pub enum $name {
            $($(#[$of])* #[serde(rename = $word)] $variant,)*
        }

        impl $name {
            /// All of them, in their order.
            pub const ALL: &[$name] = &[$($name::$variant),*];

            /// Its name, as every output writes it.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self {
                    $($name::$variant => $word,)*
                }
            }
        }
    )*};
}

pub(super) use names;

names! {
    /// What a provision is called in the newer edition.
    IdentityName {
        /// It was not there.
        New = "new",
        /// It is not there any more.
        Repealed = "repealed",
        /// It is several now.
        Split = "split",
        /// It was several.
        Merged = "merged",
        /// Several became several.
        Regrouped = "regrouped",
        /// It has another number.
        Renumbered = "renumbered",
        /// It has its number.
        Same = "same",
        /// Another document has it, which is not compared.
        TakenOver = "taken-over",
    }
    /// How it is known that clauses are one provision.
    KnownName {
        /// They have the same number, and nothing else is said.
        Number = "number",
        /// It is said with `was`.
        Declared = "was",
        /// They alone have the same words. Nobody has said so.
        Text = "text",
    }
    /// What a provision demands in the newer edition.
    SubstanceName {
        /// More: proved, with a case.
        Stricter = "stricter",
        /// Less: proved, with a case.
        Weaker = "weaker",
        /// More in one way and less in another.
        Incomparable = "incomparable",
        /// That could not be decided.
        Undecided = "undecided",
        /// Its words are others; what is formal, if anything, is proved to be the same.
        TextOnly = "text-only",
        /// The same: proved.
        Equal = "equal",
        /// It has no statement, and its words are the same.
        Nothing = "nothing",
    }
    /// Which way something moved.
    WayName {
        /// More is demanded.
        Stricter = "stricter",
        /// Less is demanded.
        Weaker = "weaker",
        /// Neither, or that cannot be said.
        Other = "other",
    }
    /// Words of a provision.
    FieldName {
        /// Its title.
        Title = "title",
        /// Its text.
        Text = "text",
        /// The questions that a person answers.
        Question = "question",
        /// What to do about a violation.
        Fix = "fix",
    }
    /// In which of two texts a piece stands.
    RewordingName {
        /// In both; as the newer one writes it.
        Kept = "kept",
        /// In the older one only.
        Gone = "gone",
        /// In the newer one only.
        Come = "come",
    }
    /// How one clause resembles another.
    ResemblesName {
        /// It may be the same under another number.
        Whole = "whole",
        /// It may be a part of it.
        Part = "part",
    }
}
