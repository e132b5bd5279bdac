/** Old addresses as their readers ask for them, of nginx and of Apache themselves: redirects from the former host, and an archive that stands at the former paths. */
import { chmodSync, copyFileSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { nginxMap, type Redirect } from "../src/formats/redirects.ts";
import { folderWith, tearsheet } from "./helpers/run.ts";
import { type Answer, type Ask, apache, nginx, startApache, startNginx } from "./helpers/web-servers.ts";

const clipping = (headline: string, date: string, text: string, url: string) => `## ${headline}\n\n${date}\n\n${text}\n\nOriginal url: ${url}\n`;
const long = `a-very-long-address-${"of-many-words-".repeat(12)}end`;
const seeds = {
  "seeds/weir.txt": clipping(
    "The Weir",
    "March 4, 2012",
    "The weir at Holm was opened at noon, and the water ran clear.",
    "https://www.holmpost.example/news/2012/weir.html",
  ),
  "seeds/bridge.txt": clipping(
    "The Bridge",
    "March 5, 2012",
    "The bridge at Holm is shut until spring, the ice having moved a pier.",
    "https://holmpost.example/новости/мост/",
  ),
  "seeds/plough.txt": clipping(
    "The Plough",
    "March 6, 2012",
    "The council bought a second-hand plough and parked it at the school.",
    "http://holmpost.example/article.php?id=12&lang=en",
  ),
  "seeds/boats.txt": clipping(
    "The Boats",
    "March 7, 2012",
    "The boats came back to the quay on Tuesday after a long winter.",
    "https://holmpost.example/en/boats",
  ),
  "seeds/long.txt": clipping(
    "The Long Way",
    "March 8, 2012",
    "The long way round is open again, and nobody takes it but the postman.",
    `https://holmpost.example/${long}`,
  ),
};
const bridge = "/%D0%BD%D0%BE%D0%B2%D0%BE%D1%81%D1%82%D0%B8/%D0%BC%D0%BE%D1%81%D1%82/";

/** The archive as its owner builds it, readable for servers, at its own address or at that of the closed paper. */
function build(settings: object): string {
  const root = folderWith({ ...seeds, "tearsheet.config.json": JSON.stringify({ formerHosts: ["holmpost.example"], ...settings }) });
  const { status, err } = tearsheet(["build"], root);
  expect(status, err).toBe(0);
  chmodSync(root, 0o755);
  return join(root, "dist");
}

/** From an old address to the article, as a browser goes. */
async function follow(ask: Ask, path: string): Promise<Answer> {
  const first = await ask("holmpost.example", path);
  expect(first.status, path).toBe(301);
  const target = new URL(String(first.headers["location"]));
  expect(target.host).toBe("archive.example");
  return ask(target.host, target.pathname);
}

async function answersOldAddresses(ask: Ask): Promise<void> {
  const headline = async (path: string) => /<h1[^>]*>([^<]*)</.exec((await follow(ask, path)).text)?.[1];
  expect(await headline("/news/2012/weir.html")).toBe("The Weir");
  expect(await headline(bridge)).toBe("The Bridge");
  expect(await headline(bridge.toLowerCase())).toBe("The Bridge");
  expect(await headline("/article.php?id=12&lang=en")).toBe("The Plough");
  expect(await headline("/en/boats")).toBe("The Boats");
  expect(await headline(`/${long}`)).toBe("The Long Way");
  for (const path of ["/article.php?id=13&lang=en", "/article.php", "/news", "/news/2012/weirxhtml"])
    expect((await ask("holmpost.example", path)).status, path).toBe(404);
  const { headers } = await ask("archive.example", "/2012/03/04/the-weir.html");
  expect(headers["content-security-policy"]).toContain("frame-ancestors");
  const missing = await ask("archive.example", "/2012/03/04/no-such-page.html");
  expect([missing.status, missing.text.includes("<h1")]).toEqual([404, true]);
}

async function standsAtOldAddresses(ask: Ask): Promise<void> {
  const headline = async (path: string) => {
    const first = await ask("holmpost.example", path);
    const { text } = first.status === 301 ? await ask("holmpost.example", new URL(String(first.headers["location"])).pathname) : first;
    return /<h1[^>]*>([^<]*)</.exec(text)?.[1];
  };
  expect(await headline("/news/2012/weir.html")).toBe("The Weir");
  expect(await headline(bridge)).toBe("The Bridge");
  expect(await headline("/en/boats")).toBe("The Boats");
  expect(await headline("/en/boats/")).toBe("The Boats");
}

describe.skipIf(nginx === undefined)("nginx", () => {
  test("leads from the former host to the archive", async () => {
    const site = build({ baseUrl: "https://archive.example" });
    await answersOldAddresses(
      await startNginx(`include ${site}/redirects/nginx.map;
        server { listen LISTEN; server_name holmpost.example; root ${site}/../nothing; if ($archive_target) { return 301 $archive_target; } }
        server { listen LISTEN; server_name archive.example; root ${site}; include ${site}/server/nginx.conf; }`),
    );
  });

  test("serves an archive at the paths of the closed paper", async () => {
    const site = build({ permalinks: "source", baseUrl: "https://holmpost.example" });
    await standsAtOldAddresses(await startNginx(`server { listen LISTEN; server_name holmpost.example; root ${site}; include ${site}/server/nginx.conf; }`));
  });

  test.each([1, 5000])("takes a map of %i long addresses as it is", async (count) => {
    const redirects = Array.from(
      { length: count },
      (_, index): Redirect => ({ path: `/${index}/${"%D0%BC".repeat(300)}`, query: "a=1", target: `/${index}.html` }),
    );
    const root = folderWith({ "nginx.map": nginxMap(redirects, "n") });
    const ask = await startNginx(
      `include ${root}/nginx.map; server { listen LISTEN; large_client_header_buffers 4 16k; if ($archive_target) { return 301 $archive_target; } }`,
    );
    expect((await ask("holmpost.example", `/${count - 1}/${"%D0%BC".repeat(300)}?a=1`)).headers["location"]).toMatch(new RegExp(`/${count - 1}\\.html$`));
  });
});

describe.skipIf(apache === undefined)("Apache", () => {
  const host = (name: string, folder: string) =>
    `<VirtualHost LISTEN>\nServerName ${name}\nDocumentRoot ${folder}\n</VirtualHost>\n<Directory ${folder}>\nAllowOverride FileInfo\nRequire all granted\n</Directory>`;

  test("leads from the former host to the archive", async () => {
    const site = build({ baseUrl: "https://archive.example" });
    const former = join(site, "../former");
    mkdirSync(former);
    copyFileSync(join(site, "redirects/apache.htaccess"), join(former, ".htaccess"));
    await answersOldAddresses(await startApache(`${host("holmpost.example", former)}\n${host("archive.example", site)}`));
  });

  test("serves an archive at the paths of the closed paper", async () => {
    const site = build({ permalinks: "source", baseUrl: "https://holmpost.example" });
    await standsAtOldAddresses(await startApache(host("holmpost.example", site)));
  });
});
