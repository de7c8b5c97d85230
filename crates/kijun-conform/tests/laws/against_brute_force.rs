//! Where there are few subjects, all of them are gone through.
