import { defineConfig } from "vitest/config";

/** The long trials: hours of a machine rather than minutes of a person. One file after the other. */
export default defineConfig({
  test: {
    include: ["tests/trust/**/*.trust.test.ts"],
    globalSetup: ["tests/helpers/compile.ts"],
    setupFiles: ["tests/helpers/seed.ts"],
    fileParallelism: false,
    testTimeout: 7_200_000,
    hookTimeout: 7_200_000,
  },
});
