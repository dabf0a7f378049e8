// Builds the DOM without ever parsing a string as HTML: what people and apps wrote only ever becomes text nodes.

const SVG = "http://www.w3.org/2000/svg";

/** An element. `props`: class, text, on{Event}, dataset, aria-*, and any property or attribute. */
export function el(tag, props = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) set(node, name, value);
  add(node, children);
  return node;
}

function set(node, name, value) {
  if (value === undefined || value === null || value === false) return;
  if (name === "class") node.className = value;
  else if (name === "text") node.textContent = value;
  else if (name === "dataset") Object.assign(node.dataset, value);
  else if (name === "style") Object.assign(node.style, value);
  else if (name.startsWith("on")) node.addEventListener(name.slice(2).toLowerCase(), value);
  else if (name in node && !name.startsWith("aria") && name !== "role" && name !== "list" && name !== "form") node[name] = value;
  else node.setAttribute(name, value === true ? "" : value);
}

export function add(node, children) {
  for (const child of [children].flat(Infinity)) {
    if (child === undefined || child === null || child === false) continue;
    node.append(child);
  }
  return node;
}

export function replace(node, ...children) {
  node.replaceChildren();
  return add(node, children);
}

// Drawn here, 20 × 20, one stroke; each value is a list of path data.
const ICONS = {
  home: ["M3 9.5 10 3.5l7 6V16a1 1 0 0 1-1 1h-3.5v-5h-5v5H4a1 1 0 0 1-1-1z"],
  chat: ["M3 4.5h11v8H8l-3 2.5v-2.5H3z", "M16 8h1.5v7H16v2l-2.5-2H9"],
  hash: ["M4 7.5h13M3 12.5h13M8.2 3.5 6.5 16.5M13.5 3.5l-1.7 13"],
  lock: ["M5 9h10v7.5H5z", "M7 9V6.5a3 3 0 0 1 6 0V9"],
  thread: ["M4 4h12v9H9l-3.5 3V13H4z", "M7 7.2h6M7 9.8h4"],
  plus: ["M10 4v12M4 10h12"],
  send: ["M3.5 3.8 17 10 3.5 16.2 5.3 10z", "M5.3 10H11"],
  smile: ["M10 2.8a7.2 7.2 0 1 0 0 14.4 7.2 7.2 0 0 0 0-14.4z", "M7 11.5c1.6 2.6 4.4 2.6 6 0", "M7.4 7.6v.8M12.6 7.6v.8"],
  at: ["M13 10a3 3 0 1 1-6 0 3 3 0 0 1 6 0zm0 0c0 3 4 3 4-.5A7 7 0 1 0 14 15.7"],
  bold: ["M6 4h5a3 3 0 0 1 0 6H6zM6 10h5.8a3 3 0 0 1 0 6H6z"],
  italic: ["M8.5 4h5M6.5 16h5M11.5 4 8.5 16"],
  strike: ["M4 10h12", "M13.5 6.2C12.6 4 7 3.6 7 6.6c0 1 .6 1.6 1.6 2", "M6.5 13.8c1 2.2 6.8 2.6 6.8-.6 0-.5-.1-.9-.4-1.2"],
  code: ["M7 6 3 10l4 4M13 6l4 4-4 4"],
  quote: ["M4 4v12", "M8 6.5h8M8 10h8M8 13.5h5"],
  close: ["M5 5l10 10M15 5 5 15"],
  back: ["M12 4 6 10l6 6"],
  down: ["M5.5 8 10 12.5 14.5 8"],
  right: ["M8 5.5 12.5 10 8 14.5"],
  more: ["M10 4.5v.1M10 10v.1M10 15.5v.1"],
  menu: ["M3.5 5.5h13M3.5 10h13M3.5 14.5h13"],
  clock: ["M10 2.8a7.2 7.2 0 1 0 0 14.4 7.2 7.2 0 0 0 0-14.4z", "M10 5.8V10l2.8 2"],
  file: ["M5 2.8h6.5L15 6.3v11H5z", "M11.5 2.8v3.5H15"],
  download: ["M10 3.5v8.5M6.500 8.700 10 12.200l3.500-3.500M4 16h12"],
  edit: ["M4 16l.8-3.5L13 4.3l2.7 2.7-8.2 8.2z"],
  trash: ["M4 5.5h12M8 5.5V3.8h4v1.7M5.5 5.5l.8 11h7.4l.8-11"],
  up: ["M6 9V16.5H3.5V9zM6 9l3-6c1.6 0 2.2 1 1.9 2.4L10.300 8H15c1.200 0 1.800 1 1.500 2l-1.300 5c-.2.900-.900 1.500-1.800 1.500H6"],
  thumbdown: ["M6 11V3.500H3.500V11zM6 11l3 6c1.600 0 2.200-1 1.900-2.400L10.300 12H15c1.200 0 1.800-1 1.500-2l-1.300-5c-.2-.9-.9-1.500-1.800-1.500H6"],
  eye: ["M2.500 10C6 4.500 14 4.500 17.500 10 14 15.500 6 15.500 2.500 10z", "M12.200 10a2.200 2.200 0 1 1-4.400 0 2.200 2.200 0 0 1 4.400 0z"],
  link: ["M8.5 11.5 11.500 8.500M9 6.500l2-2a3 3 0 0 1 4.500 4.500l-2 2M11 13.500l-2 2a3 3 0 0 1-4.500-4.500l2-2"],
  check: ["M4 10.500 8.300 15 16 5.500"],
  image: ["M3 4h14v12H3z", "M3 14l4-4 3.500 3 2.500-2 4 3.500", "M13 7.300v.1"],
  calendar: ["M3.500 5h13v11.500h-13z", "M3.500 8.500h13M7 3v3.500M13 3v3.500"],
  people: ["M10 6.500a2.700 2.700 0 1 1-5.400 0 2.700 2.700 0 0 1 5.400 0z", "M2.500 16c0-5.500 9.600-5.500 9.600 0", "M13 4.200a2.600 2.600 0 0 1 0 4.800M14.500 11.200c2 .7 3 2.200 3 4.800"],
  bolt: ["M11.500 2.800 4.500 11h4.800l-.8 6.200 7-8.200h-4.800z"],
  spark: ["M10 3l1.700 5.300L17 10l-5.300 1.700L10 17l-1.700-5.300L3 10l5.300-1.700z"],
  warn: ["M10 3.500 17.500 16.500h-15z", "M10 8.500v3.800M10 14.400v.1"],
};

export function icon(name, size = 20) {
  const svg = document.createElementNS(SVG, "svg");
  const attributes = { viewBox: "0 0 20 20", width: size, height: size, class: `icon icon-${name}`, "aria-hidden": "true", focusable: "false" };
  for (const [key, value] of Object.entries(attributes)) svg.setAttribute(key, value);
  for (const data of ICONS[name] || []) {
    const path = document.createElementNS(SVG, "path");
    path.setAttribute("d", data);
    svg.append(path);
  }
  return svg;
}

/** A button that is only an icon; its name is read out and shown on hover. */
export function iconButton(name, label, onClick, className = "") {
  return el("button", { type: "button", class: `icon-button ${className}`, title: label, "aria-label": label, onClick }, icon(name));
}

/** Keeps Tab inside `box`; returns a function that gives the focus back. */
export function holdFocus(box) {
  const before = document.activeElement;
  const trap = (event) => {
    if (event.key !== "Tab") return;
    const stops = [...box.querySelectorAll("button,input,select,textarea,a[href],[tabindex='0']")].filter((n) => !n.disabled && n.offsetParent !== null);
    if (!stops.length) return;
    const first = stops[0], last = stops[stops.length - 1];
    if (event.shiftKey && document.activeElement === first) { event.preventDefault(); last.focus(); }
    else if (!event.shiftKey && document.activeElement === last) { event.preventDefault(); first.focus(); }
  };
  box.addEventListener("keydown", trap);
  return () => { box.removeEventListener("keydown", trap); if (before && before.isConnected) before.focus(); };
}
