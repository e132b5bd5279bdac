/** Which way a language is written. May import: nothing. */

const rightToLeft = new Set(["ar", "he", "fa", "ur", "ps", "sd", "ug", "yi", "dv", "ckb", "syr", "arc", "azb", "iw"]);

/** The value of HTML's `dir` for a BCP 47 tag. A script subtag decides where there is one. */
export function directionOf(language: string): "ltr" | "rtl" {
  const [primary = "", ...rest] = language.toLowerCase().split("-");
  const script = rest.find((part) => part.length === 4);
  if (script !== undefined) return /^(?:arab|hebr|thaa|syrc|nkoo|adlm)$/.test(script) ? "rtl" : "ltr";
  return rightToLeft.has(primary) ? "rtl" : "ltr";
}
