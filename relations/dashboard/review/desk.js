// The review desk. The kernel makes the HTML (escaped there); this puts it in place, turns keys into actions, and
// reads forms and marked words. Letters are taken by their place on the keyboard, so that they work under a Cyrillic
// or Urdu layout too.
const decoder = new TextDecoder();
const KEYS = {
  KeyA: ["accept"], KeyR: ["reject"], KeyE: ["mode", "edit"], KeyM: ["mode", "merge"], KeyS: ["mode", "split"],
  KeyN: ["mark"], KeyU: ["undo"], KeyJ: ["next"], KeyK: ["previous"], KeyH: ["mode", "history"], KeyB: ["rebuild"],
};
const REMEMBERED = "relations-reviewer";

function render({ model, el }) {
  const root = Object.assign(document.createElement("div"), { className: "relations-root relations-desk", tabIndex: -1 });
  root.dataset.lmSuppressShortcuts = "true"; // JupyterLab's own keys stay out of it
  const desk = Object.assign(document.createElement("div"), { className: "relations desk" });
  for (const [name, element] of [["head", "header"], ["queue", "nav"], ["row", "main"], ["article", "aside"]]) {
    desk.append(Object.assign(document.createElement(element), { className: `card ${name}` }));
    desk.lastChild.dataset.region = name;
  }
  root.append(desk);
  el.append(root);
  const region = (name) => desk.querySelector(`[data-region="${name}"]`);
  const send = (content) => model.send(content);
  let mode = "read";

  const apply = (view) => {
    const had = root.contains(document.activeElement) ? document.activeElement : null;
    const id = had?.id;
    for (const [name, html] of Object.entries(view.regions)) {
      const scrolled = region(name).scrollTop;
      region(name).innerHTML = html;
      region(name).scrollTop = scrolled;
    }
    root.lang = view.language;
    root.dir = view.direction;
    mode = view.mode;
    root.dataset.mode = mode;
    const field = mode === "edit" || mode === "add" ? desk.querySelector("[data-form] [name=date]") : null;
    const again = id && desk.querySelector(`#${CSS.escape(id)}`);
    if (field && !desk.querySelector("[data-form]").contains(document.activeElement)) field.focus();
    else if (again) again.focus({ preventScroll: true });
    else root.focus({ preventScroll: true });
    const beside = region("article").offsetTop === region("row").offsetTop; // one below the other, it would jump away
    if (view.regions.article && beside) desk.querySelector(".text mark")?.scrollIntoView({ block: "center" });
    desk.querySelector(".queue [aria-current]")?.scrollIntoView({ block: "nearest" });
  };

  // Where marked words stand in the article, counted in code points as the kernel counts.
  const marked = () => {
    const text = desk.querySelector("[data-text]");
    const selection = document.getSelection();
    const own = text?.querySelector("mark");
    if (!text || !selection.rangeCount || selection.isCollapsed || !text.contains(selection.anchorNode)) {
      return { words: "", near: Number(own?.dataset.start ?? 0) };
    }
    const range = selection.getRangeAt(0);
    const before = document.createRange();
    before.setStart(text, 0);
    before.setEnd(range.startContainer, range.startOffset);
    return { words: range.cloneContents().textContent, near: [...before.toString()].length };
  };
  const act = (what, value) => send(what === "mark" ? { do: "mark", ...marked() } : { do: what, value });

  const submit = (form) => {
    const values = {};
    for (const field of form.elements) {
      if (field.name) values[field.name] = field.multiple ? [...field.selectedOptions].map((one) => one.value) : field.value;
    }
    root.focus({ preventScroll: true });
    send({ do: form.dataset.form, values });
  };

  root.addEventListener("click", ({ target }) => {
    const button = target.closest("button[data-do]");
    if (!button) return;
    if (button.dataset.do === "mark") act("mark");
    else send({ ...button.dataset });
  });
  root.addEventListener("change", ({ target }) => {
    if (target.dataset.do !== "reviewer") return;
    try {
      localStorage.setItem(REMEMBERED, target.value);
    } catch {} // a browser that keeps nothing still reviews
    send({ do: "reviewer", value: target.value });
  });
  root.addEventListener("submit", (event) => {
    event.preventDefault();
    submit(event.target);
  });
  // Pressing a button must not undo the selection of words that the button is about.
  root.addEventListener("mousedown", (event) => event.target.closest("[data-do=mark]") && event.preventDefault());
  const pressed = (event) => {
    const typing = event.target.matches("input, textarea, select");
    if (event.key === "Enter" && event.target.id === "reviewer") return root.focus();
    if (event.key === "Escape") {
      event.preventDefault();
      return send({ do: "cancel" });
    }
    if (event.ctrlKey && event.key === "Enter" && event.target.form) return event.target.form.requestSubmit();
    if (mode === "add" && !event.target.matches("select, textarea") && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      event.preventDefault();
      return send({ do: "shift", value: event.key === "ArrowDown" ? "down" : "up" });
    }
    if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Enter" && mode === "split" && !event.target.matches("button")) return send({ do: "split" });
    if (/^[1-9]$/.test(event.key) && (mode === "merge" || mode === "split")) return send({ do: "choose", number: Number(event.key) });
    const action = KEYS[event.code];
    if (action) {
      event.preventDefault();
      event.stopPropagation(); // a notebook has keys of its own
      act(...action);
    }
  };
  root.addEventListener("keydown", pressed);
  // On a page of its own the desk has every key; in a notebook only those pressed within it.
  const alone = (event) => event.target === document.body && pressed(event);
  if (!root.closest(".jp-Notebook")) document.body.addEventListener("keydown", alone);

  model.on("msg:custom", (content, buffers) => {
    if (content.what === "view") apply(JSON.parse(decoder.decode(buffers[0])));
  });
  let reviewer = "";
  try {
    reviewer = localStorage.getItem(REMEMBERED) ?? "";
  } catch {}
  const asked = new URLSearchParams(location.search).get("lang");
  send({ do: "hello", languages: [asked, ...navigator.languages].filter(Boolean), reviewer });
  return () => document.body.removeEventListener("keydown", alone);
}

export default { render };
