/** The page that a host shows for an address that is not there. May import: model, text, outputs. */
import type { Frame, Output } from "../model/page.ts";
import { relativeHref } from "../text/url.ts";
import { hasByUrl } from "./by-url.ts";
import { pageKind } from "./made.ts";
import { byUrlScriptPath } from "./paths.ts";
import { contentPolicy, hasFonts } from "./policy.ts";
import { shell } from "./shell.ts";

const page = pageKind("not-found", view);

/** A host shows this page at any depth: with a base URL its links start there; without one they are right at the top of the site only. */
export const notFound: Output = {
  name: "not-found",
  kinds: [page],
  *pages(archive, site) {
    yield page.page("404.html", () => ({ looksUp: site.formerHosts.length > 0 && hasByUrl(archive, site) }));
  },
};

function view({ looksUp }: { readonly looksUp: boolean }, frame: Frame, path: string) {
  const common = shell(frame, path, "", "");
  const { baseUrl } = frame.site;
  const base = baseUrl === null ? null : `${baseUrl}/`;
  return {
    ...common,
    policy: { ...common.policy, content: contentPolicy(base !== null, looksUp, hasFonts(frame.site)) },
    canonical: null,
    base,
    // A former address that no rule of the host answers: the page looks it up.
    lookUp: looksUp ? { script: relativeHref(path, byUrlScriptPath), hosts: frame.site.formerHosts.join(" ") } : null,
  };
}
