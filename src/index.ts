/** The package's public interface for programs: reading one seed. May import: model, parse. */
export type { Article, Author, CivilDate, Dateline, Figure, Provenance, Related, Remark, RoleRun } from "./model/article.ts";
export type { House } from "./model/seed.ts";
export { type ReadArticle, readSeed, type SeedReading } from "./parse/read-seed.ts";
