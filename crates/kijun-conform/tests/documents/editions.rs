//! Two editions beside each other, as text: each provision that is not the same, with what became of it.

use jiff::civil::Date;
use kijun_conform::{
    EditionDiff, Identity, Judged, Limits, Provision, Resembles, Rewording, Solver, Verdict, Wording,
    editions,
};
use kijun_diag::{Catalogue, Lang};
use kijun_model::{ClauseId, EditionId, Model};
use kijun_standards::cite_edition;
use kijun_testkit::Rules;
use kijun_testkit::literate::Block;

use crate::compared::days;

/// What an `editions old=A new=B` block comes to; several editions of one side are joined by commas.
pub(crate) fn told(rules: &Rules, block: &Block) -> String {
    let side = |name: &str| named(&rules.model, block.attribute(name).unwrap());
    let diff = between(rules, &side("old"), &side("new"));
    let mut out = format!("unchanged {}\n", diff.unchanged);
    for provision in &diff.provisions {
        out += &provision_line(&rules.model, provision);
        for (mark, judged) in sides(provision) {
            out += &format!("  {mark} {}: {}\n", rules.model.cite(judged.statement), gaps(judged));
        }
        for change in &provision.heads {
            out += &format!("  {:?}: {:?}\n", change.head, change.way);
        }
        for wording in &provision.wordings {
            out += &format!("  {:?}: {}\n", wording.field, pieces(wording));
        }
        for mark in &provision.marks {
            out += &format!("  {mark:?}\n");
        }
        if provision.section.is_some() {
            out += "  in another section\n";
        }
        if let Some(hint) = &provision.hint {
            let what = if hint.resembles == Resembles::Whole { "" } else { "a part of " };
            out += &format!("  perhaps {what}{} ({} %)\n", number(&rules.model, hint.clause), hint.percent);
        }
    }
    out
}

/// The case of `case lost=STATEMENT` or `case gained=STATEMENT`.
pub(crate) fn case(rules: &Rules, block: &Block) -> String {
    let side = |name: &str| named(&rules.model, block.attribute(name).unwrap());
    let diff = between(rules, &side("old"), &side("new"));
    let cited = block.attribute("lost").or(block.attribute("gained")).unwrap();
    let mut all = diff.provisions.iter().flat_map(|p| p.movement.lost.iter().chain(&p.movement.gained));
    let judged = all.find(|judged| rules.model.cite(judged.statement) == cited).unwrap();
    let case = judged.gaps().iter().find_map(|gap| gap.case.clone()).unwrap();
    kijun_conform::yaml(&rules.model, &case, &Catalogue::new(Lang::En))
}

pub(crate) fn between(rules: &Rules, old: &[EditionId], new: &[EditionId]) -> EditionDiff {
    let model = &rules.model;
    let day = new.iter().chain(old).map(|&e| model.edition(e).from).max().unwrap_or(Date::MIN);
    let set = rules.standards.effective(model, day, day, None).0.set;
    let days = days(day);
    let solver = Solver { model, parameters: &set.parameters, days: &days, limits: Limits::default() };
    editions(&solver, &rules.standards, old, new)
}

pub(crate) fn named(model: &Model, names: &str) -> Vec<EditionId> {
    let all = || (0..model.editions.len()).map(EditionId::from_index);
    let one =
        |name: &str| all().find(|&e| cite_edition(model, e) == name).unwrap_or_else(|| panic!("no {name}"));
    names.split(',').map(one).collect()
}

fn provision_line(model: &Model, provision: &Provision) -> String {
    let [before, after] = [&provision.before, &provision.after]
        .map(|clauses| clauses.iter().map(|&c| number(model, c)).collect::<Vec<_>>().join(", "));
    let known = match provision.identity.is_continued() {
        true => format!(" by {:?}", provision.known),
        false => String::new(),
    };
    format!("{before} → {after}: {:?}{known}, {:?}\n", provision.identity, provision.substance)
}

fn number(model: &Model, clause: ClauseId) -> String {
    model.clause(clause).number.to_string()
}

fn sides(provision: &Provision) -> impl Iterator<Item = (char, &Judged)> {
    let shown = !matches!(provision.identity, Identity::New | Identity::Repealed);
    let lost = provision.movement.lost.iter().map(|judged| ('-', judged));
    lost.chain(provision.movement.gained.iter().map(|judged| ('+', judged))).filter(move |_| shown)
}

fn gaps(judged: &Judged) -> String {
    let dimensions: Vec<String> =
        judged.dimensions().iter().map(|dimension| format!("{dimension:?}").to_lowercase()).collect();
    match &judged.verdict {
        Verdict::Undecided(_) => "undecided".to_owned(),
        Verdict::Permission => "permission".to_owned(),
        _ => dimensions.join(", "),
    }
}

fn pieces(wording: &Wording) -> String {
    let piece = |segment: &kijun_conform::Segment| {
        let text = segment.text.replace('\n', " ");
        match segment.rewording {
            Rewording::Kept => text,
            Rewording::Gone => format!("[-{text}-]"),
            Rewording::Come => format!("{{+{text}+}}"),
        }
    };
    wording.segments.iter().map(piece).collect()
}
