/** The page that a host shows for an address that is not there. May import: model, outputs. */
import type { Output } from "../model/page.ts";
import { contentPolicy } from "./policy.ts";
import { shell } from "./shell.ts";

const path = "404.html";

/** A host shows this page at any depth: with a base URL its links start there; without one they are right at the top of the site only. */
export const notFound: Output = {
  name: "not-found",
  templates: ["not-found"],
  *pages(archive, site) {
    yield {
      path,
      template: "not-found",
      body: null,
      props: () => {
        const common = shell(archive, site, path, "", "");
        const base = site.baseUrl === null ? null : `${site.baseUrl}/`;
        return { ...common, policy: { ...common.policy, content: contentPolicy(base !== null) }, canonical: null, base };
      },
    };
  },
};
