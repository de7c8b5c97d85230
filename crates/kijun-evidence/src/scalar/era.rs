//! The eras of the Japanese calendar, from the day on which it became the Gregorian one.

use jiff::civil::{Date, date};

/// An era.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Era {
    /// Its name, in two characters.
    name: &'static str,
    /// The same as one character, as old fonts have it.
    sign: char,
    /// Its letter.
    letter: char,
    /// The Gregorian year of its first year.
    year: i16,
    /// Its first day that can be read.
    first: Date,
    /// Its last day. The day on which one era ended and the next began bears both names, where the law let it.
    last: Option<Date>,
    /// What to say about a day outside of it, as a word of the catalogue.
    pub(crate) bounds: &'static str,
}

/// Before this day the months of 明治 were those of the moon: `明治5年3月1日` is no day of March.
const REFORM: Date = date(1873, 1, 1);

/// All of them, the latest first.
const ERAS: [Era; 5] = [
    Era {
        name: "令和",
        sign: '㋿',
        letter: 'R',
        year: 2019,
        first: date(2019, 5, 1),
        last: None,
        bounds: "hint-era-reiwa",
    },
    Era {
        name: "平成",
        sign: '㍻',
        letter: 'H',
        year: 1989,
        first: date(1989, 1, 8),
        last: Some(date(2019, 4, 30)),
        bounds: "hint-era-heisei",
    },
    Era {
        name: "昭和",
        sign: '㍼',
        letter: 'S',
        year: 1926,
        first: date(1926, 12, 25),
        last: Some(date(1989, 1, 7)),
        bounds: "hint-era-showa",
    },
    Era {
        name: "大正",
        sign: '㍽',
        letter: 'T',
        year: 1912,
        first: date(1912, 7, 30),
        last: Some(date(1926, 12, 25)),
        bounds: "hint-era-taisho",
    },
    Era {
        name: "明治",
        sign: '㍾',
        letter: 'M',
        year: 1868,
        first: REFORM,
        last: Some(date(1912, 7, 30)),
        bounds: "hint-era-meiji",
    },
];

impl Era {
    /// The era that a text begins with, and the rest of the text.
    pub(crate) fn at(text: &str) -> Option<(&'static Era, &str)> {
        let letter = |c: char, era: &Era| c == era.sign || c.eq_ignore_ascii_case(&era.letter);
        ERAS.iter().find_map(|era| {
            let rest = text.strip_prefix(era.name).or_else(|| text.strip_prefix(|c| letter(c, era)))?;
            Some((era, rest))
        })
    }

    /// The Gregorian year of a year of the era.
    pub(crate) fn year(&self, year: i16) -> Option<i16> {
        (year > 0).then(|| self.year.checked_add(year - 1))?
    }

    /// Whether the era has a year of this Gregorian number.
    pub(crate) fn has_year(&self, year: i16) -> bool {
        (self.first.year()..=self.last.map_or(i16::MAX, Date::year)).contains(&year)
    }

    /// Whether a day lies in the era.
    pub(crate) fn has(&self, day: Date) -> bool {
        self.first <= day && self.last.is_none_or(|last| day <= last)
    }
}
