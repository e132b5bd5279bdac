import { defineConfig } from "vitest/config";

/** The long tests of what is promised (docs/guarantees.md): `npm run test:trust`. */
export default defineConfig({
  test: {
    include: ["tests/trust/**/*.trust.test.ts"],
    globalSetup: ["tests/helpers/compile.ts"],
    setupFiles: ["tests/helpers/seed.ts"],
    testTimeout: 900_000,
    hookTimeout: 300_000,
    fileParallelism: false,
  },
});
