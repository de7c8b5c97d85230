//! Each statement by itself: whether it applies to anything, can be met, and can be missed.

use kijun_model::{KindId, StatementId};

use crate::{Answer, Objection, Solver, Wish, demand};

/// The statements that can be met, and what is wrong with the others, both in the order given.
pub(super) fn check(
    solver: &Solver<'_>,
    statements: impl Iterator<Item = StatementId>,
) -> (Vec<StatementId>, Vec<Objection>) {
    let (mut sound, mut objections) = (Vec::new(), Vec::new());
    for statement in statements {
        match standing(solver, statement) {
            Standing::Sound => sound.push(statement),
            Standing::Wrong(objection) => objections.push(objection),
            Standing::Open => {}
        }
    }
    (sound, objections)
}

enum Standing {
    /// It can be met, and it can be missed.
    Sound,
    Wrong(Objection),
    /// Whether it can be met is not decided, or it waits for the value of a parameter.
    Open,
}

fn standing(solver: &Solver<'_>, statement: StatementId) -> Standing {
    let model = solver.model;
    let kind = demand::kind(model, statement).filter(|_| !demand::lacks_value(solver, statement));
    let Some(kind) = kind else { return Standing::Open };
    match solver.find(kind, &Wish::passes(model, statement, kind)) {
        Answer::Undecided(_) => Standing::Open,
        Answer::Impossible => unmet(solver, statement, kind),
        // A question may go unanswered whatever it asks.
        Answer::Possible(_) if demand::is_attested(model, statement) => Standing::Sound,
        Answer::Possible(_) => match solver.find(kind, &Wish::breaks(model, statement, kind)) {
            Answer::Impossible => Standing::Wrong(Objection::Vacuous { statement, applies: true }),
            Answer::Possible(_) | Answer::Undecided(_) => Standing::Sound,
        },
    }
}

/// Nothing meets it: because it applies to nothing, or because nothing can.
fn unmet(solver: &Solver<'_>, statement: StatementId, kind: KindId) -> Standing {
    let model = solver.model;
    let bound = |kind| solver.find(kind, &Wish::bound(model, statement, kind));
    match bound(kind) {
        Answer::Possible(_) if demand::binds(model, statement) => {
            Standing::Wrong(Objection::Impossible { statement })
        }
        Answer::Impossible => {
            let mut below = (0..model.kinds.len()).map(KindId::from_index).filter(|&k| model.is_a(k, kind));
            match below.all(|k| bound(k) == Answer::Impossible) {
                true => Standing::Wrong(Objection::Vacuous { statement, applies: false }),
                false => Standing::Open,
            }
        }
        Answer::Possible(_) | Answer::Undecided(_) => Standing::Open,
    }
}
