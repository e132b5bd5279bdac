/** What the address of the search page asks for. May import: search. */
import { facetKinds } from "../search/files.ts";
import type { Filters, Order } from "../search/find.ts";

export interface Request extends Filters {
  readonly query: string;
  readonly order: Order;
  readonly isAsked: boolean;
  /** All of it that is understood, once more as an address has it. */
  readonly params: URLSearchParams;
}

export function readRequest(given: URLSearchParams): Request {
  const query = (given.get("q") ?? "").trim();
  const [from, to] = [dateIn(given.get("from")), dateIn(given.get("to"))];
  const asked = given.get("order");
  const order: Order = asked === "newest" || asked === "oldest" ? asked : "relevance";
  const chosen = facetKinds.flatMap((kind) => {
    const values = [...new Set(given.getAll(kind).filter((value) => value !== ""))];
    return values.length === 0 ? [] : [[kind, values] as const];
  });
  const params = new URLSearchParams([
    ...(query === "" ? [] : [["q", query]]),
    ...(from === null ? [] : [["from", from]]),
    ...(to === null ? [] : [["to", to]]),
    ...(order === "relevance" ? [] : [["order", order]]),
    ...chosen.flatMap(([kind, values]) => values.map((value) => [kind, value])),
  ]);
  const isAsked = query !== "" || from !== null || to !== null || chosen.length > 0;
  return { query, from, to, order, facets: Object.fromEntries(chosen), isAsked, params };
}

function dateIn(text: string | null): string | null {
  const date = (text ?? "").trim();
  return /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/.test(date) ? date : null;
}

/** The address of the same search with another value of one thing: null for none. */
export function withParam({ params }: Request, changes: Readonly<Record<string, string | null>>): string {
  const changed = new URLSearchParams(params);
  for (const [name, value] of Object.entries(changes)) {
    changed.delete(name);
    if (value !== null) changed.append(name, value);
  }
  return `?${changed}`;
}
