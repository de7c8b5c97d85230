//! Lists that a template fills; what is added is taken as it is then, so that no list ever stands inside itself.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use minijinja::value::{Enumerator, Object, ObjectRepr, ValueKind};
use minijinja::{Error, ErrorKind, State, Value};

/// Lists inside lists. Tables need two.
const DEEPEST: usize = 16;

/// Values that one rendering may look at while it fills lists; lists of lists of the same list would be without end.
const MOST: u64 = 20_000_000;

/// What filling lists has cost so far.
#[derive(Clone, Debug, Default)]
pub(super) struct Work(Arc<AtomicU64>);

/// A list with nothing in it.
pub(super) fn empty(work: &Work) -> Value {
    Value::from_object(Gather { values: Mutex::default(), work: work.clone() })
}

/// A list that a template fills: `{% do rows.add([…]) %}`.
#[derive(Debug)]
struct Gather {
    values: Mutex<Vec<Value>>,
    work: Work,
}

impl Gather {
    fn all(&self) -> MutexGuard<'_, Vec<Value>> {
        self.values.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Object for Gather {
    fn repr(self: &Arc<Self>) -> ObjectRepr {
        ObjectRepr::Seq
    }

    fn get_value(self: &Arc<Self>, key: &Value) -> Option<Value> {
        self.all().get(key.as_usize()?).cloned()
    }

    fn enumerate(self: &Arc<Self>) -> Enumerator {
        Enumerator::Seq(self.all().len())
    }

    fn call_method(
        self: &Arc<Self>,
        _: &mut State<'_, '_>,
        method: &str,
        args: &[Value],
    ) -> Result<Value, Error> {
        match (method, args) {
            ("add", [value]) => {
                let value = self.work.taken(value, 1)?;
                self.all().push(value);
                Ok(Value::from(()))
            }
            _ => Err(Error::new(ErrorKind::UnknownMethod, method.to_owned())),
        }
    }
}

impl Work {
    /// The value with every list in it as it is now.
    fn taken(&self, value: &Value, depth: usize) -> Result<Value, Error> {
        let refused = |why: &'static str| Err(Error::new(ErrorKind::InvalidOperation, why));
        if depth > DEEPEST {
            return refused("lists are nested too deep");
        }
        if self.0.fetch_add(1, Ordering::Relaxed) > MOST {
            return refused("too much is gathered");
        }
        match value.kind() {
            ValueKind::Seq | ValueKind::Iterable => {
                let inner = value.try_iter()?.map(|inner| self.taken(&inner, depth + 1));
                Ok(Value::from(inner.collect::<Result<Vec<Value>, Error>>()?))
            }
            ValueKind::Map => {
                // A record keeps its own order, so it is not copied; of lists that are still filled it can hold none.
                for key in value.try_iter()? {
                    self.fixed(&value.get_item(&key)?, depth + 1)?;
                }
                Ok(value.clone())
            }
            _ => Ok(value.clone()),
        }
    }

    /// Refuses a value that holds a list that can still grow.
    fn fixed(&self, value: &Value, depth: usize) -> Result<(), Error> {
        if value.downcast_object_ref::<Gather>().is_some() {
            return Err(Error::new(
                ErrorKind::InvalidOperation,
                "a map in a list cannot hold a list that is still filled",
            ));
        }
        match value.kind() {
            ValueKind::Seq | ValueKind::Iterable => {
                value.try_iter()?.try_for_each(|inner| match inner.downcast_object_ref::<Gather>() {
                    Some(_) => self.fixed(&inner, depth + 1),
                    None => self.taken(&inner, depth + 1).map(|_| ()),
                })
            }
            _ => self.taken(value, depth).map(|_| ()),
        }
    }
}
