// The small pieces of text every format shares: mentions, links, dates, emoji.
import { el, icon } from "../dom.js";
import { store, emit, user, channel, nameOf } from "../store.js";
import { t } from "../words.js";
import { fillDate, fullDate } from "../dates.js";
import { emoji } from "./emoji.js";

/** The address if it is one a browser may be sent to; otherwise null. */
export function safeUrl(address) {
  try {
    const url = new URL(address);
    return ["http:", "https:", "mailto:", "tel:"].includes(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
}

export function link(address, label) {
  const href = safeUrl(address);
  const children = label && (Array.isArray(label) ? label.length : true) ? label : address.replace(/^(mailto|tel):/, "");
  if (!href) return el("span", {}, children);
  return el("a", { href, target: "_blank", rel: "noopener noreferrer", class: "link", title: href }, children);
}

export function userMention(id) {
  const mine = store.me && id === store.me.id;
  const known = user(id);
  return el("span", { class: `mention${mine ? " mention-me" : ""}`, dataset: { user: id }, title: known ? known.title || "" : "" }, `@${nameOf(id)}`);
}

export function channelMention(id) {
  const known = channel(id);
  const node = el("button", { type: "button", class: "mention mention-channel" });
  if (!known) return el("span", { class: "mention mention-channel" }, icon("lock", 13), t("channel"));
  node.append(known.kind === "private" ? icon("lock", 13) : "#", known.name);
  node.addEventListener("click", () => emit("open", { channel: id }));
  return node;
}

export const broadcast = (range) => el("span", { class: "mention mention-me" }, `@${range}`);

export function emojiNode(name) {
  const character = emoji(name);
  return character ? el("span", { class: "emoji", role: "img", "aria-label": name, title: `:${name}:` }, character) : document.createTextNode(`:${name}:`);
}

export function dateNode(seconds, template, fallback, address) {
  const text = fillDate(seconds, template) ?? fallback ?? String(seconds);
  if (address) return link(address, text);
  return el("time", { class: "date-token", title: Number.isFinite(seconds) ? fullDate(seconds) : "" }, text);
}

export const unescape = (text) => text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");

/** Text with its line breaks. */
export function lines(text) {
  return text.split("\n").flatMap((line, index) => (index ? [el("br"), line] : [line]));
}
