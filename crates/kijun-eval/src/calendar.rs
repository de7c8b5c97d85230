//! The days of an audit: today, the period, and which days are business days.

use std::collections::BTreeSet;

use jiff::SignedDuration;
use jiff::civil::{Date, date};

/// The days that an audit is told. There is no clock.
#[derive(Clone, Debug)]
pub struct Days {
    /// The audit date.
    pub today: Date,
    /// The first day of the audited period.
    pub period_start: Date,
    /// Its last day.
    pub period_end: Date,
    /// Which days are business days.
    pub calendar: Calendar,
}

/// Which days are business days: all but the weekend and the holidays.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Calendar {
    /// Whether each day of the week is free, Monday first.
    pub weekend: [bool; 7],
    /// Other free days.
    pub holidays: BTreeSet<Date>,
}

impl Default for Calendar {
    /// Saturday and Sunday, no holiday.
    fn default() -> Calendar {
        Calendar { weekend: [false, false, false, false, false, true, true], holidays: BTreeSet::new() }
    }
}

impl Calendar {
    /// The business day so many business days after (before, if negative) a day; the day itself for 0. None if there is none.
    #[must_use]
    pub fn business_day(&self, day: Date, steps: i64) -> Option<Date> {
        Workdays::new(self).add(day, steps)
    }
}

const EPOCH: Date = date(1970, 1, 1);
/// 1970-01-01 was a Thursday, three days after a Monday.
const EPOCH_WEEKDAY: i64 = 3;

/// Days since 1970-01-01.
pub(crate) fn number(day: Date) -> i64 {
    day.duration_since(EPOCH).as_hours() / 24
}

/// The day so many days after another.
pub(crate) fn add_days(day: Date, days: i64) -> Option<Date> {
    day.checked_add(SignedDuration::from_secs(days.checked_mul(86_400)?)).ok()
}

/// A calendar made ready to count with: an addition costs the same for one day and for a million.
#[derive(Clone, Debug)]
pub(crate) struct Workdays {
    /// Working days among the first n days of a week, Monday first.
    before: [i64; 8],
    /// Holidays that fall on a working day of the week, as day numbers, ascending.
    holidays: Vec<i64>,
}

impl Workdays {
    pub(crate) fn new(calendar: &Calendar) -> Workdays {
        let mut before = [0; 8];
        for day in 0..7 {
            before[day + 1] = before[day] + i64::from(!calendar.weekend[day]);
        }
        let working = |n: &i64| !calendar.weekend[weekday(*n)];
        let holidays = calendar.holidays.iter().map(|&d| number(d)).filter(working).collect();
        Workdays { before, holidays }
    }

    /// The business day so many business days after (before, if negative) a day. None if there is none.
    pub(crate) fn add(&self, day: Date, steps: i64) -> Option<Date> {
        if steps == 0 {
            return Some(day);
        }
        let start = number(day);
        // The n-th working day counted from a fixed past; the day sought is the first that reaches it.
        let sought = match steps > 0 {
            true => self.upto(start).checked_add(steps)?,
            false => self.upto(start - 1).checked_add(steps)?.checked_add(1)?,
        };
        let found = self.first_reaching(sought)?;
        add_days(EPOCH, found)
    }

    fn first_reaching(&self, sought: i64) -> Option<i64> {
        let (mut low, mut high) = (number(Date::MIN) - 1, number(Date::MAX));
        if self.upto(high) < sought || self.upto(low) >= sought {
            return None;
        }
        while high - low > 1 {
            let middle = low + (high - low) / 2;
            if self.upto(middle) >= sought { high = middle } else { low = middle }
        }
        Some(high)
    }

    /// Working days up to and including a day, counted from a fixed Monday; negative before it.
    fn upto(&self, day: i64) -> i64 {
        let days = day + EPOCH_WEEKDAY + 1;
        let week = days.div_euclid(7) * self.before[7];
        let free = self.holidays.partition_point(|&h| h <= day);
        week + self.before[index(days.rem_euclid(7))] - i64::try_from(free).unwrap_or(i64::MAX)
    }
}

fn weekday(number: i64) -> usize {
    index((number + EPOCH_WEEKDAY).rem_euclid(7))
}

fn index(small: i64) -> usize {
    usize::try_from(small).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn golden_week() -> Workdays {
        let holidays = [date(2012, 4, 30), date(2012, 5, 3), date(2012, 5, 4), date(2012, 5, 5)];
        Workdays::new(&Calendar { holidays: holidays.into(), ..Calendar::default() })
    }

    #[test]
    fn business_days_skip_weekends_and_holidays_in_both_directions() {
        let days = golden_week();
        assert_eq!(days.add(date(2012, 4, 27), 1), Some(date(2012, 5, 1)));
        assert_eq!(days.add(date(2012, 4, 27), 3), Some(date(2012, 5, 7)));
        assert_eq!(days.add(date(2012, 5, 7), -1), Some(date(2012, 5, 2)));
        assert_eq!(days.add(date(2012, 5, 6), -3), Some(date(2012, 4, 27)));
        assert_eq!(days.add(date(2012, 5, 5), 0), Some(date(2012, 5, 5)));
    }

    #[test]
    fn the_end_of_time_and_an_endless_weekend_are_no_day() {
        let days = golden_week();
        assert_eq!(days.add(date(2012, 4, 27), i64::MAX), None);
        assert_eq!(days.add(date(2012, 4, 27), i64::MIN), None);
        let never = Workdays::new(&Calendar { weekend: [true; 7], ..Calendar::default() });
        assert_eq!(never.add(date(2012, 4, 27), 1), None);
    }
}
