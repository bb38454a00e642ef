// What comes out of the printer: pages and whole sections, printed by the browser and read from the PDF.

import { expect, test as base } from "../fixtures.mjs";
import { dist, everything, pagesOf, theme } from "../portal.mjs";
import { flow, readPdf } from "../pdf.mjs";
import { open } from "../visitor.mjs";
import { words } from "../words.mjs";

const test = base.extend({
  everythingSite: async ({ serveSite }, use) => use(await serveSite({ root: everything })),
});

const A4 = { width: "210mm", height: "297mm" };
const MARGIN = { top: "15mm", right: "15mm", bottom: "15mm", left: "15mm" };

const blocks = pagesOf(everything).find((page) => page.title === "Kaikki lohkot");
const ofKind = (kind) => pagesOf(dist).find((page) => page.kind === kind && page.language === "fi");

/** Prints what the page shows, with its grounds, as those do who tick that box: white has to come from the style. */
const print = async (page, paper = A4) => readPdf(await page.pdf({ ...paper, margin: MARGIN, printBackground: true }));

/** The visitor has chosen this. */
const prefer = (context, name, value) =>
  context.addInitScript(([name, value]) => localStorage.setItem(`seutu.${name}`, value), [name, value]);

/** Without blanks: where a line is broken is the paper's business. */
const letters = (text) => text.replace(/\s/g, "");

/**
 * What the document says, for each of its articles: its title, its texts in their order, its links, and the headings
 * and terms that belong to what follows them.
 */
const articles = (page) =>
  page.evaluate(() => {
    const ASIDE = "nav, button, .page-tools, .visually-hidden, .languages, .contents, .neighbours, [hidden], [aria-hidden=true], [data-over], .listing:has(> li:not([data-over])) + .listed-none";
    const own = (element) => !element.closest(ASIDE);
    return [...document.querySelectorAll("main article")].map((article) => {
      const texts = [];
      const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) if (own(walker.currentNode.parentElement)) texts.push(walker.currentNode.data);
      const all = (selector) => [...article.querySelectorAll(selector)].filter(own);
      return {
        title: article.querySelector("h1").textContent,
        texts: texts.filter((text) => text.trim()),
        links: all("a[href^='/'], a[href^='http']").map((link) => link.textContent + `(${link.getAttribute("href")})`),
        headings: all("h1, h2, h3, h4, .group-title:not(footer), caption").map((heading) => heading.textContent),
        terms: all("dt").map((term) => term.textContent),
      };
    });
  });

/** The names of what can be pressed or leads elsewhere, as far as the texts don't have the same words. */
async function controls(page) {
  const own = letters((await articles(page)).flatMap(({ texts }) => texts).join("") + (await page.locator(".site-footer").innerText()));
  const names = await page.locator("nav:not(.site-footer nav) a, button, .skip-link, .page-time summary").allTextContents();
  const others = [...new Set(names.map(letters))].filter((name) => name && !own.includes(name));
  expect(others.length).toBeGreaterThan(5);
  return others;
}

/** Without the page's own address and those that stand after links: their words are no names of buttons. */
const withoutAddresses = (printed, { canonical }) =>
  printed.replace(letters(canonical).replace("https://", ""), "").replace(/\((\/|https?:)[^)]*\)/g, "");

/** That texts are there, each after the one before it. */
function expectInOrder(printed, texts) {
  let at = 0;
  for (const text of texts) {
    const found = printed.indexOf(letters(text), at);
    expect(found, `“${text.trim()}” after “${printed.slice(Math.max(0, at - 40), at)}”`).toBeGreaterThanOrEqual(0);
    at = found + letters(text).length;
  }
}

/** The size that most letters have. */
function commonSize(sheets) {
  const count = new Map();
  for (const { text, size } of sheets.flatMap(({ lines }) => lines.flatMap(({ pieces }) => pieces))) {
    const rounded = Math.round(size * 10) / 10;
    count.set(rounded, (count.get(rounded) ?? 0) + text.length);
  }
  return [...count].sort(([, one], [, other]) => other - one)[0][0];
}

/** The button that prints a section leaves it laid out for paper, and nobody's dialogue opens. */
async function openSection(page, site, address) {
  await page.addInitScript(() => (window.print = () => (window.isLaidOut = true)));
  await open(page, site, address);
  await page.getByRole("button", { name: words("print_section"), exact: true }).click();
  await page.waitForFunction(() => window.isLaidOut);
}

test("a page with every block is on paper from the site's name to its footer, and nothing else is", async ({ everythingSite: site, page }) => {
  await open(page, site, blocks.path);
  const printed = flow(await print(page));

  expect(printed.replace(/(Muutettu viimeksi) [0-9.]+/, "$1 …")).toBe([
    "Järvilä – kaikille",
    "jarvila.example/hankkeet/lohkot/",
    "Kaikki lohkot – yhdellä sivulla",
    "Tekstiä: vahvaa, korostettua, koodia, linkki hankkeisiin (/hankkeet/), ELY, på svenska, rivinvaihto",
    "ja posti@jarvila.example sekä numero (+358140000).",
    "Luettelot",
    "Ensimmäinen",
    "Toinen, jolla on oma luettelo",
    "Alempi",
    "Vielä alempi",
    "1. Pohjalla",
    "Kolmas",
    "1. Yksi",
    "2. Kaksi",
    "1 Tee tämä.",
    "2 Tee sitten tämä.",
    "Pituus 12 km",
    "Ranta kivinen",
    "Lainaus ja taulukko",
    "Ranta on kaikkien.",
    "Ja talvella jää.",
    "— Kyläkirja, luku 3 (/hankkeet/)",
    "Rannat ja niiden pituudet",
    "Ranta Pituus Pohja",
    "Itäranta 3 km hiekka",
    "Länsiranta 4,5 km",
    "Kuvat ja koodi",
    "Ranta illalla.",
    "fn main() { println!(\"<Hei>\"); }",
    "Huomautukset",
    "Hyvä tietää",
    "Muista eväät",
    "Kahvila on kiinni.",
    "Varo",
    "Jää on heikkoa.",
    "Mistä jään paksuus tiedetään?",
    "Se mitataan.",
    "poralla",
    "mitalla",
    "Yhteys ja aineistot",
    "Rantavahti (/yhteys/)",
    "Tehtävä valvoo rantoja",
    "Organisaatio Järvilän kunta",
    "Sähköposti vahti@jarvila.example",
    "Puhelin +358 14 000 0000",
    "Osoite Rantatie 1 40000 Järvilä",
    "Rantaopas (/hankkeet/opas.txt) (TXT, 2 kt)",
    "Strandguide (/hankkeet/opas.txt) (TXT, 2 kt, ruotsiksi)",
    "Muutettu viimeksi …",
    "Aiheesta lisää",
    "Yhteys (/yhteys/)",
    "Haku rantaryhmään (/hankkeet/haku/)",
    "Järvilä – kaikille",
    "Järvilän kunta",
    "Sähköposti kunta@jarvila.example",
    "Puhelin +358 14 000 0000",
    "Osoite Rantatie 1 40000 Järvilä",
    "Anna palautetta: palaute@jarvila.example",
  ].join(" "));
});

for (const kind of ["article", "call", "news", "event", "section", "front"]) {
  test(`a page of the kind ${kind} is on paper with its texts in their order and where its links lead`, async ({ page, site }) => {
    await open(page, site, ofKind(kind).path);
    const [{ texts, links }] = await articles(page);
    const pressed = await controls(page);
    const printed = letters(flow(await print(page)));

    expectInOrder(printed, texts);
    expectInOrder(printed, [ofKind(kind).title]);
    for (const link of links) expect(printed).toContain(letters(link));
    for (const name of pressed) expect(withoutAddresses(printed, ofKind(kind))).not.toContain(name);
  });
}

for (const width of [210, 105]) {
  test(`no heading and no term is the last line of a sheet of ${width} mm, however high it is`, async ({ everythingSite: site, page }) => {
    await open(page, site, blocks.path);
    const [{ headings, terms }] = await articles(page);
    const leading = [...headings, ...terms];
    expect(leading).toEqual(expect.arrayContaining(["Kuvat ja koodi", "Rannat ja niiden pituudet", "Osoite"]));
    for (let height = 110; height <= 290; height += 18) {
      const last = (await print(page, { width: `${width}mm`, height: `${height}mm` })).map(({ lines }) => lines.at(-1).text);
      expect(last.filter((line) => leading.includes(line)), `on paper of ${height} mm`).toEqual([]);
    }
  });
}

for (const [what, width] of [["A4", "210mm"], ["A6", "105mm"]]) {
  test(`nothing is cut off at the edge of ${what}, not even a long line of code`, async ({ everythingSite: site, page }) => {
    await open(page, site, blocks.path);
    const code = "kaislikossa suhisee ".repeat(12);
    await page.locator("pre code").evaluate((element, code) => (element.textContent = code), code);
    const sheets = await print(page, { width, height: "297mm" });

    expect(letters(flow(sheets))).toContain(letters(code));
    for (const { lines, width } of sheets) {
      for (const { text, x, width: length } of lines.flatMap(({ pieces }) => pieces)) expect(x + length, text).toBeLessThan(width);
    }
  });
}

test("an address to write to and a number to call are on paper once each", async ({ everythingSite: site, page }) => {
  await open(page, site, blocks.path);
  const printed = flow(await print(page));

  for (const [said, times] of [["posti@jarvila.example", 1], ["vahti@jarvila.example", 1], ["+358140000", 1], ["mailto:", 0], ["tel:", 0]]) {
    expect(printed.split(said).length - 1, said).toBe(times);
  }
});

for (const [chosen, size] of [[undefined, 11], ["large", 14]]) {
  test(`text is ${size} pt ${chosen ? "for whoever asked for large print" : "usually"}`, async ({ context, page, site }) => {
    if (chosen) await prefer(context, "print", chosen);
    await open(page, site, ofKind("news").path);

    expect(commonSize(await print(page))).toBeCloseTo(size, 1);
  });
}

for (const [name, value] of [["theme", "light"], ["theme", "dark"], ["contrast", "more"]]) {
  test(`the paper stays white and its text black with the choice ${name} = ${value}`, async ({ context, everythingSite: site, page }) => {
    await page.emulateMedia({ colorScheme: "dark" });
    await prefer(context, name, value);
    await open(page, site, blocks.path);
    const sheets = await print(page);

    for (const { inks, fills } of sheets) {
      expect(inks).toEqual(["#000000"]);
      const whole = Math.max(...fills.map(({ width }) => width));
      const grounds = fills.filter(({ width, height }) => width === whole && height > 2).map(({ colour }) => colour);
      expect(new Set(grounds)).toEqual(new Set(["#ffffff"]));
    }
  });
}

test("a section is printed whole: each of its pages begins a sheet with its title, its texts and its links follow", async ({ page, site }) => {
  const titles = theme().section.map((path) => pagesOf(dist).find((page) => page.path === path).title);
  await openSection(page, site, theme().path);
  const printedArticles = await articles(page);
  const pressed = await controls(page);
  const sheets = await print(page);
  const printed = letters(flow(sheets));

  expect(printedArticles.map(({ title }) => title)).toEqual([theme().title, ...titles]);
  expectInOrder(printed, printedArticles.flatMap(({ texts }) => texts));
  for (const link of printedArticles.flatMap(({ links }) => links)) expect(printed).toContain(letters(link));
  for (const name of pressed) expect(withoutAddresses(printed, theme())).not.toContain(name);
  // A title may need more than one line; the first sheet begins with the site's name.
  const beginnings = sheets.slice(1).map(({ lines }) => letters(lines.map(({ text }) => text).join("")));
  for (const title of titles) expect(beginnings.filter((text) => text.startsWith(letters(title))), title).toHaveLength(1);
});

test("no heading of a section is the last line of a sheet", async ({ page, site }) => {
  await openSection(page, site, theme().path);
  const headings = (await articles(page)).flatMap(({ headings }) => headings);
  const sheets = await print(page, { width: "210mm", height: "150mm" });

  expect(sheets.length).toBeGreaterThan(theme().section.length);
  expect(sheets.map(({ lines }) => lines.at(-1).text).filter((line) => headings.includes(line))).toEqual([]);
});

test("the pictures of a section's pages are printed, also those that nobody has seen yet", async ({ everythingSite: site, page }) => {
  await open(page, site, blocks.path);
  const alone = (await print(page)).reduce((sum, { pictures }) => sum + pictures, 0);
  await openSection(page, site, "/hankkeet/");
  const sheets = await print(page);

  expect(alone).toBeGreaterThan(0);
  expect(sheets.reduce((sum, { pictures }) => sum + pictures, 0)).toBeGreaterThanOrEqual(alone);
});

test("once the browser has printed a section, the other pages are gone", async ({ page, site }) => {
  await openSection(page, site, theme().path);
  await print(page);

  await expect(page.locator("main h1")).toHaveText([theme().title]);
});
