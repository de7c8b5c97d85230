//! Bytes of another encoding to UTF-8, as they are read; strictly: what does not decode ends the file, with its place.

use std::fmt;
use std::io::{self, Read};

use encoding_rs::{Decoder, DecoderResult, EUC_JP, SHIFT_JIS};

use crate::manifest::Encoding;

/// A stream of UTF-8, whatever its bytes were.
pub(crate) struct Decoding<R> {
    inner: R,
    /// `None`: the bytes are passed on as they are.
    table: Option<Table>,
}

struct Table {
    name: &'static str,
    decoder: Decoder,
    /// Bytes that were read and not decoded yet: all of `bytes` from `next` to `end`.
    bytes: Box<[u8]>,
    next: usize,
    end: usize,
    /// Whether the bytes are at their end.
    ended: bool,
    /// Where the next character stands.
    line: u32,
    column: u32,
    fault: Option<Undecodable>,
}

/// Bytes that mean nothing in the encoding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Undecodable {
    /// The encoding.
    pub(crate) encoding: &'static str,
    /// The line, from 1.
    pub(crate) line: u32,
    /// The column in characters, from 1.
    pub(crate) column: u32,
}

impl fmt::Display for Undecodable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "not {} at {}:{}", self.encoding, self.line, self.column)
    }
}

impl std::error::Error for Undecodable {}

impl Undecodable {
    /// The fault behind an error of reading, if that is what it was.
    pub(crate) fn of(error: &io::Error) -> Option<&Undecodable> {
        error.get_ref()?.downcast_ref()
    }
}

/// So many bytes are decoded at once.
const CHUNK: usize = 1 << 14;

impl<R: Read> Decoding<R> {
    pub(crate) fn new(inner: R, encoding: Encoding) -> Decoding<R> {
        let table = match encoding {
            Encoding::Utf8 => None,
            Encoding::ShiftJis => Some(SHIFT_JIS),
            Encoding::EucJp => Some(EUC_JP),
        };
        let table = table.map(|table| Table {
            name: encoding.name(),
            decoder: table.new_decoder_without_bom_handling(),
            bytes: vec![0; CHUNK].into(),
            next: 0,
            end: 0,
            ended: false,
            line: 1,
            column: 1,
            fault: None,
        });
        Decoding { inner, table }
    }

    /// The stream of bytes, decoded or not.
    pub(crate) fn into_inner(self) -> R {
        self.inner
    }
}

impl<R: Read> Read for Decoding<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        match &mut self.table {
            None => self.inner.read(buffer),
            // A character takes up to four bytes; whoever asks for fewer would wait for ever.
            Some(_) if buffer.len() < 4 => Err(io::ErrorKind::InvalidInput.into()),
            Some(table) => table.read(&mut self.inner, buffer),
        }
    }
}

impl Table {
    fn read(&mut self, inner: &mut impl Read, buffer: &mut [u8]) -> io::Result<usize> {
        loop {
            if let Some(fault) = &self.fault {
                return Err(io::Error::other(fault.clone()));
            }
            if self.next == self.end && !self.ended {
                (self.next, self.end) = (0, inner.read(&mut self.bytes)?);
                self.ended = self.end == 0;
            }
            let rest = &self.bytes[self.next..self.end];
            let (result, used, n) = self.decoder.decode_to_utf8_without_replacement(rest, buffer, self.ended);
            self.next += used;
            self.advance(&buffer[..n]);
            if let DecoderResult::Malformed(..) = result {
                let (line, column) = (self.line, self.column);
                self.fault = Some(Undecodable { encoding: self.name, line, column });
            }
            if n > 0 || (self.ended && self.fault.is_none()) {
                return Ok(n);
            }
        }
    }

    fn advance(&mut self, text: &[u8]) {
        for byte in text {
            match byte {
                b'\n' => (self.line, self.column) = (self.line.saturating_add(1), 1),
                byte if byte & 0xC0 != 0x80 => self.column = self.column.saturating_add(1),
                _ => {}
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Gives one byte at a time.
    struct Drops<'a>(&'a [u8]);

    impl Read for Drops<'_> {
        fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
            let n = self.0.len().min(1);
            buffer[..n].copy_from_slice(&self.0[..n]);
            self.0 = &self.0[n..];
            Ok(n)
        }
    }

    fn decode(encoding: Encoding, bytes: &[u8]) -> (String, Option<Undecodable>) {
        let (mut reader, mut text) = (Decoding::new(Drops(bytes), encoding), Vec::new());
        let mut buffer = [0; 7];
        loop {
            match reader.read(&mut buffer) {
                Ok(0) => return (String::from_utf8(text).unwrap(), None),
                Ok(n) => text.extend_from_slice(&buffer[..n]),
                Err(error) => {
                    return (String::from_utf8(text).unwrap(), Undecodable::of(&error).cloned());
                }
            }
        }
    }

    #[test]
    fn characters_of_the_office_are_read() {
        let text = "番号,名称\n①,㈱髙橋電器～ｱｲｳ\r\n";
        for (encoding, table) in [(Encoding::ShiftJis, SHIFT_JIS), (Encoding::EucJp, EUC_JP)] {
            let (bytes, _, lossy) = table.encode(text);
            assert!(!lossy);
            assert_eq!(decode(encoding, &bytes), (text.to_owned(), None));
        }
        assert_eq!(decode(Encoding::Utf8, text.as_bytes()).0, text);
    }

    #[test]
    fn bytes_that_mean_nothing_have_a_place() {
        let (bytes, _, _) = SHIFT_JIS.encode("番号\nあい");
        let whole = bytes.len();
        let mut broken = bytes.into_owned();
        broken.extend([0x82, 0x20, b'x']);
        let fault = |line, column| Some(Undecodable { encoding: "Shift_JIS", line, column });
        assert_eq!(decode(Encoding::ShiftJis, &broken), ("番号\nあい".to_owned(), fault(2, 3)));
        assert_eq!(decode(Encoding::ShiftJis, &broken[..whole + 1]).1, fault(2, 3));
        assert_eq!(decode(Encoding::ShiftJis, b"\xFF").1, fault(1, 1));
    }
}
