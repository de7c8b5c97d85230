//! What tests of rules have seen: of each statement its results, of each condition both sides.

use schemars::JsonSchema;
use serde::Serialize;

use crate::{Location, Outcome};

/// How much of the rules the tests have seen. Only expectations that were met count.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct TestCoverage {
    /// The sums.
    pub figures: CoverageFigures,
    /// Every statement that somebody owes, in the order of the documents.
    pub statements: Vec<StatementCoverage>,
    /// The conditions that statements share: those of clauses, and those of definitions that statements call.
    pub shared: Vec<SharedCoverage>,
}

/// So many of so many.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Covered {
    /// Those that were seen.
    pub seen: usize,
    /// All there are.
    pub of: usize,
}

/// The sums of a coverage.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct CoverageFigures {
    /// Statements of which anything is expected.
    pub statements: Covered,
    /// Results of statements.
    pub results: Covered,
    /// Sides of conditions: each can be true and false.
    pub sides: Covered,
}

/// What was seen of a statement.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct StatementCoverage {
    /// The statement.
    pub statement: String,
    /// Where it stands.
    pub at: Location,
    /// How many expectations of it were met.
    pub expectations: usize,
    /// Each result that it can come to, and how often it was seen.
    pub results: Vec<ResultSeen>,
    /// The conditions in it.
    pub conditions: Vec<ConditionSeen>,
}

/// A result, and how often it was seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ResultSeen {
    /// The result.
    pub result: Outcome,
    /// How many expectations saw it.
    pub times: usize,
}

/// Conditions that several statements share.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct SharedCoverage {
    /// The clause, as it is cited, or the name of the definition.
    pub name: String,
    /// Where it stands.
    pub at: Location,
    /// Its conditions.
    pub conditions: Vec<ConditionSeen>,
}

/// A condition, and how often it was seen true and false.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct ConditionSeen {
    /// What it is.
    pub role: ConditionRole,
    /// As it was written, on one line.
    pub text: String,
    /// Where it stands.
    pub at: Location,
    /// How often it was true.
    pub when_true: usize,
    /// How often it was false.
    pub when_false: usize,
}

/// What a condition is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ConditionRole {
    /// The `where` of a clause.
    Where,
    /// The `when` of a statement.
    When,
    /// An operand of `and`, `or`, `implies`.
    Operand,
    /// The condition of an `if`.
    If,
    /// The `where` of a quantifier, a count or a fold.
    Filter,
}

impl Covered {
    fn count(parts: impl Iterator<Item = bool>) -> Covered {
        parts.fold(Covered::default(), |sum, seen| sum.and(Covered { seen: usize::from(seen), of: 1 }))
    }

    /// Both together.
    #[must_use]
    pub fn and(self, other: Covered) -> Covered {
        Covered { seen: self.seen + other.seen, of: self.of + other.of }
    }

    /// Whether so many of a hundred were seen. Of nothing, all was.
    #[must_use]
    pub fn reaches(self, percent: u8) -> bool {
        self.seen.saturating_mul(100) >= self.of.saturating_mul(usize::from(percent))
    }
}

impl ConditionSeen {
    /// Its sides: true and false.
    fn sides(&self) -> [bool; 2] {
        [self.when_true > 0, self.when_false > 0]
    }
}

impl StatementCoverage {
    /// Whether a side or a result was not seen, though something was.
    #[must_use]
    pub fn is_partial(&self) -> bool {
        let whole = self.results.iter().all(|seen| seen.times > 0);
        self.expectations > 0 && !(whole && self.conditions.iter().all(|c| c.sides() == [true, true]))
    }
}

impl CoverageFigures {
    /// Results and sides together: what `--min-coverage` asks for.
    #[must_use]
    pub fn all(&self) -> Covered {
        self.results.and(self.sides)
    }
}

impl TestCoverage {
    /// A coverage with its sums.
    #[must_use]
    pub fn of(statements: Vec<StatementCoverage>, shared: Vec<SharedCoverage>) -> TestCoverage {
        let own = statements.iter().flat_map(|statement| &statement.conditions);
        let conditions = own.chain(shared.iter().flat_map(|shared| &shared.conditions));
        let results = statements.iter().flat_map(|statement| &statement.results);
        let figures = CoverageFigures {
            statements: Covered::count(statements.iter().map(|statement| statement.expectations > 0)),
            results: Covered::count(results.map(|seen| seen.times > 0)),
            sides: Covered::count(conditions.flat_map(ConditionSeen::sides)),
        };
        TestCoverage { figures, statements, shared }
    }
}
