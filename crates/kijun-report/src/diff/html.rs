//! One page with the two runs side by side. Everything that is not ours is escaped; the page asks nothing of any network, and says the same
//! without its script, which only hides what one does not want to see.

mod change;

use kijun_findings::{Change, Class, Diff};

use super::{CauseSort, DiffWords, Table, tables};
use crate::annual::escape::html as escaped;
use crate::annual::shipped_templates;

const STYLE: &str = include_str!("html/page.css");
const SCRIPT: &str = include_str!("html/page.js");

/// What stands under which heading.
const SECTIONS: [(&str, &[Class]); 4] = [
    ("diff-worst", &[Class::New, Class::Worse]),
    ("diff-class-not-comparable", &[Class::NotComparable]),
    ("diff-gone", &[Class::Resolved, Class::Better]),
    ("diff-class-moved", &[Class::Moved]),
];

/// Changes of a section that stand on the page, and rows of a long table: a page of more is slow to open.
const CHANGES: usize = 1000;
const ROWS: usize = 5000;
/// What is said first: how many findings came to what, and why.
const FIRST: [&str; 2] = ["classes", "sorts"];

/// The page.
pub(super) fn page(diff: &Diff, words: &DiffWords) -> String {
    let title = escaped(&words.word("diff-title"));
    let report = shipped_templates().find(|(name, _)| *name == "style.css").map_or("", |(_, text)| text);
    format!(
        "<!DOCTYPE html>\n<html lang=\"{lang}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; \
         script-src 'unsafe-inline'\">\n<title>{title}</title>\n<style>\n{report}{STYLE}</style>\n</head>\n<body>\n\
         <header>\n<h1>{title}</h1>\n{runs}</header>\n<main>\n{main}</main>\n<script>\n{SCRIPT}</script>\n</body>\n\
         </html>\n",
        lang = words.tag(),
        runs = runs(diff, words),
        main = main(diff, words),
    )
}

/// The two runs beside each other.
fn runs(diff: &Diff, words: &DiffWords) -> String {
    let runs = words.runs(diff).map(|(title, days)| {
        format!(
            "<div>\n<p class=\"to\">{}</p>\n<p class=\"period\">{}</p>\n</div>\n",
            escaped(&title),
            escaped(&days)
        )
    });
    format!("<div class=\"years\">\n{}</div>\n", runs.concat())
}

fn main(diff: &Diff, words: &DiffWords) -> String {
    let mut out = notes(diff, words);
    let tables = tables(diff, words);
    let first = tables.iter().filter(|table| FIRST.contains(&table.name)).map(self::table);
    out.push_str(&format!("<div class=\"figures\">\n{}</div>\n", first.collect::<String>()));
    out.push_str(&jump(diff, words));
    if !diff.changes.is_empty() {
        out.push_str(&filter(diff, words));
    }
    out.extend(SECTIONS.iter().map(|(key, classes)| section(diff, words, key, classes)));
    out.push_str(&format!("<h2 id=\"diff-rest\">{}</h2>\n", escaped(&words.word("diff-rest"))));
    out.extend(tables.iter().filter(|table| !FIRST.contains(&table.name)).map(self::table));
    out.extend(super::tables::long_tables(diff, words).iter().map(|table| folded(table, words)));
    out
}

/// Where on the page what stands.
fn jump(diff: &Diff, words: &DiffWords) -> String {
    let sections = SECTIONS.iter().filter(|(_, classes)| !of(diff, classes).is_empty());
    let names = sections.map(|(key, classes)| (*key, heading(words, key, of(diff, classes).len())));
    let links = names.chain([("diff-rest", escaped(&words.word("diff-rest")))]);
    let links = links.map(|(key, name)| format!("<li><a href=\"#{key}\">{name}</a></li>\n"));
    let label = escaped(&words.word("diff-jump"));
    format!("<nav class=\"jump\" aria-label=\"{label}\">\n<ul>\n{}</ul>\n</nav>\n", links.collect::<String>())
}

fn of<'d>(diff: &'d Diff, classes: &[Class]) -> Vec<&'d Change> {
    diff.changes.iter().filter(|change| classes.contains(&change.class)).collect()
}

fn heading(words: &DiffWords, key: &str, n: usize) -> String {
    let count = words.text("audit-count", &[("n", n.into())]);
    format!("{} {}", escaped(&words.word(key)), escaped(&count))
}

/// What differs at all, doubts, and what is not known.
fn notes(diff: &Diff, words: &DiffWords) -> String {
    let empty = diff.is_empty().then(|| words.word("diff-empty"));
    let plain =
        empty.into_iter().chain(words.factors(diff)).map(|text| format!("<p>{}</p>\n", escaped(&text)));
    let doubts = words.doubts(diff).into_iter().chain(words.unattributed(diff));
    plain.chain(doubts.map(|text| format!("<p class=\"note\">{}</p>\n", escaped(&text)))).collect()
}

fn section(diff: &Diff, words: &DiffWords, key: &str, classes: &[Class]) -> String {
    let mut changes = of(diff, classes);
    changes.sort_by_key(|change| change.level());
    if changes.is_empty() {
        return String::new();
    }
    let head = heading(words, key, changes.len());
    let left = changes.len().saturating_sub(CHANGES);
    changes.truncate(CHANGES);
    let groups = super::groups(changes, words);
    let cards: String = groups.iter().map(|group| change::group(diff, group, words)).collect();
    format!(
        "<section>\n<h2 id=\"{key}\">{head}</h2>\n{cards}{}</section>\n",
        more(words, "diff-page-more", left)
    )
}

/// How much is not on the page, and where it is.
fn more(words: &DiffWords, key: &str, left: usize) -> String {
    match left {
        0 => String::new(),
        _ => format!("<p class=\"note\">{}</p>\n", escaped(&words.text(key, &[("n", left.into())]))),
    }
}

/// What hides what one does not want to see; it is shown by the script, without which it would do nothing.
fn filter(diff: &Diff, words: &DiffWords) -> String {
    let classes: Vec<_> =
        Class::ALL.iter().map(|class| (class.name().to_owned(), words.class(*class))).collect();
    let levels: Vec<_> = kijun_findings::Level::ALL
        .iter()
        .map(|level| (level.name().to_owned(), words.level(*level)))
        .collect();
    let sorts: Vec<_> =
        CauseSort::ALL.iter().map(|sort| (sort.name().to_owned(), words.sort(*sort))).collect();
    let units: std::collections::BTreeSet<&String> =
        diff.changes.iter().filter_map(|change| change.unit.as_ref()).collect();
    let units: Vec<_> = units.into_iter().map(|unit| (unit.clone(), words.unit(diff, unit))).collect();
    let choices = [("class", classes), ("level", levels), ("sort", sorts), ("unit", units)];
    let choices = choices.iter().map(|(name, options)| choice(words, name, options));
    format!(
        "<form id=\"filter\" role=\"search\" hidden>\n{}<label>{} <input type=\"search\" name=\"text\"></label>\n<output data-of=\"{}\"></output>\n</form>\n",
        choices.collect::<String>(),
        escaped(&words.word("diff-filter-text")),
        escaped(&words.word("diff-shown")),
    )
}

fn choice(words: &DiffWords, name: &str, options: &[(String, String)]) -> String {
    let all = escaped(&words.word("diff-filter-all"));
    let option = |(value, shown): &(String, String)| {
        format!("<option value=\"{}\">{}</option>\n", escaped(value), escaped(shown))
    };
    format!(
        "<label>{} <select name=\"{name}\">\n<option value=\"\">{all}</option>\n{}</select></label>\n",
        escaped(&words.word(&format!("diff-column-{name}"))),
        options.iter().map(option).collect::<String>(),
    )
}

/// A table behind a line that one opens, with its first rows where they are too many.
fn folded(table: &Table, words: &DiffWords) -> String {
    let n = table.rows().count();
    let left = more(words, "diff-page-rows", n.saturating_sub(ROWS));
    let rows = first_rows(table, ROWS);
    format!("<details>\n<summary>{} ({n})</summary>\n{rows}{left}</details>\n", escaped(&table.title))
}

fn table(table: &Table) -> String {
    first_rows(table, usize::MAX)
}

fn first_rows(table: &Table, most: usize) -> String {
    let title = escaped(&table.title);
    let numbers: Vec<bool> = (0..table.head.len()).map(|column| table.is_number(column)).collect();
    let class = |i: usize| if numbers.get(i).copied().unwrap_or(false) { " class=\"num\"" } else { "" };
    let named = |(i, cell): (usize, &String)| format!("<th scope=\"col\"{}>{}</th>", class(i), escaped(cell));
    let head: String = table.head.iter().enumerate().map(named).collect();
    let cell = |(i, text): (usize, String)| {
        let class = class(i);
        let text = escaped(&text).replace('\n', "<br>");
        if i == 0 { format!("<th scope=\"row\">{text}</th>") } else { format!("<td{class}>{text}</td>") }
    };
    let row = |row: Vec<String>| {
        format!("<tr>{}</tr>\n", row.into_iter().enumerate().map(cell).collect::<String>())
    };
    format!(
        "<div class=\"scroll\" role=\"region\" aria-label=\"{title}\" tabindex=\"0\">\n<table>\n<caption>{title}</caption>\n\
         <thead><tr>{head}</tr></thead>\n<tbody>\n{}</tbody>\n</table>\n</div>\n",
        table.rows().take(most).map(row).collect::<String>(),
    )
}
