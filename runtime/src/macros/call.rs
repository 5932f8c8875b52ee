//! `call!`: a generated newtype becomes a call.

/// Makes a newtype over [`Call`](crate::Call) a call of its own: `send`, `.await`,
/// [`CallOptions`](crate::CallOptions), [`CallExt`](crate::CallExt) and, with the feature `blocking`, `send_blocking`.
///
/// ```
/// use docwright_runtime::{Call, call, rt};
///
/// /// A call that lists names: set what is optional, then `.await` it.
/// #[must_use = "does nothing until awaited"]
/// #[derive(Debug)]
/// pub struct ListNames(Call<Vec<String>>);
///
/// call!(ListNames -> Vec<String>);
///
/// impl ListNames {
///     /// Which page, from 1.
///     pub fn page(mut self, page: i64) -> Self {
///         rt::request(&mut self.0).query("page", &page);
///         self
///     }
/// }
/// ```
#[macro_export]
macro_rules! call {
    ($name:ident -> $body:ty) => {
        impl $name {
            /// Sends the call and returns status, headers, raw bytes and decoded body.
            ///
            /// # Errors
            ///
            /// If an argument cannot be encoded, no answer comes, its status is not 2xx, or its body is not the
            /// documented type; the predicates of the error tell which.
            pub async fn send(self) -> ::core::result::Result<$crate::Response<$body>, $crate::Error> {
                self.0.send().await
            }

            $crate::__send_blocking!($body);
        }

        impl $crate::rt::HasOptions for $name {
            fn options(&mut self) -> &mut $crate::rt::Options {
                $crate::rt::HasOptions::options(&mut self.0)
            }
        }

        impl $crate::rt::IntoRequest for $name {
            fn into_request(self) -> ::std::boxed::Box<$crate::rt::Request> {
                $crate::rt::IntoRequest::into_request(self.0)
            }
        }

        impl ::core::future::IntoFuture for $name {
            type Output = ::core::result::Result<$body, $crate::Error>;
            type IntoFuture = $crate::BoxFuture<Self::Output>;

            fn into_future(self) -> Self::IntoFuture {
                ::core::future::IntoFuture::into_future(self.0)
            }
        }
    };
}
