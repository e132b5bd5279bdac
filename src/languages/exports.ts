/**
 * What newspaper databases print around the articles that they export, in the languages of their screens. One table for all languages: a
 * Russian article may come out of an English database. Words are folded as in `language.ts`. May import: nothing.
 */

/** Words before or behind `3 of 50` where that counts the articles of an export. */
export const counterWords: readonly string[] = [
  "document", "documents", "doc", "article", "articles", "record", "records", "item", "items", "story", "stories", "result", "results",
  "документ", "документов", "документа", "документы", "статья", "статей", "публикация", "публикаций", "сообщение", "сообщений", "материал", "материалов",
  "документів", "стаття", "публікація", "публікацій", "матеріал", "матеріалів", "повідомлення",
  "artikel", "dokument", "dokumente", "dokumenten", "treffer", "résultat", "résultats", "enregistrement",
  "documento", "documentos", "artículo", "artículos", "registro", "registros", "resultado", "resultados",
  "وثيقة", "الوثيقة", "وثائق", "مستند", "المستند", "مقال", "المقال", "文档", "文件", "文章", "记录", "結果", "结果",
];

/** What stands between the two numbers. */
export const counterJoiners: readonly string[] = ["of", "из", "з", "із", "sur", "de", "von", "من", "/", "／"];

/** Words with which the name of a paper's edition begins or ends: `Late Edition`. */
export const editionWords: readonly string[] = ["edition", "выпуск", "издание", "випуск", "édition", "ausgabe", "edición", "الطبعة"];

/** Lines that stand by themselves where a database has come to the end of an article. */
export const endLines: readonly string[] = [
  "end of document", "end of article", "end of story", "end of record", "конец документа", "конец статьи", "кінець документа", "кінець статті",
  "fin du document", "fin de l'article", "ende des dokuments", "ende des artikels", "fin del documento", "fin del artículo", "نهاية المستند", "نهاية الوثيقة",
  "文档结束", "文件结束",
];

/** What stands behind a label of a database: a field of the record, the text itself, or words about the export (`boilerplate`). */
export type ExportField = "headline" | "byline" | "date" | "section" | "publication" | "dateline" | "sourceUrl" | "body" | "boilerplate";

export const exportLabels: Readonly<Record<ExportField, readonly string[]>> = {
  headline: ["headline", "title", "document title", "hd", "заголовок", "название", "заглавие", "назва", "titre", "titel", "überschrift", "título", "titular", "العنوان", "عنوان", "标题", "題名"],
  byline: ["byline", "author", "authors", "by", "автор", "авторы", "автори", "auteur", "auteurs", "autor", "autoren", "verfasser", "autores", "الكاتب", "作者"],
  date: [
    "publication-date", "publication date", "date", "pub-date", "pd", "дата", "дата публикации", "дата выхода", "дата публікації", "date de publication", "datum",
    "erscheinungsdatum", "fecha", "fecha de publicación", "التاريخ", "تاريخ النشر", "日期", "出版日期", "发布日期",
  ],
  section: ["section", "se", "рубрика", "раздел", "розділ", "rubrique", "ressort", "rubrik", "sección", "القسم", "版块", "栏目"],
  publication: [
    "publication", "publication title", "publication name", "source", "source name", "journal", "newspaper", "sn", "источник", "издание", "газета", "джерело", "видання",
    "publication source", "titre de publication", "quelle", "zeitung", "fuente", "periódico", "título de publicación", "المصدر", "الصحيفة", "来源", "报纸",
  ],
  dateline: ["dateline"],
  sourceUrl: ["url", "link", "original url"],
  body: [
    "body", "full text", "fulltext", "text", "full-text", "lp", "td", "текст", "полный текст", "содержание", "повний текст", "texte", "texte intégral", "corps", "volltext",
    "texto", "texto completo", "النص", "النص الكامل", "正文", "全文",
  ],
  boilerplate: [
    "length", "load-date", "load date", "publication-type", "publication type", "document-type", "document type", "journal-code", "journal code", "pub-type", "graphic", "type", "language", "language of publication",
    "language of document", "circulation", "word count", "words", "wc", "document id", "document url", "proquest document id", "proquest document link", "accession number", "accession no", "issn", "eissn", "isbn", "page", "pages",
    "first page", "edition", "volume", "issue", "country of publication", "place of publication", "publisher", "database", "last updated", "source type", "copyright",
    "abstract", "links", "linking service", "subject", "subjects", "subject terms", "keywords", "index terms", "company", "companies", "organization", "person", "people", "geographic", "location",
    "city", "state", "country", "classification", "identifier", "number of pages", "document feature", "notes", "correction-date", "series", "distribution", "ticker", "industry",
    "la", "cy", "an", "in", "ns", "re", "pub", "sc", "pg", "et", "ed", "co", "ipd", "ipc", "clm", "cr", "rf", "art",
    "объем", "объём", "номер", "страница", "страницы", "полоса", "код", "тип документа", "вид документа", "база", "база данных", "регион", "дата загрузки", "обсяг", "сторінка", "тип",
    "longueur", "type de document", "date de chargement", "länge", "dokumenttyp", "ladedatum", "seite", "ausgabe", "longitud", "tipo de documento", "fecha de carga", "página",
    "الطول", "نوع الوثيقة", "字数", "版次", "文献类型",
  ],
};

/** Labels that no newspaper prints: two of them, and the text comes out of a database. */
export const tellingLabels: readonly string[] = [
  "length", "load-date", "load date", "publication-type", "publication-date", "document-type", "document type", "journal-code", "pub-type", "body", "full text", "lp", "td", "wc", "word count",
  "publication title", "document title", "proquest document id", "proquest document link", "document id", "document url", "accession number", "language of publication", "source type", "database", "last updated",
  "объем", "объём", "тип документа", "вид документа", "база данных", "дата загрузки", "полный текст", "обсяг", "повний текст", "longueur", "type de document", "date de chargement",
  "texte intégral", "länge", "dokumenttyp", "ladedatum", "volltext", "longitud", "tipo de documento", "fecha de carga", "texto completo", "字数", "文献类型", "全文", "النص الكامل",
];

/** Labels that stand on a line of their own without a colon. */
export const loneLabels: readonly string[] = ["body", "full text", "graphic", "classification", "notes", "abstract", "полный текст", "повний текст", "texte intégral", "volltext", "texto completo", "全文", "正文"];
