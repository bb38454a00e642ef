// Ten thousand addresses that were left, asked of real web servers with the configuration that was written for them: some
// hundreds, spread evenly from the first to the last; each of them in the exhaustive run.

import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import http from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";

import { expect, test } from "@playwright/test";

import { startHost } from "../hosts.mjs";
import { ask } from "../http.mjs";
import { OLD_ADDRESSES_ASKED as ASKED } from "../plan.mjs";

const tests = path.resolve(import.meta.dirname, "../..");
const seutu = path.resolve(process.env.SEUTU ?? path.join(tests, "../target/debug/seutu"));

const COUNT = 10_000;
const HOSTS = ["nginx", "caddy", "apache"];
/** How many are asked at a time. */
const AT_ONCE = 8;

const left = (number) => `/arkisto/vanha-${number}/`;

/** The number of the address that is asked for in this place. */
const numberAt = (place) => Math.floor((place * (COUNT - 1)) / (ASKED - 1));

// In order, so that the site is published once for all hosts.
test.describe.configure({ mode: "default" });

let folder;
let site;

test.beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "seutu-old-addresses-"));
  const [content, out] = [path.join(folder, "content"), path.join(folder, "dist")];
  cpSync(path.join(tests, "sites/everything/content"), content, { recursive: true });
  const file = path.join(content, "site.json");
  const source = JSON.parse(readFileSync(file, "utf8"));
  for (let number = 0; number < COUNT; number += 1) {
    source.redirects.push({ from: left(number), to: number % 2 ? "/hankkeet/" : "/uutiset/" });
  }
  writeFileSync(file, JSON.stringify(source));
  const shell = path.join(tests, "sites/shell");
  const hosts = HOSTS.flatMap((host) => ["--host", host]);
  execFileSync(seutu, ["build", "--shell", shell, "--content", content, "--out", out, ...hosts], { stdio: "ignore" });
  site = { root: out, base: "" };
});

test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

for (const name of HOSTS) {
  test(`addresses that were left lead on where there are ten thousand of them, on ${name}`, async () => {
    test.setTimeout(300_000);
    const host = await startHost(name, [site]);
    const agent = new http.Agent({ keepAlive: true, maxSockets: AT_ONCE });
    const head = (address) => ask(address, {}, { method: "HEAD", agent });
    try {
      const wrong = [];
      let next = 0;
      const goOn = async () => {
        while (next < ASKED) {
          const number = numberAt(next);
          next += 1;
          const { status, headers } = await head(host.origin + left(number));
          const to = new URL(headers.location ?? "", host.origin).pathname;
          if (status !== 301 || to !== (number % 2 ? "/hankkeet/" : "/uutiset/")) {
            wrong.push(`${left(number)}: ${status}, ${headers.location}`);
          }
        }
      };
      await Promise.all(Array.from({ length: AT_ONCE }, goOn));
      expect(wrong.slice(0, 10)).toEqual([]);
      expect(new Set(Array.from({ length: ASKED }, (_, place) => numberAt(place))).size).toBe(ASKED);
      // What was never there is still missing.
      expect((await head(`${host.origin}/arkisto/vanha-${COUNT}/`)).status).toBe(404);
    } finally {
      agent.destroy();
      await host.stop();
    }
  });
}
