//! Other rules held against the evidence of a run: what they would have found.

use std::path::Path;

use kijun::{Impact, ImpactError};

use super::runs;
use crate::args::{DiffArgs, DiffFormat};
use crate::commands::Cx;
use crate::exit::Exit;
use crate::files::with_ending;

/// Judges the run's evidence by the new rules, prints what would be different, and answers by the exit code.
pub(super) fn run(cx: &Cx<'_>, args: &DiffArgs) -> Exit {
    match compared(cx, args) {
        Ok(exit) | Err(exit) => exit,
    }
}

fn compared(cx: &Cx<'_>, args: &DiffArgs) -> Result<Exit, Exit> {
    let as_of = cx.day(args.as_of.as_deref()).map_err(|()| Exit::BadInput)?;
    let missing = args.rules.iter().find(|path| !path.exists());
    if let Some(path) = missing {
        return Err(complain(cx, "impact-not-there", path));
    }
    let run = runs::side(cx, &args.old, args.old_project.as_deref())?;
    let rules = args.rules.iter().flat_map(|path| with_ending(path, &["kijun", "yaml"]));
    let read = runs::read(&run, &args.old, args.old_project.as_deref()).into_iter().chain(rules);
    cx.spares(args.output.as_deref(), &read.collect::<Vec<_>>())?;
    let impact = kijun::impact(&run, &args.rules, as_of, runs::options(args));
    let impact = impact.map_err(|error| not_judged(cx, args, error))?;
    cx.diagnostics(&impact.loaded, &impact.loaded.sources, &impact.left_out);
    let told = tell(cx, args, &impact);
    Ok(told.max(runs::print(cx, args, &impact.diff, &run.record)).max(runs::verdict(args, &impact.diff)))
}

fn complain(cx: &Cx<'_>, key: &str, path: &Path) -> Exit {
    cx.complain(key, &[("path", path.display().to_string().into())]);
    Exit::BadInput
}

/// Says why nothing was judged.
fn not_judged(cx: &Cx<'_>, args: &DiffArgs, error: ImpactError) -> Exit {
    match error {
        ImpactError::NoRules => cx.complain("impact-no-rules", &[]),
        ImpactError::Gone(files) => {
            for file in files {
                cx.complain("impact-gone", &[("path", file.path.into())]);
            }
            return complain(cx, "impact-inputs", &args.old);
        }
        ImpactError::Wrong(loaded) => {
            cx.diagnostics(&loaded, &loaded.sources, &loaded.diagnostics);
            cx.complain("impact-wrong", &[]);
        }
    }
    Exit::BadInput
}

/// Says that nothing of this has happened: above what people read in one piece, else aside.
fn tell(cx: &Cx<'_>, args: &DiffArgs, impact: &Impact) -> Exit {
    let rules: Vec<String> = args.rules.iter().map(|path| path.display().to_string()).collect();
    let (rules, diff) = (rules.join(", "), &impact.diff);
    let days = [
        ("rules", rules.into()),
        ("project", diff.old.project.as_str().into()),
        ("today", diff.new.today.as_str().into()),
        ("as-of", diff.new.as_of.as_str().into()),
    ];
    let mut words = vec![cx.catalogue.text("impact-head", &days)];
    if let Some(edition) = &impact.moved_by {
        let args = [("edition", edition.as_str().into()), ("as-of", diff.new.as_of.as_str().into())];
        words.push(cx.catalogue.text("impact-moved", &args));
    }
    if !impact.besides.is_empty() {
        let besides = impact.besides.join(", ");
        words.push(cx.catalogue.text("impact-besides", &[("editions", besides.into())]));
    }
    match args.format {
        DiffFormat::Human if args.output.is_none() => cx.show(&lines(&words)),
        DiffFormat::Markdown if args.output.is_none() => cx.print(
            &words.iter().map(|words| format!("> {words}\n")).chain(["\n".to_owned()]).collect::<String>(),
        ),
        _ => {
            cx.print_aside(&lines(&words));
            Exit::Fine
        }
    }
}

/// Sentences in lines that a screen holds, and an empty one.
fn lines(words: &[String]) -> String {
    let wrapped = words.iter().flat_map(|words| crate::screen::wrap(words, crate::screen::columns()));
    wrapped.chain([String::new()]).map(|words| format!("{words}\n")).collect()
}
