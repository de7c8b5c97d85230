//! What the file of a record tells by itself: its form, its version, and whether it agrees with itself.

use kijun_findings::{FromJsonError, RunRecord, SCHEMA, from_json, to_json};
use serde_json::Value;

use super::{Check, Part, Told, Verdict};

/// The checks; and the record, if the file can be read as one.
pub(super) fn checks(bytes: &[u8]) -> (Vec<Check>, Option<RunRecord>) {
    let text = String::from_utf8_lossy(bytes);
    let bare = text.strip_prefix('\u{feff}').unwrap_or(&text);
    let value: Option<Value> = serde_json::from_str(bare).ok();
    let named = value.as_ref().and_then(|value| value.get("schema")).and_then(Value::as_str);
    let named = named.unwrap_or_default().to_owned();
    let read = from_json(bare);
    let canonical = canonical(bytes, &named, value.as_ref(), read.as_ref().ok());
    let checks = vec![canonical, schema(&named, &read), consistent(&read)];
    (checks, read.ok())
}

/// Whether the file is what writing its record gives. Of a record of an earlier version only the layout is known.
fn canonical(bytes: &[u8], named: &str, value: Option<&Value>, record: Option<&RunRecord>) -> Check {
    let layout = || value.and_then(|value| serde_json::to_string_pretty(value).ok()).map(|text| text + "\n");
    let is_current = named == SCHEMA;
    let written = match record {
        Some(record) if is_current => to_json(record).ok(),
        _ => layout(),
    };
    let Some(written) = written else {
        return Check::new(Part::Canonical, Verdict::Differs, vec![Told::new("not-json", [])]);
    };
    if written.as_bytes() != bytes {
        let line = first_difference(written.as_bytes(), bytes).to_string();
        return Check::new(
            Part::Canonical,
            Verdict::Differs,
            vec![Told::new("not-canonical", [("line", line)])],
        );
    }
    let told = if is_current && record.is_some() { vec![] } else { vec![Told::new("layout-only", [])] };
    let verdict = if record.is_some() { Verdict::Holds } else { Verdict::Unchecked };
    Check::new(Part::Canonical, verdict, told)
}

/// The first line in which two texts differ, from 1.
fn first_difference(a: &[u8], b: &[u8]) -> usize {
    let (mut a, mut b) = (a.split(|&c| c == b'\n'), b.split(|&c| c == b'\n'));
    let mut line = 1;
    while let (Some(left), Some(right)) = (a.next(), b.next()) {
        if left != right {
            break;
        }
        line += 1;
    }
    line
}

fn schema(named: &str, read: &Result<RunRecord, FromJsonError>) -> Check {
    let found = ("found", named.to_owned());
    let current = || ("current", SCHEMA.to_owned());
    let (verdict, told) = match read {
        Err(FromJsonError::Version(_)) => {
            (Verdict::Unchecked, Told::new("schema-unknown", [found, current()]))
        }
        Err(FromJsonError::Json(error)) => {
            (Verdict::Differs, Told::new("not-a-record", [("why", error.to_string())]))
        }
        _ if named == SCHEMA => (Verdict::Holds, Told::new("schema-current", [found])),
        _ => (Verdict::Holds, Told::new("schema-earlier", [found, current()])),
    };
    Check::new(Part::Schema, verdict, vec![told])
}

fn consistent(read: &Result<RunRecord, FromJsonError>) -> Check {
    let (verdict, told) = match read {
        Ok(_) => (Verdict::Holds, vec![]),
        Err(FromJsonError::Contradiction(why)) => {
            (Verdict::Differs, vec![Told::new("contradiction", [("why", why.clone())])])
        }
        Err(_) => (Verdict::Unchecked, vec![Told::new("not-read", [])]),
    };
    Check::new(Part::Consistent, verdict, told)
}
