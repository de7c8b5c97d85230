//! What an expression comes to, written as formulas.

use std::rc::Rc;

use super::Writer;

/// A condition in two rails.
#[derive(Clone, Debug)]
pub(super) struct Truth {
    /// It is true.
    pub(super) t: String,
    /// It is false.
    pub(super) f: String,
}

/// Elements, each with whether it is there.
pub(super) type Elements = Rc<Vec<(String, Sym)>>;

/// What an expression comes to.
#[derive(Clone, Debug)]
pub(super) enum Sym {
    /// A condition, and whether it is rightly absent.
    Bool(Truth, String),
    /// Another single value.
    Scalar(Scalar),
    /// How many: from the certain to the possible; and whether there is a list.
    Count { low: String, high: String, known: String },
    /// A record or subject: its cells, and whether it is rightly absent.
    Record(Rc<Vec<Sym>>, String),
    /// A list or map: its elements, and whether it is rightly absent.
    List(Elements, String),
}

/// A single value.
#[derive(Clone, Debug)]
pub(super) struct Scalar {
    pub(super) sort: Sort,
    pub(super) value: String,
    /// Whether it is known.
    pub(super) known: String,
    /// Whether it is rightly absent; it is not known then.
    pub(super) absent: String,
}

/// A sort of the solver.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sort {
    Bool,
    Int,
    Real,
    String,
}

impl Sort {
    pub(super) fn name(self) -> &'static str {
        match self {
            Sort::Bool => "Bool",
            Sort::Int => "Int",
            Sort::Real => "Real",
            Sort::String => "String",
        }
    }
}

impl Truth {
    pub(super) fn constant(holds: bool) -> Truth {
        Truth { t: holds.to_string(), f: (!holds).to_string() }
    }

    pub(super) fn not(self) -> Truth {
        Truth { t: self.f, f: self.t }
    }
}

impl Scalar {
    pub(super) fn known(sort: Sort, value: String) -> Scalar {
        Scalar { sort, value, known: "true".to_owned(), absent: "false".to_owned() }
    }

    /// The value as a fraction, to stand beside one.
    pub(super) fn as_sort(&self, sort: Sort) -> String {
        if self.sort == Sort::Int && sort == Sort::Real {
            format!("(to_real {})", self.value)
        } else {
            self.value.clone()
        }
    }
}

impl Sym {
    /// The same inside of something that may be absent.
    pub(super) fn inside(&self, parent_absent: &str) -> Sym {
        if parent_absent == "false" {
            return self.clone();
        }
        let absent = |own: &String| any(&[own.clone(), parent_absent.to_owned()]);
        let there = |rail: &String| all(&[rail.clone(), not(parent_absent)]);
        match self {
            Sym::Bool(truth, own) => Sym::Bool(Truth { t: there(&truth.t), f: there(&truth.f) }, absent(own)),
            Sym::Scalar(s) => {
                Sym::Scalar(Scalar { known: there(&s.known), absent: absent(&s.absent), ..s.clone() })
            }
            Sym::Record(cells, own) => Sym::Record(Rc::clone(cells), absent(own)),
            Sym::List(elements, own) => Sym::List(Rc::clone(elements), absent(own)),
            Sym::Count { .. } => self.clone(),
        }
    }
}

/// All of them hold.
pub(super) fn all(parts: &[String]) -> String {
    join("and", "true", "false", parts)
}

/// One of them holds.
pub(super) fn any(parts: &[String]) -> String {
    join("or", "false", "true", parts)
}

fn join(word: &str, nothing: &str, decisive: &str, parts: &[String]) -> String {
    if parts.iter().any(|p| p == decisive) {
        return decisive.to_owned();
    }
    let kept: Vec<&str> = parts.iter().map(String::as_str).filter(|p| *p != nothing).collect();
    match kept[..] {
        [] => nothing.to_owned(),
        [one] => one.to_owned(),
        _ => format!("({word} {})", kept.join(" ")),
    }
}

/// It does not hold.
pub(super) fn not(formula: &str) -> String {
    match formula {
        "true" => "false".to_owned(),
        "false" => "true".to_owned(),
        other => format!("(not {other})"),
    }
}

impl Writer<'_> {
    pub(super) fn named(&mut self, truth: Truth) -> Truth {
        Truth { t: self.name("Bool", truth.t), f: self.name("Bool", truth.f) }
    }

    pub(super) fn both(&mut self, a: &Truth, b: &Truth) -> Truth {
        let t = all(&[a.t.clone(), b.t.clone()]);
        let f = any(&[a.f.clone(), b.f.clone()]);
        self.named(Truth { t, f })
    }

    pub(super) fn either(&mut self, a: &Truth, b: &Truth) -> Truth {
        self.both(&a.clone().not(), &b.clone().not()).not()
    }
}
