import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    exclude: ["tests/trust/**", "node_modules/**"],
    globalSetup: ["tests/helpers/compile.ts"],
    setupFiles: ["tests/helpers/seed.ts"],
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
