//! Files that are written whole or not at all.

use std::io::Write as _;
use std::path::Path;

/// Writes beside the target and renames, so that no half-written file is ever there.
pub(crate) fn write_whole(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let folder = path.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut file = readable().tempfile_in(folder)?;
    file.write_all(bytes)?;
    file.persist(path)?;
    Ok(())
}

/// Whether something else is there already: what people may have filled in or agreed upon, and must not lose.
pub(crate) fn holds_other(path: &Path, bytes: &[u8]) -> bool {
    match std::fs::read(path) {
        Ok(there) => there != bytes,
        // What is there and cannot be read is not ours to replace.
        Err(error) => error.kind() != std::io::ErrorKind::NotFound,
    }
}

/// A temporary file that may be read by whom the user lets read new files; by itself one would be private.
fn readable() -> tempfile::Builder<'static, 'static> {
    #[cfg_attr(not(unix), expect(unused_mut, reason = "only Unix has such permissions"))]
    let mut builder = tempfile::Builder::new();
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    builder
}
