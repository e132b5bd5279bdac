/** The form of the search page: what it asks for, and back. May import: browser. */
import type { Request } from "./request.ts";

export function paramsOf(form: HTMLFormElement): URLSearchParams {
  return new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, String(value)]));
}

/** What is asked for, in the form: the next search starts from it. */
export function fill(form: HTMLFormElement, { params, query, order }: Request): void {
  for (const name of ["q", "from", "to"]) {
    const input = form.elements.namedItem(name);
    if (input instanceof HTMLInputElement) input.value = name === "q" ? query : (params.get(name) ?? "");
  }
  const select = form.elements.namedItem("order");
  if (select instanceof HTMLSelectElement) select.value = order;
  const chosen = [...params].filter(([name]) => !["q", "from", "to", "order"].includes(name));
  form.querySelector("#search-chosen")?.replaceChildren(...chosen.map(([name, value]) => chosenBox(name, value)));
}

function chosenBox(name: string, value: string): HTMLLabelElement {
  const label = document.createElement("label");
  const box = document.createElement("input");
  Object.assign(box, { type: "checkbox", name, value, checked: true });
  const text = document.createElement("bdi");
  text.textContent = value;
  label.append(box, " ", text);
  return label;
}
