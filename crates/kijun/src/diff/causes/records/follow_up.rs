//! Why something else is said of an earlier finding: of what is answered, of how that finding stands, and of the day, the least that
//! makes the answer come to the same objection, or to none.

use kijun_findings::{
    Cause, Change, Claim, Diff, Followed, Found, Matter, Objection, ResponseRecord, RunRecord, Status,
    SubjectRef,
};

use crate::diff::causes::search::least;
use crate::supplied::{EARLIER_FINDING, FINDING_RESPONSE};

/// What an objection follows from in one run.
#[derive(Clone, Copy)]
struct Stand<'r> {
    response: Option<&'r ResponseRecord>,
    status: Status,
    today: &'r str,
}

/// What of it may differ between two runs, in the order in which it is told.
#[derive(Clone, Copy, PartialEq)]
enum Piece {
    Claim,
    Due,
    Status,
    Today,
}

const PIECES: [Piece; 4] = [Piece::Claim, Piece::Due, Piece::Status, Piece::Today];

/// What made something else be said of an earlier finding.
pub(super) fn causes(old: &RunRecord, new: &RunRecord, change: &Change) -> Vec<Cause> {
    let Some(key) = change.subject.as_ref().map(|subject| subject.key.as_str()) else { return Vec::new() };
    match [old, new].map(|record| stand(record, key)) {
        [None, Some(_)] => vec![Cause::SubjectAppeared { subject: built_in(EARLIER_FINDING, key) }],
        [Some(_), None] => vec![Cause::SubjectLeft { subject: built_in(EARLIER_FINDING, key) }],
        [Some(was), Some(is)] => between(was, is, change, key),
        [None, None] => Vec::new(),
    }
}

fn stand<'r>(record: &'r RunRecord, key: &str) -> Option<Stand<'r>> {
    let status = followed(record, key)?.status;
    let response = record.responses.iter().find(|response| response.finding == key);
    Some(Stand { response, status, today: &record.today })
}

fn followed<'r>(record: &'r RunRecord, key: &str) -> Option<&'r Followed> {
    record.follow_up.iter().flat_map(|follow_up| &follow_up.findings).find(|followed| followed.id == key)
}

/// The least that has to be the newer run's.
fn between(was: Stand<'_>, is: Stand<'_>, change: &Change, key: &str) -> Vec<Cause> {
    let own = change.lineage.strip_prefix("follow-up:").unwrap_or_default();
    let told = change.after.told.is_some();
    let chosen = least(PIECES.len(), &mut |chosen| {
        let side = |piece: Piece| if chosen.contains(&(piece as usize)) { is } else { was };
        let due = side(Piece::Due).response.and_then(|response| response.due_on.as_deref());
        let overdue = due.is_some_and(|due| due < side(Piece::Today).today);
        let objection = Objection::to(claim(side(Piece::Claim)), side(Piece::Status).status, overdue);
        objection.is_some_and(|objection| objection.name() == own) == told
    });
    let mut causes: Vec<Cause> = Vec::new();
    for piece in chosen.into_iter().flatten() {
        let cause = cause(PIECES[piece], was, is, key);
        // That there is a response is one thing, whatever it says.
        if !causes.contains(&cause) {
            causes.push(cause);
        }
    }
    causes
}

fn claim(stand: Stand<'_>) -> Option<Claim> {
    stand.response.and_then(|response| response.claim)
}

fn cause(piece: Piece, was: Stand<'_>, is: Stand<'_>, key: &str) -> Cause {
    match piece {
        Piece::Claim => answered(was, is, key, "claim", |response| response.claim.map(|claim| claim.name())),
        Piece::Due => answered(was, is, key, "due_on", |response| response.due_on.as_deref()),
        Piece::Status => Cause::Earlier { finding: key.to_owned(), causes: Vec::new() },
        Piece::Today => {
            let mut days = [was.today, is.today].map(str::to_owned);
            days.sort();
            let [before, after] = days;
            Cause::Date { before, after, path: Some("due_on".to_owned()) }
        }
    }
}

/// A response that came, went, or says something else.
fn answered<'r>(
    was: Stand<'r>,
    is: Stand<'r>,
    key: &str,
    path: &str,
    said: impl Fn(&'r ResponseRecord) -> Option<&'r str>,
) -> Cause {
    let subject = built_in(FINDING_RESPONSE, key);
    let found = |text: Option<&str>| text.map_or(Found::Absent, |text| Found::Value(text.to_owned()));
    match (was.response, is.response) {
        (None, _) => Cause::SubjectAppeared { subject },
        (_, None) => Cause::SubjectLeft { subject },
        (Some(was), Some(is)) => Cause::Value {
            path: path.to_owned(),
            subject: Some(subject),
            before: found(said(was)),
            after: found(said(is)),
            at_before: Some(was.at.clone()),
            at_after: Some(is.at.clone()),
        },
    }
}

/// Gives what is said of an earlier finding that stands otherwise the causes of that.
pub(super) fn inherit(old: &RunRecord, new: &RunRecord, diff: &mut Diff) {
    let told: Vec<Option<(String, Vec<Cause>)>> =
        diff.changes.iter().map(|change| earlier(old, new, diff, change)).collect();
    for (change, told) in diff.changes.iter_mut().zip(told) {
        let causes = change.why.iter_mut().flat_map(|why| &mut why.causes);
        for cause in causes {
            if let (Cause::Earlier { finding, causes }, Some((id, earlier))) = (cause, &told) {
                finding.clone_from(id);
                causes.clone_from(earlier);
            }
        }
    }
}

/// The change of the finding that a finding of the follow-up is about: its id, and what made it.
fn earlier(old: &RunRecord, new: &RunRecord, diff: &Diff, change: &Change) -> Option<(String, Vec<Cause>)> {
    if change.matter != Matter::FollowUp {
        return None;
    }
    let key = &change.subject.as_ref()?.key;
    let followed = [new, old].into_iter().filter_map(|record| followed(record, key));
    let now = followed.clone().filter_map(|followed| Some(followed.now.as_ref()?.finding.as_str()));
    let ids: Vec<&str> = now.chain([key.as_str()]).collect();
    let is_it = |other: &&Change| {
        let sides = [&other.after, &other.before].into_iter().filter_map(|side| side.told.as_ref());
        let mut told = sides.map(|told| told.finding.as_str()).chain([other.id.as_str()]);
        let same =
            |followed: &Followed| (&followed.lineage, &followed.subject) == (&other.lineage, &other.subject);
        other.matter != Matter::FollowUp && (told.any(|id| ids.contains(&id)) || followed.clone().any(same))
    };
    let other = diff.changes.iter().find(is_it)?;
    Some((other.id.clone(), other.why.as_ref().map(|why| why.causes.clone()).unwrap_or_default()))
}

/// A subject by the name of a built-in kind.
fn built_in(kind: &str, key: &str) -> SubjectRef {
    SubjectRef { kind: kind.to_owned(), key: key.to_owned() }
}
