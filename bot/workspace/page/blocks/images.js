// Pictures: only the workspace's own are fetched; one from outside is a placeholder, so that no request leaves the machine.
import { el, icon } from "../dom.js";
import { fileUrl } from "../api.js";
import { picture } from "../file_rows.js";
import { plainText } from "../text/mrkdwn.js";
import { t } from "../words.js";

/** The address on this server, or null for a picture elsewhere. */
export function ownSource(element) {
  if (element.slack_file?.id) return fileUrl({ id: element.slack_file.id, name: "image" });
  const address = element.slack_file?.url || element.image_url || "";
  try {
    const url = new URL(address, location.href);
    if (url.origin !== location.origin) return null;
    const own = /^\/files-pri\/[^/]*-(F[A-Z0-9]+)\/(?:download\/)?([^/]+)$/.exec(url.pathname) || /^\/files\/[^/]+\/(F[A-Z0-9]+)\/([^/]+)$/.exec(url.pathname);
    return own ? fileUrl({ id: own[1], name: decodeURIComponent(own[2]) }) : url.href;
  } catch {
    return null;
  }
}

export function imageBlock(block) {
  const source = ownSource(block);
  const title = block.title ? plainText(block.title.text) : null;
  if (source) return el("div", { class: "image-block" }, title && el("div", { class: "image-title" }, title), picture(source, block.alt_text));
  return el("div", { class: "image-block" }, title && el("div", { class: "image-title" }, title), placeholder(block.alt_text));
}

const placeholder = (alt) => el("div", { class: "image-outside", role: "img", "aria-label": alt || t("image") }, icon("image", 28), el("span", {}, alt), el("small", {}, t("imageOutside")));

export function imageElement(element, size) {
  const source = ownSource(element);
  if (source) return el("img", { class: `image-${size}`, src: source, alt: element.alt_text || "" });
  return el("span", { class: `image-${size} image-missing`, role: "img", "aria-label": element.alt_text || t("image"), title: element.alt_text || "" }, icon("image", size === "tiny" ? 14 : 26));
}
