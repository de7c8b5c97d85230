//! Effective statements and subjects to results, in three values.
