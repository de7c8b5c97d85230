//! What a diff must name as the cause, for one thing that was changed: that thing, where it stands, and nothing else.

use kijun_findings::{Aspect, Cause, ExceptionPart, Found, Location, RuleEvent, SubjectRef};

use crate::mutation::{Mutation, ServerField};
use crate::project::{Project, day};

/// Whether a cause names what was changed.
pub(crate) fn names(mutation: &Mutation, old: &Project, new: &Project, cause: &Cause) -> bool {
    let left = |wanted: SubjectRef| *cause == Cause::SubjectLeft { subject: wanted };
    let appeared = |wanted: SubjectRef| *cause == Cause::SubjectAppeared { subject: wanted };
    match mutation {
        Mutation::Server(i, field) => {
            is_value_of_server(*field, [&old.servers[*i], &new.servers[*i]], *i, cause)
        }
        Mutation::ServerAdded => appeared(subject("server", "s9")),
        Mutation::ServerRemoved(i) => left(subject("server", &format!("s{}", old.servers[*i].id))),
        Mutation::PersonAdded => appeared(subject("person", "p9")),
        Mutation::PersonRemoved(i) => left(subject("person", &format!("p{}", old.people[*i].id))),
        Mutation::OnDuty(i) => {
            let values = [&old.people[*i], &new.people[*i]].map(|person| person.on_duty.to_string());
            let id = format!("p{}", old.people[*i].id);
            is_value(cause, "on_duty", (&subject("person", &id), values), ("people.csv", i + 2, 4))
        }
        Mutation::Completed(i) => {
            let values =
                [&old.trainings[*i], &new.trainings[*i]].map(|training| training.completed.to_string());
            let id = format!("t{}", old.trainings[*i].id);
            is_value(cause, "completed", (&subject("training", &id), values), ("training.csv", i + 2, 7))
        }
        Mutation::TrainingAdded(_) => appeared(subject("training", "t9")),
        Mutation::TrainingRemoved(i) => left(subject("training", &format!("t{}", old.trainings[*i].id))),
        Mutation::Length(i, _) => {
            let [was, is] = [old, new].map(|p| format!("password.length >= {}", p.rules.length[*i]));
            let clause = ["government@2011-04-01:1.1#length", "ministry@2011-04-01:2.1#length"][*i];
            is_rule(cause, clause, (Aspect::Strength, &was, &is), ["government.kijun", "ministry.kijun"][*i])
        }
        Mutation::Patched(_) => {
            let [was, is] = [old, new].map(|p| format!("age(patched_on) <= {} days", p.rules.patched));
            is_rule(cause, PATCHES, (Aspect::Timeframe, &was, &is), "ministry.kijun")
        }
        Mutation::Fresh(_) => {
            let [was, is] = [old, new].map(|p| format!("evidence at most {} months old", p.rules.fresh));
            is_rule(cause, "government@2011-04-01:1.2#1", (Aspect::Timeframe, &was, &is), "government.kijun")
        }
        Mutation::Force => is_rule(cause, PATCHES, (Aspect::Force, "must", "should"), "ministry.kijun"),
        Mutation::Scope => {
            is_rule(cause, PATCHES, (Aspect::Scope, "server", "server where internet"), "ministry.kijun")
        }
        Mutation::ExceptionAdded(_) => {
            let Cause::ExceptionGranted { exception, from, at } = cause else { return false };
            (exception.as_str(), from.as_deref()) == ("EX-9", Some("2011-04-01")) && is_in_exceptions(at)
        }
        Mutation::ExceptionRemoved(i) => {
            let Cause::ExceptionWithdrawn { exception, at, .. } = cause else { return false };
            *exception == old.exceptions[*i].id && is_in_exceptions(at)
        }
        Mutation::Until(i, _) => {
            let [was, is] = [old, new].map(|project| day(i64::from(project.exceptions[*i].until)));
            is_of_exception(cause, &old.exceptions[*i].id, (ExceptionPart::Until, &was, &is))
        }
        Mutation::Today(_) => is_of_day(cause, old, new),
        Mutation::By | Mutation::Renamed | Mutation::Reversed | Mutation::Commented => false,
    }
}

const PATCHES: &str = "ministry@2011-04-01:2.2#1";

fn subject(kind: &str, key: &str) -> SubjectRef {
    SubjectRef { kind: kind.to_owned(), key: key.to_owned() }
}

/// How many causes it must be, where that is more than one.
pub(crate) fn at_least(mutation: &Mutation, old: &Project) -> usize {
    match mutation {
        Mutation::Server(i, ServerField::Fix(days)) => {
            old.servers[*i].fix.iter().zip(days).filter(|(was, is)| was != is).count()
        }
        _ => 1,
    }
}

/// A value of a server: each has nine lines, in this order.
fn is_value_of_server(
    field: ServerField,
    sides: [&crate::project::Server; 2],
    i: usize,
    cause: &Cause,
) -> bool {
    let ago = |days: u32| day(-i64::from(days));
    let of = subject("server", &format!("s{}", sides[0].id));
    if let ServerField::Fix(_) = field {
        let is_day = |day: usize, path: &str, column: usize| {
            let values = sides.map(|server| ago(server.fix[day]));
            values[0] != values[1]
                && is_value(cause, path, (&of, values), ("servers.yaml", i * 9 + 8, column))
        };
        return is_day(0, "fix.released_on", 23) || is_day(1, "fix.applied_on", 47);
    }
    let (path, line, column) = match field {
        ServerField::Internet => ("internet".to_owned(), 2, 13),
        ServerField::Length(_) => ("password.length".to_owned(), 3, 23),
        ServerField::Account(a) => (format!("accounts[a{a}].mfa"), 4, 0),
        ServerField::Patched(_) => ("patched_on".to_owned(), 5, 15),
        ServerField::Backup => ("backup".to_owned(), 6, 11),
        ServerField::Taken(_) => ("taken".to_owned(), 7, 10),
        ServerField::Until(p, _) => (format!("programs[p{}{p}].until", sides[0].id), 9, 0),
        ServerField::Fix(_) => return false,
    };
    let values = sides.map(|server| match field {
        ServerField::Internet => server.internet.to_string(),
        ServerField::Length(_) => server.length.to_string(),
        ServerField::Account(a) => server.accounts[a].to_string(),
        ServerField::Patched(_) => ago(server.patched),
        ServerField::Backup => server.backup.to_string(),
        ServerField::Taken(_) => ago(server.taken),
        ServerField::Until(p, _) => day(i64::from(server.until[p])),
        ServerField::Fix(_) => String::new(),
    });
    is_value(cause, &path, (&of, values), ("servers.yaml", i * 9 + line, column))
}

/// A value, from what to what, in which line of which file, and in which column where one is given.
fn is_value(
    cause: &Cause,
    path: &str,
    (of, values): (&SubjectRef, [String; 2]),
    (file, line, column): (&str, usize, usize),
) -> bool {
    let Cause::Value { path: told, subject, before, after, at_before, at_after } = cause else {
        return false;
    };
    let at = |at: &Option<Location>| {
        at.as_ref().is_some_and(|at| {
            let same = at.column as usize == column || column == 0;
            at.file == format!("evidence/{file}") && at.line as usize == line && same
        })
    };
    let found = |found: &Found, value: &str| match found {
        Found::Value(text) | Found::Stale(text) => text == value,
        _ => false,
    };
    told == path
        && subject.as_ref().is_none_or(|subject| subject == of)
        && found(before, &values[0])
        && found(after, &values[1])
        && at(at_before)
        && at(at_after)
}

/// A clause that was changed in one way; or one that stands in a chain with it.
fn is_rule(cause: &Cause, cited: &str, (aspect, was, is): (Aspect, &str, &str), file: &str) -> bool {
    let Cause::Rule { event, before, after, dimensions, at_before, at_after } = cause else { return false };
    let [only] = &dimensions[..] else { return false };
    // What is said of documents is told of whole clauses.
    let clause = cited.split_once('#').map(|(clause, _)| clause);
    let is_cited = |told: Option<&str>| told.is_some() && (told == Some(cited) || told == clause);
    matches!(event, RuleEvent::Changed | RuleEvent::Above | RuleEvent::Below)
        && is_cited(before.as_deref())
        && is_cited(after.as_deref())
        && (only.dimension, only.before.as_deref(), only.after.as_deref()) == (aspect, Some(was), Some(is))
        && [at_before, at_after].into_iter().flatten().filter(|at| at.file == format!("rules/{file}")).count()
            == 2
}

fn is_in_exceptions(at: &Option<Location>) -> bool {
    at.as_ref().is_some_and(|at| at.file == "rules/exceptions.kijun")
}

/// An exception that was changed in one thing: it holds no more thereby, or again, or for others.
fn is_of_exception(cause: &Cause, id: &str, (part, was, is): (ExceptionPart, &str, &str)) -> bool {
    let Cause::ExceptionChanged { exception, parts, at_before, at_after, .. } = cause else { return false };
    let [only] = &parts[..] else { return false };
    exception == id
        && (only.part, only.before.as_deref(), only.after.as_deref()) == (part, Some(was), Some(is))
        && is_in_exceptions(at_before)
        && is_in_exceptions(at_after)
}

/// The program whose end came near between the two days: forwards the first of a server to do so, backwards each.
fn is_of_programs(path: &str, old: &Project, new: &Project) -> bool {
    let days = [old.today + 30, new.today + 30];
    let between = days[0].min(days[1])..days[0].max(days[1]);
    let is_of = |server: &crate::project::Server, i: usize| {
        let until = server.until[i];
        let is_first = server.until.iter().all(|other| *other >= until);
        path == format!("programs[p{}{i}].until", server.id)
            && between.contains(&until)
            && (old.today > new.today || is_first)
    };
    old.servers.iter().any(|server| is_of(server, 0) || is_of(server, 1))
}

/// The day itself, of a date that the rules look at; or an exception that lapses between the two days.
fn is_of_day(cause: &Cause, old: &Project, new: &Project) -> bool {
    let mut days = [old.today, new.today];
    days.sort_unstable();
    let of = |id: &str, last: &Option<String>| {
        let mut all = old.exceptions.iter().filter(|e| e.id == id && (days[0]..days[1]).contains(&e.until));
        all.any(|e| last.as_deref() == Some(&day(i64::from(e.until))))
    };
    match cause {
        Cause::Date { before, after, path } => {
            let [first, last] = days.map(|n| day(i64::from(n)));
            let path = path.as_deref();
            let is_program = || path.is_some_and(|path| is_of_programs(path, old, new));
            (before, after) == (&first, &last)
                && (matches!(path, Some("taken" | "patched_on")) || is_program())
        }
        Cause::ExceptionLapsed { exception, until, .. } => of(exception, until) && old.today < new.today,
        Cause::ExceptionBegan { exception, until, .. } => of(exception, until) && old.today > new.today,
        _ => false,
    }
}
