// The marks of the charts for keyboard and screen reader: one button stands over the mark that was reached; arrow
// keys put it over the next one, Enter does what a click does. Its text is what the pointer is told of the mark.
const chartMarks = (root) => {
  const group = (div) => root.querySelector(`[data-marks="${CSS.escape(div.dataset.figure)}"]`);
  const plotOf = (element) => root.querySelector(`[data-figure="${CSS.escape(element.closest("[data-marks]").dataset.marks)}"]`);
  const TALL = 12; // least pixels of a mark's frame
  const parser = new DOMParser();

  const words = (html) => parser.parseFromString(String(html).replace(/<br\s*\/?>/g, "\n"), "text/html").body.textContent.trim();
  const told = (trace, text) =>
    words((trace.hovertemplate || "%{hovertext}").replace(/<extra>.*$/, "").replace("%{hovertext}", text ?? "").replace("%{text}", text ?? ""));
  const one = (value, n) => (Array.isArray(value) || ArrayBuffer.isView(value) ? value[n] : value);
  const number = (value) => (typeof value === "number" ? value : Date.parse(String(value).replace(" ", "T") + (String(value).length > 10 ? "Z" : "")));

  // The frames of a trace's marks, in pixels from the plot's corner, with what is told of them and what a click tells.
  const marksOf = (div, trace, curve) => {
    const full = div._fullLayout;
    const axis = (name, letter) => full[letter + "axis" + String(name ?? letter).slice(1)];
    const [x, y] = [axis(trace.xaxis, "x"), axis(trace.yaxis, "y")];
    const at = (across, value) => across._offset + (across.type === "date" && typeof value === "number" ? across.c2p(value) : across.d2p(value));
    const box = (x0, x1, y0, y1) => {
      const [left, right, top, bottom] = [Math.min(x0, x1), Math.max(x0, x1), Math.min(y0, y1), Math.max(y0, y1)];
      const inside = right >= x._offset && left <= x._offset + x._length;
      return inside && { left: Math.max(left, x._offset - TALL), right: Math.min(right, x._offset + x._length + TALL), top, bottom };
    };
    const found = [];
    const add = (frame, text, n, more) => {
      const custom = one(trace.customdata, n) ?? null;
      const key = Array.isArray(custom) ? custom[0] : custom;
      if (frame && text) found.push({ ...frame, text, tell: { key, custom, x: null, y: null, label: null, curve, point: n, name: trace.name, ...more } });
    };
    if (trace.type === "heatmap") {
      trace.z.forEach((row, m) =>
        [...row].forEach((z, n) => {
          if (!z) return;
          const [cx, cy] = [at(x, trace.x[n]), at(y, trace.y[m])];
          const [wide, high] = [x._length / trace.x.length / 2, y._length / trace.y.length / 2];
          const text = trace.hovertext?.[m]?.[n] ?? trace.text?.[m]?.[n];
          add(box(cx - wide, cx + wide, cy - high, cy + high), told(trace, text), null, { point: [m, n], x: trace.x[n], y: trace.y[m] });
        }),
      );
      return found;
    }
    const size = trace.type === "bar" ? (trace.x ?? trace.y).length : trace.x.length;
    for (let n = 0; n < size; n += 1) {
      const text = one(trace.hovertext, n);
      if (!text) continue;
      const [vx, vy, base, width] = [one(trace.x, n), one(trace.y, n), one(trace.base, n) ?? 0, one(trace.width, n) ?? 0.8];
      let frame;
      if (trace.type !== "bar") {
        const half = (one(trace.marker?.size, n) ?? 8) / 2;
        const [cx, cy] = [at(x, vx), at(y, vy)];
        frame = box(cx - half, cx + half, cy - half, cy + half);
      } else if (trace.orientation === "h") {
        const from = x.type === "date" ? number(base) : base;
        frame = vx ? box(at(x, from), at(x, from + vx), at(y, vy - width / 2), at(y, vy + width / 2)) : null;
      } else {
        const from = x.type === "date" ? number(vx) : vx;
        const start = trace.offset == null ? from - width / 2 : from + trace.offset;
        frame = vy ? box(at(x, start), at(x, start + width), at(y, base), at(y, base + vy)) : null;
      }
      add(frame, told(trace, text), n, { x: vx, y: vy });
    }
    return found;
  };

  // In the order of time, or from the top where there is none; a mark drawn twice counts once.
  const all = (div) => {
    const figure = div.relationsFigure;
    if (div.relationsMarks?.figure === figure && div.relationsMarks.layout === div._fullLayout) return div.relationsMarks.found;
    const spoken = div._fullData.flatMap((trace, n) => (trace.hoverinfo === "skip" || trace.visible === false ? [] : marksOf(div, trace, n)));
    const seen = new Set();
    const found = spoken.filter(({ tell, text }) => {
      const key = JSON.stringify([tell.key, text, tell.key == null ? [tell.x, tell.y, tell.name] : null]);
      return !seen.has(key) && seen.add(key);
    });
    const rows = figure.layout.xaxis?.type !== "date";
    const middle = ({ left, right }) => (left + right) / 2;
    found.sort((a, b) => (rows ? a.top - b.top || a.left - b.left : middle(a) - middle(b) || a.top - b.top));
    div.relationsMarks = { figure, layout: div._fullLayout, found };
    return found;
  };

  const same = (a, b) => a.text === b.text && a.tell.key === b.tell.key;
  const place = (button, div, mark, n, total) => {
    const turn = getComputedStyle(root).direction;
    const language = root.lang || document.documentElement.lang || undefined;
    const high = Math.max(mark.bottom - mark.top, TALL) + 6;
    const wide = Math.max(mark.right - mark.left, TALL) + 6;
    const [cx, cy] = [(mark.left + mark.right) / 2, (mark.top + mark.bottom) / 2];
    const note = Object.assign(document.createElement("span"), { className: "mark-told", dir: turn });
    note.textContent = `${mark.text}\n${(n + 1).toLocaleString(language)} / ${total.toLocaleString(language)}`;
    note.classList.toggle("above", cy > div.clientHeight * 0.6);
    note.style.setProperty("--shift", `${Math.round((cx / Math.max(div.clientWidth, 1)) * -100)}%`);
    button.replaceChildren(note);
    button.className = "mark";
    Object.assign(button.style, { left: `${cx - wide / 2}px`, top: `${cy - high / 2}px`, width: `${wide}px`, height: `${high}px` });
    button.relationsMark = mark;
  };
  // A new button, so that a screen reader tells what it is when it gets the focus.
  const go = (from, div, n) => {
    const found = all(div);
    if (!found.length) return;
    const at = Math.min(Math.max(n, 0), found.length - 1);
    const button = Object.assign(document.createElement("button"), { type: "button", id: from.id });
    place(button, div, found[at], at, found.length);
    from.after(button);
    button.focus({ preventScroll: true });
    from.remove();
    button.scrollIntoView({ block: "nearest", inline: "nearest" });
  };
  const beside = (found, at, down) => {
    const here = found[at];
    const off = ({ left, right, top }) => Math.abs((left + right) / 2 - (here.left + here.right) / 2) + 3 * Math.abs(top - here.top);
    const there = found.filter(({ top }) => (down ? top > here.top + 4 : top < here.top - 4));
    return there.length ? found.indexOf(there.reduce((a, b) => (off(b) < off(a) ? b : a))) : at;
  };

  const key = (event) => {
    const button = event.target.closest?.("[data-marks] > button");
    if (!button || event.ctrlKey || event.altKey || event.metaKey) return;
    const div = plotOf(button);
    if (!div?.relationsFigure) return;
    const found = all(div);
    const at = button.relationsMark ? found.findIndex((mark) => same(mark, button.relationsMark)) : -1;
    const to = {
      ArrowRight: () => at + 1, ArrowLeft: () => at - 1, PageDown: () => at + 10, PageUp: () => at - 10,
      Home: () => 0, End: () => found.length - 1,
      ArrowDown: () => (at < 0 ? 0 : beside(found, at, true)), ArrowUp: () => (at < 0 ? 0 : beside(found, at, false)),
    }[event.key];
    if (!to) return;
    event.preventDefault();
    go(button, div, to());
  };
  const press = (event) => {
    const button = event.target.closest?.("[data-marks] > button");
    if (!button) return;
    const div = plotOf(button);
    if (button.relationsMark) div.relationsTell?.("click", button.relationsMark.tell);
    else if (div?.relationsFigure) go(button, div, 0);
  };
  root.addEventListener("keydown", key);
  root.addEventListener("click", press);

  return {
    // A chart was drawn anew: the button stays on the same mark, or on one near it.
    drawn: (div) => {
      const button = group(div)?.querySelector("button.mark");
      if (!button?.relationsMark) return;
      const found = all(div);
      const again = found.findIndex((mark) => mark.tell.key != null && mark.tell.key === button.relationsMark.tell.key && mark.tell.name === button.relationsMark.tell.name);
      const at = again >= 0 ? again : found.findIndex((mark) => same(mark, button.relationsMark));
      if (at >= 0) place(button, div, found[at], at, found.length);
      else if (found.length) place(button, div, found[0], 0, found.length);
    },
    stop: () => {
      root.removeEventListener("keydown", key);
      root.removeEventListener("click", press);
    },
  };
};
