//! `call!`: the type of a generated call.

/// Makes the type that an operation's method gives back, a newtype over [`Call`](crate::Call) with `send`, `.await`,
/// [`CallOptions`](crate::CallOptions), [`CallExt`](crate::CallExt) and, with the feature `blocking`, `send_blocking`.
/// It is told the method, the type's name, the type of the answer, and how each optional parameter is sent.
///
/// ```
/// use docwright_runtime::{call, rt};
///
/// /// The operations about names.
/// pub struct Names<'c>(&'c rt::Client);
///
/// impl Names<'_> {
///     /// Lists names.
///     pub fn list(self, kind: &str) -> ListNames {
///         static OPERATION: rt::Operation = rt::Operation::get("/names/{kind}");
///         rt::Draft::new(self.0, &OPERATION).path("kind", kind).decode(ListNames)
///     }
/// }
///
/// call! {
///     Names::list => ListNames -> Vec<String> {
///         /// Which page, from 1.
///         page: i64 => query("page", &page);
///     }
/// }
/// ```
///
/// A type that stands there already is made a call by `call!(ListNames -> Vec<String>)`.
#[macro_export]
macro_rules! call {
    ($handle:ident :: $method:ident => $name:ident -> $body:ty) => {
        $crate::call!(@type $handle $method $name $body, "`.await` it.");
    };
    (
        $handle:ident :: $method:ident => $name:ident -> $body:ty {
            $($(#[$docs:meta])* $parameter:ident: $type:ty => $send:ident($($argument:expr),+);)+
        }
    ) => {
        $crate::call!(@type $handle $method $name $body, "set what is optional, then `.await` it.");

        impl $name {
            $(
                $(#[$docs])*
                pub fn $parameter(mut self, $parameter: $type) -> Self {
                    $crate::rt::request(&mut self.0).$send($($argument),+);
                    self
                }
            )+
        }
    };
    (@type $handle:ident $method:ident $name:ident $body:ty, $how:literal) => {
        #[doc = concat!("A call of [`", stringify!($method), "`](", stringify!($handle), "::", stringify!($method), "): ")]
        #[doc = $how]
        #[derive(Debug)]
        #[must_use = "does nothing until awaited"]
        pub struct $name($crate::Call<$body>);

        $crate::call!($name -> $body);
    };
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
