// Puts new HTML in place of a part of the page: focus, open menus and scroll stay where the reader left them.
const replaceRegion = (region, html) => {
  const active = document.activeElement;
  const inside = active && region.contains(active) ? active : null;
  const kept = inside && { id: inside.id, value: inside.value, at: inside.selectionStart };
  const open = [...region.querySelectorAll("details[open][id]")].map((menu) => menu.id);
  const scrolled = [...region.querySelectorAll("[data-scroll][id]")].map((box) => [box.id, box.scrollTop]);
  region.innerHTML = html;
  open.forEach((id) => region.querySelector(`#${CSS.escape(id)}`)?.setAttribute("open", ""));
  scrolled.forEach(([id, top]) => Object.assign(region.querySelector(`#${CSS.escape(id)}`) ?? {}, { scrollTop: top }));
  const again = kept?.id && region.querySelector(`#${CSS.escape(kept.id)}`);
  if (inside && !again) nearestHeading(region).focus({ preventScroll: true });
  if (again) {
    if (again.matches("input[type=search]")) again.value = kept.value;
    again.focus({ preventScroll: true });
    if (kept.at != null && again.setSelectionRange) again.setSelectionRange(kept.at, kept.at);
  }
};

// What the reader was on is gone: the focus stays in the same part of the page, where a screen reader goes on.
const nearestHeading = (region) => {
  const heading = region.querySelector("h1, h2, h3") ?? region.closest("section")?.querySelector("h2") ?? region;
  if (!heading.hasAttribute("tabindex")) heading.tabIndex = -1;
  return heading;
};
