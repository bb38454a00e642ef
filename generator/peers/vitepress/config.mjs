import { readFileSync } from "node:fs";

import { defineConfig } from "vitepress";

const sidebar = JSON.parse(readFileSync(new URL("sidebar.json", import.meta.url), "utf8"));
const sections = Object.values(sidebar).slice(0, 4);

export default defineConfig({
  lang: "fi",
  title: "Mittala",
  themeConfig: {
    nav: sections.map(([{ text, link }]) => ({ text, link })),
    sidebar,
    search: { provider: "local" },
  },
});
