/** Articles by author, publication, section, topic, place and language. May import: model, text, archive. */
import type { Card, Credit, CreditRole, Group, GroupKind, LinkedCard, MergedGroup } from "../model/archive.ts";
import type { Authority } from "../model/authority.ts";
import { sha256 } from "../text/digest.ts";
import { distinct, type Wish } from "../text/distinct.ts";
import { slug } from "../text/slug.ts";
import { type AuthorityOf, nameKey } from "./authorities.ts";

const namesOf: Readonly<Record<GroupKind, (card: Card) => readonly string[]>> = {
  author: (card) => card.authors.map((author) => author.name),
  publication: (card) => (card.publication === null ? [] : [card.publication]),
  section: (card) => (card.section === null ? [] : [card.section]),
  topic: (card) => card.topics,
  place: ({ dateline }) => (dateline === null || dateline.place === null ? [] : [dateline.place]),
  language: (card) => [card.language],
};

/** In the order of a page. */
const roles: readonly CreditRole[] = ["reporting", "picture", "translation", "editing", "checking", "production"];

/** A name with all that is printed under it. */
interface Name {
  readonly key: string;
  readonly authority: Authority | null;
  /** How often each form is printed: above an article, and in credits. */
  readonly forms: Map<string, number>;
  readonly credited: Map<string, number>;
  isAgency: boolean;
  /** Only where an authority puts it together with others: its own list. */
  readonly articles: LinkedCard[];
}

/** What one page is of: a name, or all names of an authority. */
interface Lists {
  readonly names: Name[];
  readonly articles: LinkedCard[];
  readonly credits: Map<CreditRole, LinkedCard[]>;
}

/**
 * Groups of a kind, by name. Names that differ only in case, dots or spaces are one group, under the form printed most often; so are all names of an
 * authority, under its own. Every address that a name would have without authorities stays: that of the group, or of a name that leads there.
 */
export function groupBy(kind: GroupKind, articles: readonly LinkedCard[], authorityOf: AuthorityOf = () => null): Group[] {
  const names = new Map<string, Name>();
  const lists = new Map<string | Authority, Lists>();
  const keyOf = remembered(nameKey);
  const nameFor = (printed: string): { name: Name; own: Lists } => {
    const key = keyOf(printed);
    const authority = names.get(key)?.authority ?? authorityOf(key);
    const name: Name = names.get(key) ?? { key, authority, forms: new Map(), credited: new Map(), isAgency: kind === "author", articles: [] };
    const own: Lists = lists.get(authority ?? key) ?? { names: [], articles: [], credits: new Map() };
    if (!names.has(key)) own.names.push(name);
    names.set(key, name);
    lists.set(authority ?? key, own);
    return { name, own };
  };
  const isKnown = kind === "author" ? knownNames(articles, keyOf, authorityOf) : () => false;
  for (const card of articles) {
    for (const printed of new Set(namesOf[kind](card))) {
      const { name, own } = nameFor(printed);
      count(name.forms, printed);
      if (name.isAgency && card.authors.some((author) => author.name === printed && author.kind === "person")) name.isAgency = false;
      add(own.articles, card);
      if (name.authority !== null) add(name.articles, card);
    }
    if (kind === "author") for (const credit of card.credits) if (isKnown(credit)) addCredit(nameFor(credit.name), credit, card);
  }
  return finished(kind, [...names.values()], lists);
}

function addCredit({ name, own }: { readonly name: Name; readonly own: Lists }, { name: printed, kind, role }: Credit, card: LinkedCard): void {
  count(name.credited, printed);
  if (kind === "person") name.isAgency = false;
  const list = own.credits.get(role) ?? [];
  own.credits.set(role, list);
  add(list, card);
  if (name.authority !== null) add(name.articles, card);
}

/** Whether a credit counts: its name is sure, or is known from a byline, a sure credit or an authority. */
function knownNames(articles: readonly LinkedCard[], keyOf: (name: string) => string, authorityOf: AuthorityOf): (credit: Credit) => boolean {
  const sure = new Set<string>();
  for (const { authors, credits } of articles) {
    for (const { name } of authors) sure.add(keyOf(name));
    for (const { name, isSure } of credits) if (isSure) sure.add(keyOf(name));
  }
  return ({ name, isSure }) => isSure || sure.has(keyOf(name)) || authorityOf(keyOf(name)) !== null;
}

function finished(kind: GroupKind, names: readonly Name[], lists: ReadonlyMap<string | Authority, Lists>): Group[] {
  // In the order of their keys, so that slugs that collide are told apart the same way on every run; who is only credited moves no author.
  const sorted = [...names].sort((a, b) => Number(a.forms.size === 0) - Number(b.forms.size === 0) || (a.key < b.key ? -1 : 1));
  const wishes = sorted.map((name): Wish => ({ path: slug(printedMost(name), `x-${sha256(name.key).slice(0, 8)}`), salt: name.key }));
  const ofAuthorities = [...lists].flatMap(([of, { names: own }]) => (typeof of === "string" ? [] : [{ authority: of, names: own }]));
  // The authority's own name asks last: what has an address keeps it.
  const late = ofAuthorities.sort((a, b) => (a.authority.name < b.authority.name ? -1 : 1)).map(({ authority }) => wishOf(authority));
  const slugs = distinct([...wishes, ...late]);
  const slugOf = new Map(sorted.map((name, index) => [name, slugs[index] ?? ""]));
  const slugOfAuthority = new Map(ofAuthorities.map(({ authority }, index) => [authority, slugs[wishes.length + index] ?? ""]));
  const groups = [...lists].map(([of, { names: own, articles, credits }]): Group & { readonly order: string } => {
    const [first] = own;
    const authority = typeof of === "string" ? null : of;
    const main = authority === null ? first : mainOf(authority, own, slugOf);
    const ownSlug = (main === undefined ? undefined : slugOf.get(main)) ?? (authority === null ? "" : (slugOfAuthority.get(authority) ?? ""));
    const others = authority === null ? [] : own.filter((name) => name !== main);
    return {
      kind,
      slug: ownSlug,
      name: authority?.name ?? (first === undefined ? "" : printedMost(first)),
      isAgency: authority === null ? own.every(({ isAgency }) => isAgency) : authority.kind === "agency",
      articles,
      credited: roles.flatMap((role) => ({ role, articles: credits.get(role) ?? [] })).filter((each) => each.articles.length > 0),
      authority,
      keys: own.map(({ key }) => key),
      merged: others.map(
        (name): MergedGroup => ({
          slug: slugOf.get(name) ?? "",
          name: printedMost(name),
          hasWritten: name.forms.size > 0,
          articles: name.articles,
        }),
      ),
      order: own.map(({ key }) => key).reduce((least, key) => (key < least ? key : least)),
    };
  });
  return groups.sort((a, b) => (a.order < b.order ? -1 : 1)).map(({ order: _, ...group }) => group);
}

/** The name at whose address an authority's page stands: its own, or one that asks for the same address. */
function mainOf(authority: Authority, names: readonly Name[], slugOf: ReadonlyMap<Name, string>): Name | undefined {
  const wish = wishOf(authority).path;
  return names.find(({ key }) => key === nameKey(authority.name)) ?? names.find((name) => slugOf.get(name) === wish);
}

function wishOf({ name }: Authority): Wish {
  return { path: slug(name, `x-${sha256(nameKey(name)).slice(0, 8)}`), salt: `authority ${nameKey(name)}` };
}

/** Above articles, if it stands there at all; of forms that are printed as often, the first by its letters. */
function printedMost({ forms, credited }: Name): string {
  return [...(forms.size > 0 ? forms : credited)].reduce((best, next) => (next[1] > best[1] || (next[1] === best[1] && next[0] < best[0]) ? next : best))[0];
}

function count(forms: Map<string, number>, form: string): void {
  forms.set(form, (forms.get(form) ?? 0) + 1);
}

/** The articles come in their order, and one may name somebody twice. */
function add(list: LinkedCard[], card: LinkedCard): void {
  if (list.at(-1) !== card) list.push(card);
}

/** There are few names, and many who print them. */
function remembered(work: (name: string) => string): (name: string) => string {
  const known = new Map<string, string>();
  return (name) => {
    const result = known.get(name) ?? work(name);
    known.set(name, result);
    return result;
  };
}
