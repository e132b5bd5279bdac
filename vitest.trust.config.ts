import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/trust/**/*.test.ts"],
    globalSetup: ["tests/helpers/compile.ts"],
    setupFiles: ["tests/helpers/seed.ts"],
    fileParallelism: false,
    testTimeout: 600_000,
    hookTimeout: 600_000,
  },
});
