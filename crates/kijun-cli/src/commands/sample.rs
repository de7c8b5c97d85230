//! `kijun sample`: the samples that the manifest plans, drawn, written and verified.

mod verify;

use std::path::Path;

use kijun::{Draw, Loaded};

use super::Cx;
use super::questionnaire::not_written;
use crate::args::{SampleArgs, SheetFormat};
use crate::exit::Exit;
use crate::files;
use crate::render::sheets;

/// Draws and shows, writes where asked; or verifies a file.
pub(crate) fn run(cx: &Cx<'_>, args: &SampleArgs) -> Exit {
    let loaded = match cx.load() {
        Ok(loaded) => loaded,
        Err(exit) => return exit,
    };
    cx.diagnostics(&loaded, &loaded.sources, &loaded.diagnostics);
    if loaded.diagnostics.has_errors() {
        cx.complain("sheets-not-begun", &[]);
        return Exit::BadInput;
    }
    if let Some(file) = &args.verify {
        return verify::run(cx, &loaded, file);
    }
    let names = match names(cx, args, &loaded) {
        Ok(names) => names,
        Err(exit) => return exit,
    };
    let draws = names.iter().filter_map(|name| kijun::draw(&loaded, name, cx.catalogue.lang()));
    draws.map(|draw| of(cx, args, &loaded, &draw)).max().unwrap_or(Exit::Fault)
}

/// The samples that are asked for. A file holds one.
fn names(cx: &Cx<'_>, args: &SampleArgs, loaded: &Loaded) -> Result<Vec<String>, Exit> {
    let planned = kijun::samples(loaded);
    match &args.name {
        Some(name) if planned.contains(name) => Ok(vec![name.clone()]),
        Some(name) => {
            cx.complain("sample-unknown", &[("name", name.as_str().into())]);
            if let Some(near) = kijun_diag::nearest(name, planned.iter().map(String::as_str)) {
                cx.complain("did-you-mean", &[("name", near.into())]);
            }
            Err(Exit::BadInput)
        }
        None if planned.is_empty() => {
            cx.complain("sample-none", &[]);
            Err(Exit::Findings)
        }
        None if args.output.is_some() && planned.len() > 1 => {
            cx.complain("sample-which", &[]);
            Err(Exit::BadInput)
        }
        None => Ok(planned),
    }
}

/// Shows one sample, and writes it where asked.
fn of(cx: &Cx<'_>, args: &SampleArgs, loaded: &Loaded, draw: &Draw) -> Exit {
    cx.diagnostics(loaded, &draw.sources, &draw.diagnostics);
    if let Err(exit) = can_be_drawn(cx, draw) {
        return exit;
    }
    let whole = if draw.diagnostics.has_errors() { Exit::BadInput } else { Exit::Fine };
    let shown = cx.show(&sheets::sample(&cx.catalogue, draw));
    for stratum in draw.strata.iter().filter(|stratum| stratum.short) {
        let least = draw.at_least.to_string().into();
        let args = [
            ("stratum", stratum.name.as_str().into()),
            ("size", stratum.size.to_string().into()),
            ("least", least),
        ];
        cx.complain("sample-short", &args);
    }
    for (field, value) in &draw.empty {
        cx.complain("sample-empty", &[("field", field.as_str().into()), ("value", value.as_str().into())]);
    }
    let name = draw.sheet.name.as_str();
    let written = match &args.output {
        Some(path) => write(cx, args, path, draw),
        None => cx.show(&format!("{}\n", cx.catalogue.text("sample-where", &[("name", name.into())]))),
    };
    shown.max(written).max(whole)
}

/// Says why there is nothing to draw from, or why it cannot be.
fn can_be_drawn(cx: &Cx<'_>, draw: &Draw) -> Result<(), Exit> {
    let name = draw.sheet.name.as_str();
    let say = |key: &str, exit| {
        cx.complain(key, &[("name", name.into())]);
        Err(exit)
    };
    if draw.lost {
        return say("sample-lost", Exit::BadInput);
    }
    if let Some(key) = draw.twice.first() {
        cx.complain("sample-twice", &[("name", name.into()), ("subject", key.as_str().into())]);
        return Err(Exit::BadInput);
    }
    match (draw.in_force, draw.sheet.rows.is_empty()) {
        (false, _) => say("sample-not-in-force", Exit::Findings),
        (true, true) => say("sample-nobody", Exit::Findings),
        (true, false) => Ok(()),
    }
}

fn write(cx: &Cx<'_>, args: &SampleArgs, path: &Path, draw: &Draw) -> Exit {
    let shown = path.display().to_string();
    let is_workbook = path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("xlsx"));
    let by_name = if is_workbook { SheetFormat::Xlsx } else { SheetFormat::Csv };
    let bytes = match args.format.unwrap_or(by_name) {
        SheetFormat::Csv => Ok(draw.sheet.csv(&cx.catalogue).into_bytes()),
        SheetFormat::Xlsx => draw.sheet.xlsx(&cx.catalogue),
    };
    let bytes = match bytes {
        Ok(bytes) => bytes,
        Err(refused) => return not_written(cx, path, &refused),
    };
    if !args.overwrite && files::holds_other(path, &bytes) {
        cx.complain_wrapped("sheets-exists", &[("path", shown.as_str().into())]);
        return Exit::BadInput;
    }
    match cx.write(path, &bytes) {
        Ok(()) => cx.show(&format!("{}\n", cx.catalogue.text("sample-written", &[("path", shown.into())]))),
        Err(exit) => exit,
    }
}
