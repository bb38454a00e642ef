// Real web servers with the configuration that `seutu build --host …` wrote, on loopback: each of them has the site of
// target/hosted twice, at the root of its host and in a folder.

import { spawn } from "node:child_process";
import { chmodSync, cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";

const hosted = path.resolve(process.env.SEUTU_HOSTED ?? path.resolve(import.meta.dirname, "../../target/hosted"));

const seutu = path.resolve(process.env.SEUTU ?? path.resolve(import.meta.dirname, "../../target/debug/seutu"));

/** The sites on each host: where their files are, and the folder of the host under which they stand. */
export const SITES = [
  { root: path.join(hosted, "root"), base: "" },
  { root: path.join(hosted, "folder"), base: "/kunnat/Seutu-1.0" },
];

const [ROOT, FOLDER] = SITES;

/** The hosts by their names; each gets a folder of its own, a port and its sites, and gives its command. */
export const HOSTS = {
  nginx(folder, port, sites) {
    const places = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map(
      (name) => `${name}_temp_path ${path.join(folder, name)};`,
    );
    const file = write(folder, "nginx.conf", [
      // Started by root, it would become somebody who may not read the sites.
      ...(process.getuid() === 0 ? ["user root;"] : []),
      `pid ${path.join(folder, "pid")};`,
      "daemon off;",
      "events {}",
      "http {",
      "access_log off;",
      ...places,
      "server {",
      `listen 127.0.0.1:${port};`,
      ...sites.map(({ root }) => `include ${root}.nginx.conf;`),
      "}",
      "}",
    ]);
    return { program: "nginx", options: ["-e", "stderr", "-p", folder, "-c", file] };
  },

  caddy(folder, port, sites) {
    const file = write(folder, "Caddyfile", [
      "{",
      "admin off",
      "auto_https off",
      "}",
      `http://127.0.0.1:${port} {`,
      "bind 127.0.0.1",
      // What is written first comes first: a site at the root answers for all the rest.
      ...sites.toSorted((one, other) => other.base.length - one.base.length).map(({ root }) => `import ${root}.caddy`),
      "}",
    ]);
    return { program: "caddy", options: ["run", "--adapter", "caddyfile", "--config", file] };
  },

  apache(folder, port, sites) {
    const known = modulesOf();
    const readable = readableByOthers(folder, sites);
    const modules = ["mpm_event", "authz_core", "unixd", "dir", "mime", "headers", "rewrite", "alias"];
    const file = write(folder, "httpd.conf", [
      // What isn't there as a file is part of the server.
      ...modules
        .map((name) => [name, path.join(known, `mod_${name}.so`)])
        .filter(([, file]) => existsSync(file))
        .map(([name, file]) => `LoadModule ${name}_module ${file}`),
      ...(process.getuid() === 0 ? ["User www-data", "Group www-data"] : []),
      `ServerRoot ${folder}`,
      `PidFile ${path.join(folder, "pid")}`,
      `ErrorLog ${path.join(folder, "errors")}`,
      "ServerName 127.0.0.1",
      `Listen 127.0.0.1:${port}`,
      // The types are those of the sites' own rules.
      `TypesConfig ${write(folder, "mime.types", [""])}`,
      ...readable.map(({ root, base }) => (base ? `Alias "${base}" "${root}"` : `DocumentRoot "${root}"`)),
      ...readable.map(
        ({ root }) => `<Directory "${root}">\nAllowOverride FileInfo Indexes Options=Indexes,MultiViews\nRequire all granted\n</Directory>`,
      ),
    ]);
    return { program: "apache2", options: ["-d", folder, "-f", file, "-DFOREGROUND"] };
  },
};

/** Apache never serves as root, and nobody else may look into root's own folders: it gets the sites where it may read them. */
function readableByOthers(folder, sites) {
  if (process.getuid() !== 0) return sites;
  chmodSync(folder, 0o755);
  return sites.map(({ root, base }) => {
    const copy = path.join(folder, path.basename(root));
    cpSync(root, copy, { recursive: true });
    return { root: copy, base };
  });
}

/** The publisher's own preview shows one site: `seutu preview`. */
for (const name of ["preview", "preview in a folder"]) {
  HOSTS[name] = (folder, port, [{ root }]) => ({ program: seutu, options: ["preview", root, "--port", String(port)] });
}

/** The sites that a host has. */
export const sitesOf = (name) => ({ preview: [ROOT], "preview in a folder": [FOLDER] })[name] ?? SITES;

/** Starts a host with its sites: `{ origin, stop }`. It answers when this has resolved. */
export async function startHost(name, sites = sitesOf(name)) {
  const folder = mkdtempSync(path.join(tmpdir(), "seutu-host-"));
  const port = await freePort();
  const { program, options } = HOSTS[name](folder, port, sites);
  const environment = { ...process.env, HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder };
  // Those of the system stand where only root looks.
  environment.PATH += ":/usr/sbin";
  const server = spawn(program, options, { env: environment, stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  for (const stream of [server.stdout, server.stderr]) stream.on("data", (text) => (said += text));
  const ended = new Promise((resolve) => {
    server.on("error", (error) => resolve(`doesn't start: ${error.message}`));
    server.on("exit", (code) => resolve(`ended with ${code}`));
  });
  const origin = `http://127.0.0.1:${port}`;
  const why = await answers(origin, ended);
  if (why) throw new Error(`${program} ${why}:\n${said}${reported(folder)}`);
  return {
    origin,
    async stop() {
      server.kill("SIGTERM");
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** What a server wrote into a file instead of saying it. */
function reported(folder) {
  const file = path.join(folder, "errors");
  return existsSync(file) ? readFileSync(file, "utf8") : "";
}

/** Asks again and again until somebody answers, or gives how the server ended before that. */
async function answers(origin, ended) {
  for (;;) {
    const answer = fetch(origin, { method: "HEAD" }).then(() => "answered", () => undefined);
    const outcome = await Promise.race([answer, ended]);
    if (outcome) return outcome === "answered" ? undefined : outcome;
    await new Promise((again) => setTimeout(again, 20));
  }
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

function write(folder, name, lines) {
  const file = path.join(folder, name);
  writeFileSync(file, `${lines.join("\n")}\n`);
  return file;
}

/** Where Apache's modules are: Debian has another place than Fedora. */
function modulesOf() {
  const places = ["/usr/lib/apache2/modules", "/usr/lib64/httpd/modules", "/usr/libexec/apache2"];
  const found = places.find((place) => existsSync(place) && readdirSync(place).length > 0);
  if (!found) throw new Error(`Apache's modules are in none of ${places.join(", ")}`);
  return found;
}
