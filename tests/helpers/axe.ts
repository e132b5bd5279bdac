/** axe-core in a page that stands in a real browser: what it finds against WCAG 2.2 A and AA. */
import axe, { type AxeResults, type RunOptions } from "axe-core";
import type { Page } from "playwright-core";

const options = {
  runOnly: { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] },
  // Of WCAG 2.2, and left off where nobody asks for it.
  rules: { "target-size": { enabled: true } },
  resultTypes: ["violations"],
} satisfies RunOptions;
const ofColours = { runOnly: { type: "rule", values: ["color-contrast", "link-in-text-block"] }, resultTypes: ["violations"] } satisfies RunOptions;

/**
 * In words, with the elements; empty where there is nothing. What is folded away is unfolded first, so that it is looked at as well.
 *
 * @param isOfColours asks only what another scheme of colours can change
 */
export async function violationsOf(page: Page, isOfColours = false): Promise<string[]> {
  await page.evaluate(() => {
    for (const part of document.querySelectorAll("details")) part.open = true;
  });
  // Handed over by the debugger: the page's own policy would let no script in.
  await page.evaluate(axe.source);
  const { violations, passes } = await page.evaluate(
    (given) => (globalThis as unknown as { axe: { run(context: Document, options: RunOptions): Promise<AxeResults> } }).axe.run(document, given),
    isOfColours ? ofColours : options,
  );
  if (passes.length === 0) throw new Error("axe looked at nothing.");
  return violations.flatMap(({ id, help, nodes }) => nodes.map((node) => `${id} (${help}): ${node.html.slice(0, 160)} ${node.failureSummary ?? ""}`));
}
