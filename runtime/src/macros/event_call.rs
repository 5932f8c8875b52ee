//! `event_call!`: a call whose documented answer is a stream of events.

/// Gives a newtype over [`Call`](crate::Call) the method `events`, which needs no import where the docs say that there
/// are some. With a type their data is JSON of that type.
///
/// ```
/// use docwright_runtime::{Call, call, event_call};
///
/// /// A call that watches orders.
/// #[must_use = "does nothing until awaited"]
/// #[derive(Debug)]
/// pub struct WatchOrders(Call<String>);
///
/// call!(WatchOrders -> String);
/// event_call!(WatchOrders -> u64);
/// ```
#[macro_export]
macro_rules! event_call {
    ($name:ident) => {
        impl $name {
            /// The server-sent events of the answer, as they come. Nothing is sent before the first one is asked for.
            pub fn events(self) -> $crate::EventStream {
                $crate::CallExt::events(self.0)
            }
        }
    };
    ($name:ident -> $data:ty) => {
        impl $name {
            /// The server-sent events of the answer, as they come. Nothing is sent before the first one is asked for.
            pub fn events(self) -> $crate::Events<$data> {
                $crate::CallExt::events(self.0).json()
            }
        }
    };
}
