// A proxy between the browser and the server: it speaks HTTP/1.1 on sockets of its own, so that a fault is what a network does, not
// what a browser is told.
//
//   const proxy = await startProxy(() => site.origin);   // proxy.origin, proxy.requests, proxy.hits
//   proxy.inject({ files: (path) => path.endsWith(".wasm"), fault: FAULTS["reset"] });
//   proxy.mend();                                         // whatever was held back is sent, from now on nothing is altered
//
// faults.mjs has the faults. The browser keeps files as it would from a real host: files whose names say what they hold for a
// year, all others are asked for each time.

import http from "node:http";
import net from "node:net";

/** The names of files that keep for ever: `LASTING` in crates/site/src/hosting/rules.rs. */
const LASTING = /^\/(search\.index\/[^/]+\/.+|(social\.images|site\.icons)\/.+|(.*\/)?[^/]+-[0-9a-f]{16}(_bg)?\.(js|css|wasm|svg))$/;

const END = "\r\n\r\n";

/**
 * Starts a proxy on a free port of 127.0.0.1; `upstream(path)` is the origin of the server that is asked. With `socket` it listens
 * on that path of the file system instead, and is reached by its `origin`.
 */
export async function startProxy(upstream, { socket: place, origin } = {}) {
  const sockets = new Set();
  /** Answers that are held back until the fault is over. */
  let held = [];
  let injected = [];
  /** How many requests aren't answered yet, those included that are held back. */
  let open = 0;
  const proxy = { origin, requests: [], hits: 0, inject, mend, isHolding, isAnswering, refuse, close };

  const server = net.createServer((socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    // A browser that closes a connection is no failure.
    socket.on("error", () => {});
    let waiting = "";
    let answered = Promise.resolve();
    // Requests of a connection are answered one after the other.
    socket.on("data", (part) => {
      waiting += part.toString("latin1");
      for (let end; (end = waiting.indexOf(END)) >= 0; waiting = waiting.slice(end + END.length)) {
        const head = waiting.slice(0, end);
        open += 1;
        answered = answered
          .then(() => answer(head, socket))
          .catch((error) => {
            if (!socket.destroyed) console.error("the tests' proxy failed", error);
            socket.destroy();
          })
          .finally(() => (open -= 1));
      }
    });
  });

  async function answer(head, socket) {
    const [first, ...lines] = head.split("\r\n");
    const [method, address] = first.split(" ");
    const [path] = address.split("?");
    const request = { method, address, path };
    proxy.requests.push(request);
    const headers = Object.fromEntries(lines.map((line) => line.split(/:\s*/, 1).concat(line.slice(line.indexOf(":") + 1).trim())));
    const found = injected.find(({ files, times }) => times !== 0 && files(path));
    if (found) {
      if (found.times !== undefined) found.times -= 1;
      proxy.hits += 1;
      request.fault = found.fault.name;
    }
    const exchange = {
      method,
      address,
      path,
      socket,
      proxy,
      /** The server's answer, as it would be sent. */
      real: () => ask(upstream(path) + address, method, headers),
      /** Waits until the fault is over. */
      end: () => new Promise((go) => held.push({ go, socket, path })),
      send: (answer) => send(socket, method, answer),
    };
    if (found) {
      await found.fault.act(exchange);
    } else {
      exchange.send(await exchange.real());
    }
  }

  /** From now on these faults meet the files that they name: the first one that does. */
  function inject(...faults) {
    injected = faults.map(({ ...fault }) => fault);
  }

  /** The faults are over: the server is reached again, and what was held back goes on. */
  async function mend() {
    injected = [];
    if (!server.listening) await listen();
    release();
  }

  function release() {
    held.forEach(({ go }) => go());
    held = [];
  }

  /** Whether the browser waits for one of these files, which is held back. */
  function isHolding(files = () => true) {
    return held.some(({ socket, path }) => !socket.destroyed && files(path));
  }

  /** Whether a request is being answered that isn't held back. */
  function isAnswering() {
    return open > held.length;
  }

  /** Nobody listens any more, and every connection breaks. */
  function refuse() {
    if (server.listening) server.close();
    for (const socket of sockets) socket.resetAndDestroy();
  }

  async function close() {
    release();
    const closed = server.listening && new Promise((resolve) => server.close(resolve));
    for (const socket of sockets) socket.destroy();
    await closed;
  }

  /** Listens where it listened before. */
  function listen() {
    return new Promise((resolve, reject) => {
      server.once("error", reject);
      const listening = () => {
        server.off("error", reject);
        if (!place) proxy.origin = `http://127.0.0.1:${server.address().port}`;
        resolve();
      };
      if (place) server.listen(place, listening);
      else server.listen(proxy.origin ? Number(new URL(proxy.origin).port) : 0, "127.0.0.1", listening);
    });
  }

  await listen();
  return proxy;
}

/** Asks the server, and gives the whole answer: `{ status, headers, body }`. */
function ask(address, method, headers) {
  return new Promise((resolve, reject) => {
    const request = http.request(address, { method, headers: { ...headers, Connection: "close" } }, (answer) => {
      const parts = [];
      answer.on("data", (part) => parts.push(part));
      answer.on("end", () => {
        const { connection, "keep-alive": _, "transfer-encoding": __, ...headers } = answer.headers;
        headers["cache-control"] = LASTING.test(new URL(address).pathname) && answer.statusCode === 200 ? "public, max-age=31536000, immutable" : "no-cache";
        resolve({ status: answer.statusCode, headers, body: Buffer.concat(parts) });
      });
      answer.on("error", reject);
    });
    request.on("error", reject).end();
  });
}

/** Sends an answer with the length of its body, unless it says another one; `upTo` bytes of it, where it breaks off. */
function send(socket, method, { status = 200, headers = {}, body = Buffer.alloc(0), upTo }) {
  const all = { "content-length": body.length, ...headers };
  const lines = Object.entries(all).filter(([, value]) => value !== undefined).map(([name, value]) => `${name}: ${value}`);
  socket.write(`HTTP/1.1 ${status} ${http.STATUS_CODES[status] ?? ""}\r\n${lines.join("\r\n")}${END}`);
  if (method !== "HEAD") socket.write(body.subarray(0, upTo ?? body.length));
}
