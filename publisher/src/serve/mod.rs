//! The development server: publishes, serves the portal as a plain static host would, publishes
//! again at every change and reloads the pages that are open.
//!
//! [`files`] answers requests, [`requests`] says which are answered at all, [`site_file`] what a site gives,
//! [`reload`] tells open pages of a new publication, [`watch`] waits for changes. This file puts them
//! together.

use std::{
    io,
    net::{Ipv4Addr, TcpListener},
    panic::{AssertUnwindSafe, catch_unwind},
    path::PathBuf,
    thread,
    time::Duration,
};

use anyhow::{Context, Result, bail};
use tokio::sync::watch::Sender;

use crate::output;
use reload::Edition;
use site::index::on_demand::OnDemand;
use watch::Changes;

mod files;
mod reload;
pub(crate) mod requests;
pub(crate) mod site_file;
#[cfg(test)]
mod tests;
mod watch;

/// What is served and where.
pub struct ServeOptions {
    /// The published portal. It may be replaced as a whole at any moment.
    pub out: PathBuf,
    /// What search finds in it.
    pub index: OnDemand,
    /// The folders whose change calls for a new publication. One may be missing for a while.
    pub watch: Vec<PathBuf>,
    /// The port on 127.0.0.1; 0 lets the system choose.
    pub port: u16,
}

/// How a publication ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Publication {
    /// `out` holds the new portal.
    Published,
    /// The content has faults, which were reported; `out` is as it was.
    Refused,
    /// Another publication to `out` is under way: a little later it will go.
    Busy,
}

/// Publishes, then serves until the process is ended.
///
/// `publish` runs once before the first request and once after each change, never twice at the same
/// time. After a refused publication open pages stay as they are.
///
/// # Errors
/// A port that can't be used.
pub fn serve(options: ServeOptions, mut publish: impl FnMut() -> Publication + Send + 'static) -> Result<()> {
    // Bound first: a busy port is known before the work of publishing is done.
    let listener = bind(options.port)?;
    let address = listener.local_addr()?;
    // Watched first: what changes during the first publication isn't missed.
    let changes = Changes::watch(&options.watch)?;
    publish_whatever_happens(&mut publish);
    output::report(format_args!("Seutu: http://{address}/\n"));

    let editions = reload::editions();
    let router = files::router(options.out, options.index, editions.subscribe());
    thread::spawn(move || publish_changes(changes, publish, editions));
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build()?;
    runtime.block_on(async {
        let listener = tokio::net::TcpListener::from_std(listener)?;
        axum::serve(listener, router).await
    })?;
    Ok(())
}

/// Listens on this machine only: drafts aren't for the network.
pub(crate) fn bind(port: u16) -> Result<TcpListener> {
    let listener = match TcpListener::bind((Ipv4Addr::LOCALHOST, port)) {
        Ok(listener) => listener,
        Err(error) if error.kind() == io::ErrorKind::AddrInUse => {
            bail!("port {port} is in use: end what uses it, or choose another one with `--port`")
        }
        Err(error) => return Err(error).with_context(|| format!("can't listen on port {port}")),
    };
    listener.set_nonblocking(true)?;
    Ok(listener)
}

/// How long to leave another publication to itself.
const AGAIN: Duration = Duration::from_millis(200);

fn publish_changes(
    mut changes: Changes,
    mut publish: impl FnMut() -> Publication,
    editions: Sender<Edition>,
) {
    let mut due = changes.wait();
    while due {
        due = match publish_whatever_happens(&mut publish) {
            Publication::Published => {
                editions.send_modify(Edition::advance);
                changes.wait()
            }
            Publication::Refused => changes.wait(),
            Publication::Busy => changes.wait_at_most(AGAIN),
        };
    }
    output::tell("seutu: changes can't be noticed any more. Start `seutu serve` again\n");
}

/// Publishes; a panic is said and leaves the pages as they are. What a publication keeps for the next one is
/// only what was whole, so the next change is published as if nothing had happened.
fn publish_whatever_happens(publish: &mut impl FnMut() -> Publication) -> Publication {
    catch_unwind(AssertUnwindSafe(publish)).unwrap_or_else(|_| {
        output::tell(
            "seutu: this can't be published because of a fault of Seutu, which is named above. The pages stay as they \
             are, and the next change is tried again\n",
        );
        Publication::Refused
    })
}
