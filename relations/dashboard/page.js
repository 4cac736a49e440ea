// The page's widget. The kernel makes the HTML (escaped there) and the figures; this puts them in place, tells the
// kernel what the reader does, and keeps what only the browser knows: focus, open menus, scroll, downloads.
const decoder = new TextDecoder();

function render({ model, el }) {
  const early = document.getElementById("relations-first");
  const root = early ?? Object.assign(document.createElement("div"), { className: "relations-root" });
  if (!early) el.append(root); // what is painted already stays where it is

  const waiting = new Map();
  // A slow answer is told of, and so is one that does not come: the address holds the view, so a new start restores it.
  let slow, none;
  const at = (state) => {
    root.classList.toggle("is-waiting", state === "waiting");
    root.querySelector(".lost")?.toggleAttribute("hidden", state !== "lost");
    root.querySelector(".failed")?.toggleAttribute("hidden", state !== "failed");
  };
  const answered = (state) => {
    clearTimeout(slow);
    clearTimeout(none);
    at(state);
  };
  const send = (content) => {
    if (content.do !== "window" && content.do !== "resize") zoom.leave();
    clearTimeout(slow);
    clearTimeout(none);
    slow = setTimeout(() => at("waiting"), 500);
    none = setTimeout(() => at("lost"), 20000);
    try {
      model.send(content);
    } catch (error) {
      console.error(error);
      answered("lost");
    }
  };
  const zoom = timelineZoom(root, send);
  const ask = () =>
    new Promise((resolve) => {
      waiting.set("library", resolve);
      send({ do: "library" });
    });
  const tell = (figure) => (what, value) => send({ do: what, figure, value });
  const marks = chartMarks(root);
  const plots = () => [...root.querySelectorAll("[data-figure]")];
  const figures = new Map();

  const paint = (name) => {
    const div = root.querySelector(`[data-figure="${CSS.escape(name)}"]`);
    const figure = figures.get(name);
    if (div && figure && div.clientWidth) relationsPlot.draw(div, figure, { ask, tell: tell(name) }).then(marks.drawn).catch(console.error);
  };

  // A drag, or a run of wheel turns, is one step of the browser's Back.
  const GESTURE = 1000;
  let resting;
  let complete = false;
  let lastMove = -Infinity;
  const apply = (view) => {
    if (view.dark) relationsPlot.shade(view.dark);
    if (view.page) {
      replaceRegion(root, view.page);
      shown.forEach(toTable);
      watchTimeline();
    }
    for (const [name, html] of Object.entries(view.regions ?? {})) {
      const region = root.querySelector(`[data-region="${CSS.escape(name)}"]`);
      if (region) replaceRegion(region, html);
    }
    if (view.language) {
      for (const element of early ? [root, document.documentElement] : [root]) {
        Object.assign(element, { lang: view.language, dir: view.direction });
      }
    }
    if (view.title && early) document.title = view.title;
    if (view.address != null && early) {
      const address = location.pathname + view.address + location.hash;
      const same = view.address === location.search;
      const goesOn = view.move && performance.now() - lastMove < GESTURE;
      if (view.move) lastMove = performance.now();
      else if (view.step) lastMove = -Infinity;
      history[view.step && !same && !goesOn ? "pushState" : "replaceState"](null, "", address);
    }
    const tables = view.tables == null ? [...shown] : view.tables.split(",").filter(Boolean);
    for (const name of new Set([...tables, ...shown])) {
      if (tables.includes(name) === shown.has(name)) continue;
      tables.includes(name) ? shown.add(name) : shown.delete(name);
      toTable(name);
    }
    const ahead = zoom.ahead();
    for (const [name, figure] of Object.entries(view.figures ?? {})) {
      figures.set(name, figure);
      if (!ahead || name !== "timeline") paint(name);
    }
    if (view.more) return; // the texts follow
    // Once the reader rests, lists are completed with what only paper shows: printing waits for nobody.
    const shortened = (name) => root.querySelector(`[data-region="${CSS.escape(name)}"] .on-paper`);
    if (view.page || Object.keys(view.regions ?? {}).some(shortened)) complete = false;
    clearTimeout(resting);
    if (!complete) resting = setTimeout(() => ((complete = true), model.send({ do: "paper" })), 1200);
    root.classList.toggle("has-detail", Boolean(root.querySelector("[data-event]")));
    if (view.opened) opened();
    root.dataset.version = view.version;
    root.removeAttribute("aria-busy");
  };

  // Charts are drawn as they come; texts wait until what was drawn last is on the screen, and keep their order.
  let seen = Promise.resolve();
  let queue = Promise.resolve();
  const take = (view) => {
    if (view.more) {
      apply(view);
      seen = relationsPlot.onScreen();
    } else queue = queue.then(() => seen).then(() => apply(view)).catch(console.error);
  };

  let before = null;
  const opened = () => {
    const heading = root.querySelector("[data-region=detail] h2");
    heading?.focus({ preventScroll: !narrow() });
    if (narrow()) root.querySelector("[data-region=detail]")?.scrollTo(0, 0);
  };
  const narrow = () => root.clientWidth < 1000;

  model.on("msg:custom", (content, buffers) => {
    if (content.what !== "library") answered(content.what);
    if (content.what === "view") take(JSON.parse(decoder.decode(buffers[0])));
    if (content.what === "image") images(content.format, JSON.parse(decoder.decode(buffers[0]))).catch(console.error);
    if (content.what === "library") waiting.get("library")?.(decoder.decode(buffers[0]));
    if (content.what === "file") save(content.name, new Blob([buffers[0]], { type: content.type }));
  });

  // The kernel adds title, period, filters and source to what the page shows; only charts that are seen are saved.
  const images = async (format, made) => {
    for (const div of plots()) {
      const figure = made[div.dataset.figure];
      if (figure && div.clientWidth) await relationsPlot.image(figure, format, div.dataset.file ?? div.dataset.figure, { ask });
    }
  };

  const save = (name, blob) => {
    const anchor = Object.assign(document.createElement("a"), { href: URL.createObjectURL(blob), download: name });
    anchor.click();
    setTimeout(() => URL.revokeObjectURL(anchor.href), 10000);
  };

  const shown = new Set();
  const toTable = (name) => {
    const card = root.querySelector(`[data-card="${CSS.escape(name)}"]`);
    card?.classList.toggle("as-table", shown.has(name));
    card?.querySelector("[data-ui=table]")?.setAttribute("aria-pressed", String(shown.has(name)));
    if (!shown.has(name)) card?.querySelectorAll("[data-figure]").forEach((div) => paint(div.dataset.figure));
  };

  const locally = {
    table: ({ of }) => {
      shown.has(of) ? shown.delete(of) : shown.add(of);
      toTable(of);
      send({ do: "state", name: "tables", value: [...shown].join(",") });
    },
    image: ({ format }) => send({ do: "image", format }),
    retry: () => location.reload(),
    copy: async (data, button) => {
      try {
        await navigator.clipboard.writeText(location.href);
        button.dataset.done = "true";
        setTimeout(() => delete button.dataset.done, 2000);
      } catch {
        window.prompt("", location.href);
      }
    },
    print: () => window.print(),
  };

  // The reader goes back to what opened the detail.
  const close = () => {
    const inside = root.querySelector("[data-region=detail]")?.contains(document.activeElement);
    send({ do: "close" });
    if (inside || document.activeElement === document.body) root.querySelector(`#${CSS.escape(before ?? "title-timeline")}`)?.focus();
  };

  root.addEventListener("click", (event) => {
    const button = event.target.closest("[data-ui], [data-do]");
    if (button?.ariaDisabled === "true") return;
    root.querySelectorAll("details.menu[open]").forEach((menu) => menu.contains(event.target) || (menu.open = false));
    if (event.target.closest("[data-marks] > button")) before = event.target.closest("button").id;
    if (!button || !root.contains(button) || button.matches("input, select, form")) return;
    if (button.dataset.ui) locally[button.dataset.ui]?.(button.dataset, button);
    if (button.dataset.do) {
      if (button.dataset.do === "open" && !button.closest("[data-event]")) before = button.id || null;
      button.closest("details.menu")?.removeAttribute("open");
      if (button.dataset.do === "close") close();
      else if (!button.disabled) send({ ...button.dataset });
    }
  });
  root.addEventListener("change", ({ target }) => {
    if (target.dataset.do && target.type !== "search") {
      send({ ...target.dataset, value: target.value, checked: target.checked ?? null });
    }
  });
  let typing;
  root.addEventListener("input", ({ target }) => {
    if (target.type !== "search" || !target.dataset.do) return;
    clearTimeout(typing);
    typing = setTimeout(() => send({ ...target.dataset, value: target.value }), 200);
  });
  root.addEventListener("submit", (event) => event.preventDefault());
  root.addEventListener("keydown", (event) => {
    const aside = event.target.closest?.("[data-region=detail]");
    const turned = root.querySelector(".relations")?.dir === "rtl";
    const to = { ArrowLeft: turned ? "later" : "earlier", ArrowRight: turned ? "earlier" : "later" }[event.key];
    if (to && aside && !event.target.matches("input, select, textarea") && !event.altKey && !event.ctrlKey && !event.metaKey) {
      root.querySelector(`#step-${to}`)?.click();
      event.preventDefault();
      return;
    }
    if (event.key !== "Escape") return;
    const menu = event.target.closest?.("details.menu[open]");
    if (menu) {
      menu.open = false;
      menu.querySelector("summary").focus();
    } else if (root.querySelector("[data-event]")) {
      close();
    }
  });

  // The width decides where labels fit, so the kernel is told when it changes for good.
  let settled;
  const timeline = () => root.querySelector("[data-figure=timeline]");
  const measure = () => [root.clientWidth, timeline()?.clientWidth ?? 0];
  let width = measure();
  const watch = new ResizeObserver(() => {
    const now = measure();
    if (now.every((one, n) => Math.abs(one - width[n]) < 8)) return;
    if (!width[1] && now[1]) paint("timeline"); // it comes back from behind the list
    width = now;
    clearTimeout(settled);
    settled = setTimeout(() => send({ do: "resize", widths: widths() }), 150);
  });
  const widths = () => Object.fromEntries(plots().map((div) => [div.dataset.figure, div.clientWidth]));
  watch.observe(root);
  const watchTimeline = () => timeline() && watch.observe(timeline()); // a new page has a new place
  watchTimeline();

  if (early) {
    for (const [name, { figure }] of relationsPlot.given(root)) figures.set(name, figure);
    plots().forEach((div) => relationsPlot.listen(div, tell(div.dataset.figure)));
    if (!relationsPlot.served()) figures.forEach((_, name) => paint(name)); // plain Voila: nobody has drawn them yet
  }
  // Back and Forward: the browser has gone to another address, and the kernel follows.
  const follow = () => {
    lastMove = -Infinity;
    send({ do: "address", search: location.search });
  };
  if (early) window.addEventListener("popstate", follow);

  performance.mark("relations-widget");
  send({
    do: "hello",
    version: early?.dataset.version ?? null,
    shown: early?.dataset.language ?? null,
    search: early ? location.search : "",
    languages: [...navigator.languages],
    widths: widths(),
  });

  return () => {
    watch.disconnect();
    zoom.stop();
    marks.stop();
    clearTimeout(settled);
    clearTimeout(typing);
    clearTimeout(resting);
    answered("done");
    window.removeEventListener("popstate", follow);
    plots().forEach((div) => window.Plotly?.purge(div));
  };
}

export default { render };
