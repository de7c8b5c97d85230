//! A case printed as evidence is evidence: read back, it is the same subject.

#![expect(clippy::unwrap_used, reason = "tests say what went wrong by panicking")]

use std::path::Path;

use kijun_conform::{Case, Mark, yaml};
use kijun_diag::{Catalogue, Lang, Place, Sources};
use kijun_model::{Cell, Content, Field, Model, Subject, Type, Value};
use kijun_testkit::World;
use proptest::prelude::*;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn subjects_of_all_kinds_survive_printing_and_reading(bytes in proptest::collection::vec(any::<u8>(), 0..600)) {
        let (model, subjects) = world(&bytes);
        let case = case(&subjects[0], subjects[1..].to_vec());
        let mut read = read(&model, &yaml(&model, &case, &Catalogue::new(Lang::Ja)), true);
        let mut printed = subjects;
        for list in [&mut read, &mut printed] {
            list.sort_by(|a, b| (a.kind, &a.key).cmp(&(b.kind, &b.key)));
        }
        prop_assert_eq!(read, printed);
    }

    #[test]
    fn one_subject_is_one_record(bytes in proptest::collection::vec(any::<u8>(), 0..200), which in any::<usize>()) {
        let (model, subjects) = world(&bytes);
        let one = &subjects[which % subjects.len()];
        let text = yaml(&model, &case(one, Vec::new()), &Catalogue::new(Lang::En));
        prop_assert_eq!(read(&model, &text, false), std::slice::from_ref(one), "{}", text);
    }
}

/// A world whose evidence has other names than its vocabulary, and that holds nothing evidence could not hold.
fn world(bytes: &[u8]) -> (Model, Vec<Subject>) {
    let World { mut model, mut subjects, .. } = World::new(bytes);
    for record in &mut model.records {
        record.fields.iter_mut().enumerate().for_each(rename);
    }
    for kind in &mut model.kinds {
        kind.fields.iter_mut().enumerate().for_each(rename);
    }
    for subject in &mut subjects {
        let fields = &model.kind(subject.kind).fields;
        for (field, cell) in fields.iter().zip(&mut subject.cells) {
            tidy(&model, &field.ty, cell, false);
            if field.key {
                cell.content = Content::Value(Value::Text(subject.key.clone()));
            }
        }
        subject.taken_on = None;
        blank(subject);
    }
    (model, subjects)
}

fn rename((number, field): (usize, &mut Field)) {
    field.from = match number % 5 {
        1 => vec![format!("項目 {}", field.name).into(), "other".into()],
        2 => vec![format!("outer.inner.{}", field.name).into()],
        // Where a field of this name stands already, this is one name with a dot.
        3 if field.name.as_ref() != "n" => vec![format!("項目 n.{}", field.name).into()],
        _ => Vec::new(),
    };
}

/// What no evidence says: something malformed, an element that is not there, less than no business day.
fn tidy(model: &Model, ty: &Type, cell: &mut Cell, is_element: bool) {
    match (&mut cell.content, ty.required()) {
        (content @ Content::Malformed, _) => *content = Content::Null,
        (content @ Content::Absent, _) if is_element => *content = Content::Null,
        (Content::Value(Value::BusinessDays(n)), _) => *n = n.abs(),
        (Content::Record(cells), Type::Record(id)) => {
            let fields = &model.record(*id).fields;
            fields.iter().zip(cells).for_each(|(field, cell)| tidy(model, &field.ty, cell, false));
        }
        (Content::List(cells), Type::List(ty)) => cells.iter_mut().for_each(|c| tidy(model, ty, c, true)),
        (Content::Map(cells), Type::Map(ty)) => {
            cells.iter_mut().for_each(|(_, c)| tidy(model, ty, c, true));
        }
        _ => {}
    }
}

/// The subject, all of it in one place.
fn blank(subject: &mut Subject) {
    let file = Sources::default().add_name("");
    subject.place = Place { file, line: 1, column: 1, width: 0 };
    subject.cells.iter_mut().for_each(|cell| move_to(subject.place, cell));
}

fn move_to(place: Place, cell: &mut Cell) {
    cell.place = place;
    match &mut cell.content {
        Content::Record(cells) => cells.iter_mut().for_each(|c| move_to(place, c)),
        Content::List(cells) => cells.iter_mut().for_each(|c| move_to(place, c)),
        Content::Map(cells) => cells.iter_mut().for_each(|(_, c)| move_to(place, c)),
        _ => {}
    }
}

fn case(subject: &Subject, others: Vec<Subject>) -> Case {
    let day = jiff::civil::date(2012, 3, 31);
    let mark = |number| Mark { subject: number, path: vec![0], any: true };
    Case {
        subject: subject.clone(),
        marks: (0..=others.len()).map(mark).collect(),
        others,
        today: day,
        period: (day, day),
        absent: Vec::new(),
        outcomes: Vec::new(),
    }
}

/// What the readers of evidence make of the text.
fn read(model: &Model, text: &str, in_lists: bool) -> Vec<Subject> {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("case.yaml"), text).unwrap();
    let kinds =
        model.kinds.iter().filter(|kind| in_lists || text.contains(&format!("kind: {}\n", kind.name)));
    let source = |kind: &kijun_model::Kind| {
        let records = if in_lists { format!(", records: {}", kind.name) } else { String::new() };
        format!("  - {{ kind: {}, files: case.yaml{records} }}\n", kind.name)
    };
    let evidence: String = kinds.map(source).collect();
    subjects(model, folder.path(), &evidence, text)
}

fn subjects(model: &Model, folder: &Path, evidence: &str, text: &str) -> Vec<Subject> {
    let manifest = format!(
        "kijun: 1\nproject: p\nperiod: {{ start: 2011-04-01, end: 2012-03-31 }}\nrules: []\nevidence:\n{evidence}"
    );
    let mut sources = Sources::default();
    let file = sources.add("kijun.yaml", manifest.as_str());
    let (manifest, wrong) = kijun_evidence::read_manifest(file, &manifest);
    assert!(wrong.is_empty(), "{wrong:?}");
    let (plan, wrong) = kijun_evidence::plan(model, &manifest.unwrap());
    assert!(wrong.is_empty(), "{wrong:?}");
    let mut found = Vec::new();
    let reading = kijun_evidence::read(model, &plan, folder, &mut sources, &mut |s| found.push(s));
    assert!(reading.diagnostics.is_empty(), "{:?}\n{text}", reading.diagnostics);
    assert!(reading.unread_names.is_empty(), "{:?}\n{text}", reading.unread_names);
    found.iter_mut().for_each(blank);
    found
}
