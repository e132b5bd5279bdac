/** Passages of Markdown and HTML in which a reader could lose a word, each made of words that stand nowhere else: what is missing shows. */

/** A new word on each call. */
export type NewWord = () => string;

/** `prefix`: what begins every word of these. */
export function wordMaker(prefix: string): { next: NewWord; count: () => number } {
  let made = 0;
  return { next: () => `${prefix}${(made++).toString(36)}z`, count: () => made };
}

/** Kind → a passage of its own words. */
export const passages: Readonly<Record<string, (w: NewWord) => string>> = {
  prose: (w) => `The ${w()} came back on ${w()}, and the ${w()} was full of ${w()}.`,
  "an agency in angle brackets": (w) => `<Reuters> ${w()} said`,
  "less and more": (w) => `a<${w()} and ${w()}>d ${w()}`,
  "an HTML block": (w) => `<div class="x">\n${w()}\n\n${w()} *${w()}*\n</div>`,
  "a comment left open": (w) => `${w()} <!-- ${w()} after\n\n${w()} goes on\n\n${w()}`,
  "a block comment left open": (w) => `<!-- ${w()}\n\n${w()} goes on\n\n${w()}`,
  "a comment": (w) => `a ${w()} <!-- ${w()} --> b\n\n<!-- ${w()} -->`,
  "footnotes without a note, without a reference, twice": (w) => `text[^${w()}] ${w()}\n\n[^a]: ${w()}\n\n[^b]: ${w()}\n\n[^b]: ${w()}\n\nb[^b]`,
  "a script and a style": (w) => `<script>${w()}(1)</script>\n\n<style>.${w()}{}</style>`,
  details: (w) => `<details><summary>${w()}</summary>${w()}</details>`,
  "link definitions": (w) => `[r]: https://example.org/${w()} "${w()}"\n[r]: https://example.org/${w()}\n\n[r] [${w()}][r] [${w()}][${w()}]`,
  "a picture within text": (w) => `text ![${w()} alt](missing.jpg "${w()} title") text`,
  "a picture that is a link": (w) => `[![${w()}](a.jpg "${w()}")](https://example.org/${w()})`,
  "a picture by reference": (w) => `![${w()}][nope] ![${w()}][pic-${w()}]`,
  "an address that may not be linked": (w) => `[${w()}](javascript:${w()}) [${w()}](data:text/html,${w()})`,
  "a table with cells too many and too few": (w) => `| ${w()} | ${w()} |\n|---|---|\n| ${w()} | ${w()} | ${w()} |\n| ${w()} |`,
  "a table of HTML": (w) => `<table><tr><td>${w()}</td>${w()}</tr>${w()}</table>`,
  code: (w) => `\`\`\`python ${w()}\n${w()}\n\`\`\`\n\n\`${w()}\`\n\n    ${w()}`,
  "code left open": (w) => `\`\`\`\n${w()}\n\n${w()}`,
  entities: (w) => `&nbsp;${w()}&amp;${w()}&copy${w()} &#0; ${w()}`,
  tasks: (w) => `- [ ] ${w()}\n- [x] ${w()}`,
  "titles and alternative texts of tags": (w) => `<a href="https://example.org/${w()}" title="${w()}">${w()}</a> <img src="x.jpg" alt="${w()}"> ${w()}`,
  "marks of generators": (w) => `{% include ${w()} %} {{< figure caption="${w()}" >}} [[${w()}|${w()}]] $${w()}$`,
  "instructions and declarations": (w) => `<?php ${w()} ?> <!DOCTYPE ${w()}> <![CDATA[${w()}]]>`,
  "lists within quotations": (w) => `- ${w()}\n  > ${w()}\n  > - ${w()}\n\n    ${w()}`,
  "breaks of lines": (w) => `${w()}\\\n${w()}  \n${w()}<br>${w()}`,
  emphasis: (w) => `*${w()}*__${w()}__~~${w()}~~ **${w()} *${w()}* _${w()}`,
  "a lazy quotation": (w) => `> ${w()}\n${w()} lazy`,
  "tags that swallow": (w) =>
    `<textarea>${w()}\n\n<title>${w()}</title> ${w()}\n\n<select><option>${w()}</option></select> <iframe src="https://example.org/${w()}">${w()}</iframe>`,
  "tags that nobody closes": (w) => `<b>${w()}\n\n${w()}</b> ${w()}\n\n<${w()} ${w()}="${w()}">`,
  "drawings and formulas": (w) => `<svg><text>${w()}</text></svg> <math><mi>${w()}</mi></math> <template>${w()}</template>`,
  "small print above a word": (w) => `<ruby>${w()}<rt>${w()}</rt></ruby>`,
  "numbers of a list": (w) => `7. ${w()}\n9. ${w()}\n\n1905. ${w()}`,
  headings: (w) => `### ${w()} ###\n\n${w()}\n===\n\n## ${w()} {#${w()}}`,
  "terms and abbreviations": (w) => `${w()}\n: ${w()}\n\n*[${w()}]: ${w()}`,
  escapes: (w) => `\\<${w()}\\> \\[${w()}\\] \\*${w()}\\*`,
  "a related headline": (w) => `## Related article: [${w()}](https://example.org/${w()})`,
  "a title of a link": (w) => `[${w()}](https://example.org "${w()}")`,
};
