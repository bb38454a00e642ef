// A program that a driver needs: its start, what it says, and its end.

import { spawn } from "node:child_process";

/** A program that this machine doesn't have. */
export class NotInstalled extends Error {}

/**
 * Starts a program in an environment of its own. `until` finds the text that says that it is ready, where it says so.
 * Gives `{ said, ended, stop() }`.
 */
export async function start(program, options, { env = {}, until }) {
  const child = spawn(program, options, { stdio: ["ignore", "pipe", "pipe"], env: { ...process.env, ...env } });
  let text = "";
  const ended = new Promise((resolve) => child.once("close", resolve));
  // Nothing goes on when the run breaks off.
  const killWithUs = () => child.kill();
  process.once("exit", killWithUs);
  ended.then(() => process.off("exit", killWithUs));
  const said = await new Promise((resolve, reject) => {
    const hear = (piece) => {
      text += piece;
      const found = until?.exec(text);
      if (found) resolve(found);
    };
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    child.once("error", (error) => reject(error.code === "ENOENT" ? new NotInstalled(`there is no ${program}`) : error));
    if (!until) child.once("spawn", () => resolve(undefined));
    ended.then((code) => reject(new Error(`${program} ended with ${code} before it was ready:\n${text}`)));
  });
  const stop = async () => {
    child.kill();
    await ended;
  };
  return { said, ended, stop };
}

/** A promise that fails when it takes longer. */
export function within(milliseconds, promise, what) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what}: nothing within ${milliseconds / 1000} s`)), milliseconds);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}
