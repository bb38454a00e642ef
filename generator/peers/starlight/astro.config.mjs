import starlight from "@astrojs/starlight";
import { defineConfig } from "astro/config";

export default defineConfig({
  site: "https://mittala.example",
  integrations: [starlight({ title: "Mittala", locales: { root: { label: "Suomi", lang: "fi" } } })],
});
