/*
 * What `tearsheet serve` adds to a page, in the browser: the page is loaded again when it has changed, and what is wrong with the archive is shown over
 * it. Published pages have nothing of it. Everything that comes from a file is put in as text.
 */
(() => {
  const script = document.currentScript;
  const { page, digest } = script.dataset;
  const at = (name) => new URL(name, script.src).href;
  let source = null;
  let shown = null;

  /** Only a page that is looked at listens: a browser has few connections to a host, and tabs are many. It hears what it missed when it listens again. */
  function listen() {
    if (document.visibilityState === "hidden") {
      source?.close();
      source = null;
    } else if (source === null) {
      source = new EventSource(`${at("events")}?page=${encodeURIComponent(page)}`);
      source.onmessage = ({ data }) => update(JSON.parse(data));
    }
  }

  function update(state) {
    // The browser keeps the place in the page.
    if (state.digest !== digest) location.reload();
    else show(state);
  }

  function show(state) {
    if (state.count === 0) {
      shown?.remove();
      shown = null;
      return;
    }
    shown ??= addOverlay();
    shown.fill(state);
  }

  /** Problems that somebody has closed stay closed until there are others, on other pages too. */
  const closed = {
    get: () => {
      try {
        return sessionStorage.getItem("tearsheet-closed");
      } catch {
        return null;
      }
    },
    set: (key) => {
      try {
        sessionStorage.setItem("tearsheet-closed", key);
      } catch {
        // A browser that keeps nothing shows them again on the next page.
      }
    },
  };

  function addOverlay() {
    // Apart from the page: neither one's style reaches the other.
    const host = make("tearsheet-overlay", { lang: "en", dir: "ltr" });
    const root = host.attachShadow({ mode: "open" });
    const style = make("link", { rel: "stylesheet", href: at("overlay.css") });
    const dialog = make("dialog", { role: "alertdialog", "aria-labelledby": "title", "aria-describedby": "problems" });
    const badge = make("button", { type: "button", class: "badge", hidden: "" });
    let key = "";
    const open = () => {
      if (dialog.open) return;
      badge.hidden = true;
      dialog.showModal();
    };
    // Escape closes a dialog by itself.
    dialog.addEventListener("close", () => {
      closed.set(key);
      badge.hidden = false;
      badge.focus();
    });
    badge.addEventListener("click", open);
    root.append(style, dialog, badge);
    document.body.append(host);
    return {
      fill: (state) => {
        const isNew = key !== state.key;
        key = state.key;
        if (!isNew) return;
        const title = state.count === 1 ? "1 error" : `${state.count} errors`;
        badge.textContent = title;
        dialog.replaceChildren(...contentOf(state, title, () => dialog.close()));
        if (closed.get() === key) badge.hidden = false;
        else if (style.sheet !== null) open();
        else style.addEventListener("load", open, { once: true });
      },
      remove: () => host.remove(),
    };
  }

  function contentOf({ problems, count, warnings }, title, close) {
    const button = make("button", { type: "button", autofocus: "" }, "Close (Esc)");
    button.addEventListener("click", close);
    const notes = [
      count > problems.length ? `${count - problems.length} more are not shown.` : "",
      warnings > 0 ? `There ${warnings === 1 ? "is 1 warning" : `are ${warnings} warnings`} besides: \`tearsheet check\` lists them.` : "",
      "This goes away when it is mended.",
    ];
    return [
      make("header", {}, make("h2", { id: "title" }, title), button),
      make("div", { id: "problems" }, ...problems.map(problemElement)),
      make("p", { class: "notes" }, notes.filter((note) => note !== "").join(" ")),
    ];
  }

  function problemElement({ file, line, message, hint, frame }) {
    const parts = [];
    if (file !== null) parts.push(make("p", { class: "place" }, make("code", {}, file), line === null ? "" : `, line ${line}`));
    parts.push(make("p", { class: "message" }, message));
    if (frame.length > 0) parts.push(frameElement(frame));
    parts.push(make("p", { class: "hint" }, make("b", {}, "What to do: "), hint));
    return make("section", {}, ...parts);
  }

  /** A long line is scrolled to, by keyboard too. */
  function frameElement(frame) {
    const width = String(frame[frame.length - 1].number).length;
    const rows = frame.map(({ number, text, isMeant }) => {
      const row = `${isMeant ? ">" : " "} ${String(number).padStart(width)} | ${text}\n`;
      return isMeant ? make("mark", {}, row) : row;
    });
    return make("pre", { tabindex: "0", "aria-label": "The lines around" }, ...rows);
  }

  function make(name, attributes, ...children) {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.append(...children);
    return element;
  }

  document.addEventListener("visibilitychange", listen);
  addEventListener("pagehide", () => {
    source?.close();
    source = null;
  });
  addEventListener("pageshow", listen);
  listen();
})();
