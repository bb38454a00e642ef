// Keeps what a visitor reads on their device, so that it can be read without a connection. The publisher puts this file into a
// function, published as worker.js, whose argument SITE says: the `version` of the application; the `model` of pages that it reads;
// its `files` by their names in the site, each with its hash; the folders of its front pages in all languages, `homes`; `words`, by
// language, that tell of a new version. public/keep.js registers it when a page is ready.
//
// Whatever is kept is an answer of this site that was seen to be whole: a page that knows its own address, a file with its hash.
// What fails here, fails silently: the page is then the browser's and the server's, as without a worker.

const { version, model, homes, words } = SITE;
const files = new Map(Object.entries(SITE.files));
const { scope } = registration;
// A cache for each version: files and pages of two versions never meet. Other sites of the same host have their own.
const OURS = `seutu ${scope} `;
const NAME = OURS + version;

const PATIENCE = 3000;
// How long a tab may take to say of which version it is.
const SILENCE = 4000;
const DAY = 86_400_000;
// In bytes: all that is kept, and one file of it.
const MOST = 50e6;
const LARGEST = 5e6;
const LISTED = 60;

const WHEN = "x-seutu-kept";
// In place of a picture, the address of another size of it that is kept.
const SAME = "x-seutu-same";
const EMBEDDED = /id="seutu-page">([^]*?)<\/script>/;
const APPLICATION = /name="seutu:application" content="([^"]+)"/;
const OFFLINE = "offline.html";
// The type of whatever is no page: what a portal in between answers is one.
const NO_PAGE = /^(?!text\/html)/;

const attempt = (part) => Promise.resolve().then(part).catch(() => {});
const pause = (time) => new Promise((resolve) => setTimeout(resolve, time));
const inSite = (name) => scope + name;
const nameOf = (address) => address.slice(scope.length);
// Also those of the version before, for its pages.
const isNamedByContents = (name) => /^([^/]+-[0-9a-f]{16}(_bg)?\.\w+|search\.index\/[^/]+\/.+)$/.test(name);
const isOfSearch = (name) => name.startsWith("seutu-search");
// Whether all files are of this version, by their addresses in an attribute of a document.
const areOurs = (addresses) => addresses.split(" ").every((address) => files.has(nameOf(new URL(address, scope).href)));
const savesData = () => navigator.connection?.saveData;
// What isn't the site's: when a version began to work, and that the site seemed to have moved.
const BEGAN = inSite("began");
const MOVED = inSite("moved");
const timeOf = (answer) => Number(answer?.headers.get(WHEN));
const beganAt = async (cacheName) => timeOf(await caches.match(BEGAN, { cacheName }));

/** Our caches: of this version, then of those that have worked, the latest first. One that waits for its turn comes last. */
const ours = async () => {
  const others = (await caches.keys()).filter((name) => name.startsWith(OURS) && name !== NAME);
  const ranked = await Promise.all(others.map(async (name) => [await beganAt(name), name]));
  return [NAME, ...ranked.sort(([one], [other]) => other - one).map(([, name]) => name)];
};

/** What is kept for an address; nothing where storage is forbidden or was taken away. */
const kept = (address) =>
  attempt(async () => {
    for (const cacheName of await ours()) {
      const found = await caches.match(address, { cacheName });
      const same = found?.headers.get(SAME);
      if (found) return same ? kept(same) : found;
    }
  });

/** Keeps these addresses no longer. */
const forget = async (addresses) => {
  for (const name of await ours()) {
    const cache = await caches.open(name);
    for (const address of addresses) await cache.delete(address);
  }
};

const isGone = ({ status }) => status === 404 || status === 410;

/** Whether an answer is the whole file that was asked for, of the type that it should have. */
const isSound = (answer, type) =>
  answer.status === 200 &&
  answer.type === "basic" &&
  !answer.redirected &&
  !/no-store/i.test(answer.headers.get("cache-control")) &&
  type.test(answer.headers.get("content-type"));

/** How much may be kept, in bytes. */
const most = async () => {
  const { quota } = (await attempt(() => navigator.storage.estimate())) ?? {};
  return Math.min(MOST, (quota ?? Infinity) / 10);
};

/** Drops the oldest until no more is kept than may be: first the version before, then pages. */
const makeRoom = async (room) => {
  const cache = await caches.open(NAME);
  const requests = await cache.keys();
  const stays = ({ url }) => files.has(nameOf(url)) || url === BEGAN || homes.includes(nameOf(url.replace(/[^/]*$/, "")));
  const sizeOf = async (answer) => Number((await answer)?.headers.get("content-length"));
  const sizes = async (cache, requests) => Promise.all(requests.map((request) => sizeOf(cache.match(request))));
  const sum = (sizes) => sizes.reduce((sum, size) => sum + size, 0);
  const own = await sizes(cache, requests);
  let all = sum(own);
  for (const name of (await ours()).slice(1)) {
    const cache = await caches.open(name);
    const size = sum(await sizes(cache, await cache.keys()));
    if (all + size > room && (await beganAt(name))) await caches.delete(name);
    else all += size;
  }
  for (const [place, request] of requests.entries()) {
    if (all <= room) break;
    if (stays(request)) continue;
    await cache.delete(request);
    all -= own[place];
  }
};

// Whether this worker has gone: what comes late isn't kept.
let hasGone = false;

/** Puts a body under an address, by itself: without what belonged to its way here. Gives whether there was room. */
const put = async (address, body, headers) => {
  const bytes = typeof body === "string" ? new TextEncoder().encode(body) : body;
  if (hasGone || bytes.byteLength > LARGEST) return false;
  const own = new Headers(headers);
  for (const name of ["content-encoding", "vary"]) own.delete(name);
  own.set("content-length", bytes.byteLength);
  own.set(WHEN, Date.now());
  const write = async () => (await caches.open(NAME)).put(address, new Response(bytes, { headers: own }));
  try {
    await write();
  } catch {
    // The device is full: half of what is kept goes.
    await makeRoom((await most()) / 2);
    await write();
  }
  return true;
};

// What is on its way, by address: nothing is asked for twice at a time.
const underWay = new Map();
const once = (address, ask) => {
  if (!underWay.has(address)) underWay.set(address, ask().finally(() => underWay.delete(address)));
  return underWay.get(address);
};

/** Keeps a file of the application: the browser itself compares it with its hash. */
const keepFile = (name) => once(inSite(name), () => bringFile(name, inSite(name)));
const bringFile = async (name, address) => {
  if (await caches.match(address, { cacheName: NAME })) return;
  const ask = (cache) => fetch(address, { cache, integrity: files.get(name), redirect: "error" });
  // A damaged file may have been kept by the browser itself, which would give it for a year.
  const answer = (await kept(address)) ?? (await ask("default").catch(() => ask("reload")));
  if (!isSound(answer, NO_PAGE) && !answer.headers.has(WHEN)) throw new Error(name);
  await put(address, await answer.arrayBuffer(), answer.headers);
};

/** The page in a document of this site that needs no file of another version; of anything else none. */
const pageIn = (text) => {
  const [, data] = EMBEDDED.exec(text) ?? [];
  const [, names] = APPLICATION.exec(text) ?? [];
  return data && names && areOurs(names) ? { data, ...JSON.parse(data) } : {};
};

/** The address under which a page is kept; none of what is no page. */
const addressOfPage = (address) => {
  const folder = address.replace(/[?#].*/, "").replace(/\/index\.html$/, "/");
  const last = nameOf(folder).split("/").at(-1);
  return last.includes(".") ? undefined : folder.replace(/[^/]$/, "$&/");
};

const pathOf = (address) => new URL(address).pathname;
const pageAt = (path) => new URL(path, scope).href;

/** Whether it is the page of an address: one of this site, not of another one in a folder of it. */
const isPageOf = (page, address) => page?.path === pathOf(address) && homes.includes(nameOf(pageAt(page.site.home)));

/** Keeps a page by its document: with it the data that stand in it, so that both are of one publication. Gives the page. */
const keepDocument = async (address, body, headers) => {
  const text = new TextDecoder().decode(body);
  const { data, page } = pageIn(text);
  if (!isPageOf(page, address)) return;
  await put(address, text, headers);
  await put(`${address}page.json`, data, { "content-type": "application/json" });
  await forget([MOVED]);
  return page;
};

const isFresh = async (address) => {
  const found = await caches.match(address, { cacheName: NAME });
  const age = Date.now() - timeOf(found);
  // One from the future was kept by a clock that was wrong.
  return age >= 0 && age < DAY && found;
};

/** Asks for an address, and hands a sound answer on. */
const bring = (address, type, keep, how) =>
  once(address, async () => {
    const answer = await fetch(address, { priority: "low", ...how });
    if (isGone(answer)) await forget([address, `${address}page.json`]);
    return isSound(answer, type) && keep(address, await answer.arrayBuffer(), answer.headers);
  });

/** The same, once a day. */
const bringDaily = async (address, ...how) => (await isFresh(address)) || bring(address, ...how);

/** Keeps a picture in one of its sizes, which stands for the others: the one that the browser has shown, or else the smallest. */
const keepPicture = async (sizes) => {
  const [smallest] = sizes;
  const isKept = await Promise.all(sizes.map(kept));
  let here = sizes.find((_, place) => isKept[place]);
  for (const address of here ? [] : [...sizes].reverse()) {
    here ??= (await attempt(() => bring(address, /^image\//, put, { cache: "only-if-cached", mode: "same-origin" }))) && address;
  }
  here ||= (await bring(smallest, /^image\//, put)) && smallest;
  for (const [place, address] of sizes.entries()) {
    if (here && here !== address && !isKept[place]) await put(address, "", { [SAME]: here });
  }
};

/** Keeps the pictures of a page. */
const keepPictures = async (page) => {
  if (savesData()) return;
  const pictures = [];
  JSON.stringify(page, (_, value) => {
    if (value?.source && value.width) pictures.push([...(value.smaller?.match(/\S+(?= \d)/g) ?? []), value.source]);
    return value;
  });
  for (const sizes of pictures) {
    await attempt(() => keepPicture([...new Set(sizes.map(pageAt))]));
  }
};

/** The page in a document that was kept today, unless other data have come for its address since. */
const freshPage = async (address) => {
  const found = await isFresh(address);
  const { data, page } = found ? pageIn(await found.text()) : {};
  return data && (await (await kept(`${address}page.json`))?.text()) === data && page;
};

/** Keeps a page that hasn't come this way, with its pictures. Gives it. */
const keepPage = (address) =>
  attempt(async () => {
    const found = await freshPage(address);
    if (found) return found;
    const page = await bring(address, /^text\/html/, keepDocument);
    if (page) await keepPictures(page);
    return page;
  });

/** Whether a file of the index is the one that its name says: by the end of its hash (search/src/index/named.rs). */
const isWhole = (name, bytes) => {
  let hash = 0xcbf29ce484222325n;
  for (const byte of new Uint8Array(bytes)) hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
  return name.replace(/\.\w+$/, "").endsWith(`-${BigInt.asUintN(48, hash).toString(16).padStart(12, 0)}`);
};

/** Keeps a file of the index if it is the one that its name says. */
const putOfIndex = async (address, body, headers) => isWhole(nameOf(address), body) && put(address, body, headers);

/**
 * Keeps the root of an index. Before it come the files of a small index, which the publisher lists; of a large one those are kept in
 * which somebody has searched.
 */
const keepIndex = async (root) => {
  const list = inSite(`${root}.files.txt`);
  await attempt(() => bringDaily(list, /^text\/plain/, put));
  for (const name of (await (await kept(list))?.text())?.match(/^\w+-[\da-f]{12}(\.txt)?$/gm) ?? []) {
    const address = inSite(`${root}.files/${name}`);
    await attempt(async () => (await kept(address)) ?? bring(address, NO_PAGE, putOfIndex));
  }
  await attempt(() => bringDaily(inSite(root), NO_PAGE, put));
};

/** Keeps what a visitor of any page may want next: the front page and search. */
const keepAround = async (page) => {
  const { home, search } = page.site;
  const isOffline = (address, body, headers) => pageIn(new TextDecoder().decode(body)).page && put(address, body, headers);
  await attempt(() => bringDaily(pageAt(home + OFFLINE), /^text\/html/, isOffline));
  await keepPage(pageAt(home));
  if (savesData()) return;
  if (search) {
    await keepPage(pageAt(search));
    for (const name of [...files.keys()].filter(isOfSearch)) await attempt(() => keepFile(name));
    await keepIndex(`search.index/${page.language}`);
  }
};

/** Keeps the pages of a page's section: those of the nearest page above, or of the page itself, that is printed with all its pages. */
const keepSection = async (page) => {
  if (!page || savesData()) return;
  let section = page;
  for (const above of page.breadcrumb.slice(1, -1).reverse()) {
    if (section?.section?.length) break;
    section = await keepPage(pageAt(above.path));
  }
  for (const path of section?.section ?? []) {
    await keepPage(pageAt(path));
  }
  await makeRoom(await most());
};

/** Keeps all that belongs to a page that somebody opens. */
const keepOpened = async (page) => {
  if (!page) return;
  await keepPictures(page);
  await keepAround(page);
  await makeRoom(await most());
};

/** Where a site has moved, its worker goes: what the server says of the worker itself is meant for nobody else. */
const giveWayIfMoved = async () => {
  const answer = await fetch(location.href, { cache: "no-store", redirect: "manual" });
  if (!isGone(answer)) {
    if (answer.type !== "opaqueredirect" && !(answer.ok && /html/.test(answer.headers.get("content-type")))) return forget([MOVED]);
    // A portal in between redirects everything as well, or answers for everything, for a while: a site that has moved still has on
    // another day.
    const first = await caches.match(MOVED, { cacheName: NAME });
    if (!first) return put(MOVED, "", {});
    if (Date.now() - timeOf(first) < DAY) return;
  }
  hasGone = true;
  await registration.unregister();
  for (const name of await ours()) await caches.delete(name);
};

/** The server's answer; that to a navigation is on its way before the worker has started. */
const fromServer = async (event) => (await event.preloadResponse) ?? fetch(event.request);

/**
 * The server's answer, or what is kept when it doesn't come whole within the patience, or is one that says nothing of the file.
 * A late answer is kept all the same, and what is gone by it no longer. Rejects when there is neither.
 */
const fromServerFirst = async (event, address, type, keep, gone = [address]) => {
  const asked = fromServer(event);
  // Nobody waits for the end of what isn't kept.
  const isWorthIt = (answer) => isSound(answer, type) && !(answer.headers.get("content-length") > LARGEST);
  const whole = asked.then(async (answer) => [answer, isWorthIt(answer) && (await answer.clone().arrayBuffer())]);
  event.waitUntil(
    attempt(async () => {
      const [answer, body] = await whole;
      if (body) await keep(address, body, answer.headers);
      else if (isGone(answer)) {
        await forget(gone);
        await giveWayIfMoved();
      } else if (answer.type === "opaqueredirect") await giveWayIfMoved();
    }),
  );
  const found = await kept(address);
  if (!found) return asked;
  const [answer] = (await Promise.race([whole.catch(() => []), pause(PATIENCE)])) ?? [];
  // Whoever is to sign in to a network, sees in place of a page where.
  const isWrong = answer?.type === "opaque" || (answer?.status === 200 && !type.test(answer.headers.get("content-type")));
  const isOther = event.request.mode !== "navigate" && isWrong;
  return !answer || answer.status >= 500 || isOther ? found : answer;
};

/** A file whose name says what it holds. */
const fromHereFirst = async (event, name) => {
  const address = inSite(name);
  const found = await kept(address);
  if (found) return found;
  const answer = await fromServer(event);
  const copy = answer.clone();
  event.waitUntil(
    attempt(async () => {
      if (files.has(name)) return keepFile(name);
      const body = name.includes("/") && isSound(copy, NO_PAGE) && (await copy.arrayBuffer());
      if (body) await putOfIndex(address, body, copy.headers);
    }),
  );
  return answer;
};

/** An item of the list in the markup, for another page. */
const filled = (item, to, title) =>
  item.replace(/href="[^"]*"/, () => `href="${escaped(to)}"`).replace(/(<a[^>]*>)[^]*(?=<\/a>)/, (_, tag) => tag + escaped(title));

const escaped = (text) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt()};`);

/** The pages that can be read, those that came last first: by their documents, which come also where no application starts. */
const readable = async (language) => {
  const pages = new Map();
  for (const name of await ours()) {
    const cache = await caches.open(name);
    for (const request of (await cache.keys()).reverse()) {
      if (pages.size === LISTED) break;
      if (!request.url.endsWith("/page.json") || !(await cache.match(request.url.slice(0, -"page.json".length)))) continue;
      const { page } = await (await cache.match(request)).json();
      if (page.language === language && !pages.has(page.path)) pages.set(page.path, page.title);
    }
  }
  return [...pages];
};

/**
 * What a visitor reads in place of a page that isn't here: the document that the publisher has made for this, in the language of
 * the address, or else of what was read. Its only list names one page; the pages that can be read take its place, in the markup
 * and in the data that the application begins with.
 */
const insteadOf = async (address) => {
  const offered = [];
  for (const name of await ours()) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) {
      const home = request.url.slice(0, -OFFLINE.length);
      if (request.url === home + OFFLINE) offered.push([address.startsWith(home) && home.length, cache, request]);
    }
  }
  offered.sort(([one], [other]) => other - one);
  const [[, cache, request]] = offered;
  const found = await cache.match(request);
  const text = await found.text();
  const [, embedded] = EMBEDDED.exec(text);
  const document = JSON.parse(embedded);
  const { page } = document;
  const pages = await readable(page.language);
  // What begins with two is the name of another host.
  const path = pathOf(address).replace(/^\/+/, "/");
  const [way] = page.blocks[0].paragraph.slice(-1);
  way.link.to = path;
  const { list } = page.blocks.at(-1);
  list.items = pages.map(([to, title]) => ({ text: [{ link: { to, text: [{ text: title }] } }] }));
  const data = JSON.stringify(document).replace(/</g, "\\u003c");
  const body = text
    .replace(EMBEDDED, () => `id="seutu-page">${data}</script>`)
    .replace(/<article[^]*<\/article>/, (article) =>
      article
        .replace(/href="[^"]*"/, () => `href="${escaped(path)}"`)
        .replace(/<li>[^]*<\/li>/, (item) => pages.map(([to, title]) => filled(item, to, title)).join("")),
    );
  // It isn't the page of the address: nobody shall keep it.
  const headers = new Headers(found.headers);
  headers.set("cache-control", "no-store");
  headers.delete("content-length");
  return new Response(body, { headers });
};

/** Keeps the data of a page that have come. Its document, which holds the same, comes when somebody reads the page. */
const keepData = async (folder, address, body) => {
  const text = new TextDecoder().decode(body);
  const known = JSON.parse(text);
  if (known.version !== model || !isPageOf(known.page, folder)) return;
  await put(address, text.replace(/</g, "\\u003c"), { "content-type": "application/json" });
};

/** How a request is answered; not at all if it is no affair of this worker. */
const answerTo = (event) => {
  const { request } = event;
  const [address] = request.url.split(/[?#]/);
  if (request.method !== "GET" || !address.startsWith(scope) || request.headers.has("range")) return;
  const name = nameOf(address);
  const last = name.split("/").at(-1);
  if (isNamedByContents(name)) return fromHereFirst(event, name);
  if (request.mode === "navigate") {
    const folder = addressOfPage(address);
    // An answer that is on its way has to be taken: the browser would break it off, and complain.
    if (request.destination !== "document" || !folder) return event.preloadResponse && fromServer(event);
    const keep = async (...document) => {
      const page = await keepDocument(...document);
      if (page) await keepOpened(page);
      // Another document stands in the place of a page that was read.
      else if (await kept(folder)) await giveWayIfMoved();
    };
    // What is missing without its slash may be there with it.
    const gone = address === folder ? [folder, `${folder}page.json`] : [];
    return fromServerFirst(event, folder, /^text\/html/, keep, gone).catch(async (error) => {
      const instead = await attempt(() => insteadOf(folder));
      if (instead) return instead;
      throw error;
    });
  }
  // The portal asks for nothing with a question but its search page: these are another application's.
  if (request.url.includes("?")) return;
  if (last === "page.json") {
    const folder = address.slice(0, -last.length);
    const keep = (...data) => keepData(folder, ...data);
    return fromServerFirst(event, address, /^application\/json/, keep, [folder, address]).catch((error) => {
      // The application, which follows no redirect, leaves what isn't a page to the browser, which then shows what can be read.
      if (request.redirect === "manual") return new Response("{}");
      throw error;
    });
  }
  if (/^search\.index\/[^/]+$/.test(name)) return fromServerFirst(event, address, NO_PAGE, put);
  if (request.destination === "image") {
    // Those of pages that were read; all others are the browser's.
    return kept(address).then((found) => (found ? fromServerFirst(event, address, /^image\//, put) : fetch(request)));
  }
};

addEventListener("fetch", (event) => {
  const answer = answerTo(event);
  if (answer) event.respondWith(answer.catch(() => Response.error()));
});

const windows = async () => {
  const all = await clients.matchAll({ type: "window", includeUncontrolled: true });
  return all.filter(({ url }) => url.startsWith(scope));
};

// Whether each tab that has answered is of this version.
const isOfThisVersion = new Map();

// Tells tabs to say nothing to the old worker. A keep.js from before this message takes it for the question after its version.
const QUIET = 0;
// Whether this worker's turn has come.
let hasBegun = false;

/** Takes over. Chromium starts the old worker again for a message, and lets this one wait for half a minute: so tabs keep quiet. */
const takeOver = async () => {
  const tabs = await windows();
  if (hasBegun) return;
  for (const tab of tabs) tab.postMessage(QUIET);
  await skipWaiting();
};

/** A new version takes over when no tab of an older one is left; who has one hears that there is a new one. */
const takeOverIfAlone = async () => {
  const silent = (await windows()).filter(({ id }) => !isOfThisVersion.has(id));
  for (const tab of silent) tab.postMessage(null);
  // Who says nothing meanwhile has no page of this site open: a feed, another application, a site in a folder; or sleeps.
  if (silent.length > 0) await pause(SILENCE);
  if ((await windows()).every(({ id }) => isOfThisVersion.get(id) !== false)) await takeOver();
};

const hear = async ({ data, source }) => {
  if (data.update) return takeOver();
  if (!data.waits) {
    if (data.isTakenOver && !areOurs(data.files)) source.postMessage("outdated");
    const address = addressOfPage(data.address);
    const page = address && (await keepPage(address));
    // No event waits for the section: a new version couldn't take over.
    if (data.isRead) attempt(() => keepSection(page));
    return keepOpened(page);
  }
  const isOwn = areOurs(data.files);
  isOfThisVersion.set(source.id, isOwn);
  if (!isOwn) source.postMessage(words[data.language] ?? Object.values(words)[0]);
  await takeOverIfAlone();
};

addEventListener("message", (event) => event.waitUntil(attempt(() => hear(event))));

addEventListener("install", (event) => {
  const keepAll = async () => {
    // On a device with less room nothing is kept; all that the application needs takes less than a megabyte.
    if ((await most()) < 1e6) throw new Error("too little room");
    await Promise.all([...files.keys()].filter((name) => !isOfSearch(name)).map(keepFile));
    // Whoever wants the new version at once doesn't wait for the tabs that say nothing.
    if (registration.active) attempt(takeOverIfAlone);
  };
  event.waitUntil(keepAll());
});

addEventListener("activate", (event) => {
  hasBegun = true;
  const begin = async () => {
    await attempt(() => registration.navigationPreload?.enable());
    await attempt(async () => {
      await put(BEGAN, "", {});
      const [, ...others] = await ours();
      const worked = await Promise.all(others.map(beganAt));
      const isAwaited = registration.waiting || registration.installing;
      for (const [place, name] of others.entries()) {
        // The version before stays, with what was read in it; one that never worked only if it is still to come.
        if (worked[place] ? place > 0 : !isAwaited) await caches.delete(name);
      }
    });
    await clients.claim();
  };
  event.waitUntil(attempt(begin));
});
