//! Kinds whose subjects form a tree: each names the one above it.

use std::sync::Arc;

use kijun_model::{Content, Subject, Value};

use crate::truth::{Doubt, Truth};

/// The subjects of a kind, each with the one above it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Hierarchy {
    /// By key.
    nodes: Vec<Node>,
}

/// A subject in a tree.
#[derive(Clone, Debug)]
struct Node {
    key: Arc<str>,
    /// Its number in the population.
    subject: u32,
    above: Above,
    /// Whether it stands above itself.
    on_circle: bool,
}

/// What stands above a subject.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Above {
    /// Nothing: it is a root.
    Nothing,
    /// Another, by its place.
    Node(u32),
    /// One of which there is no evidence.
    Gone(Arc<str>),
    /// Nobody can tell which.
    Unknown(Doubt),
}

/// Where a walk upwards ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum End {
    /// At what was looked for.
    Met,
    /// At a root.
    Root,
    /// At a link that is missing.
    Broken(Doubt),
    /// Where it began to go round.
    Circle,
}

impl Hierarchy {
    /// The members in a tree through a field, which may rightly be absent of a root. A key that two subjects have is
    /// nobody's: what is above it is unknown.
    pub(crate) fn new<'s>(
        members: impl Iterator<Item = (u32, &'s Subject)>,
        field: u32,
        optional: bool,
    ) -> Hierarchy {
        let mut members: Vec<(u32, &Subject)> = members.collect();
        members.sort_by(|(a, x), (b, y)| (&x.key, a).cmp(&(&y.key, b)));
        let twin = |i: usize| {
            let key = |j: usize| members.get(j).map(|(_, s)| &s.key);
            key(i + 1) == key(i) || i.checked_sub(1).is_some_and(|before| key(before) == key(i))
        };
        let place = |key: &str| members.binary_search_by(|(_, s)| (*s.key).cmp(key)).ok();
        let above = |i: usize, subject: &Subject| match subject.cells.get(field as usize).map(|c| &c.content)
        {
            _ if twin(i) => Above::Unknown(Doubt::Missing),
            Some(Content::Value(Value::Text(key))) => match place(key) {
                Some(place) => Above::Node(u32::try_from(place).unwrap_or(u32::MAX)),
                None => Above::Gone(key.clone()),
            },
            Some(Content::Absent | Content::Null) if optional => Above::Nothing,
            Some(Content::Malformed) => Above::Unknown(Doubt::Malformed),
            _ => Above::Unknown(Doubt::Missing),
        };
        let node = |(i, (number, subject)): (usize, &(u32, &Subject))| Node {
            key: subject.key.clone(),
            subject: *number,
            above: above(i, subject),
            on_circle: false,
        };
        let mut hierarchy = Hierarchy { nodes: members.iter().enumerate().map(node).collect() };
        hierarchy.mark_circles();
        hierarchy
    }

    /// Each node is walked over once: a walk stops where another has been.
    fn mark_circles(&mut self) {
        let mut walked = vec![0_usize; self.nodes.len()];
        for start in 0..self.nodes.len() {
            let mut here = start;
            while walked[here] == 0 {
                walked[here] = start + 1;
                match self.nodes[here].above {
                    Above::Node(next) => here = next as usize,
                    Above::Nothing | Above::Gone(_) | Above::Unknown(_) => break,
                }
            }
            if walked[here] == start + 1 && matches!(self.nodes[here].above, Above::Node(_)) {
                self.mark_circle(here);
            }
        }
    }

    fn mark_circle(&mut self, start: usize) {
        let mut here = start;
        while !self.nodes[here].on_circle {
            self.nodes[here].on_circle = true;
            if let Above::Node(next) = self.nodes[here].above {
                here = next as usize;
            }
        }
    }

    fn find(&self, key: &str) -> Option<usize> {
        let first = self.nodes.partition_point(|node| *node.key < *key);
        self.nodes.get(first).filter(|node| *node.key == *key).map(|_| first)
    }

    /// Whether there is evidence of a key.
    pub(crate) fn contains(&self, key: &str) -> bool {
        self.find(key).is_some()
    }

    /// Whether the first key is the second or stands below it.
    pub(crate) fn under(&self, key: &str, top: &str) -> Truth {
        match self.climb(key, top, |_| {}) {
            End::Met => Truth::True,
            End::Root => Truth::False,
            End::Broken(doubt) => Truth::Unknown(doubt),
            End::Circle => Truth::Unknown(Doubt::Missing),
        }
    }

    /// Goes up from a key until it meets another; shows each subject on the way, by its number.
    pub(crate) fn climb(&self, key: &str, top: &str, mut meet: impl FnMut(u32)) -> End {
        if key == top {
            return End::Met;
        }
        let Some(mut here) = self.find(key) else { return End::Broken(Doubt::Missing) };
        let mut entry = None;
        loop {
            let node = &self.nodes[here];
            if node.on_circle {
                if entry == Some(here) {
                    return End::Circle;
                }
                entry = entry.or(Some(here));
            }
            meet(node.subject);
            if *node.key == *top {
                return End::Met;
            }
            match &node.above {
                Above::Nothing => return End::Root,
                Above::Gone(key) if **key == *top => return End::Met,
                Above::Gone(_) => return End::Broken(Doubt::Missing),
                Above::Unknown(doubt) => return End::Broken(*doubt),
                Above::Node(next) => here = *next as usize,
            }
        }
    }

    /// Whether evidence names everything above a key, up to a root.
    pub(crate) fn is_rooted(&self, key: &str) -> bool {
        let mut here = self.find(key);
        while let Some(node) = here.map(|place| &self.nodes[place]) {
            match node.above {
                _ if node.on_circle => return false,
                Above::Nothing => return true,
                Above::Node(next) => here = Some(next as usize),
                Above::Gone(_) | Above::Unknown(_) => return false,
            }
        }
        false
    }

    /// The key right above another, where evidence names one that leads upwards.
    pub(crate) fn above(&self, key: &str) -> Option<&Arc<str>> {
        let node = &self.nodes[self.find(key)?];
        match node.above {
            Above::Node(next) if !node.on_circle => Some(&self.nodes[next as usize].key),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use kijun_diag::{Place, Sources};
    use kijun_model::{Cell, KindId};

    use super::*;

    fn unit(key: &str, above: &str) -> Subject {
        let file = Sources::default().add_name("units.csv");
        let place = Place { file, line: 1, column: 1, width: 1 };
        let cell = |content| Cell { content, place };
        let text = |text: &str| cell(Content::Value(Value::Text(text.into())));
        let above = if above.is_empty() { cell(Content::Absent) } else { text(above) };
        let cells = [text(key), above].into();
        Subject { kind: KindId(0), key: key.into(), cells, taken_on: None, taken_at: None, place }
    }

    fn tree(pairs: &[(&str, &str)]) -> Hierarchy {
        let units: Vec<Subject> = pairs.iter().map(|(key, above)| unit(key, above)).collect();
        Hierarchy::new((0..).zip(&units), 1, true)
    }

    #[test]
    fn a_walk_ends_at_a_root_at_a_gap_or_where_it_goes_round() {
        let tree =
            tree(&[("a", ""), ("b", "a"), ("c", "b"), ("x", "y"), ("y", "x"), ("z", "x"), ("g", "gone")]);
        assert_eq!(tree.under("c", "a"), Truth::True);
        assert_eq!(tree.under("a", "a"), Truth::True);
        assert_eq!(tree.under("a", "c"), Truth::False);
        assert_eq!(tree.climb("z", "y", |_| {}), End::Met);
        assert_eq!(tree.climb("z", "a", |_| {}), End::Circle);
        assert_eq!(tree.climb("x", "a", |_| {}), End::Circle);
        assert_eq!(tree.climb("g", "a", |_| {}), End::Broken(Doubt::Missing));
        assert_eq!(tree.climb("g", "gone", |_| {}), End::Met);
        assert_eq!(tree.under("nobody", "nobody"), Truth::True);
        assert_eq!(tree.climb("nobody", "a", |_| {}), End::Broken(Doubt::Missing));
        let rooted = ["c", "a", "z", "x", "g", "nobody"].map(|key| tree.is_rooted(key));
        assert_eq!(rooted, [true, true, false, false, false, false]);
        assert_eq!((tree.above("z").map(|k| &**k), tree.above("x")), (Some("x"), None));
    }

    #[test]
    fn a_key_that_two_have_leads_nowhere() {
        let tree = tree(&[("a", ""), ("b", "a"), ("b", "")]);
        assert_eq!(tree.under("b", "a"), Truth::Unknown(Doubt::Missing));
    }
}
