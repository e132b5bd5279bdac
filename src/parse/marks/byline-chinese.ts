/** Who signs a Chinese article: the words before a name are glued to it, and so is the place behind it. May import: model, languages, parse/marks. */
import { surnames } from "../../languages/surnames.ts";
import type { Author } from "../../model/article.ts";
import type { BylineValue } from "../../model/claim.ts";
import { isAgency } from "./words.ts";

const longestByline = 80;
/** `新华社记者`, `本报特约记者`, `记者`, `通讯员`: the house, the kind of reporter, the word itself. */
const opening =
  /^([\p{Script=Han}]{1,10}?)??((?:特派|特約|特约|首席|高级|高級|资深|資深|见习|見習|实习|實習|駐?外)?)(?:记者|記者|通讯员|通訊員|特派员|特派員|撰稿人?|采写|採寫|撰文)(?:[:：\s|｜／]+|(?=\p{Script=Han}))/u;
const ourOwn = /^(?:本报|本報|本刊|本网|本網|本台|本社|我报|我報)$/;
const house = /(?:社|报|報|网|網|台|刊|时报|時報|周刊|週刊|新闻|新聞)$/;
/** What stands behind the names: `北京报道`, `／台北報導`, `发自北京`. */
const report = /[\s/／]*(?:([\p{Script=Han}]{2,6}?)(?:综合)?(?:报道|報道|报导|報導|专电|專電|电|電|訊|讯)|(?:发自|發自)\s?([\p{Script=Han}]{2,8}))$/u;

/**
 * Reads `记者张三`, `本报记者 张三 李四 北京报道`, `（新华社记者 张三、李四）`, `記者王小明／台北報導`.
 *
 * @returns null where what stands behind the word is no list of names (`记者手记`), and for a photographer's credit (`新华社记者 李四 摄`)
 */
export function readChineseByline(line: string): BylineValue | null {
  const printed = line.trim();
  if (printed.length > longestByline) return null;
  const text = printed.replace(/^[（(【[]\s*([^（）()]*?)\s*[）)】\]]$/u, "$1");
  const match = opening.exec(text);
  if (match === null) return null;
  const [whole, before = "", kind = ""] = match;
  if (before !== "" && !ourOwn.test(before) && !isAgency(before) && !house.test(before)) return null;
  const named = text.slice(whole.length).replace(/\s(?:责任编辑|責任編輯|编辑|編輯|责编|責編|校对|校對)[\s:：]?.*$/u, "");
  const signed = namesAndPlace(named, whole.length > 0 && /\s$|(?:撰稿人?|文|采写|採寫)[:：|｜／]+$/u.test(whole));
  if (signed === null) return null;
  const affiliation = before === "" || ourOwn.test(before) ? null : before;
  const role = kind === "" ? null : text.slice(before.length, whole.length).replace(/[:：\s]+$/u, "");
  const authors = signed.names.map((name): Author => ({ name, kind: "person", role, place: signed.place, affiliation }));
  return { asPrinted: printed, authors };
}

/** The names, and the place from which they report. A bare name needs a surname that there is, unless a mark stands before it. */
function namesAndPlace(text: string, isMarked: boolean): { names: string[]; place: string | null } | null {
  if (/[摄攝]$/u.test(text)) return null;
  const behind = report.exec(text);
  const head = behind === null ? text : text.slice(0, behind.index);
  const place = behind?.[1] ?? behind?.[2] ?? null;
  const names = head.split(/[\s、，,/／和与與及]+/u).filter((name) => name !== "");
  const all = names.filter((name) => !/^(?:实习生|實習生|通讯员|通訊員|记者|記者|实习记者|實習記者)$/u.test(name));
  return all.length > 0 && all.length <= 8 && all.every((name) => isChineseName(name, isMarked)) ? { names: all, place } : null;
}

/** Two to four characters of which the first is a surname, or a foreign name with its dot. */
export function isChineseName(text: string, isMarked = false): boolean {
  if (/^[\p{Script=Han}]{1,8}(?:[·・][\p{Script=Han}]{1,8}){1,3}$/u.test(text)) return true;
  if (!/^[\p{Script=Han}]{2,4}$/u.test(text)) return false;
  return (
    surnames.has(text.slice(0, 1)) ||
    surnames.has(text.slice(0, 2)) ||
    (isMarked && [...text].length <= 3 && text.length > 1 && !/[记記者会會问問]/u.test(text))
  );
}
