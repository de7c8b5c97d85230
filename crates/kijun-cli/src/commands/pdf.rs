//! A page to PDF, by a Chromium that is installed.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// Names under which Chromium is installed.
const NAMES: [&str; 5] =
    ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome-headless-shell"];

/// How long a page may take to print.
const PATIENCE: Duration = Duration::from_secs(120);

/// The browser that the environment names, else the first one on the path.
pub(crate) fn browser() -> Option<PathBuf> {
    if let Some(named) = std::env::var_os("KIJUN_CHROMIUM").filter(|named| !named.is_empty()) {
        return Some(PathBuf::from(named)).filter(|path| path.is_file());
    }
    let path = std::env::var_os("PATH")?;
    let folders: Vec<PathBuf> = std::env::split_paths(&path).collect();
    NAMES
        .iter()
        .flat_map(|name| folders.iter().map(move |folder| folder.join(name)))
        .find(|path| path.is_file())
}

/// Whether the machine has a font for a language, by its tag; `None` where nothing tells.
pub(crate) fn has_font(lang: &str) -> Option<bool> {
    let listed = Command::new("fc-list").arg(format!(":lang={lang}")).stderr(Stdio::null()).output().ok()?;
    listed.status.success().then_some(!listed.stdout.is_empty())
}

/// Prints a page, in a folder and with a profile of its own that are gone afterwards.
///
/// # Errors
///
/// Why there is no PDF.
pub(crate) fn print(browser: &Path, html: &str) -> Result<Vec<u8>, String> {
    let folder = tempfile::tempdir().map_err(|error| error.to_string())?;
    let (page, pdf) = (folder.path().join("report.html"), folder.path().join("report.pdf"));
    fs::write(&page, html).map_err(|error| error.to_string())?;
    let mut child =
        command(browser, folder.path(), &page, &pdf).spawn().map_err(|error| error.to_string())?;
    wait(&mut child)?;
    let bytes = fs::read(&pdf).map_err(|error| error.to_string())?;
    if bytes.starts_with(b"%PDF-") { Ok(bytes) } else { Err("the file is no PDF".to_owned()) }
}

fn command(browser: &Path, folder: &Path, page: &Path, pdf: &Path) -> Command {
    let mut command = Command::new(browser);
    command
        .args(["--headless", "--disable-gpu", "--no-first-run", "--disable-background-networking"])
        .args(["--disable-component-update", "--disable-sync", "--disable-extensions"])
        .args(["--disable-dev-shm-usage", "--no-pdf-header-footer", "--generate-pdf-document-outline"])
        .arg(format!("--user-data-dir={}", folder.join("profile").display()))
        .arg(format!("--print-to-pdf={}", pdf.display()))
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    if is_root() {
        // Chromium does not start its sandbox for the superuser.
        command.arg("--no-sandbox");
    }
    command.arg(format!("file://{}", page.display()));
    command
}

fn wait(child: &mut Child) -> Result<(), String> {
    let start = Instant::now();
    loop {
        match child.try_wait().map_err(|error| error.to_string())? {
            Some(status) if status.success() => return Ok(()),
            Some(status) => return Err(status.to_string()),
            None if start.elapsed() > PATIENCE => {
                // It may have ended just now; either way it is gone.
                let _ = child.kill();
                let _ = child.wait();
                return Err(format!("no end after {} s", PATIENCE.as_secs()));
            }
            None => std::thread::sleep(Duration::from_millis(50)),
        }
    }
}

/// Whether the files that we make belong to the superuser.
#[cfg(unix)]
fn is_root() -> bool {
    use std::os::unix::fs::MetadataExt as _;
    tempfile::tempfile().and_then(|file| file.metadata()).is_ok_and(|metadata| metadata.uid() == 0)
}

#[cfg(not(unix))]
fn is_root() -> bool {
    false
}
