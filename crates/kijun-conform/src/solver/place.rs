//! Places in evidence that is sought: the subject, its fields, elements of its lists, and other subjects.

use kijun_model::{KindId, Model, Type};
use rustc_hash::FxHashMap;

/// A place by its number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct PlaceId(pub(crate) u32);

/// How a place is reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Step {
    /// The subject that is sought.
    Subject,
    /// A field of a record or subject.
    Field(PlaceId, u32),
    /// An element of a pool, by its number there.
    Element(Pool, u32),
}

/// What elements come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Pool {
    /// A list, or a map's values.
    List(PlaceId),
    /// The subjects of a kind that are not the one sought.
    Kind(KindId),
}

/// Everything that may be in the evidence, as far as anything asks for it.
#[derive(Debug)]
pub(crate) struct Places<'a> {
    model: &'a Model,
    places: Vec<(Step, Type)>,
    known: FxHashMap<Step, PlaceId>,
    sizes: FxHashMap<Pool, u32>,
    /// Pools that have elements, in the order in which they got them.
    pub(crate) pools: Vec<Pool>,
}

/// The place of the subject that is sought.
pub(crate) const SOUGHT: PlaceId = PlaceId(0);

impl<'a> Places<'a> {
    pub(crate) fn new(model: &'a Model, kind: KindId) -> Places<'a> {
        let mut places = Places {
            model,
            places: Vec::new(),
            known: FxHashMap::default(),
            sizes: FxHashMap::default(),
            pools: Vec::new(),
        };
        places.add(Step::Subject, Type::Subject(kind));
        places
    }

    fn add(&mut self, step: Step, ty: Type) -> PlaceId {
        if let Some(place) = self.known.get(&step) {
            return *place;
        }
        let place = PlaceId(u32::try_from(self.places.len()).unwrap_or(u32::MAX));
        self.places.push((step, ty));
        self.known.insert(step, place);
        place
    }

    pub(crate) fn all(&self) -> impl Iterator<Item = PlaceId> {
        (0..self.places.len()).map(|i| PlaceId(u32::try_from(i).unwrap_or(u32::MAX)))
    }

    pub(crate) fn step(&self, place: PlaceId) -> Step {
        self.places[place.0 as usize].0
    }

    /// Its type, `Optional` where it may rightly be absent.
    pub(crate) fn ty(&self, place: PlaceId) -> &Type {
        &self.places[place.0 as usize].1
    }

    /// A field of a record or subject; `None` of anything else.
    pub(crate) fn field(&mut self, of: PlaceId, field: u32) -> Option<PlaceId> {
        let fields = match self.ty(of).required() {
            Type::Record(id) => &self.model.record(*id).fields,
            Type::Subject(id) => &self.model.kind(*id).fields,
            _ => return None,
        };
        let ty = fields.get(field as usize)?.ty.clone();
        Some(self.add(Step::Field(of, field), ty))
    }

    /// Whether anything asks for a field of a record or kind, wherever one stands.
    pub(crate) fn asks_for(&self, owner: &Type, field: usize) -> bool {
        self.places.iter().any(|(step, _)| match step {
            Step::Field(of, index) => *index as usize == field && self.ty(*of).required() == owner,
            Step::Subject | Step::Element(..) => false,
        })
    }

    /// One more element of a pool.
    pub(crate) fn element(&mut self, pool: Pool) -> PlaceId {
        let number = self.size(pool);
        if number == 0 {
            self.pools.push(pool);
        }
        self.sizes.insert(pool, number + 1);
        let ty = match pool {
            Pool::Kind(kind) => Type::Subject(kind),
            Pool::List(list) => match self.ty(list).required() {
                Type::List(element) | Type::Map(element) => (**element).clone(),
                other => other.clone(),
            },
        };
        self.add(Step::Element(pool, number), ty)
    }

    /// Whether a pool is a list in an element, however deep.
    pub(crate) fn is_below(&self, pool: Pool, element: PlaceId) -> bool {
        let Pool::List(list) = pool else { return false };
        let way = std::iter::successors(Some(list), |&place| match self.step(place) {
            Step::Field(of, _) => Some(of),
            Step::Element(Pool::List(list), _) => Some(list),
            Step::Element(Pool::Kind(_), _) | Step::Subject => None,
        });
        way.into_iter().any(|place| place == element)
    }

    /// How many elements a pool has been given.
    pub(crate) fn size(&self, pool: Pool) -> u32 {
        self.sizes.get(&pool).copied().unwrap_or(0)
    }

    /// An element that a pool has been given.
    pub(crate) fn element_at(&self, pool: Pool, number: u32) -> Option<PlaceId> {
        self.known.get(&Step::Element(pool, number)).copied()
    }

    /// The optional places on the way to a place, itself included.
    pub(crate) fn optional_on_way(&self, place: PlaceId) -> Vec<PlaceId> {
        let way = std::iter::successors(Some(place), |&p| match self.step(p) {
            Step::Field(of, _) => Some(of),
            Step::Subject | Step::Element(..) => None,
        });
        way.filter(|&p| self.ty(p).is_optional()).collect()
    }
}
