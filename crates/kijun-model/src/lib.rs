//! Syntax tree to resolved, typed model.
