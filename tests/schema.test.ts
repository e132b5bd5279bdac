/** The schema, the TypeScript type and the published records say the same. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import type { FromSchema } from "json-schema-to-ts";
import { expect, expectTypeOf, test } from "vitest";
import { articleSchema } from "../schema/article.schema.ts";
import type { Article } from "../src/model/article.ts";
import { projectFolder, tearsheet, temporaryFolder } from "./helpers/run.ts";

type Mutable<T> = T extends readonly unknown[]
  ? { -readonly [K in keyof T]: Mutable<T[K]> }
  : T extends object
    ? { -readonly [K in keyof T]: Mutable<T[K]> }
    : T;

test("the schema and the type of a record are one (checked by the compiler)", () => {
  type Schema = Required<FromSchema<typeof articleSchema>>;
  expectTypeOf<Schema>().toExtend<Mutable<Article>>();
  expectTypeOf<Mutable<Article>>().toExtend<Schema>();
  expectTypeOf<keyof Schema>().toEqualTypeOf<keyof Article>();
});

test("article.schema.json is what article.schema.ts says", async () => {
  await expect(`${JSON.stringify(articleSchema, null, 2)}\n`).toMatchFileSnapshot("../schema/article.schema.json");
});

test("every record of the demonstration archive fits the schema", () => {
  const out = temporaryFolder();
  const { status } = tearsheet(["build", "--seeds", join(projectFolder, "seeds"), "--out", out, "--quiet"], projectFolder);
  expect(status).toBe(0);
  const validate = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true, strictTuples: false }).compile(articleSchema);
  const records = readFileSync(join(out, "data/articles.jsonl"), "utf8").trimEnd().split("\n");
  expect(records.length).toBeGreaterThanOrEqual(24);
  for (const line of records) {
    validate(JSON.parse(line));
    expect(validate.errors, line.slice(0, 200)).toBeNull();
  }
});
