// What the seed says, at its place.

import { expect, test } from "../fixtures.mjs";
import { front, pageOfKind, pages, pageTitled, theme } from "../portal.mjs";
import { isOn, open } from "../visitor.mjs";

const COORDINATION = "Koulutusyhteistyön teemaverkoston koordinointi tulevalla kaudella";
const MEANING =
  "Perusopetuksen ja II-asteen koulutuksen merkitys alueiden kehittämisessä aluekeskusohjelmakaudella 2007 - 2010";

const main = (page) => page.getByRole("main");

test("the tree of the portal is published", () => {
  const titles = pages.map((page) => page.title);

  expect(titles).toEqual(
    expect.arrayContaining([
      "Hankkeet",
      "Koulutusyhteistyön teemaverkosto",
      "Ajankohtaista",
      COORDINATION,
      MEANING,
      "Materiaalit",
      "Yhteystiedot",
      "Tietoa sivustosta",
      "Saavutettavuusseloste",
      "Tietosuoja",
      "Sivukartta",
      "Haku",
    ]),
  );
  expect(front().kind).toBe("front");
});

test("the theme network has its title, its tagline and its text", async ({ page, site }) => {
  await open(page, site, theme().path);

  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Koulutusyhteistyön teemaverkosto");
  await expect(main(page)).toContainText("– innovatiivisuutta ja elinvoimaa koulutukseen");
  await expect(main(page)).toContainText("Opetushallitus");
  await expect(main(page)).toContainText("Jyväskylän verkostokaupunki");
});

test("“Ajankohtaista” on the theme network is followed by its news", async ({ page, site }) => {
  await open(page, site, theme().path);
  const news = main(page).locator("h2:text-is('Ajankohtaista') + ul").getByRole("link");

  await expect(news).toHaveText([COORDINATION, MEANING]);
});

for (const title of [COORDINATION, MEANING]) {
  test(`the news “${title.slice(0, 40)}…” is opened from the theme network`, async ({ page, site }) => {
    await open(page, site, theme().path);
    await main(page).getByRole("link", { name: title }).first().click();

    await isOn(page, site, pageTitled(title));
  });
}

test("the news on coordination says who does what by when", async ({ page, site }) => {
  await open(page, site, pageTitled(COORDINATION).path);

  for (const fact of ["Innovaatiot ja osaaminen", "Seinäjoen", "12.12.2006", "Markku Rimpelä", "TTS 2007"]) {
    await expect(main(page)).toContainText(fact);
  }
});

test("the call is opened from the theme network and has its deadline", async ({ page, site }) => {
  await open(page, site, theme().path);
  await main(page).locator(`a[href="${pageOfKind("call").path}"]`).click();
  await isOn(page, site, pageOfKind("call"));

  const deadline = main(page).locator('dl div:has(dt:text-is("Hakuaika päättyy")) time');
  await expect(deadline).toHaveText("8.12.2006");
  await expect(deadline).toHaveAttribute("datetime", "2006-12-08");
});

test("the call says where to send the proposal, with e-mail links", async ({ page, site }) => {
  await open(page, site, pageOfKind("call").path);

  for (const address of ["janne.antikainen@intermin.fi", "kirsti.stenvall@oph.fi"]) {
    await expect(main(page).getByRole("link", { name: address }).first()).toHaveAttribute("href", `mailto:${address}`);
  }
  await expect(main(page)).toContainText("A4");
});

test("the seminar has its date, its place and its organisers", async ({ page, site }) => {
  await open(page, site, pageOfKind("event").path);

  const date = main(page).locator('dl div:has(dt:text-is("Aika")) time');
  await expect(date).toHaveText("30.11.2006");
  await expect(date).toHaveAttribute("datetime", "2006-11-30");
  for (const fact of ["Mikkeli", "Opetushallitus", "Mikkelin seutu"]) await expect(main(page)).toContainText(fact);
});

test("the seminar leads to its materials", async ({ page, site }) => {
  await open(page, site, pageOfKind("event").path);
  await main(page).getByRole("link", { name: "Materiaalit", exact: true }).click();

  await isOn(page, site, pageTitled("Materiaalit"));
  await expect(page.getByRole("navigation", { name: "Murupolku" })).toContainText("teema_materiaalit");
});

test("the site map holds every page of its language", async ({ page, site }) => {
  await open(page, site, pageTitled("Sivukartta").path);
  const links = await main(page).getByRole("link").evaluateAll((all) => all.map((link) => link.getAttribute("href")));

  expect(links.sort()).toEqual(pages.filter((target) => target.language === "fi").map((target) => target.path).sort());
});

test("the theme network is read in easy Finnish, and from there in standard language", async ({ page, site }) => {
  const easy = pageTitled("Koulutusyhteistyön teemaverkosto selkokielellä");
  await open(page, site, theme().path);
  await main(page).getByRole("link", { name: "Selkokielellä", exact: true }).click();
  await isOn(page, site, easy);
  await expect(page.getByRole("navigation", { name: "Murupolku" }).getByRole("link", { name: theme().breadcrumb.at(-1).name })).toBeVisible();
  await main(page).getByRole("link", { name: "Yleiskielellä", exact: true }).click();

  await isOn(page, site, theme());
});

for (const [language, title] of [["sv", "Temanätverket för utbildningssamarbete"], ["en", "Theme network for cooperation in education"]]) {
  test(`the theme network is read in ${language}, and so is what the law asks for`, async ({ page, site }) => {
    await open(page, site, theme().path);
    await page.getByRole("banner").locator(`a[hreflang="${language}"]`).click();
    await isOn(page, site, pageTitled(title));

    for (const finnish of ["/saavutettavuusseloste/", "/tietosuoja/"]) {
      const original = pages.find((target) => target.path === finnish);
      const translated = original.translations.find((translation) => translation.language === language);
      await expect(page.getByRole("contentinfo").locator(`a[href="${translated.path}"]`)).toHaveText(translated.title);
    }
  });
}

test("the accessibility statement promises an answer within 14 days and names the authority", async ({ page, site }) => {
  await open(page, site, pageTitled("Saavutettavuusseloste").path);

  for (const said of ["Vastaamme 14 päivän kuluessa.", "306/2019", "Traficom", "axe-core"]) {
    await expect(main(page)).toContainText(said);
  }
});
