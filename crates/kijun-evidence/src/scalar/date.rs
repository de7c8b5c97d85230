//! Days and moments as they are written: `2011-04-01`, `2011/4/1`, `平成23年4月1日`, `H23.4.1 9:30`.
//!
//! A year has four digits or an era. `11/4/1` and `1/4/2011` have two readings, and are refused.

use jiff::civil::{Date, DateTime, Time};

use super::era::Era;
use super::fold;

/// Why a text is no day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Misread {
    /// It is not spelt like one.
    Form,
    /// Its year has two digits and no era.
    ShortYear,
    /// Its year comes last.
    YearLast,
    /// The calendar has no such day.
    NoSuchDay,
    /// The era has no such day.
    NotInEra(&'static Era),
}

/// `2011-04-21`, the one form of rules and manifests.
pub(crate) fn iso(text: &str) -> Option<Date> {
    let shape = |(i, b): (usize, u8)| if i == 4 || i == 7 { b == b'-' } else { b.is_ascii_digit() };
    (text.len() == 10 && text.bytes().enumerate().all(shape)).then(|| text.parse().ok())?
}

/// The day of a written day or moment.
pub(crate) fn day(text: &str) -> Result<Date, Misread> {
    let text = fold(text);
    date(&text).or_else(|why| datetime(&text).map(DateTime::date).map_err(|_| why))
}

/// Why a text is no day.
pub(crate) fn misread(text: &str) -> Option<Misread> {
    date(&fold(text)).err()
}

/// Why the day of a text that is no moment is none.
pub(crate) fn misread_moment(text: &str) -> Option<Misread> {
    Text { rest: &fold(text) }.day().err()
}

/// A day, in plain characters.
pub(super) fn date(text: &str) -> Result<Date, Misread> {
    let mut text = Text { rest: text };
    let day = text.day()?;
    if text.rest.is_empty() { Ok(day) } else { Err(Misread::Form) }
}

/// A day and a time of it, in plain characters; local civil time, without an offset.
pub(super) fn datetime(text: &str) -> Result<DateTime, Misread> {
    let mut text = Text { rest: text };
    let day = text.day()?;
    let time = text.time().filter(|_| text.rest.is_empty()).ok_or(Misread::Form)?;
    Ok(day.to_datetime(time))
}

/// A text that is read from its beginning.
struct Text<'a> {
    rest: &'a str,
}

impl<'a> Text<'a> {
    fn day(&mut self) -> Result<Date, Misread> {
        if let Some((era, rest)) = Era::at(self.rest) {
            self.rest = rest;
            self.blanks();
            return self.era_day(era);
        }
        let first = self.digits();
        match first.len() {
            8 => calendar(number(&first[..4]), number(&first[4..6]), number(&first[6..])),
            4 => {
                let (month, day) = self.month_and_day().ok_or(Misread::Form)?;
                calendar(number(first), month, day)
            }
            1 | 2 => Err(self.without_year()),
            _ => Err(Misread::Form),
        }
    }

    fn era_day(&mut self, era: &'static Era) -> Result<Date, Misread> {
        let year = match self.eat('元') {
            true => 1,
            false => {
                Some(self.digits()).filter(|d| (1..=2).contains(&d.len())).map(number).ok_or(Misread::Form)?
            }
        };
        let (month, day) = self.month_and_day().ok_or(Misread::Form)?;
        let year = era.year(year).ok_or(Misread::NotInEra(era))?;
        match calendar(year, month, day) {
            Ok(day) if era.has(day) => Ok(day),
            Err(why) if era.has_year(year) => Err(why),
            _ => Err(Misread::NotInEra(era)),
        }
    }

    /// `年4月1日`, `/4/1`, `.4.1`, `-4-1`
    fn month_and_day(&mut self) -> Option<(i16, i16)> {
        self.blanks();
        let separator = self.rest.chars().next().filter(|c| "年/.-".contains(*c))?;
        self.eat(separator);
        let month = self.part()?;
        self.eat(if separator == '年' { '月' } else { separator }).then_some(())?;
        let day = self.part()?;
        (separator != '年' || self.eat('日')).then_some((month, day))
    }

    /// A number of one or two digits, with blanks around it; those behind the last one separate the time.
    fn part(&mut self) -> Option<i16> {
        self.blanks();
        let digits = self.digits();
        let before = self.rest;
        self.blanks();
        if !self.rest.starts_with(['月', '日', '/', '.', '-']) {
            self.rest = before;
        }
        (1..=2).contains(&digits.len()).then(|| number(digits))
    }

    /// What is wrong with a day that begins with one or two digits.
    fn without_year(&mut self) -> Misread {
        self.blanks();
        let Some(separator) = self.rest.chars().next().filter(|c| "年/.-".contains(*c)) else {
            return Misread::Form;
        };
        let parts: Vec<&str> = self.rest.split(separator).map(str::trim).collect();
        let year_last =
            parts.get(2).is_some_and(|last| last.bytes().take_while(u8::is_ascii_digit).count() == 4);
        match (separator, year_last) {
            ('年', _) => Misread::ShortYear,
            (_, true) => Misread::YearLast,
            _ if parts.len() == 3 => Misread::ShortYear,
            _ => Misread::Form,
        }
    }

    /// `T09:00`, ` 9:00:30.5`, ` 9時30分`, `午後1時`
    fn time(&mut self) -> Option<Time> {
        if !self.eat('T') {
            self.blanks();
        }
        let afternoon = ["午前", "午後"].iter().position(|half| self.eat_word(half));
        let hour = Some(self.digits()).filter(|d| (1..=2).contains(&d.len())).map(number)?;
        let (minute, second, fraction) = if self.eat('時') { self.worded()? } else { self.colons()? };
        let hour = match afternoon {
            // `午後0時` and `午前12時` are said of noon and of midnight.
            Some(half) => (1..=11).contains(&hour).then_some(hour + if half == 1 { 12 } else { 0 })?,
            None => hour,
        };
        let small = |n: i16| i8::try_from(n).ok();
        Time::new(small(hour)?, small(minute)?, small(second)?, fraction).ok()
    }

    fn worded(&mut self) -> Option<(i16, i16, i32)> {
        let minute = self.unit('分')?;
        Some((minute.unwrap_or(0), if minute.is_some() { self.unit('秒')?.unwrap_or(0) } else { 0 }, 0))
    }

    /// An amount and its unit, or nothing at all.
    fn unit(&mut self, unit: char) -> Option<Option<i16>> {
        self.blanks();
        match self.digits() {
            "" => Some(None),
            digits => (digits.len() <= 2 && self.eat(unit)).then(|| Some(number(digits))),
        }
    }

    fn colons(&mut self) -> Option<(i16, i16, i32)> {
        let two = |digits: &str| (digits.len() == 2).then(|| number(digits));
        let minute = self.eat(':').then(|| two(self.digits()))??;
        if !self.eat(':') {
            return Some((minute, 0, 0));
        }
        let second = two(self.digits())?;
        let fraction = if self.eat('.') { self.digits() } else { "0" };
        let nanoseconds =
            (1..=9).contains(&fraction.len()).then(|| format!("{fraction:0<9}").parse().ok())??;
        Some((minute, second, nanoseconds))
    }

    fn digits(&mut self) -> &'a str {
        let end = self.rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(self.rest.len());
        let (digits, rest) = self.rest.split_at(end);
        self.rest = rest;
        digits
    }

    fn eat(&mut self, c: char) -> bool {
        self.rest.strip_prefix(c).map(|rest| self.rest = rest).is_some()
    }

    fn eat_word(&mut self, word: &str) -> bool {
        self.rest.strip_prefix(word).map(|rest| self.rest = rest).is_some()
    }

    fn blanks(&mut self) {
        self.rest = self.rest.trim_start_matches(' ');
    }
}

fn calendar(year: i16, month: i16, day: i16) -> Result<Date, Misread> {
    let small = |n: i16| i8::try_from(n).map_err(|_| Misread::NoSuchDay);
    Date::new(year, small(month)?, small(day)?).map_err(|_| Misread::NoSuchDay)
}

/// At most four digits.
fn number(digits: &str) -> i16 {
    digits.parse().unwrap_or(i16::MAX)
}

#[cfg(test)]
mod tests {
    use jiff::ToSpan;

    use super::*;

    fn read(text: &str) -> Result<Date, Misread> {
        date(&fold(text))
    }

    #[test]
    fn a_day_has_many_spellings() {
        let expected = iso("2011-04-01").unwrap();
        for text in [
            "2011-04-01",
            "2011/4/1",
            "2011.4.1",
            "2011-4-1",
            "2011年4月1日",
            "２０１１年　４月　１日",
            "20110401",
            "平成23年4月1日",
            "平成２３年４月１日",
            "平成23年 4月 1日",
            "平成23.4.1",
            "㍻23年4月1日",
            "H23.4.1",
            "h23/4/1",
            "Ｈ２３．４．１",
            "H23. 4. 1",
            "ｈ23-04-01",
        ] {
            assert_eq!(read(text), Ok(expected), "{text}");
        }
        assert_eq!(read("平成元年1月8日"), Ok(iso("1989-01-08").unwrap()));
        assert_eq!(read("H元.1.8"), Ok(iso("1989-01-08").unwrap()));
        assert_eq!(read("令和元年5月1日"), read("R1.5.1"));
        assert_eq!(read("明治45年7月30日"), read("大正元年7月30日"));
        assert_eq!(read("大正15年12月25日"), read("昭和元年12月25日"));
    }

    #[test]
    fn what_has_two_readings_or_none_is_refused_with_the_reason() {
        for text in ["11/4/1", "11.4.1", "11-04-01", "11年4月1日", "1/4/11"] {
            assert_eq!(read(text), Err(Misread::ShortYear), "{text}");
        }
        for text in ["1/4/2011", "01.04.2011"] {
            assert_eq!(read(text), Err(Misread::YearLast), "{text}");
        }
        for text in ["2011-02-29", "2011/13/1", "20111301", "平成23年2月30日", "平成31年2月29日"] {
            assert_eq!(read(text), Err(Misread::NoSuchDay), "{text}");
        }
        for text in [
            "",
            "2011",
            "2011-04",
            "2011/4-1",
            "2011 04 01",
            "2011041",
            "平成23年度",
            "平成二十三年四月一日",
            "23",
            "2011年4月",
            "2011-04-01T09:00",
            "X23.4.1",
            "H23",
            "H230401",
            "平23.4.1",
            "+2011-04-1",
            "2011年4月1",
            "平成023年4月1日",
        ] {
            assert_eq!(read(text), Err(Misread::Form), "{text}");
        }
    }

    #[test]
    fn a_day_outside_of_its_era_names_the_era() {
        for (text, bounds) in [
            ("昭和64年1月8日", "hint-era-showa"),
            ("平成31年5月1日", "hint-era-heisei"),
            ("平成元年1月7日", "hint-era-heisei"),
            ("H41.2.29", "hint-era-heisei"),
            ("R1.4.30", "hint-era-reiwa"),
            ("平成0年1月8日", "hint-era-heisei"),
            ("大正元年7月29日", "hint-era-taisho"),
            ("M45.7.31", "hint-era-meiji"),
            ("明治5年3月1日", "hint-era-meiji"),
        ] {
            let Err(Misread::NotInEra(era)) = read(text) else { panic!("{text}") };
            assert_eq!(era.bounds, bounds, "{text}");
        }
    }

    /// The names of eras and where each begins, once more and in another form.
    const BEGINNINGS: [(&str, &str, &str); 5] = [
        ("明治", "M", "1868-01-01"),
        ("大正", "T", "1912-07-30"),
        ("昭和", "S", "1926-12-25"),
        ("平成", "H", "1989-01-08"),
        ("令和", "R", "2019-05-01"),
    ];

    #[test]
    fn every_day_from_1868_to_2100_comes_back_from_its_era() {
        let (mut day, last) = (iso("1868-01-01").unwrap(), iso("2100-12-31").unwrap());
        while day <= last {
            let begun = |(_, _, from): &&(&str, &str, &str)| iso(from).unwrap() <= day;
            let (name, letter, from) = BEGINNINGS.iter().rev().find(begun).unwrap();
            let year = day.year() - iso(from).unwrap().year() + 1;
            let first = if year == 1 { "元".to_owned() } else { year.to_string() };
            let (m, d) = (day.month(), day.day());
            for text in [format!("{name}{first}年{m}月{d}日"), format!("{letter}{year}.{m}.{d}")] {
                match day < iso("1873-01-01").unwrap() {
                    true => assert!(matches!(read(&text), Err(Misread::NotInEra(_))), "{text}"),
                    false => assert_eq!(read(&text), Ok(day), "{text}"),
                }
            }
            day = day.checked_add(1.day()).unwrap();
        }
    }

    #[test]
    fn moments_are_days_with_a_time() {
        let moment = |text: &str| datetime(&fold(text)).map(|moment| moment.to_string());
        for text in [
            "2011-04-21T09:30",
            "2011-04-21 09:30:00",
            "2011/4/21 9:30",
            "２０１１／４／２１　９：３０",
            "平成23年4月21日 9時30分",
            "平成23年4月21日9時30分",
            "H23.4.21 午前9時30分",
            "20110421 9:30",
        ] {
            assert_eq!(moment(text), Ok("2011-04-21T09:30:00".to_owned()), "{text}");
        }
        assert_eq!(moment("2011-04-21 09:00:30.5"), Ok("2011-04-21T09:00:30.5".to_owned()));
        assert_eq!(moment("平成23年4月21日午後3時"), Ok("2011-04-21T15:00:00".to_owned()));
        for odd in [
            "2011-04-21",
            "2011-04-21T09:00:00Z",
            "2011-04-21T09:00+09:00",
            "2011-04-21 24:00",
            "2011-04-21 9",
            "2011-04-21 9:5",
            "2011-04-21 午後12時",
            "2011-04-21 午前0時",
            "11/4/21 9:30",
        ] {
            assert!(moment(odd).is_err(), "{odd}");
        }
        assert_eq!(day("平成23年4月21日 9時"), day("2011-04-21"));
    }
}
