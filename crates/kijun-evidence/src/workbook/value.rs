//! What a cell of a workbook holds, as its sheet shows it: dates as dates, percentages with their sign, numbers without
//! the noise of binary fractions.

use calamine::{DataRef, ExcelDateTime};
use jiff::civil::{Date, date};
use jiff::{SignedDuration, ToSpan};
use rust_decimal::Decimal;

use crate::raw::Node;
use crate::table;

/// A cell's value. `format`: how its number is shown.
pub(super) fn node(value: &DataRef<'_>, format: Option<&str>) -> Node {
    let text = match value {
        DataRef::Empty => return Node::Written("".into()),
        DataRef::String(text) => return table::written(text),
        DataRef::SharedString(text) => return table::written(text),
        DataRef::DateTimeIso(text) => text.strip_suffix("T00:00:00").unwrap_or(text).to_owned(),
        DataRef::DurationIso(text) => text.clone(),
        DataRef::Error(error) => return Node::Fault(error.to_string().into()),
        DataRef::Bool(value) => value.to_string(),
        DataRef::Int(value) => value.to_string(),
        DataRef::Float(value) if format.is_some_and(|format| shows(format, &['%'])) => percent(*value),
        DataRef::Float(value) => number(*value),
        DataRef::DateTime(value) if value.is_duration() => elapsed(value.as_f64()),
        DataRef::DateTime(value) => moment(*value, format.unwrap_or("")),
    };
    Node::Written(text.into())
}

/// A number with the fifteen digits that a spreadsheet shows of it, and no more.
fn number(value: f64) -> String {
    exact(value).map_or_else(|| format!("{value:e}"), |number| number.normalize().to_string())
}

fn percent(value: f64) -> String {
    let hundredfold = exact(value).and_then(|number| number.checked_mul(Decimal::ONE_HUNDRED));
    hundredfold.map_or_else(|| format!("{value:e}"), |number| format!("{}%", number.normalize()))
}

fn exact(value: f64) -> Option<Decimal> {
    Decimal::from_scientific(&format!("{value:.14e}")).ok()
}

/// Seconds of a number of days.
fn seconds(days: f64) -> Option<i64> {
    let seconds = (days * 86_400.0).round();
    // A hundred thousand years; beyond that, nothing is a date.
    (seconds.abs() < 4e12).then_some(seconds as i64)
}

fn elapsed(days: f64) -> String {
    match seconds(days).filter(|seconds| *seconds >= 0) {
        Some(s) => format!("PT{}H{}M{}S", s / 3600, s / 60 % 60, s % 60),
        None => number(days),
    }
}

/// A day or a moment, as its format shows it; of what is none, the number.
fn moment(value: ExcelDateTime, format: &str) -> String {
    let written = || {
        let s = seconds(value.as_f64()).filter(|s| *s >= 0)?;
        let (days, time) = (s / 86_400, SignedDuration::from_secs(s % 86_400));
        let clock = shows(format, &['h', 'H', 's', 'S']);
        let calendar = format.is_empty() || shows(format, &['d', 'D', 'y', 'Y', 'e']) || !clock;
        let day = day(days, is_1904(value))?;
        let moment = day.at(0, 0, 0, 0).checked_add(time).ok()?;
        let time = moment.strftime("%H:%M:%S");
        Some(match (calendar, clock || (format.is_empty() && s % 86_400 != 0)) {
            (true, true) => format!("{day}T{time}"),
            (true, false) => day.to_string(),
            (false, _) => time.to_string(),
        })
    };
    written().unwrap_or_else(|| number(value.as_f64()))
}

/// The day of a serial number. The system of 1900 counts a 29 February 1900, which never was.
fn day(serial: i64, is_1904: bool) -> Option<Date> {
    let epoch = match (is_1904, serial) {
        (true, _) => date(1904, 1, 1),
        (false, 60) => return None,
        (false, ..60) => date(1899, 12, 31),
        (false, _) => date(1899, 12, 30),
    };
    epoch.checked_add(i32::try_from(serial).ok()?.days()).ok()
}

/// Whether the workbook counts its days from 1904. The value does not tell; the day that it comes to does.
fn is_1904(value: ExcelDateTime) -> bool {
    let one = |is_1904| ExcelDateTime::new(value.as_f64(), calamine::ExcelDateTimeType::DateTime, is_1904);
    value == one(true)
}

/// Whether a format shows one of these, outside of quoted text, colours and languages.
fn shows(format: &str, wanted: &[char]) -> bool {
    let (mut quoted, mut bracketed, mut escaped) = (false, false, false);
    format.chars().any(|c| {
        let literal = quoted || bracketed || std::mem::take(&mut escaped);
        match c {
            '"' if !bracketed => quoted = !quoted,
            '[' if !quoted => bracketed = true,
            ']' if !quoted => bracketed = false,
            '\\' | '_' | '*' if !literal => escaped = true,
            c => return !literal && wanted.contains(&c),
        }
        false
    })
}

#[cfg(test)]
mod tests {
    use calamine::ExcelDateTimeType::{DateTime, TimeDelta};

    use super::*;

    fn text(value: DataRef<'_>, format: &str) -> String {
        node(&value, Some(format)).written().unwrap_or("").to_owned()
    }

    #[test]
    fn numbers_are_as_the_sheet_shows_them() {
        for (value, format, shown) in [
            (1.0, "General", "1"),
            (0.1 + 0.2, "General", "0.3"),
            (1234567.891, "#,##0.000", "1234567.891"),
            (-0.5, "0.0", "-0.5"),
            (1e20, "General", "100000000000000000000"),
            (0.989, "0.0%", "98.9%"),
            (1.0, "0%", "100%"),
            (7.0, "0\"%\"", "7"),
            (f64::NAN, "General", "NaN"),
        ] {
            assert_eq!(text(DataRef::Float(value), format), shown, "{format}");
        }
    }

    #[test]
    fn days_are_counted_from_both_epochs() {
        let moment = |serial, is_1904| DataRef::DateTime(ExcelDateTime::new(serial, DateTime, is_1904));
        for (value, format, shown) in [
            (moment(40634.0, false), "yyyy/m/d", "2011-04-01"),
            (moment(39172.0, true), "yyyy/m/d", "2011-04-01"),
            (moment(40634.0, false), "[$-411]ggge\"年\"m\"月\"d\"日\"", "2011-04-01"),
            (moment(40634.0, false), "yyyy/m/d h:mm", "2011-04-01T00:00:00"),
            (moment(40_634.395_833, false), "yyyy/m/d h:mm", "2011-04-01T09:30:00"),
            (moment(40_634.395_833, false), "yyyy/m/d", "2011-04-01"),
            (moment(0.395_833, false), "h:mm", "09:30:00"),
            (moment(59.0, false), "d", "1900-02-28"),
            (moment(61.0, false), "d", "1900-03-01"),
            (moment(60.0, false), "d", "60"),
            (moment(-5.0, false), "d", "-5"),
            (moment(1e300, false), "d", "1e300"),
        ] {
            assert_eq!(text(value, format), shown, "{format}");
        }
        let elapsed = ExcelDateTime::new(1.5, TimeDelta, false);
        assert_eq!(text(DataRef::DateTime(elapsed), "[h]:mm"), "PT36H0M0S");
    }
}
