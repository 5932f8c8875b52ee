//! Models are written as they are read: what the docs name, and what is newer than they are.
// Written by docwright; changes made here are lost when it runs again.

use kestra_client::models;

docwright_runtime::model_tests! {
    AuthControllerAuth = "object(loginPassword?: boolean, mailsEnabled?: boolean, passwordless?: boolean, oauths?: [string])",
    AuthControllerInvitationUserRequest = "object(firstName: string, lastName: string, password: string)",
    AuthControllerResetPasswordRequest = "object(token?: string, password?: string)",
}
