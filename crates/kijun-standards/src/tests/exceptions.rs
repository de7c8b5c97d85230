//! Which exceptions hold, day by day and rule by rule.

use kijun_model::{ClauseId, Duration, Exception, ExceptionRule, RoleId, Target};

use super::builder::{Builder, date};
use crate::{Effective, ExceptionProblem as Problem};

/// Two tiers, a clause each, the lower implementing the higher; ciso above officer above manager.
struct Case {
    b: Builder,
    high: ClauseId,
    low: ClauseId,
    ciso: RoleId,
    officer: RoleId,
    manager: RoleId,
}

impl Case {
    fn new() -> Case {
        let mut b = Builder::new();
        let (top, bottom) = (b.edition("top@2010-01-01"), b.edition("low@2010-01-01"));
        b.conforms(bottom, top);
        let (high, low) = (b.clause(top, "1", 1), b.clause(bottom, "1", 1));
        b.implements(low, high);
        let ciso = b.role("ciso", None);
        let officer = b.role("officer", Some(ciso));
        let manager = b.role("manager", Some(officer));
        Case { b, high, low, ciso, officer, manager }
    }

    fn by(role: RoleId, months: Option<i64>) -> ExceptionRule {
        ExceptionRule::By { role, at_most: months.map(|months| Duration { months, seconds: 0 }) }
    }

    fn permit(mut self, clause: ClauseId, rule: ExceptionRule) -> Case {
        self.b.rule(clause, rule);
        self
    }

    /// An exception to the lower clause.
    fn exception(mut self, by: RoleId, change: impl FnOnce(&mut Exception)) -> Case {
        let to = Target::Clause(self.low);
        change(self.b.exception(to, by));
        self
    }

    fn on(&self, today: &str) -> Effective {
        self.b.sound().effective(&self.b.model, date("2011-04-01"), date(today), None).0
    }

    fn problem(&self, today: &str) -> Problem {
        let effective = self.on(today);
        assert!(effective.set.exceptions.is_empty());
        assert_eq!(effective.refused[0].statements, self.b.model.clause(self.low).statements);
        effective.refused[0].problem.clone()
    }

    fn covers(&self, today: &str) -> Vec<String> {
        let effective = self.on(today);
        assert_eq!(effective.refused, []);
        effective.set.exceptions[0].covers.iter().map(|&s| self.b.model.cite(s)).collect()
    }
}

fn permitted() -> Case {
    let case = Case::new();
    let (low, officer) = (case.low, case.officer);
    case.permit(low, Case::by(officer, None))
}

#[test]
fn it_holds_from_its_first_day_to_its_last_and_no_longer() {
    let case = permitted();
    let officer = case.officer;
    let case = case.exception(officer, |_| {});
    assert_eq!(case.problem("2011-05-31"), Problem::NotYet { from: date("2011-06-01") });
    assert_eq!(case.covers("2011-06-01"), ["low@2010-01-01:1#1"]);
    assert_eq!(case.covers("2012-03-31"), ["low@2010-01-01:1#1"]);
    assert_eq!(case.problem("2012-04-01"), Problem::Expired { until: date("2012-03-31") });
}

#[test]
fn it_needs_an_approval_a_reason_and_a_period() {
    let with = |change: fn(&mut Exception)| {
        let case = permitted();
        let officer = case.officer;
        case.exception(officer, change).problem("2011-07-01")
    };
    assert_eq!(with(|e| e.approved = None), Problem::Unapproved);
    assert_eq!(with(|e| e.because = Some(" ".into())), Problem::NoReason);
    assert_eq!(with(|e| e.until = None), Problem::NoPeriod);
    let later = date("2011-07-02");
    assert_eq!(
        with(|e| e.approved = e.approved.map(|(r, _)| (r, date("2011-07-02")))),
        Problem::ApprovedLater { on: later }
    );
}

#[test]
fn a_higher_role_may_approve_and_a_lower_may_not() {
    for (index, holds) in [(0, true), (1, true), (2, false)] {
        let case = permitted();
        let role = [case.ciso, case.officer, case.manager][index];
        let (needed, by) = (case.officer, case.low);
        let case = case.exception(role, |_| {});
        if holds {
            assert_eq!(case.covers("2011-07-01").len(), 1);
        } else {
            assert_eq!(case.problem("2011-07-01"), Problem::ApprovalTooLow { role, needed, by });
        }
    }
}

#[test]
fn it_may_not_last_longer_than_the_clause_permits() {
    for (months, last) in [(10, None), (9, Some("2012-03-01"))] {
        let case = Case::new();
        let (low, officer) = (case.low, case.officer);
        let case = case.permit(low, Case::by(officer, Some(months))).exception(officer, |_| {});
        match last {
            None => assert_eq!(case.covers("2011-07-01").len(), 1),
            Some(last) => {
                assert_eq!(case.problem("2011-07-01"), Problem::TooLong { last: date(last), by: low })
            }
        }
    }
}

#[test]
fn a_silent_clause_asks_the_one_above_and_silence_everywhere_forbids() {
    let silent = Case::new();
    let ciso = silent.ciso;
    assert_eq!(silent.exception(ciso, |_| {}).problem("2011-07-01"), Problem::Forbidden { by: None });
    let case = Case::new();
    let (high, ciso) = (case.high, case.ciso);
    let case = case.permit(high, ExceptionRule::Never).exception(ciso, |_| {});
    assert_eq!(case.problem("2011-07-01"), Problem::Forbidden { by: Some(high) });
    let case = Case::new();
    let case = case.permit(high, Case::by(ciso, None)).exception(ciso, |_| {});
    assert_eq!(case.covers("2011-07-01"), ["top@2010-01-01:1#1", "low@2010-01-01:1#1"]);
}

#[test]
fn what_the_higher_document_forbids_is_not_covered_there() {
    let case = permitted();
    let (high, officer) = (case.high, case.officer);
    let case = case.permit(high, ExceptionRule::Never).exception(officer, |_| {});
    assert_eq!(case.covers("2011-07-01"), ["low@2010-01-01:1#1"]);
}

#[test]
fn an_exception_to_a_superseded_clause_says_where_the_clause_went() {
    let mut case = permitted();
    let officer = case.officer;
    let old = case.b.model.clause(case.low).edition;
    let new = case.b.edition("low@2011-01-01");
    case.b.supersedes(new, old);
    let moved = case.b.clause(new, "7", 1);
    case.b.was(moved, case.low);
    let problem = case.exception(officer, |_| {}).problem("2011-07-01");
    assert_eq!(problem, Problem::Superseded { by: new, continued_by: vec![moved] });
}

#[test]
fn an_exception_to_several_clauses_may_hold_for_some() {
    let case = permitted();
    let (high, officer) = (case.high, case.officer);
    let mut case = case.permit(high, ExceptionRule::Never);
    let link = case.b.link(Target::Clause(high));
    let case = case.exception(officer, |e| e.to.push(link));
    let effective = case.on("2011-07-01");
    assert_eq!(effective.set.exceptions[0].covers, case.b.model.clause(case.low).statements);
    assert_eq!(effective.refused[0].problem, Problem::Forbidden { by: Some(high) });
}

#[test]
fn a_reference_without_a_date_means_the_edition_that_binds() {
    let mut case = permitted();
    let officer = case.officer;
    let old = case.b.model.clause(case.low).edition;
    let new = case.b.edition("low@2011-01-01");
    case.b.supersedes(new, old);
    let same = case.b.clause(new, "1", 1);
    case.b.rule(same, Case::by(officer, None));
    let case = case.exception(officer, |e| {
        // Both links stand for one reference: they have one place.
        let span = e.to[0].span;
        e.to.push(kijun_model::Link { to: Target::Clause(same), span });
    });
    assert_eq!(case.covers("2011-07-01"), ["low@2011-01-01:1#1"]);
    let before = case.b.sound().effective(&case.b.model, date("2009-01-01"), date("2011-07-01"), None).0;
    assert_eq!(before.refused.len(), 1);
    assert_eq!(before.refused[0].problem, Problem::NotInForce { edition: new });
}
