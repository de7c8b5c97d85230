//! `kijun init`: a project to begin with.

use std::fs;
use std::path::{Path, PathBuf};

use kijun::Template;

use super::Cx;
use crate::args::{InitArgs, TemplateArg};
use crate::exit::Exit;

/// Writes the files of a project into a folder; none of them, if one is there already.
pub(crate) fn run(cx: &Cx<'_>, args: &InitArgs) -> Exit {
    let folder = args.folder.as_deref().or(cx.common.project.as_deref()).unwrap_or(Path::new("."));
    let template = match args.template {
        TemplateArg::Minimal => Template::Minimal,
        TemplateArg::Ministry => Template::Ministry,
    };
    let files: Vec<(PathBuf, &str)> =
        template.files().iter().map(|(path, text)| (inside(folder, path), *text)).collect();
    // What a link leads to is there, wherever that is.
    let taken: Vec<&PathBuf> =
        files.iter().map(|(path, _)| path).filter(|path| path.symlink_metadata().is_ok()).collect();
    if !taken.is_empty() {
        for path in taken {
            cx.complain("init-taken", &[("path", path.display().to_string().into())]);
        }
        cx.complain("init-nothing-written", &[]);
        return Exit::BadInput;
    }
    match files.iter().try_for_each(|(path, text)| write(cx, path, text)) {
        Ok(()) => done(cx, folder, &files),
        Err(exit) => exit,
    }
}

/// A path in the folder, as one would write it.
fn inside(folder: &Path, path: &str) -> PathBuf {
    if folder == Path::new(".") { PathBuf::from(path) } else { folder.join(path) }
}

fn write(cx: &Cx<'_>, path: &Path, text: &str) -> Result<(), Exit> {
    let folder = path.parent().unwrap_or(Path::new(""));
    fs::create_dir_all(folder).map_err(|error| cx.cannot_write(folder, &error.to_string()))?;
    cx.write(path, text.as_bytes())
}

/// What was written, and what to do next.
fn done(cx: &Cx<'_>, folder: &Path, files: &[(PathBuf, &str)]) -> Exit {
    if cx.common.quiet {
        return Exit::Fine;
    }
    let mut text: String = files.iter().map(|(path, _)| format!("{}\n", path.display())).collect();
    let project = match folder == Path::new(".") {
        true => String::new(),
        false => format!(" --project {}", folder.display()),
    };
    text.push('\n');
    text.push_str(&cx.catalogue.text("init-next", &[("project", project.into())]));
    text.push('\n');
    cx.show(&text)
}
