/** All languages that Tearsheet reads. */
import { arabic } from "./ar.ts";
import { german } from "./de.ts";
import { english } from "./en.ts";
import { spanish } from "./es.ts";
import { french } from "./fr.ts";
import type { Language } from "./language.ts";
import { polish } from "./pl.ts";
import { russian } from "./ru.ts";
import { ukrainian } from "./uk.ts";
import { chinese } from "./zh.ts";

/** Every language whose newspapers can be read, English first. */
export const languages: readonly Language[] = [english, russian, ukrainian, french, german, spanish, arabic, chinese, polish];

/** The language that a BCP 47 tag names by its primary subtag, in any case (`zh-Hant-TW` is Chinese); null where there is no table. */
export function languageByTag(tag: string): Language | null {
  const primary = tag.split("-", 1)[0]?.toLowerCase();
  return languages.find((language) => language.tag === primary) ?? null;
}
