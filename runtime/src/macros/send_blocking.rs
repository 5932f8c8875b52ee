//! `__send_blocking!`: a method that is there if this crate has the feature `blocking`.
//!
//! A `#[cfg]` in a macro asks for the features of the crate that calls it, so the macro itself is there twice.

/// The method `send_blocking` of a newtype over [`Call`](crate::Call).
#[cfg(feature = "blocking")]
#[doc(hidden)]
#[macro_export]
macro_rules! __send_blocking {
    ($body:ty) => {
        /// Sends the call from code that is not async, and waits for the answer.
        ///
        /// # Errors
        ///
        /// As `send`; and if an async runtime runs this code, where nothing may wait like this.
        pub fn send_blocking(self) -> ::core::result::Result<$crate::Response<$body>, $crate::Error> {
            self.0.send_blocking()
        }
    };
}

/// Nothing.
#[cfg(not(feature = "blocking"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __send_blocking {
    ($body:ty) => {};
}
