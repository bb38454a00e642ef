// Whether anything has moved by itself, and how the application is kept back until the page has been painted.

/** The elements that have moved, as the browser's own measurement tells (Layout Instability API). */
export const shifts = (page) =>
  page.evaluate(
    () =>
      new Promise((resolve) => {
        const told = (entries) =>
          entries.flatMap(({ value, sources }) =>
            sources.map(({ node, previousRect, currentRect }) => {
              const element = node instanceof Element ? node : node?.parentElement;
              return `${value.toFixed(4)}: ${element?.outerHTML.slice(0, 100)} from ${previousRect.y} to ${currentRect.y}`;
            }),
          );
        const found = [];
        const observer = new PerformanceObserver((list) => found.push(...list.getEntries()));
        observer.observe({ type: "layout-shift", buffered: true });
        // Two frames: what has just been changed is laid out in the first.
        requestAnimationFrame(() =>
          requestAnimationFrame(() => {
            found.push(...observer.takeRecords());
            resolve(told(found));
          }),
        );
      }),
  );

/** From the next document on the server answers for the application only once the page has been painted. */
export async function holdApplicationUntilPainted(site, page) {
  await page.addInitScript(() => {
    new PerformanceObserver(() => (window.isPainted = true)).observe({ type: "paint", buffered: true });
  });
  const painted = () => page.waitForFunction(() => window.isPainted);
  site.fault = async (path) => void (path.endsWith(".wasm") && (await painted()));
}
