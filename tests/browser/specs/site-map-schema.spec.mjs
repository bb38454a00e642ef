// The site maps against the schema of sitemaps.org, which another project carries with it.

import { readFileSync } from "node:fs";
import path from "node:path";

import { validateXML } from "xmllint-wasm";

import { expect, test } from "../fixtures.mjs";
import { dist, everything } from "../portal.mjs";

const SITE_MAP = readFileSync(path.join(import.meta.dirname, "../node_modules/sitemap/schema/sitemap.xsd"), "utf8");

// That schema wants to know what else stands in a site map; for translations that is a link, as search engines describe it.
const LINK = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="http://www.w3.org/1999/xhtml">
  <xs:element name="link"><xs:complexType>
    <xs:attribute name="rel" type="xs:string" fixed="alternate" use="required"/>
    <xs:attribute name="hreflang" type="xs:language" use="required"/>
    <xs:attribute name="href" type="xs:anyURI" use="required"/>
  </xs:complexType></xs:element>
</xs:schema>`;

const BOTH = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:import namespace="http://www.sitemaps.org/schemas/sitemap/0.9" schemaLocation="sitemap.xsd"/>
  <xs:import namespace="http://www.w3.org/1999/xhtml" schemaLocation="link.xsd"/>
</xs:schema>`;

async function faults(contents) {
  const { errors } = await validateXML({
    xml: [{ fileName: "sitemap.xml", contents }],
    schema: [{ fileName: "both.xsd", contents: BOTH }],
    preload: [
      { fileName: "sitemap.xsd", contents: SITE_MAP },
      { fileName: "link.xsd", contents: LINK },
    ],
  });
  return errors.map(({ message }) => message);
}

for (const [name, root] of Object.entries({ "the portal": dist, "the site with everything": everything })) {
  test(`the site map of ${name} is as the schema wants it`, async () => {
    const text = readFileSync(path.join(root, "sitemap.xml"), "utf8");
    expect(await faults(text)).toEqual([]);

    // The check itself sees what is wrong.
    expect(await faults(text.replace("<loc>", "<loc>x y").replace(/<lastmod>[^<]*/, "<lastmod>8.12.2006"))).not.toEqual([]);
    expect(await faults(text.replace("<url>", "<url><title>a</title>"))).not.toEqual([]);
  });
}
