//! The call as a user of a generated crate writes it.

use datameta_client::Client;
use datameta_client::models::ApiKeyList;

use crate::{Failure, TOKEN, USER};

pub(crate) struct Generated(Client);

impl Generated {
    pub(crate) fn new(address: &str) -> Result<Self, Failure> {
        Ok(Self(Client::builder().base_url(format!("http://{address}/api/v1")).bearer_auth(TOKEN).build()?))
    }
}

impl crate::Client for Generated {
    async fn call(&self) -> Result<ApiKeyList, Failure> {
        Ok(self.0.authentication_and_users().get_user_api_keys(USER).await?)
    }
}
