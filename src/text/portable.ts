/** Which paths are the same file somewhere, and which names some system cannot have. May import: nothing. */

/** Names that Windows keeps for devices, with whatever behind a dot (`con`, `NUL.html`, `com¹`), in compatibility form. */
const device = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9]|conin\$|conout\$|clock\$)[. ]*(?:\.|$)/i;

/** What Windows forbids in names; what no eye sees; halves of characters; what has no place in a line of a manifest. */
const forbidden = /[<>:"/\\|?*\u0000-\u001f\u007f-\u009f\u2028\u2029\ud800-\udfff\ufffe\uffff]|\p{Default_Ignorable_Code_Point}|\p{Bidi_Control}/u;

/** Whether a name can stand for a file or a folder on any common system: Windows, macOS, Linux, and in an archive of files. */
export function isPortableName(name: string): boolean {
  return name !== "" && !forbidden.test(name) && !/[^\S ]|^[ .]|[ .]$/u.test(name) && !device.test(name.normalize("NFKC")) && Buffer.byteLength(name) <= 255;
}

/**
 * A key under which two paths meet that some file system takes for one: case (of any script, so that `ß` is `SS` and `ς` is `σ`), composed
 * letters and compatibility forms do not matter (about Unicode's NFKC_Casefold).
 */
export function pathKey(path: string): string {
  return /^[\u0000-\u007f]*$/.test(path) ? path.toLowerCase() : fold(fold(path));
}

/** Once more makes no difference but where a letter folds into one that is composed of others. */
function fold(path: string): string {
  return path
    .normalize("NFKD")
    .toUpperCase()
    .toLowerCase()
    .replace(/ς/g, "σ")
    .replace(/\p{Default_Ignorable_Code_Point}/gu, "")
    .normalize("NFKC");
}
