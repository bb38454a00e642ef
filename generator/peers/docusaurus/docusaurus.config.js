module.exports = {
  title: "Mittala",
  url: "https://mittala.example",
  baseUrl: "/",
  trailingSlash: true,
  future: { v4: true },
  i18n: { defaultLocale: "fi", locales: ["fi"] },
  presets: [
    ["classic", { docs: { routeBasePath: "/", sidebarPath: "./sidebars.js" }, blog: false, pages: false }],
  ],
  themes: [
    [
      require.resolve("@easyops-cn/docusaurus-search-local"),
      { hashed: true, language: ["fi"], indexBlog: false, docsRouteBasePath: "/" },
    ],
  ],
  themeConfig: { navbar: { title: "Mittala" } },
};
