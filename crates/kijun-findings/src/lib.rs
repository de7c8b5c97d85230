//! Run records, findings and their identities.
