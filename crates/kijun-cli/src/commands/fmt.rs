//! `kijun fmt`: rule files in the one layout.

use std::io::Read as _;
use std::path::{Path, PathBuf};

use kijun::RuleTexts;
use kijun_fmt::Formatted;
use similar::TextDiff;

use super::Cx;
use crate::args::FmtArgs;
use crate::exit::Exit;

/// Lays out the project's rules, those at the given paths, or standard input.
pub(crate) fn run(cx: &Cx<'_>, args: &FmtArgs) -> Exit {
    if args.paths == [PathBuf::from("-")] {
        return standard_input(cx, args);
    }
    let root = if args.paths.is_empty() { cx.root() } else { Some(PathBuf::new()) };
    let Some(root) = root else {
        cx.complain("no-project", &[("manifest", kijun::MANIFEST.into())]);
        return Exit::BadInput;
    };
    let texts =
        if args.paths.is_empty() { kijun::project_texts(&root) } else { kijun::texts_at(&args.paths) };
    cx.diagnostics_in(Some(&root), &texts.sources, &texts.diagnostics);
    let exit = if texts.diagnostics.has_errors() { Exit::BadInput } else { Exit::Fine };
    texts.files.iter().fold(exit, |exit, (file, path)| {
        let Some(text) = texts.sources.get(*file).text() else { return exit };
        let formatted = kijun_fmt::format_file(*file, text);
        exit.max(wrong(cx, &root, &texts, &formatted)).max(file_laid_out(
            cx,
            args,
            (texts.sources.get(*file).name(), path),
            &formatted,
        ))
    })
}

/// Says what is wrong with a file.
fn wrong(cx: &Cx<'_>, root: &Path, texts: &RuleTexts, formatted: &Formatted) -> Exit {
    cx.diagnostics_in(Some(root), &texts.sources, &formatted.diagnostics);
    if formatted.diagnostics.has_errors() { Exit::BadInput } else { Exit::Fine }
}

/// Writes a file that changes, or says that it would.
fn file_laid_out(cx: &Cx<'_>, args: &FmtArgs, (name, path): (&str, &Path), formatted: &Formatted) -> Exit {
    // Compared with what is there, byte for byte: a byte order mark and the lines' ends are layout too.
    let there = std::fs::read(path).unwrap_or_default();
    if there == formatted.text.as_bytes() {
        return Exit::Fine;
    }
    if args.check || args.diff {
        return told(cx, args, name, &String::from_utf8_lossy(&there), &formatted.text);
    }
    if let Err(exit) = write(cx, path, &formatted.text) {
        return exit;
    }
    if cx.common.quiet {
        return Exit::Fine;
    }
    cx.show(&format!("{}\n", cx.catalogue.text("fmt-written", &[("path", name.into())])))
}

/// Writes over a file, unless it is not to be written. A link stays one: what it leads to is written.
fn write(cx: &Cx<'_>, path: &Path, text: &str) -> Result<(), Exit> {
    let wrong = |error: std::io::Error| cx.cannot_write(path, &error.to_string());
    let target = std::fs::canonicalize(path).map_err(wrong)?;
    let permissions = std::fs::metadata(&target).map_err(wrong)?.permissions();
    if permissions.readonly() {
        return Err(wrong(std::io::ErrorKind::PermissionDenied.into()));
    }
    cx.write(&target, text.as_bytes())?;
    std::fs::set_permissions(&target, permissions).map_err(wrong)
}

fn told(cx: &Cx<'_>, args: &FmtArgs, name: &str, old: &str, new: &str) -> Exit {
    let listed = if args.check { cx.show(&format!("{name}\n")) } else { Exit::Fine };
    let printed = if args.diff { cx.print(&diff(name, old, new)) } else { Exit::Fine };
    Exit::Findings.max(listed).max(printed)
}

fn diff(name: &str, old: &str, new: &str) -> String {
    let diff = TextDiff::from_lines(old, new);
    diff.unified_diff().header(&format!("{name} (as it is)"), &format!("{name} (laid out)")).to_string()
}

fn standard_input(cx: &Cx<'_>, args: &FmtArgs) -> Exit {
    let mut text = String::new();
    if let Err(error) = std::io::stdin().lock().read_to_string(&mut text) {
        cx.complain("fmt-unreadable", &[("why", error.to_string().into())]);
        return Exit::BadInput;
    }
    let mut texts = RuleTexts::default();
    let unmarked = text.strip_prefix('\u{feff}').unwrap_or(&text);
    let file = texts.sources.add("-", unmarked);
    let formatted = kijun_fmt::format_file(file, unmarked);
    let exit = wrong(cx, Path::new(""), &texts, &formatted);
    let laid_out = match () {
        () if !(args.check || args.diff) => cx.print(&formatted.text),
        () if text == formatted.text => Exit::Fine,
        () => told(cx, args, "-", &text, &formatted.text),
    };
    exit.max(laid_out)
}
