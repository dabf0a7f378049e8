// Slack's rich_text block: sections, lists, quotes and preformatted text.
import { el } from "../dom.js";
import { link, userMention, channelMention, broadcast, emojiNode, dateNode, lines } from "./inline.js";

export const richText = (block) => el("div", { class: "rich-text" }, (block.elements || []).map(part));

function part(element) {
  if (element.type === "rich_text_section") return el("div", { class: "rich-section" }, pieces(element.elements));
  if (element.type === "rich_text_quote") return el("blockquote", { class: "quote" }, pieces(element.elements));
  if (element.type === "rich_text_preformatted") return el("pre", { class: "preformatted" }, pieces(element.elements, true));
  if (element.type === "rich_text_list") return list(element);
  return null;
}

function list(element) {
  const ordered = element.style === "ordered";
  const indent = Math.min(Number(element.indent) || 0, 8);
  const node = el(ordered ? "ol" : "ul", { class: `rich-list level-${indent % 3}${element.border ? " bordered" : ""}`, style: { marginLeft: `${indent * 28}px` } });
  if (ordered) node.start = (Number(element.offset) || 0) + 1;
  for (const item of element.elements || []) node.append(el("li", {}, pieces(item.elements)));
  return node;
}

const pieces = (elements, bare = false) => (elements || []).map((element) => styled(piece(element), element.style, bare));

function piece(element) {
  switch (element.type) {
    case "text": return lines(element.text ?? "");
    case "link": return link(element.url ?? "", element.text || "");
    case "user": return userMention(element.user_id);
    case "channel": return channelMention(element.channel_id);
    case "usergroup": return broadcast(element.usergroup_id);
    case "broadcast": return broadcast(element.range);
    case "emoji": return element.unicode && !element.name ? String.fromCodePoint(...element.unicode.split("-").map((c) => Number.parseInt(c, 16))) : emojiNode(element.name);
    case "date": return dateNode(element.timestamp, element.format ?? "{date}", element.fallback, element.url);
    case "color": return el("span", { class: "rich-color" }, el("span", { class: "rich-swatch", style: { backgroundColor: element.value } }), element.value);
    default: return element.text ?? "";
  }
}

function styled(content, style, bare) {
  if (!style || bare) return content;
  let node = content;
  if (style.code) node = el("code", { class: "inline-code" }, node);
  if (style.strike) node = el("s", {}, node);
  if (style.italic) node = el("i", {}, node);
  if (style.bold) node = el("b", {}, node);
  if (style.underline) node = el("u", {}, node);
  if (style.highlight || style.client_highlight) node = el("mark", {}, node);
  return node;
}
