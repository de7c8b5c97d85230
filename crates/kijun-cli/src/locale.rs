//! The language to speak: as asked, else as the environment says, else English.

use kijun_diag::Lang;

/// Reads `LC_ALL`, `LC_MESSAGES` and `LANG` in this order, as POSIX does; the first that is set decides.
pub(crate) fn language(asked: Option<Lang>) -> Lang {
    let set = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().filter_map(|name| std::env::var(name).ok());
    let locale = set.into_iter().find(|value| !value.is_empty());
    asked.or_else(|| Lang::from_locale(&locale?)).unwrap_or_default()
}
