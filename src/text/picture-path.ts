/** Which picture file an article means. May import: nothing. */

/**
 * The path, within the seeds folder, of the picture that a seed names: relative to the seed's own folder, or (with a slash at the start) to
 * the seeds folder. Null where it is not there, or where the address leads out of the folder.
 */
export function pictureOf(src: string, file: string, pictures: ReadonlySet<string>): string | null {
  const decoded = decode(src.split(/[?#]/, 1)[0] ?? "");
  const base = decoded.startsWith("/") ? [] : file.split("/").slice(0, -1);
  for (const part of decoded.split("/")) {
    if (part === "" || part === ".") continue;
    if (part === "..") {
      if (base.pop() === undefined) return null;
    } else base.push(part);
  }
  const path = base.join("/");
  return pictures.has(path) ? path : null;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
