//! TLS: whom the client trusts.

use docwright_e2e_checks::{Outcome, Report, ensure};
use httpbin_client::{Client, Error};

use super::Server;

pub(super) async fn check(report: &Report, server: &Server) {
    report.check("TLS: an unknown authority is a connect error", unknown_authority(server)).await;
}

async fn unknown_authority(server: &Server) -> Outcome {
    let answer = Client::builder().base_url(&server.tls_url).build()?.answers().deny().await;
    ensure(answer.as_ref().is_err_and(Error::is_connect), answer)
}
