//! Versions to choose from.

use kijun_model::Version;

/// A plain version after one and before another, neither included; an end that is absent is without bound. `None` where there
/// is none, or none that can be written.
pub(crate) fn between(low: Option<&Version>, high: Option<&Version>) -> Option<Version> {
    let fits =
        |version: &Version| low.is_none_or(|low| low < version) && high.is_none_or(|high| version < high);
    let candidates = low.into_iter().flat_map(after).chain(high.into_iter().flat_map(before));
    candidates.chain(["1.0".to_owned()]).filter_map(|text| Version::parse(&text)).find(fits)
}

/// Texts of versions that come after one, plain ones first.
///
/// The last is before all that is after it and does not begin with it.
fn after(version: &Version) -> Vec<String> {
    let numbers = numbers(version);
    let mut texts = Vec::new();
    if let Some((last, rest @ [_, ..])) = numbers.split_last() {
        texts.push(written(rest, &[last + 1]));
    }
    texts.extend((0..4).map(|n_zeros| written(&numbers, &[&[0_u64; 4][..n_zeros], &[1]].concat())));
    texts.push(format!("{}.1", version.as_str()));
    texts
}

/// Texts of versions that come before one, plain ones first.
///
/// The last is after all that begins it.
fn before(version: &Version) -> Vec<String> {
    let mut numbers = numbers(version);
    let mut texts = vec![written(&numbers, &[])];
    let zeros = numbers.iter().rev().take_while(|number| **number == 0).count();
    numbers.truncate(numbers.len() - zeros);
    if let Some((last, rest)) = numbers.split_last() {
        let nines: &[u64] = if zeros > 0 || rest.is_empty() { &[9] } else { &[] };
        texts.push(written(rest, &[&[last - 1], nines].concat()));
    }
    texts.extend(["-rc1", "~"].map(|end| format!("{}{end}", version.as_str())));
    texts
}

/// The numbers with points between them at the start of a version.
fn numbers(version: &Version) -> Vec<u64> {
    let text = version.as_str().trim_start_matches(['v', 'V']);
    let end = text.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(text.len());
    text[..end]
        .split('.')
        .map_while(|number| number.parse().ok())
        .filter(|number| *number < u64::MAX)
        .collect()
}

fn written(numbers: &[u64], more: &[u64]) -> String {
    let numbers: Vec<String> = numbers.iter().chain(more).map(u64::to_string).collect();
    numbers.join(".")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn between_texts(low: &str, high: &str) -> Option<String> {
        let read = |text: &str| (!text.is_empty()).then(|| Version::parse(text).unwrap());
        between(read(low).as_ref(), read(high).as_ref()).map(|version| version.as_str().to_owned())
    }

    #[test]
    fn a_plain_version_near_the_bound_is_chosen() {
        let cases = [
            ("", "", "1.0"),
            ("1.2", "1.3", "1.2.1"),
            ("1.2", "2.0", "1.3"),
            ("1.2.3", "", "1.2.4"),
            ("2.0", "", "2.1"),
            ("2", "", "2.1"),
            ("9.2p1", "", "9.3"),
            ("9.2p1", "9.3", "9.2.1"),
            ("9.2p1", "9.2p2", "9.2p1.1"),
            ("", "1.2", "1.1"),
            ("", "2.0", "1.9"),
            ("", "1", "0.9"),
            ("", "1.2.0", "1.1.9"),
            ("", "9.2p1", "9.2"),
            ("", "0", "0-rc1"),
            ("1.2", "1.2.1", "1.2.0.1"),
            ("1.2-rc1", "1.2", "1.2-rc1.1"),
            ("1.2", "1.2aa", "1.2aa-rc1"),
        ];
        for (low, high, expected) in cases {
            assert_eq!(between_texts(low, high).as_deref(), Some(expected), "{low} < {high}");
        }
    }

    #[test]
    fn nothing_is_between_a_version_and_one_that_is_not_later() {
        assert_eq!(between_texts("1.2", "1.2.0"), None);
        assert_eq!(between_texts("2.0", "1.0"), None);
        assert_eq!(between_texts("v1.0", "1.0-rc1"), None);
    }

    fn version() -> impl Strategy<Value = String> {
        "v?[0-2]([.~-]?([0-2]|p1|rc1|aa|x|~)){0,4}"
    }

    proptest! {
        #[test]
        fn there_is_always_a_version_between_two(a in version(), b in version()) {
            let (a, b) = (Version::parse(&a).unwrap(), Version::parse(&b).unwrap());
            let found = between(Some(&a), Some(&b));
            prop_assert_eq!(found.is_some(), a < b, "{:?} {:?} {:?}", &a, &b, &found);
            prop_assert!(found.is_none_or(|version| a < version && version < b));
            prop_assert!(between(None, Some(&a)).is_some_and(|version| version < a));
            prop_assert!(between(Some(&a), None).is_some_and(|version| a < version));
        }
    }
}
