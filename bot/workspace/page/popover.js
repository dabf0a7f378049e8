// Menus and pickers that float over the page: one at a time, placed where there is room, closed by Escape or a click away.
import { el, holdFocus } from "./dom.js";

let current = null;

export function closePopover() {
  if (!current) return;
  const { box, away, release, onClose } = current;
  current = null;
  document.removeEventListener("pointerdown", away, true);
  window.removeEventListener("resize", closePopover);
  box.remove();
  release();
  if (onClose) onClose();
}

export const popoverOpen = () => Boolean(current);

/** Shows `content` beside `anchor`. `align`: "start" or "end"; `width`: as wide as the anchor at least. */
export function popover(anchor, content, { label, role = "dialog", align = "start", onClose, className = "" } = {}) {
  closePopover();
  const box = el("div", { class: `popover ${className}`, role, "aria-label": label }, content);
  document.body.append(box);
  place(box, anchor, align);
  const away = (event) => { if (!box.contains(event.target) && !anchor.contains(event.target)) closePopover(); };
  document.addEventListener("pointerdown", away, true);
  window.addEventListener("resize", closePopover);
  box.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    closePopover();
  });
  current = { box, away, release: holdFocus(box), onClose, anchor };
  return box;
}

export function place(box, anchor, align = "start") {
  const at = anchor.getBoundingClientRect();
  const gap = 4;
  Object.assign(box.style, { left: "0", top: "0" }); // measured where it has all the room there is
  box.style.minWidth = `${Math.min(at.width, window.innerWidth - 16)}px`;
  const size = box.getBoundingClientRect();
  let left = align === "end" ? at.right - size.width : at.left;
  left = Math.max(8, Math.min(left, window.innerWidth - size.width - 8));
  const below = window.innerHeight - at.bottom;
  const top = below >= size.height + gap + 8 || below >= at.top ? at.bottom + gap : at.top - size.height - gap;
  box.style.left = `${left}px`;
  box.style.top = `${Math.max(8, Math.min(top, window.innerHeight - size.height - 8))}px`;
}

/** A menu of actions: [{ label, icon, onPick, danger, checked }]; arrow keys move, Enter picks. */
export function menu(anchor, items, { label, align } = {}) {
  const list = el("div", { class: "menu" });
  const box = popover(anchor, list, { label, role: "menu", align });
  for (const item of items) {
    if (item === "-") { list.append(el("div", { class: "menu-rule", role: "separator" })); continue; }
    list.append(el("button", {
      type: "button", role: "menuitem", class: `menu-item${item.danger ? " danger" : ""}`, disabled: item.disabled,
      onClick: () => { closePopover(); item.onPick(); },
    }, item.icon, el("span", { class: "menu-label" }, item.label), item.note && el("span", { class: "menu-note" }, item.note)));
  }
  arrows(list, ".menu-item:not(:disabled)");
  list.querySelector(".menu-item:not(:disabled)")?.focus();
  place(box, anchor, align);
  return box;
}

export function arrows(list, selector) {
  list.addEventListener("keydown", (event) => {
    const stops = [...list.querySelectorAll(selector)];
    const at = stops.indexOf(document.activeElement);
    const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: stops.length - 1 }[event.key];
    if (next === undefined || !stops.length) return;
    event.preventDefault();
    stops[(next + stops.length) % stops.length].focus();
  });
}
