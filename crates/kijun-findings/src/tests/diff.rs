//! Holding two runs beside each other: laws, and cases.

mod cases;
mod laws;
mod years;
