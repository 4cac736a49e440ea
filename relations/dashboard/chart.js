// The chart widget: draws the figure that the kernel sends, tells the kernel what was clicked.
function render({ model, el }) {
  const div = document.createElement("div");
  div.style.height = `${model.get("height")}px`;
  el.append(div);
  let arrived;
  const ask = () =>
    new Promise((resolve) => {
      arrived = resolve;
      model.send({ do: "library" });
    });
  const tell = (what, value) => model.send({ do: what, value });
  const draw = () => relationsPlot.draw(div, JSON.parse(model.get("figure")), { ask, tell }).catch(console.error);
  model.on("msg:custom", (content, buffers) => {
    if (content.what === "library") arrived?.(new TextDecoder().decode(buffers[0]));
  });
  model.on("change:figure", draw);
  // A notebook lays its cells out after the widget is made; draw when the place has a width.
  const watch = new ResizeObserver(() => div.clientWidth && draw());
  watch.observe(div);
  return () => {
    watch.disconnect();
    window.Plotly?.purge(div);
  };
}

export default { render };
