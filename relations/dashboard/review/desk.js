// The review desk. The kernel makes the HTML (escaped there); this puts it in place, turns keys into actions, and
// reads forms and marked words. Letters are taken by their place on the keyboard, so that they work under a Cyrillic
// or Urdu layout too.
const decoder = new TextDecoder();
const KEYS = {
  KeyA: ["accept"], KeyR: ["reject"], KeyE: ["mode", "edit"], KeyM: ["mode", "merge"], KeyS: ["mode", "split"],
  KeyN: ["mark"], KeyU: ["undo"], KeyJ: ["next"], KeyK: ["previous"], KeyH: ["mode", "history"], KeyB: ["rebuild"],
  KeyC: ["context"], KeyL: ["language"], KeyW: ["name"],
};
const HELP = ["?", "؟"]; // where it is on the keyboard differs
const REMEMBERED = "relations-reviewer";

// Scroll within a region only: `scrollIntoView` moves the page and a notebook as well.
const reveal = (region, part, block = "nearest") => {
  if (!region || !part) return;
  const [outer, inner] = [region.getBoundingClientRect(), part.getBoundingClientRect()];
  if (block === "nearest" && inner.top >= outer.top && inner.bottom <= outer.bottom) return;
  region.scrollTop += inner.top - outer.top - Math.max(12, (outer.height - inner.height) / 2);
};

function render({ model, el }) {
  const root = Object.assign(document.createElement("div"), { className: "relations-root relations-desk", tabIndex: -1 });
  const desk = Object.assign(document.createElement("div"), { className: "relations desk" });
  for (const [name, element] of [["head", "header"], ["queue", "nav"], ["row", "main"], ["article", "aside"]]) {
    desk.append(Object.assign(document.createElement(element), { className: `card ${name}` }));
    desk.lastChild.dataset.region = name;
  }
  root.append(desk);
  el.append(root);
  const notebook = Boolean(el.closest(".jp-Notebook"));
  if (notebook) root.dataset.within = "notebook"; // which leaves it less of the window
  const region = (name) => desk.querySelector(`[data-region="${name}"]`);
  const send = (content) => model.send(content);
  let mode = "read";
  let event = null;
  let shown = false;

  // A notebook's own keys stay out: it asks the pressed element first, then those around it.
  const quieten = () => {
    for (const one of [root, ...root.querySelectorAll("a, button, input, select, textarea, [tabindex]")]) {
      one.dataset.lmSuppressShortcuts = "true";
    }
  };
  const apply = (view) => {
    const had = root.contains(document.activeElement) ? document.activeElement : null;
    const id = had?.id;
    const other = view.event !== event;
    for (const [name, html] of Object.entries(view.regions)) {
      const scrolled = region(name).scrollTop;
      region(name).innerHTML = html;
      region(name).scrollTop = name === "row" && (other || view.mode !== mode) ? 0 : scrolled;
    }
    quieten();
    root.lang = view.language;
    root.dir = view.direction;
    root.dataset.mode = mode = view.mode;
    event = view.event;
    if (notebook && !shown) root.scrollIntoView();
    shown = true;
    const form = desk.querySelector("[data-form]");
    const again = id && desk.querySelector(`#${CSS.escape(id)}`);
    let target = again || (had?.isConnected ? had : root);
    if (form && !form.contains(target)) target = form.elements.date;
    if (view.focus) target = desk.querySelector(view.focus) ?? target;
    target.focus({ preventScroll: true });
    if (form) reveal(region("row"), document.activeElement);
    const beside = region("article").offsetTop === region("row").offsetTop; // one below the other, it would jump away
    if (view.regions.article && beside) reveal(region("article"), desk.querySelector(".text mark.own") ?? desk.querySelector(".text mark"), "center");
    if (beside) reveal(region("queue"), desk.querySelector(".queue [aria-current]"));
    else if (other && region("row").getBoundingClientRect().top < 0) region("row").scrollIntoView();
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
    for (const field of form.elements) if (field.name) values[field.name] = field.value;
    for (const list of form.querySelectorAll("[data-many]")) {
      values[list.dataset.many] = [...list.querySelectorAll("[aria-selected=true]")].map((one) => one.dataset.value);
    }
    root.focus({ preventScroll: true });
    send({ do: form.dataset.form, values });
  };

  // A list of which several may be chosen: words typed above it leave those that hold them.
  const offered = (list) => [...list.querySelectorAll("[role=option]")].filter((one) => !one.hidden);
  const point = (list, option, how = "found") => {
    for (const one of list.querySelectorAll("[data-active]")) delete one.dataset.active;
    if (option) option.dataset.active = how;
    const field = list.querySelector("input");
    if (option) field.setAttribute("aria-activedescendant", option.id);
    else field.removeAttribute("aria-activedescendant");
    reveal(list.querySelector("[role=listbox]"), option);
  };
  const narrow = (list) => {
    const words = list.querySelector("input").value.trim().toLowerCase();
    for (const one of list.querySelectorAll("[role=option]")) one.hidden = !one.textContent.toLowerCase().includes(words);
    other(list);
    point(list, words ? offered(list)[0] : null);
  };
  // What is typed and stands in no option is offered last, where the list allows it: a person nobody has found.
  const other = (list) => {
    list.querySelector("[data-typed]")?.remove();
    const typed = list.querySelector("input").value.trim().split(/\s+/);
    const options = [...list.querySelectorAll("[role=option]")];
    const known = options.some((one) => one.textContent.trim().toLowerCase() === typed.join(" ").toLowerCase());
    if (!list.dataset.other || known || !/\p{L}{2}/u.test(typed.join(" "))) return;
    const option = Object.assign(document.createElement("li"), { textContent: `${list.dataset.other} ${typed.join(" ")}` });
    option.id = `${list.dataset.many}-typed-${options.length}`;
    option.setAttribute("role", "option");
    option.setAttribute("aria-selected", "false");
    Object.assign(option.dataset, { typed: typed.join(" "), value: `named:${typed.join("_")}` });
    list.querySelector("[role=listbox]").append(option);
  };
  const toggle = (list, option) => {
    if (option.dataset.typed) {
      option.textContent = option.dataset.typed;
      delete option.dataset.typed;
    }
    option.setAttribute("aria-selected", option.getAttribute("aria-selected") !== "true");
    list.querySelector("input").value = "";
    list.querySelector(".held").textContent = [...list.querySelectorAll("[aria-selected=true]")].map((one) => one.textContent).join(", ") || "—";
    narrow(list);
    reveal(list.querySelector("[role=listbox]"), option);
  };
  const choosing = (event, list) => {
    const active = list.querySelector("[data-active]");
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      const options = offered(list);
      const at = options.indexOf(active) + (event.key === "ArrowDown" ? 1 : -1);
      point(list, options[Math.max(0, Math.min(at, options.length - 1))], "reached");
    } else if (event.key === "Enter" && active && !event.ctrlKey) {
      // Who types what is chosen already wants it, not to lose it: arrow keys and Enter, or a click, let it go.
      const kept = active.dataset.active === "found" && active.getAttribute("aria-selected") === "true";
      if (!kept) toggle(list, active);
      event.target.value = "";
      narrow(list);
    } else if (event.key === "Enter" && event.target.value.trim() && !event.ctrlKey) {
      event.target.select(); // nothing has that name: saving now would drop what was typed
    } else if (event.key === "Escape" && (event.target.value || active)) {
      event.target.value = "";
      narrow(list);
    } else return false;
    event.preventDefault();
    return true;
  };

  root.addEventListener("click", ({ target }) => {
    const option = target.closest("[role=option]");
    if (option) return toggle(option.closest("[data-many]"), option);
    const button = target.closest("button[data-do]");
    if (!button) return;
    if (button.dataset.do === "mark") act("mark");
    else send({ ...button.dataset });
  });
  root.addEventListener("input", ({ target }) => target.closest("[data-many]") && narrow(target.closest("[data-many]")));
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
  // Pressing a button must not undo the selection of words that it is about, nor an option take the focus from its field.
  root.addEventListener("mousedown", (event) => event.target.closest("[data-do=mark], [role=option]") && event.preventDefault());
  const pressed = (event) => {
    const { target } = event;
    const typing = target.matches("input, textarea, select");
    if (target.id === "reviewer" && ["Enter", "Escape"].includes(event.key)) return root.focus({ preventScroll: true });
    const list = target.closest("[data-many]");
    if (list && choosing(event, list)) return;
    if (event.key === "Escape") {
      event.preventDefault();
      return send({ do: "cancel" });
    }
    // Enter saves from every field: a browser would open a list with it, and a notebook keeps it from the form.
    if (event.key === "Enter" && typing && target.form) {
      event.preventDefault();
      return target.form.requestSubmit();
    }
    if (mode === "add" && !list && !target.matches("select, textarea") && ["ArrowDown", "ArrowUp"].includes(event.key)) {
      event.preventDefault();
      return send({ do: "shift", value: event.key === "ArrowDown" ? "down" : "up" });
    }
    if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Enter" && mode === "split" && !target.matches("button")) return send({ do: "split" });
    if (/^[1-9]$/.test(event.key) && (mode === "merge" || mode === "split")) return send({ do: "choose", number: Number(event.key) });
    const action = HELP.includes(event.key) ? ["mode", "help"] : KEYS[event.code];
    if (action) {
      event.preventDefault();
      event.stopPropagation(); // a notebook has keys of its own
      if (action[0] === "name") desk.querySelector("#reviewer").select();
      else act(...action);
    }
  };
  root.addEventListener("keydown", pressed);
  // On a page of its own the desk has every key; in a notebook only those pressed within it.
  const alone = (event) => event.target === document.body && pressed(event);
  if (!notebook) document.body.addEventListener("keydown", alone);

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
