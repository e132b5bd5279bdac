/** The page that a host shows for an address that is not there. May import: model, outputs. */
import type { Frame, Output } from "../model/page.ts";
import { pageKind } from "./made.ts";
import { contentPolicy } from "./policy.ts";
import { shell } from "./shell.ts";

const page = pageKind("not-found", view);

/** A host shows this page at any depth: with a base URL its links start there; without one they are right at the top of the site only. */
export const notFound: Output = {
  name: "not-found",
  kinds: [page],
  *pages() {
    yield page.page("404.html", () => null);
  },
};

function view(_: null, frame: Frame, path: string) {
  const common = shell(frame, path, "", "");
  const { baseUrl } = frame.site;
  const base = baseUrl === null ? null : `${baseUrl}/`;
  return { ...common, policy: { ...common.policy, content: contentPolicy(base !== null) }, canonical: null, base };
}
