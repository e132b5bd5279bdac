import { mergeConfig } from "vitest/config";
import whole from "./vitest.trust.config.ts";

/** A few of everything that the long trials try: what a change breaks outright is seen within some minutes. */
export default mergeConfig(whole, { test: { env: { TEARSHEET_SHORT: "1" } } });
