//! `pages!`: a generated call comes in pages.

/// Gives a call whose answer comes in pages the methods `pages` and `items`. It names the call, the types of a page and
/// of an item, and then the rules: a constructor of [`Paging`](crate::rt::Paging), and what else is known.
///
/// ```
/// use docwright_runtime::{Call, call, pages, rt};
///
/// #[derive(serde::Deserialize)]
/// pub struct NamePage {
///     pub names: Vec<String>,
///     pub next: Option<String>,
/// }
///
/// /// A call that lists names.
/// pub struct ListNames(Call<NamePage>);
///
/// call!(ListNames -> NamePage);
///
/// pages! {
///     /// The names of all pages.
///     ListNames: NamePage => String,
///     cursor("after", |page| rt::text(&page.next), |page| Some(&mut page.names))
///         .size("limit")
/// }
/// ```
#[macro_export]
macro_rules! pages {
    (
        $(#[$docs:meta])*
        $call:ident: $page:ty => $item:ty,
        $style:ident($($argument:expr),* $(,)?) $(.$rule:ident($value:expr))*
    ) => {
        impl $call {
            const PAGING: $crate::rt::Paging<$page, $item> =
                <$crate::rt::Paging<$page, $item>>::$style($($argument),*)$(.$rule($value))*;

            /// The pages, one after another, beginning with the one that this call asks for. Each is a call of its
            /// own, which is sent when the page is wanted.
            pub fn pages(self) -> $crate::PageStream<$page> {
                $crate::rt::pages(self.0, &Self::PAGING)
            }

            $(#[$docs])*
            pub fn items(self) -> $crate::PageStream<$item> {
                $crate::rt::items(self.0, &Self::PAGING)
            }
        }
    };
}
