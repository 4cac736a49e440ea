// Put into every page before its own scripts: notes when what is painted, and times a change until charts stand still.
window.times = { shift: 0, longest: 0, chart: null, voila: null };
new PerformanceObserver((list) => {
  for (const one of list.getEntries()) if (!one.hadRecentInput) times.shift += one.value;
}).observe({ type: "layout-shift", buffered: true });
new PerformanceObserver((list) => {
  for (const one of list.getEntries()) times.longest = Math.max(times.longest, one.duration);
}).observe({ type: "longtask", buffered: true });

// A frame is on the screen once the next task runs after it.
const painted = (then) => requestAnimationFrame(() => setTimeout(() => then(performance.now())));
(function look() {
  if (times.chart === null && performance.getEntriesByName("relations-chart-timeline").length) painted((at) => (times.chart ??= at));
  const cells = document.getElementById("rendered_cells");
  if (times.voila === null && cells && cells.style.display !== "none") painted((at) => (times.voila ??= at));
  if (times.chart === null && times.voila === null) requestAnimationFrame(look);
})();

// Milliseconds from a change by hand until the frame after the last chart was drawn: no chart follows within `quiet`.
window.timeChange = (id, value, quiet) =>
  new Promise((resolve) => {
    let last = null;
    for (const div of document.querySelectorAll("[data-figure]")) {
      if (!div.on || div.timed) continue;
      div.timed = true;
      div.on("plotly_afterplot", () => window.drawn?.());
    }
    window.drawn = () => painted((at) => (last = at));
    const begin = performance.now();
    const field = document.getElementById(id);
    if (value === null) field.click();
    else {
      field.value = value;
      field.dispatchEvent(new Event("change", { bubbles: true }));
    }
    const wait = setInterval(() => {
      const now = performance.now();
      if (last !== null ? now - last < quiet : now - begin < 120000) return;
      clearInterval(wait);
      window.drawn = null;
      resolve(last === null ? null : last - begin);
    }, 20);
  });
