/** What an entry of `redactions.yml` means by the name of an article: the path of its seed, or its address. May import: nothing. */

/** Whether the text is the path of this seed, in the seeds folder. */
export function namesFile(target: string, path: string): boolean {
  return target.normalize("NFC") === path.normalize("NFC");
}

/** Whether the text is the address of the article with this id: the id itself, with `.html`, or whole, with the archive's own address before it. */
export function namesId(target: string, id: string): boolean {
  const wanted = idIn(target);
  const own = fold(id.replace(/\/index$/, ""));
  return wanted === own || wanted.endsWith(`/${own}`);
}

/**
 * Whether the text may be the address of the article with this id, as far as can be told from its file alone: an address may have got a suffix,
 * where two were the same, or a date from the files around.
 */
export function mayNameId(target: string, id: string): boolean {
  if (namesId(target, id)) return true;
  const wanted = idIn(target);
  if (namesId(wanted.replace(/-[0-9a-f]{6,64}$/, ""), id)) return true;
  return id.startsWith("undated/") && wanted.endsWith(fold(id).slice("undated".length));
}

function idIn(target: string): string {
  const path = target.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/]*\/?/i, "").split(/[?#]/, 1)[0] ?? "";
  return fold(
    decoded(path)
      .replace(/^[./]+/, "")
      .replace(/(?:\.html?|\/)$/i, "")
      // A folder’s own page.
      .replace(/\/index$/i, ""),
  );
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function fold(text: string): string {
  return text.normalize("NFC").toLowerCase().normalize("NFC");
}
