// The files of search, whose names say what they hold.

/** The hash in the name of a file of the index: `hash` in search/src/index/named.rs. */
export function hashOf(contents) {
  let hash = 0xcbf29ce484222325n;
  for (const byte of contents) hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
  return hash.toString(16).padStart(16, "0").slice(4);
}

/** A hash as the root of the index has it, in text of one byte a letter. */
export const inRoot = (hash) => Buffer.from(hash, "hex").toString("latin1");
