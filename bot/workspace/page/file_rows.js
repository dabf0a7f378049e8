// Files under a message: pictures shown, others as a row with their kind and size.
import { el, icon } from "./dom.js";
import { fileUrl } from "./api.js";
import { dialog } from "./dialog.js";
import { t } from "./words.js";

export function fileSize(bytes) {
  if (bytes >= 1048576) return `${(bytes / 1048576).toFixed(1)}\u00a0MB`;
  if (bytes >= 1024) return `${Math.round(bytes / 1024)}\u00a0KB`;
  return `${bytes ?? 0}\u00a0B`;
}

const SHOWN = new Set(["image/png", "image/jpeg", "image/gif", "image/webp"]);

export const fileRows = (files) => el("div", { class: "files" }, files.map(fileRow));

function fileRow(file) {
  if (file.mode === "tombstone") return el("div", { class: "file-row gone" }, icon("trash"), t("deletedFile"));
  if (SHOWN.has(file.mimetype)) return picture(fileUrl(file), file.alt_txt || t("image_of", { name: file.title || file.name }), `${file.title || file.name}・${fileSize(file.size)}`, fileUrl(file, { download: true }), file.name);
  const suffix = (file.name.includes(".") ? file.name.split(".").pop() : "").toLowerCase();
  return el("a", { class: `file-row kind-${suffix.replace(/[^a-z0-9]/g, "")}`, href: fileUrl(file, { download: true }), download: file.name, title: `${t("download")}: ${file.name}` },
    el("span", { class: "file-kind", "aria-hidden": "true" }, icon("file", 22)),
    el("span", { class: "file-words" }, el("span", { class: "file-name" }, file.title || file.name), el("span", { class: "file-note" }, `${(suffix || t("file")).toUpperCase()}・${fileSize(file.size)}`)),
    el("span", { class: "file-get", "aria-hidden": "true" }, icon("download", 18)));
}

/** A picture that opens large when pressed; a file's has a way to keep it. */
export function picture(source, alt, title, download = "", name = "") {
  const image = el("img", { src: source, alt: alt || t("image"), loading: "lazy" });
  return el("figure", { class: "picture" }, title && el("figcaption", {}, title, download && el("a", { class: "file-get", href: download, download: name, "aria-label": `${t("download")}: ${name}`, title: t("download") }, icon("download", 16))), el("button", {
    type: "button", class: "picture-button", "aria-label": `${t("openImage")}: ${alt || ""}`,
    onClick: () => dialog([el("img", { src: source, alt: alt || t("image") })], { label: alt || t("image"), className: "picture-large" }),
  }, image));
}
