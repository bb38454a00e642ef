// How large the controls of a page are: `await page.evaluate(smallTargets)` gives a line for each that is too small.

/** Runs in the page: the controls that are smaller than 44 px, but for links in running text (WCAG 2.5.5, Inline). */
export function smallTargets() {
  const isInline = (control) => {
    if (!control.matches("a") || getComputedStyle(control).display !== "inline") return false;
    const block = control.closest("p, li, dd, dt, td, th, figcaption, footer, address");
    return block !== null && block.textContent.trim() !== control.textContent.trim();
  };
  const controls = [...document.querySelectorAll("a[href], button, summary")].filter(
    (control) => control.checkVisibility({ visibilityProperty: true }) && !control.matches(".skip-link:not(:focus)") && !isInline(control),
  );
  return controls.flatMap((control) => {
    const { width, height } = control.getBoundingClientRect();
    return width < 43.9 || height < 43.9 ? [`${width} × ${height}: ${control.outerHTML.slice(0, 140)}`] : [];
  });
}
