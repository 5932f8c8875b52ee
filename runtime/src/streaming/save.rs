//! An answer as a file.

use std::collections::hash_map::RandomState;
use std::fs::{self, File};
use std::hash::{BuildHasher as _, Hasher as _};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use bytes::Bytes;

use super::ByteStream;
use crate::Error;
use crate::body::blocking;

/// A file that is being written, under a name of its own. It is removed when this is dropped before it was finished.
struct Partial {
    path: PathBuf,
    file: Arc<File>,
    finished: bool,
}

/// Writes these bytes and the body beside `path`, then puts them there.
pub(super) async fn save(first: Bytes, mut stream: ByteStream, path: &Path) -> Result<u64, Error> {
    let (target, beside) = (path.to_owned(), path.to_owned());
    let created = blocking(move || Partial::create(&beside)).await;
    let partial = created.map_err(|source| stream.not_written(source))?;
    let mut written = 0;
    let mut next = if first.is_empty() { stream.try_next().await? } else { Some(first) };
    while let Some(bytes) = next {
        let file = partial.file.clone();
        written += bytes.len() as u64;
        blocking(move || (&*file).write_all(&bytes)).await.map_err(|source| stream.not_written(source))?;
        next = stream.try_next().await?;
    }
    blocking(move || partial.finish(&target)).await.map_err(|source| stream.not_written(source))?;
    Ok(written)
}

impl Partial {
    fn create(target: &Path) -> io::Result<Self> {
        let name = target.file_name().ok_or_else(|| io::Error::new(io::ErrorKind::InvalidInput, "not a file name"))?;
        // The keys of the standard library's hasher come from the system and differ every time, and a name that there
        // is already is refused below.
        let random = RandomState::new().build_hasher().finish();
        let path = target.with_file_name(format!(".{}.{random:016x}.part", name.to_string_lossy()));
        let file = File::options().write(true).create_new(true).open(&path)?;
        Ok(Self { path, file: Arc::new(file), finished: false })
    }

    fn finish(mut self, target: &Path) -> io::Result<()> {
        fs::rename(&self.path, target)?;
        self.finished = true;
        Ok(())
    }
}

impl Drop for Partial {
    fn drop(&mut self) {
        if !self.finished {
            // Nobody is left to be told.
            let _ = fs::remove_file(&self.path);
        }
    }
}
