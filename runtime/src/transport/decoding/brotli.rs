//! Brotli (RFC 7932).

use std::io::{self, ErrorKind};

use brotli_decompressor::{BrotliDecompressStream, BrotliResult, BrotliState, StandardAlloc};
use bytes::{Buf as _, Bytes};

use super::Decoder;

/// How much is decoded at once.
const PIECE: usize = 16 * 1024;

pub(super) struct Brotli {
    state: BrotliState<StandardAlloc, StandardAlloc, StandardAlloc>,
    /// What the decoder said last.
    wants: Wants,
}

#[derive(Clone, Copy)]
enum Wants {
    Input,
    Output,
    Nothing,
}

impl Brotli {
    pub(super) fn new() -> Self {
        let alloc = StandardAlloc::default;
        // Windows of more than 16 MiB are no part of RFC 7932; `new` would accept up to 1 GiB.
        Self { state: BrotliState::new_strict(alloc(), alloc(), alloc()), wants: Wants::Input }
    }

    fn decode(&mut self, input: &mut Bytes) -> io::Result<Bytes> {
        let mut output = vec![0; PIECE];
        let (mut left, mut used, mut free, mut written, mut total) = (input.len(), 0, PIECE, 0, 0);
        let result = BrotliDecompressStream(
            &mut left,
            &mut used,
            input,
            &mut free,
            &mut written,
            &mut output,
            &mut total,
            &mut self.state,
        );
        input.advance(used);
        output.truncate(written);
        self.wants = match result {
            BrotliResult::NeedsMoreInput => Wants::Input,
            BrotliResult::NeedsMoreOutput => Wants::Output,
            BrotliResult::ResultSuccess => Wants::Nothing,
            BrotliResult::ResultFailure => return Err(invalid()),
        };
        Ok(output.into())
    }
}

impl Decoder for Brotli {
    fn step(&mut self, input: &mut Bytes) -> io::Result<Bytes> {
        loop {
            match self.wants {
                Wants::Nothing if !input.is_empty() => return Err(invalid()),
                Wants::Nothing => return Ok(Bytes::new()),
                Wants::Input if input.is_empty() => return Ok(Bytes::new()),
                Wants::Input | Wants::Output => {}
            }
            let piece = self.decode(input)?;
            if !piece.is_empty() {
                return Ok(piece);
            }
        }
    }

    fn finish(&mut self) -> io::Result<Bytes> {
        match self.wants {
            Wants::Nothing => Ok(Bytes::new()),
            Wants::Input | Wants::Output => Err(io::Error::new(ErrorKind::UnexpectedEof, "incomplete Brotli data")),
        }
    }
}

fn invalid() -> io::Error {
    io::Error::new(ErrorKind::InvalidData, "invalid Brotli data")
}
