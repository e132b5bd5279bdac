/** What the words of a helper's line mean, in all languages: the openings are the language tables' own (`byline.helpers`). Data. May import: model. */
import type { CreditRole } from "../model/archive.ts";

/**
 * From a piece of an opening to what was done; the first that is found counts. `tests/credits.test.ts` holds that every opening of every language has a
 * role here.
 */
export const creditRoles: readonly (readonly [role: CreditRole, words: RegExp])[] = [
  ["translation", /transla|traduc|tradui|übersetz|aus dem|перев|перекл|tłumacz|przekład|przełoży|翻译|翻譯|译者|譯者|编译|編譯|ترجم|نقل/],
  ["checking", /fact|proof|correc|relu\b|relecture|revisado|korrekt|lektor|коррект|корек|фактч|korekt|校|审|審|تدقيق|مراجعة/],
  ["reporting", /reporting/],
  ["production", /produced|监制|監製|值班主任/],
  ["editing", /edit|édit|edic|édac|réda|redig|redak|bearbeit|redag|opracow|ред|编|編|主编|تحرير|حرر|adapt|mise en forme/],
];

/** Openings behind which a name stands as it is, in languages that bend names: who did it, or that somebody did (`редактор`, `перевела`). */
export const plainBehind = /(?:[лвł]|ла|ло|ли|ała|iła|ali|ili|ор|орка|оры|ори|ик|ица|ач|ачка|tor|torka|torzy|acz|aczka)$/;

/** Languages that bend names. */
export const bendingLanguages: ReadonlySet<string> = new Set(["ru", "uk", "pl"]);

/** Stands in a credit like a house, and says only how a picture was had. */
export const noHouse = /^(?:pool|pool photo|handout|пул|пул фото)$/iu;

/** Words of houses and offices, in small letters: what has one of them is no person. */
export const houseWords =
  /(?<![\p{L}\p{M}])(?:museum|musée|museo|музей|музея|muzeum|archives?|archiv|archivo|архив|архів|archiwum|library|bibliothèque|biblioteca|bibliothek|библиотека|бібліотека|university|universität|université|universidad|университет|університет|service|office|press|press-service|пресс-служба|прес-служба|ministry|ministère|ministerium|ministerio|министерство|міністерство|police|polizei|policía|полиция|поліція|council|committee|comité|комитет|комітет|department|authority|agency|institute|institut|instituto|институт|society|gesellschaft|association|verein|foundation|stiftung|fondation|fundación|фонд|company|corporation|navy|army|collection|sammlung|colección|gallery|galerie|galería|studio|studios|pictures|images|photos?|media|news|pool|handout|stock|stringer|staff|متحف|وزارة|شرطة|مكتبة|أرشيف|جامعة|مكتب)(?![\p{L}\p{M}])/iu;
