//! Unknowns of which some are the same and some must differ, whatever their sort.
//!
//! Unknowns that are the same form a class, which takes one value. A sort says which values a class may take; here they are
//! chosen so that classes differ where they must, and the literals are found that stand in the way.

use std::collections::BTreeSet;

use crate::effort::{Effort, Exhausted};
use crate::theory::Solved;

/// A sort of values, and what can be said of them.
pub(crate) trait Sort {
    /// What can be said.
    type Literal;
    /// A value.
    type Value: Clone + PartialEq;

    /// The unknown of which a literal speaks, and the other if it says that two are the same.
    fn unknowns(literal: &Self::Literal) -> (u32, Option<u32>);

    /// The best `n` values, all different, for one unknown of which literals hold or do not; fewer only where there are no
    /// more.
    fn values(
        &self,
        literals: &[&(Self::Literal, bool)],
        n: usize,
        effort: &mut Effort,
    ) -> Result<Vec<Self::Value>, Exhausted>;
}

/// Whether literals, each with whether it holds, hold together; then a value for each unknown.
pub(crate) fn solve<S: Sort>(
    sort: &S,
    n_vars: usize,
    literals: &[(S::Literal, bool)],
    effort: &mut Effort,
) -> Solved<Vec<S::Value>> {
    let question = Question { sort, n_vars, literals };
    match question.decide(&(0..literals.len()).collect::<Vec<_>>(), effort) {
        Ok(Ok(values)) => Solved::Yes(values),
        Ok(Err(clash)) => Solved::No(question.narrow(clash, effort)),
        Err(Exhausted) => Solved::TooHard,
    }
}

struct Question<'a, S: Sort> {
    sort: &'a S,
    n_vars: usize,
    literals: &'a [(S::Literal, bool)],
}

/// What was found, or what stands in the way; unless no step was left.
type Told<T, E> = Result<Result<T, E>, Exhausted>;

/// The literals of a question by the classes that they speak of.
struct Classes {
    /// The class of each unknown.
    of: Vec<usize>,
    /// For each class, the literals that make it one.
    same: Vec<Vec<usize>>,
    /// For each class, the other literals about it alone.
    alone: Vec<Vec<usize>>,
    /// Literals by which two classes differ. The two may be one and the same.
    differ: Vec<(usize, usize, usize)>,
}

impl<S: Sort> Question<'_, S> {
    /// A value for each unknown of which the literals at some places hold, or which of these clash.
    fn decide(&self, places: &[usize], effort: &mut Effort) -> Told<Vec<S::Value>, Vec<usize>> {
        let classes = self.classes(places);
        if let Some((class, _, literal)) = classes.differ.iter().find(|(a, b, _)| a == b) {
            let chain = classes.same[*class].iter().copied();
            return Ok(Err(chain.chain([*literal]).collect()));
        }
        let neighbours = classes.neighbours();
        let values = match self.values(&classes, &neighbours, effort)? {
            Ok(values) => values,
            Err(class) => return Ok(Err(classes.about(&BTreeSet::from([class])))),
        };
        let chosen = Choice { values: &values, neighbours: &neighbours }.choose(effort)?;
        let value =
            |of: &usize| chosen.as_ref().ok().and_then(|chosen| values[*of].get(chosen[*of]).cloned());
        Ok(match classes.of.iter().map(value).collect() {
            Some(values) => Ok(values),
            None => Err(classes.about(&chosen.err().unwrap_or_default())),
        })
    }

    /// Values for each class, or a class for which there is none.
    ///
    /// A class that can be one thing more than it has neighbours can always differ from them all: more is not asked for.
    fn values(
        &self,
        classes: &Classes,
        neighbours: &[BTreeSet<usize>],
        effort: &mut Effort,
    ) -> Told<Vec<Vec<S::Value>>, usize> {
        let silent = classes.alone.iter().zip(neighbours).filter(|(places, _)| places.is_empty());
        let most = silent.map(|(_, neighbours)| neighbours.len() + 1).max();
        let plain = most.map_or(Ok(Vec::new()), |most| self.sort.values(&[], most, effort))?;
        let mut values = Vec::new();
        for (class, places) in classes.alone.iter().enumerate() {
            let n = neighbours[class].len() + 1;
            let literals: Vec<_> = places.iter().map(|place| &self.literals[*place]).collect();
            let found = match literals.is_empty() {
                true => plain.iter().take(n).cloned().collect(),
                false => self.sort.values(&literals, n, effort)?,
            };
            if found.is_empty() {
                return Ok(Err(class));
            }
            values.push(found);
        }
        Ok(Ok(values))
    }

    fn classes(&self, places: &[usize]) -> Classes {
        let pairs = places.iter().filter_map(|place| {
            let (literal, holds) = &self.literals[*place];
            let (a, b) = S::unknowns(literal);
            Some((*place, a as usize, b? as usize, *holds))
        });
        let mut union = Union((0..self.n_vars).collect());
        pairs.clone().filter(|pair| pair.3).for_each(|(_, a, b, _)| union.join(a, b));
        let (of, n) = union.numbered();
        let mut classes =
            Classes { of, same: vec![Vec::new(); n], alone: vec![Vec::new(); n], differ: Vec::new() };
        for (place, a, b, same) in pairs {
            let (a, b) = (classes.of[a], classes.of[b]);
            match same {
                true => classes.same[a].push(place),
                false => classes.differ.push((a, b, place)),
            }
        }
        for place in places {
            if let (var, None) = S::unknowns(&self.literals[*place].0) {
                classes.alone[classes.of[var as usize]].push(*place);
            }
        }
        classes
    }

    /// Leaves out of literals that clash what is not needed for it: in halves, in quarters, at last one by one.
    fn narrow(&self, mut clash: Vec<usize>, effort: &mut Effort) -> Vec<usize> {
        let mut size = clash.len().div_ceil(2);
        while size > 0 {
            let mut at = 0;
            while at < clash.len() {
                let end = clash.len().min(at + size);
                let rest = [&clash[..at], &clash[end..]].concat();
                match self.decide(&rest, effort) {
                    Ok(Err(_)) => clash = rest,
                    Ok(Ok(_)) => at = end,
                    // What is left clashes all the same.
                    Err(Exhausted) => at = clash.len(),
                }
            }
            size /= 2;
        }
        clash.sort_unstable();
        clash
    }
}

impl Classes {
    fn neighbours(&self) -> Vec<BTreeSet<usize>> {
        let mut neighbours = vec![BTreeSet::new(); self.same.len()];
        for (a, b, _) in &self.differ {
            neighbours[*a].insert(*b);
            neighbours[*b].insert(*a);
        }
        neighbours
    }

    /// The literals that speak of some classes and of no other.
    fn about(&self, classes: &BTreeSet<usize>) -> Vec<usize> {
        let own = classes.iter().flat_map(|class| self.same[*class].iter().chain(&self.alone[*class]));
        let between = self.differ.iter().filter(|(a, b, _)| classes.contains(a) && classes.contains(b));
        own.copied().chain(between.map(|(_, _, place)| *place)).collect()
    }
}

/// Sets that grow together; each is known by its least member.
struct Union(Vec<usize>);

impl Union {
    fn find(&mut self, mut at: usize) -> usize {
        while self.0[at] != at {
            self.0[at] = self.0[self.0[at]];
            at = self.0[at];
        }
        at
    }

    fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.find(a), self.find(b));
        self.0[a.max(b)] = a.min(b);
    }

    /// The number of the set of each, in the order of first members, and how many sets there are.
    fn numbered(mut self) -> (Vec<usize>, usize) {
        let (mut numbers, mut n) = (vec![0; self.0.len()], 0);
        for at in 0..self.0.len() {
            let first = self.find(at);
            numbers[at] = if first == at { n } else { numbers[first] };
            n += usize::from(first == at);
        }
        (numbers, n)
    }
}

/// One of some values for each class, different for neighbours.
struct Choice<'a, V> {
    values: &'a [Vec<V>],
    neighbours: &'a [BTreeSet<usize>],
}

impl<V: PartialEq> Choice<'_, V> {
    /// The place of the value of each class, or the classes for which there is no choice.
    fn choose(&self, effort: &mut Effort) -> Told<Vec<usize>, BTreeSet<usize>> {
        let (easy, hard) = self.order();
        let mut by_few: Vec<usize> = hard.iter().copied().collect();
        by_few.sort_by_key(|class| self.values[*class].len());
        let mut chosen = vec![None; self.values.len()];
        if !self.search(&by_few, &mut chosen, effort)? {
            return Ok(Err(hard));
        }
        for class in easy.into_iter().rev() {
            let first = self.free(class, &chosen).next();
            chosen[class] = first;
        }
        Ok(Ok(chosen.into_iter().flatten().collect()))
    }

    /// Classes that have more values than neighbours among those that come after them, in an order in which that is so; and
    /// the rest. The easy ones are chosen last, and backwards: something is always left for them.
    fn order(&self) -> (Vec<usize>, BTreeSet<usize>) {
        let mut easy = Vec::new();
        let mut hard: BTreeSet<usize> = (0..self.values.len()).collect();
        loop {
            let before = easy.len();
            for class in (0..self.values.len()).rev() {
                let n_left = self.neighbours[class].intersection(&hard).count();
                if hard.contains(&class) && self.values[class].len() > n_left {
                    hard.remove(&class);
                    easy.push(class);
                }
            }
            if easy.len() == before {
                return (easy, hard);
            }
        }
    }

    /// Chooses for some classes, one after the other, and takes back what leads nowhere.
    fn search(
        &self,
        classes: &[usize],
        chosen: &mut [Option<usize>],
        effort: &mut Effort,
    ) -> Result<bool, Exhausted> {
        let Some((class, rest)) = classes.split_first() else { return Ok(true) };
        for value in self.free(*class, chosen).collect::<Vec<_>>() {
            effort.spend(1)?;
            chosen[*class] = Some(value);
            if self.search(rest, chosen, effort)? {
                return Ok(true);
            }
        }
        chosen[*class] = None;
        Ok(false)
    }

    /// The places of the values of a class that no neighbour has.
    fn free(&self, class: usize, chosen: &[Option<usize>]) -> impl Iterator<Item = usize> {
        let taken = |neighbour: &usize| chosen[*neighbour].map(|place| &self.values[*neighbour][place]);
        let taken: Vec<&V> = self.neighbours[class].iter().filter_map(taken).collect();
        let values = self.values[class].iter().enumerate();
        values.filter(move |(_, value)| !taken.contains(value)).map(|(place, _)| place)
    }
}
