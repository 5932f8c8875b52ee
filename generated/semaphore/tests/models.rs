//! Models are written as they are read: what the docs name, and what is newer than they are.
// Written by docwright; changes made here are lost when it runs again.

use semaphore_client::models;

docwright_runtime::model_tests! {
    ApiToken = "object(id?: string, created?: string, expired?: boolean, user_id?: integer, *: any)",
    Login = "object(auth?: string, password?: string, *: any)",
}
