// What networks, servers and those between them do wrong, each with the way in which proxy.mjs does it; the files that a fault can
// meet; and the stages of a visit. The matrix in specs/faults.spec.mjs is made of these three.

const HTML = { "content-type": "text/html; charset=utf-8" };

/** The page with which a network asks for a login, whatever was asked for. */
const LOGIN = Buffer.from("<!doctype html><html lang=en><title>Guest network</title><h1>Sign in to the guest network</h1><form><input name=code></form></html>");

/** How a server says that it can't, with the status in its words. */
const refusal = (status, headers = {}) => ({
  status,
  headers: { ...HTML, "cache-control": "no-store", ...headers },
  body: Buffer.from(`<html><head><title>${status}</title></head><body><center><h1>${status}</h1></center></body></html>`),
});

/** A large answer, in bytes: more than any file of a site has. */
const HUGE = 64 << 20;

const half = ({ body }) => body.length >> 1;

/** The real answer with something else in it. */
const altered = (alter) => async (exchange) => exchange.send(alter(await exchange.real()));

/** The place of a byte that is altered: within the first half of a file, where its text or code is. */
const spoilt = ({ body, ...answer }, place = 0.37) => {
  const copy = Buffer.from(body);
  if (copy.length > 0) copy[Math.floor(copy.length * place)] ^= 0x15;
  return { ...answer, body: copy };
};

/**
 * Each fault: how the proxy does it, and
 * - `isSilent`: nothing comes of it until somebody's patience ends;
 * - `hitsAll`: the whole server can't be reached;
 * - `isUnreadable`: the browser itself can't read the answer, at least not in the time that anybody waits.
 */
const all = {
  refused: {
    hitsAll: true,
    act: ({ proxy }) => proxy.refuse(),
  },
  reset: { act: ({ socket }) => socket.resetAndDestroy() },
  "stalled headers": {
    isSilent: true,
    act: async (exchange) => {
      await exchange.end();
      exchange.socket.destroy();
    },
  },
  "stalled body": {
    isSilent: true,
    act: async (exchange) => {
      const answer = await exchange.real();
      exchange.send({ ...answer, upTo: half(answer) });
      await exchange.end();
      exchange.socket.destroy();
    },
  },
  "truncated body": {
    act: async (exchange) => {
      const answer = await exchange.real();
      exchange.send({ ...answer, upTo: half(answer) });
      exchange.socket.end();
    },
  },
  "truncated body that passes for a whole one": {
    act: altered((answer) => ({ ...answer, body: answer.body.subarray(0, half(answer)) })),
  },
  "corrupt byte": { act: altered((answer) => spoilt(answer)) },
  404: { act: async (exchange) => exchange.send(refusal(404)) },
  403: { act: async (exchange) => exchange.send(refusal(403)) },
  "429 with Retry-After": { act: async (exchange) => exchange.send(refusal(429, { "retry-after": "120" })) },
  500: { act: async (exchange) => exchange.send(refusal(500)) },
  503: { act: async (exchange) => exchange.send(refusal(503, { "retry-after": "120" })) },
  "redirect loop": {
    act: async ({ address, send }) => send({ status: 302, headers: { location: address, "cache-control": "no-store" } }),
  },
  // The worst of them keep the headers of the answer that they replace, so that the browser keeps the page for a year.
  "captive portal": { act: altered((answer) => ({ ...answer, status: 200, headers: { ...answer.headers, ...HTML }, body: LOGIN })) },
  "wrong content type": { act: altered((answer) => ({ ...answer, headers: { ...answer.headers, "content-type": "text/plain" } })) },
  "wrong encoding": { isUnreadable: true, act: altered((answer) => ({ ...answer, headers: { ...answer.headers, "content-encoding": "gzip" } })) },
  "huge answer": { isUnreadable: true, act: altered((answer) => ({ ...answer, body: Buffer.alloc(HUGE, "kunta ") })) },
  "20 s latency": {
    isSilent: true,
    act: async (exchange) => {
      const answer = await exchange.real();
      await exchange.end();
      exchange.send(answer);
    },
  },
};

export const FAULTS = Object.fromEntries(Object.entries(all).map(([name, fault]) => [name, { name, ...fault }]));

/** Of a hundred packets, how many get lost between the browser and the server (lossy.mjs). */
export const LOSSES = { "1 % packet loss": 1, "30 % packet loss": 30 };

/** A content delivery network goes over to another publication: each request is answered by the old site or by the new one. */
export const MIXTURE = "old and new files side by side";

/** The sorts of files of a site, by their addresses. */
export const FILES = {
  document: (path) => path.endsWith("/"),
  "page.json": (path) => path.endsWith("/page.json"),
  "start script": (path) => /^\/start-\w+\.js$/.test(path),
  glue: (path) => /\/seutu-application-\w+\.js$/.test(path),
  application: (path) => /\/seutu-application-\w+_bg\.wasm$/.test(path),
  "second part": (path) => /\/seutu-application-[0-9a-z]+\.wasm$/.test(path),
  style: (path) => path.endsWith(".css"),
  "search script": (path) => /\/seutu-search-\w+\.js$/.test(path),
  "search module": (path) => /\/seutu-search-\w+_bg\.wasm$/.test(path),
  "index root": (path) => /^\/search\.index\/[a-z]+$/.test(path),
  shard: (path) => /^\/search\.index\/.+\/[a-z]+-\w+$/.test(path),
  "list of pages": (path) => /^\/search\.index\/.+\/listed-\w+\.txt$/.test(path),
};

/** The stages of a visit, each with the files that it asks for; the first one tells most. */
export const STAGES = {
  "first view": ["application", "document", "start script", "glue", "second part", "style"],
  "route change": ["page.json", "second part", "document"],
  search: ["shard", "search module", "page.json", "search script", "index root", "list of pages"],
  update: ["search module", "document", "page.json", "start script", "glue", "application", "second part", "style", "search script", "index root", "shard", "list of pages"],
};
