/** Credits of Chinese pictures: `夜间渡轮停在码头。新华社记者 李四 摄`, `（新华社发 王五摄）`. May import: parse/marks. */
import { isChineseName } from "./byline-chinese.ts";
import type { Cutline } from "./cutline.ts";

const longest = 200;
/** The house, who took it, and the word `摄`; or who gave it. */
const credit =
  /(?:[（(【\s。！？」”]|^)([\p{Script=Han}·]{0,14}(?:[\s/／]{1,2}[\p{Script=Han}·]{2,8}){0,3}[\s/／]?(?:摄|攝|供图|供圖|摄影|攝影|翻拍|制图|製圖))[）)】]?[。]?$/u;

/** Reads a caption with its credit at the end, or the credit alone. Null where no person or house stands before `摄`. */
export function readChineseCutline(text: string): Cutline | null {
  if (text.length > longest) return null;
  const match = credit.exec(text);
  if (match === null) return null;
  const printed = (match[1] ?? "").trim();
  const by = printed.replace(/(?:摄|攝|供图|供圖|摄影|攝影|翻拍|制图|製圖)$/u, "").trim();
  const last = by.split(/[\s/／]+/u).at(-1) ?? "";
  const name = last.replace(/^.*(?:记者|記者|通讯员|通訊員|发|發)/u, "");
  const isGiven = /[供图圖]$/u.test(printed) && by.length >= 2;
  if (!isGiven && !isChineseName(name, true)) return null;
  const start = match.index + match[0].indexOf(printed);
  const caption = text.slice(0, start).replace(/^[▲△]\s*|[（(【\s]+$/gu, "");
  return { caption: caption === "" ? null : caption, credit: printed, sure: true };
}
