/* Buttons for what can be copied from an article's page. Without this script the page has all the same words, to be selected by hand. */
(() => {
  const part = document.querySelector(".cite");
  if (part === null) return;
  const { copy, copied, save, link } = part.dataset;
  const status = document.createElement("span");
  status.className = "unseen";
  status.setAttribute("role", "status");
  part.append(status);

  /** From a disk, or over plain http, a browser may have no clipboard but the old one. */
  async function put(text) {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      const field = document.createElement("textarea");
      field.value = text;
      field.className = "unseen";
      document.body.append(field);
      field.select();
      document.execCommand("copy");
      field.remove();
    }
  }

  function button(name, description, act) {
    const element = document.createElement("button");
    element.type = "button";
    element.textContent = name;
    if (description !== "") element.setAttribute("aria-label", `${name}: ${description}`);
    element.addEventListener("click", act);
    return element;
  }

  function copier(name, description, textOf) {
    const element = button(name, description, async () => {
      await put(textOf());
      element.textContent = copied;
      status.textContent = copied;
      setTimeout(() => {
        element.textContent = name;
        status.textContent = "";
      }, 2000);
    });
    return element;
  }

  /** The page's address as it is meant to be known, with the paragraph in which something is selected. */
  function address() {
    const known = document.querySelector('link[rel="canonical"]')?.href ?? location.href;
    const node = getSelection()?.anchorNode ?? null;
    const element = node instanceof Element ? node : (node?.parentElement ?? null);
    const paragraph = element?.closest('.text [id^="p"]')?.id ?? "";
    return known.replace(/#.*$/s, "") + (/^p\d+$/.test(paragraph) ? `#${paragraph}` : "");
  }

  const nameOf = (element) => element.closest("dd").previousElementSibling.textContent;

  for (const citation of part.querySelectorAll(".citation")) {
    const text = citation.textContent.trim();
    citation.append(" ", copier(copy, nameOf(citation), () => text));
  }
  for (const pre of part.querySelectorAll("pre")) {
    const text = () => `${pre.dataset.file.endsWith(".ris") ? pre.textContent.replaceAll("\n", "\r\n") : pre.textContent}\n`;
    const saver = button(save, nameOf(pre), () => {
      const anchor = document.createElement("a");
      anchor.href = URL.createObjectURL(new Blob([text()], { type: "text/plain" }));
      anchor.download = pre.dataset.file;
      anchor.click();
      setTimeout(() => URL.revokeObjectURL(anchor.href), 60000);
    });
    pre.after(copier(copy, nameOf(pre), text), " ", saver);
  }
  const last = part.querySelector("div > p:last-child");
  // A click would take the selection away before it is asked for.
  let selected = "";
  const linker = copier(link, "", () => selected || address());
  linker.addEventListener("pointerdown", () => {
    selected = address();
  });
  last.append(" ", linker);
})();
