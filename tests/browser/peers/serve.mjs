// A static server as a good web host is one: text is compressed beforehand, and what bears a hash is kept for ever.

import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { brotliCompressSync } from "node:zlib";

import { TYPES } from "../serve.mjs";

const HASHED = /-[0-9a-f]{12,16}(_bg)?\.\w+$|search\.index\/\w+\.files\/|^\/(assets|_astro|_app\/immutable|pagefind\/(fragment|index))\//;

/** What is compressed already. */
const COMPRESSED = /\.(png|jpg|webp|woff2|pagefind|pf_\w+)$/;

/** Serves a folder: `{ origin, close, sent }`; `sent()` is how many bytes of bodies were sent so far. */
export async function serveCompressed(folder) {
  const kept = new Map();
  let sent = 0;
  const find = async (pathname) => {
    const file = path.join(folder, decodeURIComponent(pathname), pathname.endsWith("/") ? "index.html" : "");
    if (!kept.has(file)) {
      const bytes = await readFile(file);
      const isCompressed = COMPRESSED.test(file);
      kept.set(file, { file, bytes: isCompressed ? bytes : brotliCompressSync(bytes), encoding: isCompressed ? undefined : "br" });
    }
    return kept.get(file);
  };
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, "http://127.0.0.1");
    try {
      const { file, bytes, encoding } = await find(pathname);
      const headers = {
        "content-type": TYPES[path.extname(file)] ?? "application/octet-stream",
        "content-length": bytes.length,
        "cache-control": HASHED.test(pathname) ? "public, max-age=31536000, immutable" : "no-cache",
      };
      response.writeHead(200, encoding ? { ...headers, "content-encoding": encoding } : headers).end(bytes);
      sent += bytes.length;
    } catch {
      response.writeHead(404, { "content-type": "text/plain" }).end("Not found");
    }
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const close = () => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  };
  return { origin: `http://127.0.0.1:${server.address().port}`, close, sent: () => sent };
}
