//! What of the rules made a finding change: the least of what differs between the older and the newer rules that, put into the older
//! ones, makes the matter stand as by the newer.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use kijun_findings::{Cause, Change, Factors, RuleEvent, SubjectRef};

use super::aspects::Forms;
use super::differing::Differing;
use super::mixtures::{Mixtures, Trial};
use super::opened::{Evidence, Opened, Wanted};
use super::standing::lineages;
use super::terms::settings;
use crate::diff::worlds::Worlds;
use crate::sheets::Sheet;

/// The rules of two worlds that differ in nothing else.
pub(super) struct Rules<'a> {
    pub(super) worlds: &'a Worlds<'a>,
    /// What the newer world takes from the newer run.
    pub(super) taken: &'a Factors,
    pub(super) old: &'a Opened<'a>,
    pub(super) new: &'a Opened<'a>,
    /// The subjects of the changes under question, by the lineage of these.
    pub(super) wanted: BTreeMap<&'a str, Wanted>,
    /// The mixtures for the last change: the next one is often about the same statement.
    pub(super) last: RefCell<Option<Rc<Mixtures<'a>>>>,
}

impl<'a> Rules<'a> {
    /// What made a matter change. `evidence`: that of the newer world, and the subject that was judged.
    pub(super) fn causes(&self, change: &Change, evidence: Option<(&Evidence, &SubjectRef)>) -> Vec<Cause> {
        let find = |opened: &'a Opened<'a>| {
            lineages(change)
                .find_map(|lineage| opened.statement(lineage))
                .map(|index| &opened.cx.sheets[index])
        };
        match (find(self.old), find(self.new)) {
            (Some(old), Some(new)) => self.between(old, new, change, evidence),
            (None, Some(new)) => vec![self.began(new)],
            (Some(old), None) => vec![self.ended(old)],
            (None, None) => Vec::new(),
        }
    }

    /// A statement of the newer rules alone. One that was split from an older one is that one, changed.
    fn began(&self, new: &Sheet) -> Cause {
        let from = |sheet: &&Sheet| is_part_of(&new.lineage, &sheet.lineage);
        match self.old.cx.sheets.iter().find(from) {
            Some(old) => self.continued(old, new),
            None => rule(RuleEvent::Issued, None, Some(new), Vec::new()),
        }
    }

    fn ended(&self, old: &Sheet) -> Cause {
        let into = |sheet: &&Sheet| is_part_of(&sheet.lineage, &old.lineage);
        match self.new.cx.sheets.iter().find(into) {
            Some(new) => self.continued(old, new),
            None => rule(RuleEvent::Repealed, Some(old), None, Vec::new()),
        }
    }

    /// A statement in all that is different of it; `None` if nothing is.
    pub(super) fn changed(&self, old: &Sheet, new: &Sheet) -> Option<Cause> {
        let cause = self.continued(old, new);
        let nothing = matches!(&cause, Cause::Rule { dimensions, .. } if dimensions.is_empty());
        (!nothing).then_some(cause)
    }

    fn continued(&self, old: &Sheet, new: &Sheet) -> Cause {
        let forms = self.forms(old, new);
        let told = |forms: &Forms<'_>| {
            let told = forms.differing().into_iter();
            told.map(|aspect| forms.told(aspect, &self.new.loaded.sources)).collect()
        };
        let dimensions = forms.as_ref().map(told).unwrap_or_default();
        rule(RuleEvent::Changed, Some(old), Some(new), dimensions)
    }

    pub(super) fn forms(&self, old: &Sheet, new: &Sheet) -> Option<Forms<'a>> {
        let span = |opened: &Opened<'_>, sheet: &Sheet| opened.model().statement(sheet.statement).span;
        let [was, is] = self.worlds.trees();
        Forms::find((was, span(self.old, old)), (is, span(self.new, new)))
    }

    fn between(
        &self,
        old: &'a Sheet,
        new: &'a Sheet,
        change: &Change,
        evidence: Option<(&Evidence, &SubjectRef)>,
    ) -> Vec<Cause> {
        let mixtures = self.mixtures(old, new, change);
        let differing = &mixtures.differing;
        let pieces = differing.pieces();
        let certain = pieces.len() == 1 && differing.alone.is_empty();
        let chosen = match evidence {
            Some((evidence, subject)) if !certain => Trial::of(self, &mixtures, change, (evidence, subject))
                .and_then(|mut trial| trial.least(&pieces)),
            _ => Some(pieces.clone()),
        };
        let tell = |pieces: &[_]| differing.tell(pieces, self);
        // Where all that can be exchanged makes no difference, the matter turns on what cannot.
        match chosen {
            Some(chosen) if !chosen.is_empty() => tell(&chosen),
            Some(_) if !differing.alone.is_empty() => differing.alone.clone(),
            Some(_) => self.moved(old, new),
            None => tell(&pieces).into_iter().chain(differing.alone.iter().cloned()).collect(),
        }
    }

    /// The mixtures for a change of a statement.
    fn mixtures(&self, old: &'a Sheet, new: &'a Sheet, change: &Change) -> Rc<Mixtures<'a>> {
        let last = self.last.borrow().clone();
        if let Some(last) = last.filter(|last| last.is_for(old, new, &change.lineage)) {
            return last;
        }
        let wanted = self.wanted.get(&*change.lineage).cloned().unwrap_or_default();
        let made = Rc::new(Mixtures::new(Differing::between(self, old, new), &change.lineage, wanted));
        self.last.replace(Some(Rc::clone(&made)));
        made
    }

    /// A statement that says the same: it is cited otherwise, or the manifest lets it bind.
    fn moved(&self, old: &Sheet, new: &Sheet) -> Vec<Cause> {
        if old.citation != new.citation {
            return vec![rule(RuleEvent::Changed, Some(old), Some(new), Vec::new())];
        }
        let [was, is] = [self.old, self.new].map(|opened| opened.loaded.manifest.as_ref());
        let (Some(was), Some(is)) = (was, is) else { return Vec::new() };
        let keys = [("as_of", was.as_of() != is.as_of()), ("standards", was.standards != is.standards)];
        let keys = keys.into_iter().filter(|(_, differs)| *differs);
        keys.map(|(key, _)| settings::cause(self.old, self.new, key)).collect()
    }
}

/// Whether a statement is of a clause that was split from the clause of another.
fn is_part_of(part: &str, whole: &str) -> bool {
    let clause = whole.rsplit_once('#').map_or(whole, |(clause, _)| clause);
    part.strip_prefix(clause).is_some_and(|rest| rest.starts_with('>'))
}

/// Something that happened to a provision.
pub(super) fn rule(
    event: RuleEvent,
    old: Option<&Sheet>,
    new: Option<&Sheet>,
    dimensions: Vec<kijun_findings::DimensionChange>,
) -> Cause {
    Cause::Rule {
        event,
        before: old.map(|sheet| sheet.citation.to_string()),
        after: new.map(|sheet| sheet.citation.to_string()),
        dimensions,
        at_before: old.map(|sheet| (*sheet.rule).clone()),
        at_after: new.map(|sheet| (*sheet.rule).clone()),
    }
}
