//! What became of the findings of the first year in the second, case by case as the fixture's README has them.

use std::collections::BTreeMap;
use std::fs;

use kijun_findings::{Followed, Reason, RunRecord, Status, follow_up, from_json, to_json};

use crate::{YEARS, audit, folder};

fn records() -> [RunRecord; 2] {
    YEARS.map(|year| audit(&folder(year), 2).record)
}

/// By the subject's key and the place in the document.
fn followed() -> BTreeMap<(String, String), Followed> {
    let [old, new] = records();
    let findings = follow_up(&old, &new).findings;
    let about = |f: &Followed| f.subject.as_ref().map_or(String::new(), |subject| subject.key.clone());
    let place = |f: &Followed| f.provision.split(':').next_back().unwrap_or_default().to_owned();
    findings.into_iter().map(|f| ((about(&f), place(&f)), f)).collect()
}

#[test]
fn each_system_came_to_what_the_readme_says() {
    let followed = followed();
    let became = |key: &str, place: &str| {
        let one = followed.get(&(key.to_owned(), place.to_owned()));
        one.map(|f| (f.status, f.reason)).unwrap_or_else(|| panic!("{key} {place}"))
    };
    let fixed = [
        ("web-jinken-01", "1.1#min_length"),
        ("web-koan-01", "2.2#weak"),
        ("web-soken-01", "2.1#inspected"),
        ("nw-kyo-01", "3.1#encrypted"),
        ("srv-ken-01", "5.1.3#shared"),
        ("lan-hogo-01", "1.4#patched"),
        ("lan-nyukan-02", "1.2#privileged"),
        ("lan-log-01", "3.1.1#registered"),
        ("srv-hom-01", "1.1#min_length"),
        ("lan-chizu-01", "1.4#patched"),
        ("srv-hog-01", "5.2.3#definitions"),
        ("K-06", "2.6.1#reviewed"),
    ];
    for (key, place) in fixed {
        assert_eq!(became(key, place), (Status::Fixed, None), "{key}");
    }
    assert_eq!(became("lan-kyosei-01", "1.1#min_length"), (Status::Persisting, None));
    assert_eq!(became("srv-kei-01", "1.1#min_length"), (Status::Persisting, None));
    let gone = (Status::LostFromSight, Some(Reason::SubjectGone));
    assert_eq!(became("lan-file-02", "5.6.1#recent"), gone);
}

#[test]
fn what_reaches_further_or_less_far_is_told() {
    let followed = followed();
    let tiers = |key: &str, place: &str| {
        let one = &followed[&(key.to_owned(), place.to_owned())];
        let now = one.now.as_ref().unwrap();
        [&one.altitude, &now.altitude].map(|altitude| altitude.as_ref().unwrap().tier.to_string())
    };
    assert_eq!(tiers("srv-kei-01", "1.1#min_length"), ["government", "ministry"]);
    assert_eq!(tiers("srv-nyu-01", "1.4#patched"), ["ministry", "government"]);
}

#[test]
fn every_finding_of_the_first_year_ends_once() {
    let [old, new] = records();
    let followed = follow_up(&old, &new);
    assert_eq!(followed.figures.total(), old.findings.len() as u64);
    assert!(followed.doubts.is_empty(), "{:?}", followed.doubts);
    if let Some(told) = new.follow_up {
        assert_eq!((told.figures, told.findings), (followed.figures, followed.findings));
    }
}

/// The record of the year before that a year's folder holds is what an audit of that year gives. `KIJUN_UPDATE=1` writes it
/// anew.
#[test]
fn a_kept_record_of_the_year_before_is_what_its_audit_gives() {
    for [before, year] in YEARS.windows(2).filter_map(|pair| <[&str; 2]>::try_from(pair).ok()) {
        let path = folder(year).join(format!("previous/{before}.json"));
        let Ok(kept) = fs::read_to_string(&path) else { continue };
        let fresh = to_json(&audit(&folder(before), 2).record).unwrap();
        if std::env::var_os("KIJUN_UPDATE").is_some() {
            fs::write(&path, fresh).unwrap();
            continue;
        }
        assert!(from_json(&kept).is_ok(), "{} is no run record", path.display());
        let same = kept.replace("\r\n", "\n") == fresh;
        assert!(same, "previous/{before}.json of {year} is stale: KIJUN_UPDATE=1 writes it anew");
    }
}
