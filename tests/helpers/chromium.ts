/** A real browser. Where there is none, the run fails and says how to get one: nothing is skipped in silence. */
import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

const places = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

export async function openBrowser(): Promise<Browser> {
  const named = process.env["CHROMIUM"];
  const executablePath = named ?? places.find((place) => existsSync(place));
  if (executablePath === undefined) {
    throw new Error(
      "The browser tests need Chromium, and none was found. Install it (Debian, Ubuntu: `apt-get install chromium`; macOS: `brew install --cask chromium`), or name one: CHROMIUM=/path/to/chromium npm test",
    );
  }
  return chromium.launch({
    executablePath,
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"],
  });
}
