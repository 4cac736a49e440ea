// Zooming the timeline: the strip of the whole span with its frame, wheel and fingers on the chart. The axis moves
// with the hand at once; where it comes to rest is told to the kernel, which lays the marks out for exactly these days.
const timelineZoom = (root, send) => {
  const DAY = 864e5;
  const PATIENCE = 10000; // milliseconds that an answer is waited for
  const strip = () => root.querySelector("[data-strip]");
  const plot = () => root.querySelector("[data-figure=timeline]");
  const clamp = (value, low, high) => Math.min(Math.max(value, low), high);
  let resting, frame;
  // What the hand wants, in days since 1970, until the kernel has shown it: an answer to an earlier rest of the hand may
  // arrive while the hand moves on, and must not throw it back.
  let wanted = null;
  let until = Infinity;
  // One question at a time: a slow kernel is asked for where the hand is then, not for every stop on its way.
  let asked = -Infinity;
  let again = false;

  // Everything is counted in whole days from the begin of the span, so that nothing jumps when the kernel answers.
  const state = () => {
    const { first, days, least, from, to } = strip().dataset;
    return { origin: Date.parse(first) / DAY, days: +days, least: Math.min(+least, +days), from: +from, to: +to };
  };
  const written = (origin, day) => new Date((origin + day) * DAY).toISOString().slice(0, 10);

  const inside = ([from, to], { days, least }) => {
    const wide = clamp(Math.round(to - from), least, days);
    const start = clamp(Math.round(from), 0, days - wide);
    return [start, start + wide];
  };

  const place = (from, to, days) => {
    const box = strip();
    Object.assign(box.dataset, { from, to });
    box.style.setProperty("--from", from / days);
    box.style.setProperty("--to", to / days);
  };

  const show = (stretch, wait = 160) => {
    const now = state();
    const [from, to] = inside(stretch, now);
    if (from === now.from && to === now.to) return;
    place(from, to, now.days);
    wanted = [now.origin + from, now.origin + to];
    until = Infinity;
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(() => move([from, to], now));
    clearTimeout(resting);
    if (wait != null) resting = setTimeout(() => rest(), wait);
  };
  const rest = () => {
    clearTimeout(resting);
    resting = null;
    if (!strip()) return;
    const now = performance.now();
    until = now + PATIENCE;
    again = now - asked < PATIENCE;
    if (again) return;
    asked = now;
    const { origin, from, to } = state();
    send({ do: "window", first: written(origin, from), last: written(origin, to - 1) });
  };
  const move = async ([from, to], { origin }) => {
    const div = plot();
    if (!div?.dataset.drawn || !div.clientWidth || !window.Plotly) return;
    div.relationsQuiet = (div.relationsQuiet ?? 0) + 1;
    try {
      await window.Plotly.relayout(div, { "xaxis.range": [written(origin, from), written(origin, to)] });
    } catch {
      // nothing is drawn that could move: the kernel's answer shows where the strip came to rest
    } finally {
      div.relationsQuiet -= 1;
    }
  };

  const zoom = (share, factor) => {
    const { from, to } = state();
    const at = from + share * (to - from);
    show([at - (at - from) * factor, at + (to - at) * factor]);
  };
  const pan = (share) => {
    const { from, to } = state();
    const by = Math.round(share * (to - from));
    show([from + by, to + by]);
  };
  // Where a pointer stands along the strip, or along the time axis of the chart, 0 to 1.
  const along = (x) => {
    const box = strip().getBoundingClientRect();
    return clamp((x - box.left) / box.width, 0, 1);
  };
  const across = (x) => {
    const { layout } = plot().relationsFigure;
    const box = plot().getBoundingClientRect();
    const { l = 0, r = 0 } = layout.margin ?? {};
    const [begin, end] = layout.xaxis?.domain ?? [0, 1];
    const wide = box.width - l - r;
    return clamp((x - box.left - l - begin * wide) / ((end - begin) * wide), 0, 1);
  };
  const on = (target) =>
    !strip() ? null : target.closest?.("[data-strip]") ? "strip" : target.closest?.("[data-figure=timeline]") && plot().relationsFigure ? "chart" : null;

  const wheel = (event) => {
    const place = on(event.target);
    if (!place) return;
    const sideways = Math.abs(event.deltaX) > Math.abs(event.deltaY) || event.shiftKey;
    const { from, to, days } = state();
    if (sideways && to - from < days) {
      event.preventDefault();
      pan((event.deltaX || event.deltaY) / plot().clientWidth || 0);
    } else if (!sideways && (place === "strip" || event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      const at = place === "chart" ? across(event.clientX) : clamp((along(event.clientX) * days - from) / (to - from), 0, 1);
      zoom(at, Math.exp(clamp(event.deltaY, -60, 60) / 200));
    }
  };

  // One hand: an end, the middle or a new stretch on the strip.
  let held = null;
  const press = (event) => {
    if (on(event.target) !== "strip" || event.button) return;
    const now = state();
    const whole = now.to - now.from === now.days;
    const handle = event.target.dataset.handle;
    held = { id: event.pointerId, what: handle === "move" && whole ? "new" : (handle ?? "new"), at: along(event.clientX), ...now, moved: false };
    try {
      root.setPointerCapture(event.pointerId);
    } catch {} // the pointer is gone already
    if (handle && handle !== "move") event.target.focus({ preventScroll: true });
    event.preventDefault();
  };
  const drag = (event) => {
    if (held?.id !== event.pointerId || !strip()) return;
    const day = along(event.clientX) * held.days;
    const start = held.at * held.days;
    if (Math.abs(day - start) * strip().clientWidth > 4 * held.days) held.moved = true;
    if (!held.moved) return;
    const stretch = {
      first: [Math.min(day, held.to - held.least), held.to],
      last: [held.from, Math.max(day, held.from + held.least)],
      move: [held.from + day - start, held.to + day - start],
      new: [Math.min(start, day), Math.max(start, day)],
    }[held.what];
    show(stretch, null);
  };
  const release = (event) => {
    if (held?.id !== event.pointerId) return;
    const { what, moved, at, days, from, to } = held;
    held = null;
    if (moved) rest();
    else if (what === "new" && to - from < days) show([at * days - (to - from) / 2, at * days + (to - from) / 2], 0);
  };

  // Two fingers on the chart: the days under them stay under them. One finger, once zoomed in: the chart follows.
  const fingers = new Map();
  let grip = null;
  const grasp = () => {
    const { from, to } = state();
    const day = (x) => from + across(x) * (to - from);
    grip = [...fingers.values()].map((x) => ({ day: day(x), x }));
  };
  const touch = (event) => {
    if (event.pointerType !== "touch" || on(event.target) !== "chart") return;
    fingers.set(event.pointerId, event.clientX);
    if (fingers.size <= 2) grasp();
  };
  const slide = (event) => {
    if (!fingers.has(event.pointerId) || !grip) return;
    fingers.set(event.pointerId, event.clientX);
    const { from, to, days } = state();
    const [a, b] = [...fingers.values()].map(across);
    if (fingers.size === 2 && Math.abs(a - b) > 0.02) {
      const wide = (grip[1].day - grip[0].day) / (b - a);
      if (wide > 0) show([grip[0].day - a * wide, grip[0].day - a * wide + wide]);
    } else if (fingers.size === 1 && to - from < days && Math.abs(event.clientX - grip[0].x) > 8) {
      const start = grip[0].day - a * (to - from);
      show([start, start + to - from]);
    }
  };
  const lift = (event) => {
    if (fingers.delete(event.pointerId)) fingers.size ? grasp() : (grip = null);
  };

  const STEPS = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -10, PageUp: 10, Home: -Infinity, End: Infinity };
  const key = (event) => {
    const handle = event.target.closest?.("[role=slider][data-handle]");
    const steps = STEPS[event.key];
    if (!handle || !strip() || steps == null || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    const { from, to, days, least } = state();
    const by = steps * (event.shiftKey ? 1 : Math.max(1, Math.round(days / 150)));
    if (handle.dataset.handle === "first") show([clamp(from + by, 0, to - least), to]);
    else show([from, clamp(to + by, from + least, days)]);
  };

  const heard = [
    ["wheel", wheel, { passive: false }],
    ["pointerdown", press], ["pointermove", drag], ["pointerup", release], ["pointercancel", release],
    ["pointerdown", touch, true], ["pointermove", slide, true], ["pointerup", lift, true], ["pointercancel", lift, true],
    ["keydown", key],
  ];
  heard.forEach(([name, listen, how]) => root.addEventListener(name, listen, how));
  return {
    // Says, after the page has taken an answer of the kernel's, whether the hand has gone on since.
    ahead: () => {
      asked = -Infinity;
      if (!wanted || !strip()) return false;
      const { origin, from, to, days } = state();
      const reached = origin + from === wanted[0] && origin + to === wanted[1];
      if (reached || performance.now() > until) {
        again = false;
        if (until !== Infinity) wanted = null;
        return false;
      }
      place(wanted[0] - origin, wanted[1] - origin, days);
      if (again) rest();
      return true;
    },
    // The reader does something else: what the hand left is told first, and no longer waited for.
    leave: () => {
      asked = -Infinity;
      if (resting || again) rest();
      again = false;
      wanted = null;
    },
    stop: () => {
      clearTimeout(resting);
      cancelAnimationFrame(frame);
      heard.forEach(([name, listen, how]) => root.removeEventListener(name, listen, how));
    },
  };
};
