// What a server says, without a browser: each address is asked for as it stands, nothing is followed or decompressed.

import http from "node:http";

/** Asks for an address: `{ status, headers, body }`. */
export function ask(address, headers = {}, { method = "GET", agent } = {}) {
  return new Promise((resolve, reject) => {
    const request = http.request(address, { headers, method, agent }, (answer) => {
      const parts = [];
      answer.on("data", (part) => parts.push(part));
      answer.on("end", () => resolve({ status: answer.statusCode, headers: answer.headers, body: Buffer.concat(parts) }));
    });
    request.on("error", reject).end();
  });
}
