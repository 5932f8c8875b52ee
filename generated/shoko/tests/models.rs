//! Models are written as they are read: what the docs name, and what is newer than they are.
// Written by docwright; changes made here are lost when it runs again.

use shoko_client::models;

docwright_runtime::model_tests! {
    AuthKey = "object(apikey: string)",
    CoreAuthUser = "object(pass: string, device: string, user: string)",
    MvcProblemDetails = "object(Type?: string?, Title?: string?, Status?: integer32?, Detail?: string?, Instance?: string?, *: any)",
}
