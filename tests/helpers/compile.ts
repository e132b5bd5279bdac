/** Before all tests: compiles the program, so that tests of the command line and of the browser run what a user runs. */
import { execFileSync } from "node:child_process";

export function setup(): void {
  execFileSync("npm", ["run", "--silent", "compile"], { stdio: "inherit", cwd: new URL("../..", import.meta.url) });
}
