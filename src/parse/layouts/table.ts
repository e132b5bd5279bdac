/** TABLE of layouts, the most particular first. A new layout is one module and one row here, with a fixture of its name. May import: parse/layouts. */
import { bare } from "./bare.ts";
import { database } from "./database.ts";
import { frontMatter } from "./front-matter.ts";
import { headed } from "./headed.ts";
import { labelled } from "./labelled.ts";
import type { Layout } from "./layout.ts";
import { mail } from "./mail.ts";
import { unheaded } from "./unheaded.ts";

export const layouts: readonly Layout[] = [frontMatter, database, mail, labelled, headed, unheaded, bare];
