// What assistive technology finds on a page: landmarks, headings, names, the current page, languages.

/** What is wrong with a page's structure, in words. `current`: how many parts of the breadcrumb are the page itself. */
export async function structuralFaults(page, current) {
  const faults = await page.evaluate(lookAtStructure, current);
  const counts = [
    ["banner", page.getByRole("banner")],
    ["main", page.getByRole("main")],
    ["contentinfo", page.getByRole("contentinfo")],
    ["heading of level 1", page.getByRole("heading", { level: 1 })],
    ["heading of level 1 in main", page.getByRole("main").getByRole("heading", { level: 1 })],
  ];
  for (const [what, found] of counts) {
    const count = await found.count();
    if (count !== 1) faults.push(`${what}: ${count} times instead of once`);
  }
  return faults;
}

/** Runs in the page. */
function lookAtStructure(current) {
  const all = (selector) => [...document.querySelectorAll(selector)].filter((element) => element.checkVisibility());
  const levels = all("h1, h2, h3, h4, h5, h6").map((heading) => ({ level: Number(heading.localName[1]), text: heading.textContent }));
  const nameOf = (element) => element.ariaLabel ?? document.getElementById(element.getAttribute("aria-labelledby"))?.textContent ?? "";
  const names = all("nav").map(nameOf);
  const marked = all(".breadcrumb [aria-current=page]").length;
  const languages = [...document.querySelectorAll("[lang]")].map((element) => element.lang);
  return [
    ...levels
      .filter(({ level }, place) => level > (levels[place - 1]?.level ?? 0) + 1)
      .map(({ text }) => `a heading that skips a level: ${text}`),
    ...names.filter((name) => !name.trim()).map(() => "a navigation without a name"),
    ...names.filter((name, place) => names.indexOf(name) !== place).map((name) => `two navigations of the name ${name}`),
    ...(marked === current ? [] : [`the breadcrumb marks ${marked} pages as current instead of ${current}`]),
    ...languages.filter((tag) => !/^(fi|sv|en)$/.test(tag)).map((tag) => `a language that the portal doesn't speak: ${tag}`),
  ];
}
