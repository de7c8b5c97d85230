//! A file as it is read: its bytes are counted and hashed on the way, whatever becomes of them, and decoded behind that.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read, Seek};
use std::path::Path;

use kijun_diag::FileId;

use crate::decoding::Decoding;
use crate::encoding::BOM;
use crate::manifest::Encoding;

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
    reader: BufReader<Decoding<Hashing>>,
    /// Whether it was told to be in another encoding, and begins like UTF-8.
    is_utf8: bool,
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
    /// Opens a file of an encoding and steps over a byte order mark.
    pub(crate) fn open(path: &Path, encoding: Encoding) -> io::Result<Input> {
        let mut file = File::open(path)?;
        let is_utf8 = encoding != Encoding::Utf8 && begins_as_utf8(&mut file)?;
        let hashing = Hashing { file, hasher: blake3::Hasher::new(), bytes: 0 };
        let decoding = Decoding::new(hashing, encoding);
        let mut reader = BufReader::with_capacity(1 << 16, decoding);
        if encoding == Encoding::Utf8 && reader.fill_buf()?.starts_with(BOM) {
            reader.consume(BOM.len());
        }
        Ok(Input { reader, is_utf8 })
    }

    /// Whether the file is in UTF-8, though another encoding was named. Most of it would decode, to wrong characters.
    pub(crate) fn is_utf8_after_all(&self) -> bool {
        self.is_utf8
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
    pub(crate) fn finish(self, file: FileId, path: String) -> io::Result<InputFile> {
        let mut rest = self.reader.into_inner().into_inner();
        io::copy(&mut rest, &mut io::sink())?;
        let Hashing { hasher, bytes, .. } = rest;
        Ok(InputFile { file, path, bytes, digest: hasher.finalize() })
    }
}

/// Whether the first part of a file is UTF-8 and holds a character of three bytes: three bytes of Shift_JIS or EUC-JP that
/// happen to fit are rare, and a page of them does not happen.
fn begins_as_utf8(file: &mut File) -> io::Result<bool> {
    let mut start = Vec::new();
    file.by_ref().take(1 << 16).read_to_end(&mut start)?;
    file.rewind()?;
    let text = match std::str::from_utf8(&start) {
        Ok(text) => text,
        // The last character may be cut in two.
        Err(error) if error.error_len().is_none() => {
            std::str::from_utf8(&start[..error.valid_up_to()]).unwrap_or("")
        }
        Err(_) => return Ok(false),
    };
    Ok(text.chars().any(|c| c.len_utf8() == 3))
}
