/** Datelines of Chinese papers: `新华社北京4月24日电（记者张三、李四）`, `（中央社記者王小明台北15日電）`. May import: model, parse/marks. */
import type { Author } from "../../model/article.ts";
import type { BylineValue } from "../../model/claim.ts";
import { isChineseName, readChineseByline } from "./byline-chinese.ts";

export interface ChineseDateline {
  readonly asPrinted: string;
  readonly agency: string;
  readonly place: string | null;
  /** Who reports, as the dateline or the bracket behind it names them. */
  readonly byline: BylineValue | null;
  readonly end: number;
}

const pattern =
  /^[（(【]?(?<agency>[\p{Script=Han}]{1,5}?(?:社|网|網|报|報))(?:(?<reporter>(?:特派|特约)?(?:记者|記者))(?<name>[^\s\d，。（()）]{4,9}?))?(?<place>[^\s\d，。（()）]{0,10}?)\s?(?:(?:\d{1,2}月)?\d{1,2}日)(?:综合|綜合)?(?:外)?(?:专|專)?(?:电|電|讯|訊|报道|報道|报导|報導)[）)】]?/u;
/** `本报讯`: no place, no day. */
const ownReport = /^[（(【]?(?<agency>本报|本報|本刊|本网|本網|本台)(?:讯|訊)(?:[）)】]|(?=[\s（(：:]))/u;
const signature = /^\s*[（(](?<line>[\p{Script=Han}]{0,6}(?:记者|記者|通讯员|通訊員)[^（()）]{1,40})[）)]/u;

export function chineseDateline(head: string): ChineseDateline | null {
  const match = pattern.exec(head) ?? ownReport.exec(head);
  if (match === null) return null;
  const { agency = "", reporter, name = "", place = "" } = match.groups ?? {};
  const affiliation = /^本/.test(agency) ? null : agency;
  const sign = (names: readonly string[], asPrinted: string): BylineValue => ({
    asPrinted,
    authors: names.map((each): Author => ({ name: each, kind: "person", role: null, place: null, affiliation })),
  });
  if (reporter !== undefined) {
    const whole = name + place;
    const cut = [3, 2, 4].find((length) => whole.length - length >= 2 && isChineseName(whole.slice(0, length)));
    if (cut === undefined) return null;
    const byline = sign([whole.slice(0, cut)], `${agency}${reporter}${whole.slice(0, cut)}`);
    return { asPrinted: match[0], agency, place: whole.slice(cut), byline, end: match[0].length };
  }
  const behind = signature.exec(head.slice(match[0].length));
  const line = behind?.groups?.["line"] ?? "";
  const named = behind === null ? null : readChineseByline(line);
  const authors = named?.authors.map((author) => ({ ...author, affiliation: author.affiliation ?? affiliation }));
  const byline = authors === undefined ? null : { asPrinted: line, authors };
  const space = /^\s*/.exec(head.slice(match[0].length + (byline === null ? 0 : (behind?.[0].length ?? 0))))?.[0].length ?? 0;
  return { asPrinted: match[0], agency, place: place || null, byline, end: match[0].length + (byline === null ? 0 : (behind?.[0].length ?? 0)) + space };
}
