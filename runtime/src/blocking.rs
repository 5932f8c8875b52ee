//! Calls from code that is not async.
//!
//! One thread per process drives the connections and the clock of all blocking calls; each call itself runs on the
//! thread that makes it. The thread is started by the first call and lives as long as the process.

mod iter;

use std::io;
use std::sync::{Mutex, PoisonError};
use std::thread;

use tokio::runtime::{Builder, Handle};

use crate::encode::Fault;

pub use iter::BlockingIter;

/// The runtime of the thread, once there is one.
static RUNTIME: Mutex<Option<Handle>> = Mutex::new(None);

/// The runtime that may be waited in. If there is none, the error says what was done and what to use in its place.
///
/// # Errors
///
/// If this code is run by a Tokio runtime, whose other tasks would have to wait too, or the thread cannot be started.
pub(crate) fn runtime(done: &str, instead: &str) -> Result<Handle, Fault> {
    if Handle::try_current().is_ok() {
        return Err(Fault::new(format!(
            "{done} inside an async runtime: use `{instead}` there, and `Handle::current().block_on(…)` on a thread of \
             `spawn_blocking`"
        )));
    }
    let mut runtime = RUNTIME.lock().unwrap_or_else(PoisonError::into_inner);
    match &*runtime {
        Some(handle) => Ok(handle.clone()),
        None => {
            let handle = start().map_err(|error| Fault::new(format!("no thread for blocking calls: {error}")))?;
            Ok(runtime.insert(handle).clone())
        }
    }
}

/// Whether the code that asks is part of a blocking call.
pub(crate) fn is_current() -> bool {
    let runtime = RUNTIME.lock().unwrap_or_else(PoisonError::into_inner);
    let Some(runtime) = &*runtime else { return false };
    Handle::try_current().is_ok_and(|current| current.id() == runtime.id())
}

fn start() -> io::Result<Handle> {
    let runtime = Builder::new_current_thread().enable_all().build()?;
    let handle = runtime.handle().clone();
    let drive = move || runtime.block_on(std::future::pending::<()>());
    thread::Builder::new().name("docwright-blocking".to_owned()).spawn(drive)?;
    Ok(handle)
}
