// A plain static file server, as any web host has one: it knows nothing of single-page applications.
//
//   const site = await serve({ root: "dist" });      // site.origin, site.requests, site.fault
//   site.fault = (path) => path === "/x/page.json" ? { status: 500 } : undefined;
//
// A folder is its index.html, a folder without its slash is redirected to it, all else that isn't a file is
// 404.html with the status 404. With `base` all of it stands in a folder of the host, and nothing beside it. With `shell`
// every page's document is the empty shell's index.html, while
// page.json and all else come from `root`: that is how an application without snapshots would be served. `site.root` may become
// another folder: that is another publication. Nothing may be kept, unless `cacheControl` says something else.

import { createReadStream } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { createServer } from "node:http";
import path from "node:path";

/** What files are sent as, by their endings. */
export const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ics": "text/calendar; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
  ".xml": "application/xml",
};

// The strictest policy that a server can send for all documents: nothing from elsewhere. Which script and style may stand in a
// document is said by the document's own policy, by their hashes; both policies hold.
const POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval' 'unsafe-inline'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join("; ");

/**
 * Starts a server on a free port of 127.0.0.1.
 *
 * `fault(path)` may return, or promise, an answer to give instead of the file:
 * `{ status, body, contentType, headers }`, `{ hang: true }` (never answers), `{ reset: true }` (breaks the
 * connection), `{ cut: true }` (breaks it in the middle of the file), `{ pause: text, until }` (sends the file up to a text in
 * it, and the rest when a promise is kept). Nothing means: answer as usual.
 */
export async function serve({ root, shell, base = "", fault, cacheControl = process.env.SEUTU_WORKER ? "no-cache" : "no-store" }) {
  const site = { origin: "", requests: [], sending: new Set(), root, fault, stop, start, close };
  const server = createServer((request, response) => {
    response.setHeader("cache-control", cacheControl);
    answer(site, { root: site.root, shell, base }, request, response).catch((error) => {
      console.error("the tests' server failed", error);
      response.destroy();
    });
  });

  /** Listens again, on the port it had. */
  function start() {
    const port = site.origin ? Number(new URL(site.origin).port) : 0;
    return new Promise((resolve, reject) => {
      server.once("error", reject);
      server.listen(port, "127.0.0.1", () => {
        site.origin = `http://127.0.0.1:${server.address().port}`;
        resolve();
      });
    });
  }

  /** Refuses every connection from now on. What is being sent is sent: the browser asks for the icon when it likes. */
  async function stop() {
    const closed = new Promise((resolve) => server.close(resolve));
    while (site.sending.size > 0) await Promise.all(site.sending);
    server.closeAllConnections();
    await closed;
  }

  /** Breaks off whatever is under way. */
  function close() {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  }

  await start();
  return site;
}

async function answer(site, folders, request, response) {
  const { pathname, search } = new URL(request.url, site.origin);
  const entry = { path: pathname, method: request.method, status: undefined, givenUp: false };
  site.requests.push(entry);
  response.on("close", () => {
    entry.status = response.headersSent ? response.statusCode : undefined;
    entry.givenUp = !response.writableFinished;
  });
  response.setHeader("content-security-policy", POLICY);

  const instead = await site.fault?.(pathname);
  if (instead?.hang) return;
  if (instead?.reset) {
    response.destroy();
    return;
  }
  if (instead?.cut) {
    const whole = await readFile((await find(folders, pathname)).file);
    response.writeHead(200, { "content-type": typeOf(pathname), "content-length": whole.length });
    // Half of the file has to be on its way before the connection breaks.
    response.write(whole.subarray(0, whole.length >> 1), () => response.destroy());
    return;
  }
  if (instead?.pause) {
    const { file } = await find(folders, pathname);
    const whole = await readFile(file);
    const place = whole.indexOf(instead.pause);
    if (place < 0) throw new Error(`${pathname} doesn't hold ${instead.pause}`);
    response.writeHead(200, { "content-type": typeOf(file) });
    response.write(whole.subarray(0, place));
    await instead.until;
    response.end(whole.subarray(place));
    return;
  }
  if (instead) {
    const { status = 200, body = "", contentType = typeOf(pathname), headers = {} } = instead;
    response.writeHead(status, { "content-type": contentType, ...headers }).end(body);
    return;
  }

  const { status, file, location } = await find(folders, pathname);
  // The browser has given the request up meanwhile.
  if (response.closed) return;
  if (location) {
    response.writeHead(status, { location: location + search }).end();
  } else if (file) {
    const sent = new Promise((resolve) => response.on("close", resolve)).then(() => site.sending.delete(sent));
    site.sending.add(sent);
    response.writeHead(status, { "content-type": typeOf(file) });
    createReadStream(file).pipe(response);
  } else {
    response.writeHead(status, { "content-type": "text/plain" }).end("Not found");
  }
}

async function find({ root, shell, base }, pathname) {
  if (!pathname.startsWith(`${base}/`)) return { status: 404 };
  const inRoot = path.join(root, path.normalize(decodeURIComponent(pathname.slice(base.length))));
  const found = await stat(inRoot).catch(() => undefined);
  if (found?.isDirectory() && !pathname.endsWith("/")) return { status: 301, location: `${pathname}/` };
  if (found?.isFile()) return { status: 200, file: inRoot };
  const index = path.join(inRoot, "index.html");
  if (found?.isDirectory() && (await isFile(index))) {
    return { status: 200, file: shell ? path.join(shell, "index.html") : index };
  }
  const notFound = path.join(root, "404.html");
  return { status: 404, file: (await isFile(notFound)) ? notFound : undefined };
}

const isFile = (file) => stat(file).then((found) => found.isFile(), () => false);

const typeOf = (file) => TYPES[path.extname(file)] ?? "application/octet-stream";
