// Draws figures with plotly.js: used by the page before its widget is there, by the page's widget and by the
// chart widget. Plain script, so that it can be served as a file and also be put before a widget's module.
const relationsPlot = window.relationsPlot ?? (() => {
  let pending = null;

  // The library: already there, on its way as a static file, or asked from the kernel (JupyterLab, VS Code).
  const library = (ask) => {
    if (window.Plotly) return Promise.resolve(window.Plotly);
    pending ??= new Promise((resolve, reject) => {
      const arrive = (script) => {
        script.addEventListener("load", () => resolve(window.Plotly));
        script.addEventListener("error", () => reject(new Error("plotly.js could not be loaded")));
      };
      const served = document.getElementById("relations-library");
      if (served) {
        arrive(served);
        if (window.Plotly) resolve(window.Plotly);
        return;
      }
      if (!ask) return reject(new Error("plotly.js is not there"));
      ask().then((text) => {
        const script = document.createElement("script");
        arrive(script);
        script.src = URL.createObjectURL(new Blob([text], { type: "text/javascript" }));
        document.head.append(script);
      }, reject);
    });
    return pending;
  };

  const config = (figure) => ({
    displaylogo: false,
    displayModeBar: false,
    responsive: false,
    scrollZoom: false,
    doubleClick: "reset",
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

  const listen = (div, tell) => {
    div.relationsTell = tell ?? div.relationsTell;
    if (div.relationsListening || !div.on || !div.relationsTell) return;
    div.relationsListening = true;
    div.on("plotly_click", (event) => event.points?.length && div.relationsTell("click", hit(event.points[0])));
    div.on("plotly_relayout", (change) => {
      const ranges = Object.entries(change).filter(([key]) => /^[xy]axis\d*\.(range|autorange)/.test(key));
      if (ranges.length) div.relationsTell("relayout", Object.fromEntries(ranges));
    });
  };

  const draw = async (div, figure, { ask, tell } = {}) => {
    const Plotly = await library(ask);
    div.relationsFigure = figure;
    const layout = { ...figure.layout };
    if (!layout.width) layout.width = div.clientWidth || undefined;
    if (div.clientHeight > 40 && !layout.height) layout.height = div.clientHeight;
    await Plotly.react(div, figure.data, layout, config(figure));
    listen(div, tell);
    div.dataset.drawn = "true";
    performance.mark("relations-chart-" + (div.dataset.figure ?? "alone"));
    return div;
  };

  const image = async (div, format, filename, scale = 2) => {
    const Plotly = await library();
    const { width, height } = div.getBoundingClientRect();
    await Plotly.downloadImage(div, { format, filename, width, height, scale: format === "svg" ? 1 : scale });
  };

  const first = () => {
    for (const source of document.querySelectorAll("script[data-for-figure]")) {
      const div = source.ownerDocument.querySelector(`[data-figure="${source.dataset.forFigure}"]`);
      if (div && !div.dataset.drawn) draw(div, JSON.parse(source.textContent));
    }
  };

  return { library, draw, image, first, listen };
})();
if (!window.relationsPlot) {
  window.relationsPlot = relationsPlot;
  relationsPlot.first();
}
