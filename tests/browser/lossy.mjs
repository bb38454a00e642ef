// A network in which packets get lost, between the browser and the server: a network namespace of Linux, in which the firewall drops
// packets by chance (nft(8), numgen). Unlike netem of tc(8) each usual kernel has that; only root may do it.

import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

import { headlessOptions } from "./chromium.mjs";
import { startProxy } from "./proxy.mjs";

/** Nobody else is in that network. */
const PORT = 8080;

/** How a browser is started in a network of its own. */
export const launchOptions = {
  ...headlessOptions,
  executablePath: path.join(import.meta.dirname, "lossy.sh"),
  env: { ...process.env, SEUTU_LOSSY_CHROMIUM: headlessOptions.executablePath },
};

/** Why this machine has no such networks; nothing where it has. */
export function missing() {
  const name = `seutu-try-${process.pid}`;
  try {
    run("ip", "netns", "add", name);
  } catch (error) {
    return `a network of its own can't be made: ${error.stderr ?? error.message}`.trim();
  }
  try {
    run("ip", "netns", "exec", name, "ip", "link", "set", "lo", "up");
    within(name, rules(1));
    return undefined;
  } catch (error) {
    return `packets can't be made to get lost: ${error.stderr ?? error.message}`.trim();
  } finally {
    run("ip", "netns", "del", name);
  }
}

/**
 * The network of the browser that this process has started with `launchOptions`: `{ proxy, lose, close }`. Whatever the browser asks
 * for at `proxy.origin` is answered by `upstream(path)`; `lose(30)` loses 30 of
 * 100 packets in both directions.
 */
export async function startNetwork(upstream) {
  const name = `seutu-${process.pid}`;
  const folder = mkdtempSync(path.join(tmpdir(), "seutu-lossy-"));
  // What stands in the file system is reached from every network.
  const socket = path.join(folder, "proxy");
  const proxy = await startProxy(upstream, { socket, origin: `http://127.0.0.1:${PORT}` });
  const relay = spawn("ip", ["netns", "exec", name, process.execPath, "--input-type=module", "--eval", RELAY, socket, String(PORT)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  await new Promise((resolve, reject) => {
    relay.stdout.once("data", resolve);
    relay.once("exit", () => reject(new Error("nobody listens in the network of the browser")));
  });
  return {
    proxy,
    lose: (percent) => within(name, rules(percent)),
    loseNothing: () => within(name, NO_RULES),
    async close() {
      within(name, NO_RULES);
      const ended = new Promise((resolve) => relay.once("exit", resolve));
      relay.kill();
      await ended;
      await proxy.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Removes the network that a browser of this process has had. */
export function removeNetwork() {
  run("ip", "netns", "del", `seutu-${process.pid}`);
}

/** Passes connections on to the proxy, from within the network. */
const RELAY = `
  import net from "node:net";
  const [, socket, port] = process.argv;
  net.createServer((near) => {
    const far = net.connect(socket);
    for (const [one, other] of [[near, far], [far, near]]) one.on("error", () => other.destroy()).pipe(other);
  }).listen(Number(port), "127.0.0.1", () => console.log("listens"));
`;

const NO_RULES = "flush ruleset\n";

/** What arrives is dropped, so that the sender doesn't know. */
const rules = (percent) => `${NO_RULES}table inet loss {
  chain arriving {
    type filter hook input priority 0
    numgen random mod 100 < ${percent} drop
  }
}
`;

/** Gives a network its rules. */
const within = (name, rules) => start(["ip", "netns", "exec", name, "nft", "-f", "-"], { input: rules });

const run = (...command) => start(command, {});

function start([program, ...options], { input }) {
  const env = { ...process.env, PATH: `${process.env.PATH}:/usr/sbin` };
  execFileSync(program, options, { input, stdio: ["pipe", "ignore", "pipe"], env });
}
