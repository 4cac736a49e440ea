// Filters the document and draws its two charts. Everything that is text stands in the document already, escaped;
// what is drawn here is set as text, never as markup.
(() => {
  const told = JSON.parse(document.getElementById("data").textContent);
  const form = document.getElementById("filters");
  const number = new Intl.NumberFormat(told.language);
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const printing = matchMedia("print");
  const DAY = 86400000;
  const days = (text) => Date.parse(`${text}T00:00:00Z`) / DAY;
  const byId = new Map(told.events.map((event) => [event.id, event]));
  const texts = new Map();
  for (const entry of document.querySelectorAll("article[data-event]")) {
    texts.set(entry.dataset.event, entry.textContent.normalize("NFKC").toLowerCase());
  }
  for (const event of told.events) {
    event.start = event.from ? days(event.from) : null;
    event.end = event.to ? days(event.to) + 1 : null;
  }

  const svg = (name, attributes, ...children) => {
    const element = document.createElementNS("http://www.w3.org/2000/svg", name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.append(...children);
    return element;
  };
  const pen = document.createElement("canvas").getContext("2d");
  const wide = (text) => pen.measureText(text).width;

  const chosen = () => {
    const values = new FormData(form);
    const year = (name) => (/^\d{1,4}$/.test(values.get(name)) ? Number(values.get(name)) : null);
    return {
      since: year("since"), until: year("until"),
      text: values.get("text").normalize("NFKC").toLowerCase().split(/\s+/).filter(Boolean),
      sets: ["type", "sector", "language", "status"].map((name) => [name, new Set(values.getAll(name))]),
    };
  };
  const matches = (event, want) =>
    want.sets.every(([name, set]) => !set.size || event[name].some((one) => set.has(one))) &&
    (want.since == null || (event.to ? Number(event.to.slice(0, 4)) >= want.since : event.from != null)) &&
    (want.until == null || (event.from ? Number(event.from.slice(0, 4)) <= want.until : event.to != null)) &&
    want.text.every((word) => texts.get(event.id)?.includes(word));

  // A lane a kind of event; a bar from the earliest to the latest day a date can mean. Marks that would touch go to
  // another row while there is one, labels too; where rows are used up, labels that marks would touch are left out.
  const rowHeight = () => (printing.matches ? 13 : 18); // printed, the timeline is to stand whole below the head of its page
  const ROWS = 9;
  const LONGEST_LABEL = 260;
  const PRINTED = 900; // across an A4 page, whatever the window's width: words stay large enough to be read
  const turned = document.documentElement.dir === "rtl";
  const isolated = (text) => (turned ? `\u2067${text}\u2069` : text);
  const fitted = (text) => {
    let label = text;
    while (label.length > 3 && wide(label) > LONGEST_LABEL) label = `${label.slice(0, -2).trimEnd()}…`;
    return label;
  };
  // A label stands to the right of its mark, or else to its left; it covers no other and not the line of today.
  const labelOf = (placed, n, taken, room, now) => {
    const { from, to, label } = placed[n];
    const long = wide(label);
    const apart = (left) => left >= now + 3 || left + long <= now - 3;
    const right = to + 5;
    if (taken <= to && right + long <= Math.min(placed[n + 1]?.from ?? Infinity, room[1]) - 6 && apart(right)) return right;
    const left = from - 5 - long;
    const before = Math.max(room[0], ...placed.slice(0, n).map((one) => Math.max(one.to, one.said ?? 0) + 6));
    return taken <= to && left >= before && apart(left) ? left : null;
  };
  const laneOf = (lane, own, x, first, last, room, now, begin) => {
    const colour = dark.matches && !printing.matches ? lane.dark : lane.light;
    const rows = [];
    for (const event of own.sort((a, b) => (a.start ?? first) - (b.start ?? first))) {
      const from = x(event.start ?? first);
      const to = Math.max(from + 9, x(event.end ?? last));
      const label = fitted(event.label);
      const free = (end) => rows.findIndex((placed) => placed.at(-1)[end] <= from - 3);
      let row = free("reserved");
      if (row < 0 && rows.length < ROWS) row = rows.push([]) - 1;
      if (row < 0) row = free("to"); // the label before it gives way
      if (row < 0) row = rows.reduce((best, placed, n) => (placed.at(-1).to < rows[best].at(-1).to ? n : best), 0);
      rows[row].push({ event, from, to, label, reserved: to + 8 + wide(label) });
    }
    const high = rowHeight();
    const marks = rows.flatMap((placed, row) =>
      placed.map(({ event, from, to, label }, n) => {
        const y = begin + row * high;
        const shape = svg("rect", {
          x: from, y: y + 3, width: to - from, height: 11, rx: 5.5, stroke: colour, "stroke-width": 1.5,
          fill: event.planned || event.cancelled ? "none" : colour, "fill-opacity": event.rough ? 0.45 : 1,
        });
        const cross = event.cancelled ? [svg("path", { d: `M${(from + to) / 2 - 4} ${y + 4}l8 9m0-9l-8 9`, stroke: colour, "stroke-width": 1.5 })] : [];
        if (event.rough) shape.setAttribute("stroke-dasharray", "3 2");
        const words = `${event.when}. ${event.label}${event.planned ? `. ${told.words.planned}` : ""}${event.cancelled ? `. ${told.words.cancelled}` : ""}`;
        const mark = svg("a", { href: `#${event.id}`, tabindex: 0, "aria-label": words }, svg("title", {}, words), shape, ...cross);
        const at = labelOf(placed, n, Math.max(...placed.slice(0, n + 1).map((one) => one.to)), room, now);
        if (at != null) {
          placed[n].said = at + wide(label);
          mark.append(svg("text", { x: at, y: y + 13 }, isolated(label)));
        }
        return mark;
      }),
    );
    return { marks, rows: Math.max(1, rows.length) };
  };

  const timeline = (events) => {
    const place = document.getElementById("timeline");
    const width = printing.matches ? PRINTED : Math.max(320, place.clientWidth);
    pen.font = `12px ${getComputedStyle(place).fontFamily}`;
    const dated = events.filter((event) => event.start != null || event.end != null);
    const undated = document.getElementById("undated");
    undated.hidden = dated.length === events.length;
    undated.textContent = told.words.undated.replace("{n}", number.format(events.length - dated.length));
    const now = days(told.today);
    const known = dated.flatMap((event) => [event.start, event.end]).filter((day) => day != null);
    if (!known.length) return place.replaceChildren();
    const first = Math.min(...known, now) - 200;
    const last = Math.max(...known, now) + 200;
    // The names of lanes stand where a line of the reader's language begins; time runs from left to right for all.
    const side = width < 560 ? 0 : Math.min(width * 0.2, Math.max(...told.lanes.map((lane) => wide(lane.label))) + 14);
    const room = turned ? [8, width - side] : [side, width - 8];
    const x = (day) => room[0] + ((day - first) / (last - first)) * (room[1] - room[0]);
    const inside = (at, text) => Math.min(Math.max(at, room[0] + wide(text) / 2), room[1] - wide(text) / 2);
    const marks = [];
    let top = 24;
    for (const lane of told.lanes) {
      const own = dated.filter((event) => event.lane === lane.code);
      if (!own.length) continue;
      const at = side ? (turned ? room[1] + 8 : room[0] - 8) : turned ? width : 0;
      const name = svg("text", { x: at, y: top + 13, "text-anchor": Boolean(side) === turned ? "start" : "end", class: "axis lane" }, isolated(lane.label));
      marks.push(svg("line", { x1: 0, x2: width, y1: top - 3, y2: top - 3 }), name);
      const begin = side ? top : top + rowHeight();
      const laid = laneOf(lane, own, x, first, last, room, x(now), begin);
      marks.push(...laid.marks);
      top = begin + laid.rows * rowHeight() + 8;
    }
    const years = [new Date(first * DAY).getUTCFullYear() + 1, new Date(last * DAY).getUTCFullYear()];
    const step = [1, 2, 5, 10, 20, 50].find((n) => ((years[1] - years[0]) / n) * 44 < room[1] - room[0]) ?? 100;
    const axis = [];
    for (let year = Math.ceil(years[0] / step) * step; year <= years[1]; year += step) {
      const at = x(days(`${String(year).padStart(4, "0")}-01-01`));
      const word = svg("text", { x: inside(at, String(year)), y: top + 14, "text-anchor": "middle", class: "axis" }, String(year));
      axis.push(svg("line", { x1: at, x2: at, y1: 18, y2: top }), word);
    }
    const today = svg("text", { x: inside(x(now), told.words.today), y: 12, "text-anchor": "middle", class: "today" }, isolated(told.words.today));
    const line = svg("line", { x1: x(now), x2: x(now), y1: 18, y2: top, class: "now" });
    place.replaceChildren(svg("svg", { viewBox: `0 0 ${width} ${top + 20}`, height: top + 20, role: "group" }, ...axis, line, today, ...marks));
  };

  const sectors = (events) => {
    const place = document.getElementById("sectors");
    const counted = Object.entries(told.sectors)
      .map(([code, label]) => {
        const own = events.filter((event) => event.sector.includes(code) && !event.cancelled); // what came to nothing counts nowhere
        return { label, n: own.length, planned: own.filter((event) => event.planned).length };
      })
      .filter((one) => one.n)
      .sort((a, b) => b.n - a.n || a.label.localeCompare(b.label, told.language));
    place.closest("section").hidden = !counted.length;
    const most = Math.max(1, ...counted.map((one) => one.n));
    place.replaceChildren(
      ...counted.map((one) => {
        const row = document.createElement("div");
        const name = Object.assign(document.createElement("span"), { textContent: one.label });
        const share = (n) => (n / most) * 100;
        const happened = one.n - one.planned;
        const bar = (from, n, fill) =>
          svg("rect", { x: `${turned ? 100 - share(from + n) : share(from)}%`, y: 1, width: `${share(n)}%`, height: 14, fill, stroke: "var(--blue)" });
        const drawn = svg("svg", { "aria-hidden": "true" }, bar(0, happened, "var(--blue)"), bar(happened, one.planned, "none"));
        const count = Object.assign(document.createElement("b"), { textContent: number.format(one.n) });
        row.title = `${told.words.happened}: ${number.format(happened)}, ${told.words.planned}: ${number.format(one.planned)}`;
        row.append(name, drawn, count);
        return row;
      }),
    );
  };

  const apply = () => {
    const want = chosen();
    const shown = told.events.filter((event) => matches(event, want));
    const ids = new Set(shown.map((event) => event.id));
    document.querySelectorAll("[data-event]").forEach((element) => (element.hidden = !ids.has(element.dataset.event)));
    document.getElementById("none").hidden = shown.length > 0;
    document.querySelector("section.commitments").hidden = !document.querySelector("tr[data-event]:not([hidden])");
    document.getElementById("shown").textContent = told.words.shown.replace("{n}", number.format(shown.length));
    form.querySelectorAll("details").forEach((menu) => menu.classList.toggle("chosen", Boolean(menu.querySelector(":checked"))));
    const on = document.activeElement?.closest?.("#timeline a")?.getAttribute("href");
    timeline(shown);
    sectors(shown);
    if (on) [...document.querySelectorAll("#timeline a")].find((mark) => mark.getAttribute("href") === on)?.focus();
  };

  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", apply);
  form.addEventListener("reset", () => setTimeout(apply));
  document.addEventListener("click", ({ target }) => {
    form.querySelectorAll("details[open]").forEach((menu) => menu.contains(target) || (menu.open = false));
  });
  document.addEventListener("keydown", ({ key }) => {
    if (key === "Escape") form.querySelectorAll("details[open]").forEach((menu) => ((menu.open = false), menu.querySelector("summary").focus()));
  });
  const goTo = () => {
    const entry = byId.has(location.hash.slice(1)) && document.getElementById(location.hash.slice(1));
    if (!entry) return;
    entry.querySelector("details").open = true;
    entry.focus();
  };
  addEventListener("hashchange", goTo);
  addEventListener("beforeprint", () => document.querySelectorAll("article details").forEach((one) => (one.open = true)));
  dark.addEventListener("change", apply);
  printing.addEventListener("change", apply);
  document.fonts.ready.then(apply); // labels are measured in the font that they are set in
  // Laid out anew only for another width: a chart that is drawn again for nothing loses the focus of its reader.
  let settled;
  let width = document.getElementById("timeline").clientWidth;
  new ResizeObserver(([{ target }]) => {
    if (target.clientWidth === width) return;
    width = target.clientWidth;
    clearTimeout(settled);
    settled = setTimeout(apply, 100);
  }).observe(document.getElementById("timeline"));
  apply();
  goTo();
})();
