// In a PDF a browser turns every mark that is filled with a pattern into a picture of a hundred kilobytes. What a pattern
// repeats is therefore drawn as shapes, cut to the mark; only where the chart goes to a PDF, which gets it as an address.
(() => {
  const ADDRESS = /^data:image\/svg\+xml[^,]*,/;
  const SVG = "http://www.w3.org/2000/svg";
  const made = (name, attributes) => {
    const element = document.createElementNS(SVG, name);
    for (const [key, value] of Object.entries(attributes)) if (value != null) element.setAttribute(key, value);
    return element;
  };
  const size = (element, name) => parseFloat(element.getAttribute(name));
  // Plotly's patterns are circles, and paths of M and L, which name a place, and small letters, which move on.
  const outline = (shape) => {
    if (shape.tagName !== "circle") return shape.getAttribute("d");
    const [x, y, r] = ["cx", "cy", "r"].map((name) => size(shape, name));
    return `M${x - r},${y}a${r},${r} 0 1,0 ${2 * r},0a${r},${r} 0 1,0 ${-2 * r},0`;
  };
  const moved = (path, x, y) =>
    path.replace(/([ML])\s*(-?[\d.e-]+)[\s,]+(-?[\d.e-]+)/g, (_, letter, left, top) => `${letter}${(+left + x).toFixed(2)},${(+top + y).toFixed(2)}`);
  // Where a mark lies: that of many pieces, far from each other, has much between them.
  const pieces = (mark) =>
    (mark.getAttribute("d") ?? "").split(/(?=M)/).filter(Boolean).map((d) => {
      const piece = mark.parentNode.appendChild(made("path", { d }));
      const box = piece.getBBox();
      piece.remove();
      return box;
    });
  const tiles = (boxes, wide, high) => {
    const found = new Map();
    for (const box of boxes) {
      for (let x = Math.floor(box.x / wide); x * wide < box.x + box.width; x++) {
        for (let y = Math.floor(box.y / high); y * high < box.y + box.height; y++) found.set(`${x} ${y}`, [x * wide, y * high]);
      }
    }
    return [...found.values()];
  };
  const repeated = (shape, places) => {
    const path = outline(shape);
    const drawn = places.map(([x, y]) => moved(path, x, y));
    const [fill, stroke, broad, sheer] = ["fill", "stroke", "stroke-width", "opacity"].map((name) => shape.getAttribute(name));
    // The opacity of a whole shape would be a layer of its own, and that a picture again.
    return made("path", { d: drawn.join(""), fill: fill ?? "none", stroke, "stroke-width": broad, "fill-opacity": sheer, "stroke-opacity": sheer });
  };
  const draw = (mark, pattern, name) => {
    const ground = pattern.querySelector("rect");
    const clip = made("clipPath", { id: name });
    const edge = mark.cloneNode(true);
    edge.removeAttribute("style");
    clip.append(edge);
    const group = made("g", { "clip-path": `url(#${name})`, opacity: mark.style.opacity || null });
    const places = tiles(pieces(mark), size(pattern, "width"), size(pattern, "height"));
    for (const shape of pattern.querySelectorAll("path, circle")) group.append(repeated(shape, places));
    mark.style.fill = ground ? ground.getAttribute("fill") : "none";
    mark.style.fillOpacity = ground?.getAttribute("fill-opacity") ?? 1;
    mark.after(clip, group);
  };
  const hatched = (address) => {
    const [head] = ADDRESS.exec(address) ?? [];
    if (!head || head.includes("base64")) return address;
    const text = decodeURIComponent(address.slice(head.length));
    const svg = document.importNode(new DOMParser().parseFromString(text, "image/svg+xml").documentElement, true);
    document.body.append(svg); // what is not on a page has no extent
    [...svg.querySelectorAll("[style*='url(']")].forEach((mark, n) => {
      const name = /#([^"')]+)/.exec(mark.style.fill)?.[1];
      const pattern = name && svg.querySelector(`pattern[id="${CSS.escape(name)}"]`);
      if (pattern) draw(mark, pattern, `hatch-${n}`);
    });
    svg.remove();
    return head + encodeURIComponent(new XMLSerializer().serializeToString(svg));
  };
  const toImage = Plotly.toImage;
  Plotly.toImage = (...given) => toImage(...given).then(hatched);
})();
