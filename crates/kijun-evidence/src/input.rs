//! A file as it is read: its bytes are counted and hashed on the way, whatever becomes of them.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::Path;

use kijun_diag::FileId;

use crate::encoding::BOM;

/// A file that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InputFile {
    /// Its number.
    pub file: FileId,
    /// Its name, relative to the project, with forward slashes.
    pub path: String,
    /// Its length in bytes.
    pub bytes: u64,
    /// The digest of all its bytes.
    pub digest: blake3::Hash,
}

/// A file being read.
pub(crate) struct Input {
    reader: BufReader<Hashing>,
}

/// What a bounded read gave.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Got {
    /// All that was asked for.
    All,
    /// More than the bound.
    TooMuch,
    /// Nothing: the file is at its end.
    End,
}

struct Hashing {
    file: File,
    hasher: blake3::Hasher,
    bytes: u64,
}

impl Read for Hashing {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let n = self.file.read(buffer)?;
        self.hasher.update(&buffer[..n]);
        self.bytes += n as u64;
        Ok(n)
    }
}

impl Input {
    /// Opens a file and steps over a byte order mark.
    pub(crate) fn open(path: &Path) -> io::Result<Input> {
        let hashing = Hashing { file: File::open(path)?, hasher: blake3::Hasher::new(), bytes: 0 };
        let mut reader = BufReader::with_capacity(1 << 16, hashing);
        if reader.fill_buf()?.starts_with(BOM) {
            reader.consume(BOM.len());
        }
        Ok(Input { reader })
    }

    /// The stream of its bytes.
    pub(crate) fn stream(&mut self) -> &mut impl BufRead {
        &mut self.reader
    }

    /// All of it, if it is not longer than the bound.
    pub(crate) fn whole(&mut self, most: u64, into: &mut Vec<u8>) -> io::Result<Got> {
        self.reader.by_ref().take(most.saturating_add(1)).read_to_end(into)?;
        Ok(if into.len() as u64 > most { Got::TooMuch } else { Got::All })
    }

    /// The next line, without its end. A line that is longer than the bound is stepped over.
    pub(crate) fn line(&mut self, most: u64, into: &mut Vec<u8>) -> io::Result<Got> {
        into.clear();
        let n = self.reader.by_ref().take(most.saturating_add(1)).read_until(b'\n', into)?;
        if n == 0 {
            return Ok(Got::End);
        }
        let ended = into.last() == Some(&b'\n');
        if n as u64 > most && !ended {
            self.reader.skip_until(b'\n')?;
            return Ok(Got::TooMuch);
        }
        into.truncate(into.trim_ascii_end().len());
        Ok(Got::All)
    }

    /// Reads what is left, so that length and digest are those of the whole file.
    pub(crate) fn finish(mut self, file: FileId, path: String) -> io::Result<InputFile> {
        io::copy(&mut self.reader, &mut io::sink())?;
        let Hashing { hasher, bytes, .. } = self.reader.into_inner();
        Ok(InputFile { file, path, bytes, digest: hasher.finalize() })
    }
}
