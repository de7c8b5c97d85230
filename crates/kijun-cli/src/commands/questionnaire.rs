//! `kijun questionnaire`: a sheet for each role with the questions that it must answer.

use std::path::{Path, PathBuf};

use kijun::{Loaded, QuestionnaireOptions, Questionnaires, RoleSheet};
use kijun_diag::Arg;
use kijun_report::Refused;

use super::Cx;
use crate::args::{QuestionnaireArgs, SheetFormat};
use crate::exit::Exit;
use crate::files;
use crate::render::sheets;

/// A file to write, and its bytes.
struct File<'a> {
    path: PathBuf,
    bytes: Vec<u8>,
    of: &'a RoleSheet,
}

/// Asks, writes, says what was written, and answers by the exit code.
pub(crate) fn run(cx: &Cx<'_>, args: &QuestionnaireArgs) -> Exit {
    let Ok(as_of) = cx.day(args.as_of.as_deref()) else { return Exit::BadInput };
    let loaded = match cx.load() {
        Ok(loaded) => loaded,
        Err(exit) => return exit,
    };
    if let Some(role) = args.role.as_ref().filter(|role| !kijun::roles(&loaded).contains(role)) {
        return unknown_role(cx, &loaded, role);
    }
    let lang = cx.catalogue.lang();
    let options = QuestionnaireOptions { as_of, role: args.role.clone(), blank: args.blank, lang };
    let Some(asked) = kijun::questionnaires(&loaded, &options) else {
        cx.diagnostics(&loaded, &loaded.sources, &loaded.diagnostics);
        cx.complain("sheets-not-begun", &[]);
        return Exit::BadInput;
    };
    cx.diagnostics(&loaded, &asked.sources, &loaded.diagnostics);
    cx.diagnostics(&loaded, &asked.sources, &asked.diagnostics);
    let whole = if asked.diagnostics.has_errors() { Exit::BadInput } else { Exit::Fine };
    match write_all(cx, args, &loaded, &asked) {
        Ok(written) => written.max(shortcomings(cx, args, &asked)).max(whole),
        Err(exit) => exit,
    }
}

fn unknown_role(cx: &Cx<'_>, loaded: &Loaded, role: &str) -> Exit {
    cx.complain("questionnaire-unknown-role", &[("role", role.into())]);
    let known = kijun::roles(loaded);
    if let Some(near) = kijun_diag::nearest(role, known.iter().map(String::as_str)) {
        cx.complain("did-you-mean", &[("name", near.into())]);
    }
    Exit::BadInput
}

/// Writes every sheet that asks something of somebody, or none of them.
fn write_all(
    cx: &Cx<'_>,
    args: &QuestionnaireArgs,
    loaded: &Loaded,
    asked: &Questionnaires,
) -> Result<Exit, Exit> {
    let sheets = asked.sheets.iter().filter(|of| !of.sheet.rows.is_empty());
    let files = sheets.map(|of| file(cx, args, of)).collect::<Result<Vec<File<'_>>, Exit>>()?;
    if files.is_empty() {
        return Ok(Exit::Fine);
    }
    folder(cx, &args.output)?;
    let others = files.iter().filter(|file| !args.overwrite && files::holds_other(&file.path, &file.bytes));
    let others: Vec<&Path> = others.map(|file| file.path.as_path()).collect();
    for other in &others {
        cx.complain_wrapped("sheets-exists", &[("path", other.display().to_string().into())]);
    }
    if !others.is_empty() {
        return Err(Exit::BadInput);
    }
    for file in &files {
        cx.write(&file.path, &file.bytes)?;
        met_as_evidence(cx, loaded, &file.path);
    }
    let written = files.iter().map(|file| (file.of, file.path.display().to_string()));
    Ok(cx.show(&sheets::written(&cx.catalogue, written)))
}

fn file<'a>(cx: &Cx<'_>, args: &QuestionnaireArgs, of: &'a RoleSheet) -> Result<File<'a>, Exit> {
    let path = args.output.join(format!("{}.{}", of.role, args.format.extension()));
    let bytes = match args.format {
        SheetFormat::Csv => of.sheet.csv(&cx.catalogue).into_bytes(),
        SheetFormat::Xlsx => {
            of.sheet.xlsx(&cx.catalogue).map_err(|refused| not_written(cx, &path, &refused))?
        }
    };
    Ok(File { path, bytes, of })
}

/// Says why a workbook cannot hold something.
pub(super) fn not_written(cx: &Cx<'_>, path: &Path, refused: &Refused) -> Exit {
    let text = |key: &str, args: &[(&'static str, Arg)]| cx.catalogue.text(key, args);
    let why = match refused {
        Refused::KeyTooLong { key, length, most } => {
            let [length, most] = [length, most].map(|n| Arg::from(n.to_string()));
            let args = [("key", key.as_str().into()), ("length", length), ("most", most)];
            cx.complain_wrapped("sheets-key-too-long", &args);
            return Exit::BadInput;
        }
        Refused::TooManyRows(n) => text("sheets-too-many-rows", &[("n", (*n).into())]),
        Refused::TooLong(begins) => text("sheets-too-long", &[("text", begins.as_str().into())]),
        Refused::Format(why) => why.clone(),
    };
    cx.complain("cannot-write", &[("path", path.display().to_string().into()), ("why", why.into())]);
    Exit::BadInput
}

fn folder(cx: &Cx<'_>, path: &Path) -> Result<(), Exit> {
    if path.exists() && !path.is_dir() {
        cx.complain("sheets-not-a-folder", &[("path", path.display().to_string().into())]);
        return Err(Exit::BadInput);
    }
    std::fs::create_dir_all(path).map_err(|error| cx.cannot_write(path, &error.to_string()))
}

/// Says so where an audit would read the file that was just written, which nobody has filled in yet.
fn met_as_evidence(cx: &Cx<'_>, loaded: &Loaded, path: &Path) {
    let (Ok(root), Ok(whole)) = (loaded.root.canonicalize(), path.canonicalize()) else { return };
    let Ok(inside) = whole.strip_prefix(root) else { return };
    let inside = inside.to_string_lossy().replace('\\', "/");
    if let Some(pattern) = loaded.plan.as_ref().and_then(|plan| plan.reads(&inside)) {
        cx.complain("sheets-met", &[("path", inside.as_str().into()), ("pattern", pattern.into())]);
    }
}

/// What keeps questions from being answered.
fn shortcomings(cx: &Cx<'_>, args: &QuestionnaireArgs, asked: &Questionnaires) -> Exit {
    let mut exit = Exit::Fine;
    let mut say = |key: &str, name: &'static str, text: &str| {
        cx.complain(key, &[(name, text.into())]);
        exit = Exit::Findings;
    };
    match (asked.sheets.is_empty(), &args.role) {
        (true, Some(role)) => say("questionnaire-nothing-for", "role", role),
        (true, None) if asked.unassigned.is_empty() => say("questionnaire-nothing", "role", ""),
        _ => {}
    }
    if asked.lost {
        say("questionnaire-lost", "role", "");
    }
    for statement in asked.unassigned.iter().filter(|_| args.role.is_none()) {
        say("questionnaire-unassigned", "statement", statement);
    }
    for sheet in &asked.sheets {
        if sheet.sheet.rows.is_empty() {
            say("questionnaire-no-subject", "role", &sheet.role);
        } else if sheet.n_holders == Some(0) {
            say("questionnaire-nobody", "role", &sheet.role);
        }
    }
    exit
}
