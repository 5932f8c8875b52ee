//! Models are written as they are read: what the docs name, and what is newer than they are.
// Written by docwright; changes made here are lost when it runs again.

use kleister_client::models;

docwright_runtime::model_tests! {
    AuthLogin = "object(username: string, password: string, *: any)",
    AuthToken = "object(token: string, expires_at: date-time, *: any)",
    AuthVerify = "object(username: string, created_at: date-time, *: any)",
    GeneralError = "object(status: integer, message: string, *: any)",
}
