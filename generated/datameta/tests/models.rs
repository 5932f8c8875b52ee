//! Models are written as they are read: what the docs name, and what is newer than they are.
// Written by docwright; changes made here are lost when it runs again.

use datameta_client::models;

docwright_runtime::model_tests! {
    ApiKeyListInner = "object(id: Identifier, label: string, expires: string?, hasExpired?: boolean)",
    CreateTokenRequest = "object(label: string, email?: string, password?: string, expires?: string)",
    Error = "object(message: string, exception?: string, error_code?: string, entity?: Identifier, field?: string)",
    Identifier = "object(uuid: string, site?: string)",
    PasswordChange = "object(passwordChangeCredential: string, newPassword: string)",
    UserSession = "object(id: Identifier, userId: Identifier, token: string, label: string, expires: string?)",
}
