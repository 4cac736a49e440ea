// Draws figures with plotly.js: used by the page before its widget is there, by the page's widget and by the
// chart widget. Plain script, so that it can be served as a file and also be put before a widget's module.
const relationsPlot = window.relationsPlot ?? (() => {
  const PAPER = 640; // width in pixels that A4 leaves for a chart
  const served = () => document.getElementById("relations-library");
  let pending = null;

  // The library: already there, on its way as a static file, or asked from the kernel (JupyterLab, VS Code).
  const library = (ask) => {
    if (window.Plotly) return Promise.resolve(window.Plotly);
    if (!pending && !ask && !served()) return Promise.reject(new Error("plotly.js is not there"));
    pending ??= new Promise((resolve, reject) => {
      const arrive = (script) => {
        script.addEventListener("load", () => resolve(window.Plotly));
        script.addEventListener("error", () => reject(new Error("plotly.js could not be loaded")));
      };
      if (served()) {
        arrive(served());
        // It may have come, or failed to come, before anybody listened: the window is loaded after it.
        const settle = () => (window.Plotly ? resolve(window.Plotly) : reject(new Error("plotly.js could not be loaded")));
        if (window.Plotly || document.readyState === "complete") settle();
        else window.addEventListener("load", settle);
        return;
      }
      ask().then((text) => {
        const script = document.createElement("script");
        arrive(script);
        script.src = URL.createObjectURL(new Blob([text], { type: "text/javascript" }));
        document.head.append(script);
      }, reject);
    });
    return pending;
  };

  // What plotly writes by itself it writes in the language of the page.
  let locales;
  const spoken = () => {
    locales ??= JSON.parse(document.getElementById("relations-first")?.dataset.locales ?? "null");
    const locale = document.documentElement.lang;
    return locales?.[locale] ? { locales: { [locale]: locales[locale] }, locale } : {};
  };

  const config = (figure) => ({
    ...spoken(),
    displaylogo: false,
    displayModeBar: false,
    responsive: false,
    scrollZoom: false,
    doubleClick: false,
    showTips: false,
    ...(figure.config ?? {}),
  });

  // Only what is simple may leave the page: a click says which key it hit, never a DOM node.
  const hit = (point) => ({
    key: Array.isArray(point.customdata) ? point.customdata[0] : (point.customdata ?? null),
    custom: point.customdata ?? null,
    x: point.x ?? null,
    y: point.y ?? null,
    label: point.label ?? null,
    curve: point.curveNumber,
    point: point.pointNumber ?? null,
    name: point.data?.name ?? null,
  });

  // The page follows the system into the dark, in JupyterLab and VS Code their theme, and its charts with it: the page
  // says which colour becomes which. Paper is white.
  const dark = window.matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => {
    const { jpThemeLight: lab, vscodeThemeKind: code } = document.body.dataset;
    if (lab) return lab === "false";
    return code ? /dark/.test(code) : dark.matches && document.body.classList.contains("relations-body");
  };
  let printing = false;
  let shades;
  const night = () => {
    shades ??= JSON.parse(document.getElementById("relations-first")?.dataset.dark ?? "null");
    return isDark() && !printing ? shades : null;
  };
  const shade = (map) => {
    shades = map;
    new MutationObserver(recolour).observe(document.body, { attributeFilter: ["data-jp-theme-light", "data-vscode-theme-kind"] });
    if (isDark()) recolour(); // a chart may be there already
  };
  const UNCOLOURED = new Set(["customdata", "hovertext", "hovertemplate", "text", "ticktext", "x", "y", "z", "base", "meta"]);
  const hex = (red, green, blue) => "#" + [red, green, blue].map((part) => Number(part).toString(16).padStart(2, "0")).join("");
  const recoloured = (value, map) => {
    if (typeof value === "string") {
      if (map[value]) return map[value];
      const parts = /^rgba\((\d+),(\d+),(\d+),([\d.]+)\)$/.exec(value);
      const other = parts && map[hex(parts[1], parts[2], parts[3])];
      if (!other) return value;
      return `rgba(${[1, 3, 5].map((at) => parseInt(other.slice(at, at + 2), 16)).join(",")},${parts[4]})`;
    }
    if (Array.isArray(value)) return value.map((one) => recoloured(one, map));
    if (!value || typeof value !== "object" || ArrayBuffer.isView(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, UNCOLOURED.has(key) ? one : recoloured(one, map)]));
  };
  const coloured = ({ data, layout }) => {
    const map = night();
    // Texts beside marks hold colours too, in annotations; their words do not look like colours.
    return map ? { data: recoloured(data, map), layout: recoloured(layout, map) } : { data, layout };
  };
  const drawnFigures = () => [...document.querySelectorAll(".relations-root [data-drawn]")].filter((div) => div.relationsFigure && div.clientWidth);
  const recolour = () => drawnFigures().forEach((div) => put(div));
  dark.addEventListener("change", recolour);
  window.addEventListener("beforeprint", () => {
    const was = isDark();
    printing = true;
    if (was) recolour();
  });
  window.addEventListener("afterprint", () => {
    printing = false;
    if (isDark()) recolour();
  });

  const listen = (div, tell) => {
    div.relationsTell = tell ?? div.relationsTell;
    if (div.relationsListening || !div.on || !div.relationsTell) return;
    div.relationsListening = true;
    div.on("plotly_click", (event) => event.points?.length && div.relationsTell("click", hit(event.points[0])));
    div.on("plotly_doubleclick", () => div.relationsTell("whole", null));
    div.on("plotly_relayout", (change) => {
      if (div.relationsQuiet) return; // the page itself moves the axis, and tells where it came to rest
      const ranges = Object.entries(change).filter(([key]) => /^[xy]axis\d*\.(range|autorange)/.test(key));
      if (ranges.length) div.relationsTell("relayout", Object.fromEntries(ranges));
    });
  };

  const put = (div) => {
    const figure = div.relationsFigure;
    const { data, layout: asked } = coloured(figure);
    const layout = { ...asked };
    // A figure without a size takes its place's; one laid out for a size keeps its height and is widened a little.
    if (div.clientWidth) layout.width = div.clientWidth;
    if (!layout.height && div.clientHeight > 40) layout.height = div.clientHeight;
    const zoom = String(Math.min(1, PAPER / layout.width));
    if (layout.width && div.style.getPropertyValue("--print-zoom") !== zoom) div.style.setProperty("--print-zoom", zoom);
    // On a telephone the place is as high as its chart: other lanes need another height.
    const tall = div.style.getPropertyValue("--tall");
    if (tall && layout.height && tall !== `${layout.height}px`) div.style.setProperty("--tall", `${layout.height}px`);
    return window.Plotly.react(div, data, layout, config(figure));
  };

  const draw = async (div, figure, { ask, tell } = {}) => {
    await library(ask);
    div.relationsFigure = figure;
    await put(div);
    listen(div, tell);
    div.dataset.drawn = "true";
    performance.mark("relations-chart-" + (div.dataset.figure ?? "alone"));
    return div;
  };

  // Saves a figure, drawn off the page at its own size; PNG with two pixels for one.
  const image = async (figure, format, filename, { ask } = {}) => {
    const Plotly = await library(ask);
    const { width, height } = figure.layout;
    const { data, layout } = figure;
    await Plotly.downloadImage({ data, layout, config: config(figure) }, { format, filename, width, height, scale: format === "svg" ? 1 : 2 });
  };

  // The first view comes in every language; the reader's own is shown, the others are dropped.
  const choose = (root) => {
    const views = [...root.querySelectorAll(":scope > template")];
    if (!views.length) return;
    const asked = [new URLSearchParams(location.search).get("lang"), ...navigator.languages.map((tag) => tag.split("-")[0])];
    const code = asked.find((one) => views.some((view) => view.dataset.language === one));
    const view = views.find((one) => one.dataset.language === code) ?? views[0];
    const { language, direction, title } = view.dataset;
    root.replaceChildren(view.content.cloneNode(true));
    Object.assign(document.documentElement, { lang: language, dir: direction });
    root.dataset.language = language;
    document.title = title;
  };

  // Each figure is laid out for a wide and for a narrow screen; the one nearer to the timeline's width is drawn
  // until the kernel knows the real widths.
  const given = (root) => {
    const sources = [...root.querySelectorAll("script[data-for-figure]")];
    const wanted = (root.querySelector("[data-figure=timeline]") ?? root.querySelector("[data-figure]"))?.clientWidth ?? 0;
    const off = (source) => Math.abs(Number(source.dataset.width) - wanted);
    const least = Math.min(...sources.map(off));
    return new Map(
      sources
        .filter((source) => off(source) === least)
        .map(({ dataset: { forFigure: name }, textContent }) => [
          name,
          { div: root.querySelector(`[data-figure="${CSS.escape(name)}"]`), figure: JSON.parse(textContent) },
        ]),
    );
  };

  // What was drawn is on the screen once the task after the next frame runs; a page in the background has no frames.
  const onScreen = () => new Promise((resolve) => (document.hidden ? resolve() : requestAnimationFrame(() => setTimeout(resolve))));

  // The browser paints between one chart and the next, so the first is seen before the last is drawn.
  const first = async () => {
    const root = document.getElementById("relations-first");
    if (!root) return;
    choose(root);
    if (!served() && !window.Plotly) return; // plain Voila: the page's widget asks the kernel, then draws
    for (const { div, figure } of given(root).values()) {
      if (div.dataset.drawn) continue;
      await draw(div, figure).catch(console.error);
      await onScreen();
      if (!started) await onScreen(); // a frame is seen when the next begins
      start();
    }
  };

  // Voila's program takes longer than a chart: it starts when the first chart is on the screen. It waits for the
  // window to be loaded, which may be over by then.
  let started = false;
  const start = () => {
    started = true;
    const program = document.querySelector("script[data-program]");
    if (!program) return;
    const script = Object.assign(document.createElement("script"), { src: program.dataset.program });
    program.remove();
    const listen = window.addEventListener;
    window.addEventListener = (kind, then, ...more) => {
      if (kind === "load" && document.readyState === "complete") setTimeout(then);
      else listen.call(window, kind, then, ...more);
    };
    document.body.append(script);
  };

  return { library, served, draw, image, first, given, listen, onScreen, start, shade };
})();
if (!window.relationsPlot) {
  window.relationsPlot = relationsPlot;
  window.voila_heartbeat = () => {}; // Voila calls it while a kernel starts slowly
  relationsPlot.first().catch(console.error).finally(relationsPlot.start);
}
