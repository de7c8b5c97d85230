//! Holding two runs beside each other: laws, and cases.

mod laws;
mod years;
