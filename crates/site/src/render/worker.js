// Published as worker.js where nothing is to be kept on visitors' devices: the worker of a publication before and all that it has
// kept go.
addEventListener("install", () => skipWaiting());

const remove = async () => {
  await registration.unregister();
  for (const name of await caches.keys()) {
    if (name.startsWith(`seutu ${registration.scope} `)) await caches.delete(name);
  }
};
// Where storage is forbidden nothing is kept.
addEventListener("activate", (event) => event.waitUntil(remove().catch(() => {})));
