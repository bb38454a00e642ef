//! A finished site as its host will send it, on this machine: the same headers, statuses and compressed
//! copies, and the folder of the host under which the site stands. [`answer`] is what is said to a request.

mod answer;

use std::path::PathBuf;

use anyhow::Context as _;

use crate::{output, serve::bind};
use answer::Preview;

/// Serves a published site on 127.0.0.1 until the process is ended.
///
/// # Errors
/// A folder that holds no site of Seutu; a port that is in use.
pub fn preview(out: PathBuf, port: u16) -> anyhow::Result<()> {
    let preview = Preview::of(out)?;
    let listener = bind(port)?;
    output::report(format_args!("Seutu: http://{}{}/\n", listener.local_addr()?, preview.base()));
    let router = answer::router(preview);
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build()?;
    runtime.block_on(async {
        let listener = tokio::net::TcpListener::from_std(listener)?;
        axum::serve(listener, router).await.context("The preview stopped")
    })
}
