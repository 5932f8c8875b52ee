//! gzip (RFC 1952), with as many members as there are.

use std::io::{self, Write as _};
use std::mem;

use bytes::{Buf as _, Bytes};
use flate2::write::MultiGzDecoder;

use super::Decoder;

pub(super) struct Gzip(MultiGzDecoder<Vec<u8>>);

impl Gzip {
    pub(super) fn new() -> Self {
        Self(MultiGzDecoder::new(Vec::new()))
    }

    fn take(&mut self) -> Bytes {
        mem::take(self.0.get_mut()).into()
    }
}

impl Decoder for Gzip {
    fn step(&mut self, input: &mut Bytes) -> io::Result<Bytes> {
        // A write passes on at most its buffer of 32 KiB and stops taking input when that is full again.
        while self.0.get_ref().is_empty() && !input.is_empty() {
            let used = self.0.write(input)?;
            if used == 0 && self.0.get_ref().is_empty() {
                return Err(io::ErrorKind::InvalidData.into());
            }
            input.advance(used);
        }
        if self.0.get_ref().is_empty() {
            self.0.flush()?;
        }
        Ok(self.take())
    }

    fn finish(&mut self) -> io::Result<Bytes> {
        self.0.try_finish()?;
        Ok(self.take())
    }
}
