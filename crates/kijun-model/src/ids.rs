//! Numbers of things in the model. Each indexes one list of [`Model`](crate::Model).

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident)*) => {
        $(
            $(#[$doc])*
            #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
            pub struct $name(pub u32);

            impl $name {
                /// The number as an index.
                #[must_use]
                pub fn index(self) -> usize {
                    self.0 as usize
                }

                /// The number of the thing at an index.
                #[must_use]
                pub fn from_index(index: usize) -> $name {
                    $name(u32::try_from(index).unwrap_or(u32::MAX))
                }
            }
        )*
    };
}

ids! {
    /// An enumeration.
    EnumId
    /// A record type.
    RecordId
    /// A kind of subject.
    KindId
    /// A role.
    RoleId
    /// A standard in one edition.
    EditionId
    /// A section of an edition.
    SectionId
    /// A clause of an edition.
    ClauseId
    /// A statement of a clause.
    StatementId
    /// A definition.
    DefineId
    /// A parameter that a document leaves to lower ones.
    ParameterId
    /// An exception.
    ExceptionId
    /// A measure.
    MeasureId
    /// A local name of an expression: 0 is the subject (in a definition: 0.. are its parameters), then
    /// one for each enclosing binder, outermost first.
    LocalId
}
