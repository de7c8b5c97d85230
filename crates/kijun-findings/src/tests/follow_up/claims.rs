//! The table of what is said of responses, cell by cell.

use super::world::{World, world};
use crate::*;
use proptest::prelude::*;

fn response(id: &str, claim: Option<Claim>, due: Option<&str>) -> ResponseRecord {
    ResponseRecord {
        finding: id.to_owned(),
        claim,
        stated_on: Some("2011-06-01".to_owned()),
        due_on: due.map(str::to_owned),
        evidence: None,
        at: Location { file: "responses.csv".to_owned(), line: 2, column: 1 },
    }
}

/// What is to be said, as the page of the decision has it.
fn expected(status: Status, claim: Option<Claim>, overdue: bool) -> Option<Objection> {
    use Objection::{AcceptedWithoutException, ClaimedFixedWithoutEvidence, Overdue, Unanswered};
    use Status::{Accepted, Fixed, LostFromSight, NotComparable, Persisting};
    match (claim, status) {
        (_, Fixed | Accepted) => None,
        (Some(Claim::Fixed), Persisting | NotComparable | LostFromSight) => Some(ClaimedFixedWithoutEvidence),
        (Some(Claim::Planned), Persisting | LostFromSight) if overdue => Some(Overdue),
        (Some(Claim::Accepted), Persisting | LostFromSight) => Some(AcceptedWithoutException),
        (None, Persisting | LostFromSight) => Some(Unanswered),
        _ => None,
    }
}

fn runs(old: &World, new: &World) -> (RunRecord, RunRecord) {
    (old.run("2010"), new.run("2011"))
}

proptest! {
    #[test]
    fn the_table_holds(
        old in world(),
        new in world(),
        claim in proptest::option::of(proptest::sample::select(Claim::ALL.to_vec())),
        due in proptest::sample::select(vec![None, Some("2011-12-30"), Some("2011-12-31"), Some("2012-01-01")]),
    ) {
        let (old, mut new) = runs(&old, &new);
        new.responses = old.findings.iter().map(|f| response(&f.id, claim, due)).collect();
        for followed in follow_up(&old, &new).findings {
            let overdue = due == Some("2011-12-30");
            prop_assert_eq!(followed.objection, expected(followed.status, claim, overdue), "{:?}", followed.status);
            prop_assert_eq!(followed.response.unwrap().claim, claim);
        }
    }

    #[test]
    fn silence_is_told_of_what_is_open_only(old in world(), new in world()) {
        let (old, new) = runs(&old, &new);
        for followed in follow_up(&old, &new).findings {
            prop_assert_eq!(followed.objection, expected(followed.status, None, false));
        }
    }

    #[test]
    fn a_response_to_no_finding_is_named(old in world(), new in world()) {
        let (old, mut new) = runs(&old, &new);
        new.responses = vec![response("F-000000000000", Some(Claim::Fixed), None)];
        prop_assert_eq!(follow_up(&old, &new).unknown, new.responses.clone());
    }
}

#[test]
fn where_rules_object_already_silence_is_not_told_again() {
    let failing = World::of("a", "c", Outcome::Fail);
    let (old, mut new) = runs(&failing, &failing);
    let all =
        |new: &RunRecord| follow_up(&old, new).findings.iter().filter(|f| f.objection.is_some()).count();
    let before = all(&new);
    new.results.push(KindResults {
        kind: "earlier_finding".to_owned(),
        subjects: vec![old.findings[0].id.clone()],
        rows: vec![crate::Row { statement: 0, outcomes: "F".to_owned(), before_exceptions: None }],
    });
    assert_eq!(all(&new), before - 1);
}
