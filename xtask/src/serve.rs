//! Publishes and serves the portal while it's being worked on.
//!
//! `seutu serve` does the serving: it publishes again when content or shell change and reloads open
//! pages. This module runs it, and builds the shell and the publisher again when their sources
//! change. What can't be built leaves the old portal served.

use std::{
    net::{Ipv4Addr, TcpListener},
    path::Path,
    process::{Child, Command},
};

use anyhow::{Context, Result};

use crate::{
    publisher,
    shell::{self, Profile},
    step,
    watch::{Change, Sources, Stale},
    workspace::Workspace,
};

/// Serves until Ctrl-C.
pub fn serve(workspace: &Workspace, port: u16, profile: Profile) -> Result<()> {
    // Better known before minutes of compiling than after.
    TcpListener::bind((Ipv4Addr::LOCALHOST, port))
        .with_context(|| format!("port {port} isn't free: choose another one with `--port`"))?;
    // Before the first build: what changes during it isn't missed.
    let sources = Sources::watch(workspace)?;

    step::expect(publisher::expected(workspace, profile), workspace.times());
    let seutu = publisher::build_both(workspace, profile)?;
    let mut server = Server::start(workspace, &seutu, port)?;
    loop {
        let stale = match sources.next() {
            Change::Interrupted => return Ok(()),
            Change::Sources(stale) => stale,
        };
        if let Err(error) = server.update(workspace, profile, stale) {
            eprintln!("error: {error:#}\nThe portal is served as it was before this change.");
        }
    }
}

/// The running `seutu serve`. It ends with this value, whatever ends that.
struct Server {
    command: Command,
    child: Child,
}

impl Server {
    fn start(workspace: &Workspace, seutu: &Path, port: u16) -> Result<Self> {
        let mut command = workspace.command(seutu);
        command.arg("serve");
        command.arg("--shell").arg(workspace.shell());
        command.arg("--content").arg(workspace.content());
        command.arg("--out").arg(workspace.dist());
        command.arg("--port").arg(port.to_string());
        let child = command.spawn().with_context(|| format!("{} doesn't start", seutu.display()))?;
        Ok(Self { command, child })
    }

    fn update(&mut self, workspace: &Workspace, profile: Profile, stale: Stale) -> Result<()> {
        let new = shell::build(workspace, profile)?;
        if stale == Stale::Shell {
            // The server watches the shell.
            return new.put_in_place(workspace);
        }
        // Both or none: snapshots have to come from the same views as the application.
        publisher::build(workspace, Profile::Dev)?;
        self.stop();
        new.put_in_place(workspace)?;
        self.child = self.command.spawn().context("`seutu serve` doesn't start again")?;
        Ok(())
    }

    fn stop(&mut self) {
        // It may have ended by itself, of the same Ctrl-C.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.stop();
    }
}
