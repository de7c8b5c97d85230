//! Whose choice of a parameter holds.

use kijun_model::{
    Comparison, Constraint, Duration, EditionId, ExprKind, Parameter, ParameterId, Setting, Titles, Type,
    Value,
};

use super::builder::{Builder, date, words};

fn months(months: i64) -> Value {
    Value::Duration(Duration { months, seconds: 0 })
}

/// A choice of the parameter `review_interval`, at most a year, of the first edition.
pub(crate) fn setting(b: &mut Builder, edition: Option<EditionId>, n_months: i64) -> Setting {
    if b.model.parameters.is_empty() {
        let span = b.span();
        b.model.parameters.push(Parameter {
            name: "review_interval".into(),
            edition: Some(EditionId(0)),
            ty: Type::Duration,
            constraints: vec![Constraint::Compare(Comparison::Le, months(12))],
            titles: Titles::default(),
            span,
        });
    }
    let setting = Setting { edition, parameter: ParameterId(0), value: months(n_months), span: b.span() };
    b.model.settings.push(setting.clone());
    setting
}

/// A government's document and a ministry's, and a clause that uses the parameter.
fn documents() -> (Builder, EditionId, EditionId) {
    let mut b = Builder::new();
    let (top, low) = (b.edition("top@2010-01-01"), b.edition("low@2010-01-01"));
    b.conforms(low, top);
    let clause = b.clause(top, "1", 1);
    let statement = b.model.clause(clause).statements[0];
    b.model.statements[statement.index()].requirement.kind = ExprKind::Parameter(ParameterId(0));
    (b, top, low)
}

fn values(b: &Builder) -> (Option<Value>, Vec<String>) {
    let (effective, found) = b.sound().effective(&b.model, date("2011-01-01"), date("2011-01-01"), None);
    (effective.set.parameters.get(&ParameterId(0)).cloned(), words(&found))
}

#[test]
fn the_lowest_documents_choice_wins_and_the_projects_own_is_lowest() {
    let (mut b, top, low) = documents();
    setting(&mut b, Some(low), 6);
    setting(&mut b, Some(top), 12);
    assert_eq!(values(&b), (Some(months(6)), vec![]));
    setting(&mut b, None, 3);
    assert_eq!(values(&b), (Some(months(3)), vec![]));
}

#[test]
fn two_choices_of_one_level_must_be_the_same_value() {
    let (mut b, _, low) = documents();
    setting(&mut b, Some(low), 12);
    b.model.settings.push(b.model.settings[0].clone());
    assert_eq!(values(&b).1, Vec::<String>::new());
    setting(&mut b, Some(low), 6);
    assert_eq!(
        values(&b).1,
        ["graph/settings-differ: `$review_interval` is set to two different values on the same level"]
    );
}

#[test]
fn a_choice_outside_the_range_is_no_value() {
    let (mut b, top, low) = documents();
    setting(&mut b, Some(top), 12);
    setting(&mut b, Some(low), 13);
    // That a lower document chooses what the higher one does not allow is told where the two are compared.
    assert_eq!(values(&b), (None, vec![]));
}

#[test]
fn a_choice_outside_the_range_by_the_project_or_by_the_document_itself_is_told() {
    let told = "graph/setting-out-of-range: the value of `$review_interval` is outside its range".to_owned();
    for own in [None, Some(EditionId(0))] {
        let (mut b, ..) = documents();
        setting(&mut b, own, 13);
        assert_eq!(values(&b), (None, vec![told.clone()]));
    }
}

#[test]
fn a_parameter_left_to_a_document_below_is_not_told_here() {
    let (b, ..) = {
        let (mut b, top, low) = documents();
        setting(&mut b, Some(low), 6);
        b.model.settings.clear();
        (b, top, low)
    };
    assert_eq!(values(&b), (None, vec![]));
}

#[test]
fn a_parameter_that_is_used_and_not_set_is_told_and_a_document_not_in_force_does_not_set_it() {
    let (mut b, _, low) = documents();
    setting(&mut b, Some(low), 6);
    b.model.editions[low.index()].from = date("2012-01-01");
    assert_eq!(
        values(&b),
        (None, vec!["graph/parameter-unset: nobody has set `$review_interval`".to_owned()])
    );
}
