//! Identities that outlive renumbering, moved files and reordered lists.

use crate::SubjectRef;

/// The identity of a finding: of what provision (through its editions), about which subject.
#[must_use]
pub fn finding_id(lineage: &str, subject: Option<&SubjectRef>) -> String {
    let mut hasher = blake3::Hasher::new();
    feed(&mut hasher, lineage);
    if let Some(subject) = subject {
        feed(&mut hasher, &subject.kind);
        feed(&mut hasher, &subject.key);
    }
    format!("F-{}", &hasher.finalize().to_hex()[..12])
}

/// The number of a question to a role: which statement, by `standard:clause#label` without the edition, and about whom, where it is about
/// somebody. It is longer than that of a finding, since there is one for each statement and subject.
#[must_use]
pub fn question_id(role: &str, statement: &str, subject: Option<&SubjectRef>) -> String {
    let mut hasher = blake3::Hasher::new();
    feed(&mut hasher, role);
    feed(&mut hasher, statement);
    if let Some(subject) = subject {
        feed(&mut hasher, &subject.kind);
        feed(&mut hasher, &subject.key);
    }
    format!("Q-{}", &hasher.finalize().to_hex()[..16])
}

/// A short identity of a text, for what is not about a subject.
#[must_use]
pub fn lineage_id(lineage: &str) -> String {
    finding_id(lineage, None)
}

/// Length first, so that no two lists of texts run together.
fn feed(hasher: &mut blake3::Hasher, text: &str) {
    hasher.update(&(text.len() as u64).to_le_bytes());
    hasher.update(text.as_bytes());
}
