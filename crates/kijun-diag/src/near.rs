//! "Did you mean": the nearest of the names that would have been right.

/// The candidate nearest to `written`, if one is near enough to be a slip of the pen.
///
/// Distance is Damerau–Levenshtein over characters; at most a third of the longer name may differ,
/// and a name of one or two characters is never guessed. Ties go to the first in order.
///
/// ```
/// assert_eq!(kijun_diag::nearest("min_lenght", ["min_length", "history"]), Some("min_length"));
/// assert_eq!(kijun_diag::nearest("id", ["ip", "is"]), None);
/// ```
#[must_use]
pub fn nearest<'a>(written: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let length = written.chars().count();
    let mut best: Option<(usize, &str)> = None;
    for candidate in candidates {
        let allowed = length.max(candidate.chars().count()) / 3;
        let distance = strsim::damerau_levenshtein(written, candidate);
        if distance == 0 || distance > allowed {
            continue;
        }
        if best.is_none_or(|(d, name)| (distance, candidate) < (d, name)) {
            best = Some((distance, candidate));
        }
    }
    best.map(|(_, name)| name)
}
