// Standard Markdown as Slack's `markdown` block and streams take it: headings, lists, tasks, quotes, code, tables, rules.
import { el } from "../dom.js";
import { link, emojiNode, userMention, channelMention, broadcast } from "./inline.js";

const FENCE = /^\s{0,3}(```+|~~~+)\s*([\w+-]*)\s*$/;
const HEADING = /^\s{0,3}(#{1,6})\s+(.+?)\s*#*\s*$/;
const RULE = /^\s{0,3}([-*_])(?:\s*\1){2,}\s*$/;
const ITEM = /^(\s*)([-*+]|\d{1,9}[.)])\s+(.*)$/;
const QUOTE = /^\s{0,3}>\s?/;
const TABLE_RULE = /^\s*\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?\s*$/;

/** A Markdown text as a list of nodes. Unfinished marks (a stream that is still coming) show as they are. */
export function markdown(text) {
  return blocks(String(text ?? "").replaceAll("\r\n", "\n").split("\n"));
}

function blocks(rows) {
  const out = [];
  let i = 0;
  while (i < rows.length) {
    const step = fence(rows, i) || heading(rows, i) || rule(rows, i) || quote(rows, i) || table(rows, i) || list(rows, i) || paragraph(rows, i);
    if (step.node) out.push(step.node);
    i = step.next;
  }
  return out;
}

function fence(rows, i) {
  const open = FENCE.exec(rows[i]);
  if (!open) return null;
  let end = i + 1;
  while (end < rows.length && !rows[end].trim().startsWith(open[1])) end += 1;
  return { node: el("pre", { class: "preformatted" }, rows.slice(i + 1, end).join("\n")), next: end + 1 };
}

function heading(rows, i) {
  const match = HEADING.exec(rows[i]);
  if (!match) return null;
  const level = match[1].length;
  return { node: el("div", { class: `md-heading md-h${level}`, role: "heading", "aria-level": String(level + 2) }, inlineMarkdown(match[2])), next: i + 1 };
}

function rule(rows, i) {
  return RULE.test(rows[i]) ? { node: el("hr", { class: "divider" }), next: i + 1 } : null;
}

function quote(rows, i) {
  if (!QUOTE.test(rows[i])) return null;
  let end = i;
  while (end < rows.length && QUOTE.test(rows[end])) end += 1;
  return { node: el("blockquote", { class: "quote" }, blocks(rows.slice(i, end).map((row) => row.replace(QUOTE, "")))), next: end };
}

const cells = (row) => row.trim().replace(/^\|/, "").replace(/\|$/, "").split(/(?<!\\)\|/).map((cell) => cell.trim().replaceAll("\\|", "|"));

function table(rows, i) {
  if (!rows[i].includes("|") || i + 1 >= rows.length || !TABLE_RULE.test(rows[i + 1]) || !rows[i + 1].includes("-")) return null;
  const sides = cells(rows[i + 1]).map((c) => (c.endsWith(":") ? (c.startsWith(":") ? "center" : "right") : "left"));
  const make = (row, name) => el("tr", {}, cells(row).map((cell, n) => el(name, { class: `align-${sides[n] || "left"}` }, inlineMarkdown(cell))));
  const body = el("tbody");
  let end = i + 2;
  for (; end < rows.length && rows[end].includes("|"); end += 1) body.append(make(rows[end], "td"));
  return { node: el("div", { class: "table-frame", tabIndex: 0 }, el("table", { class: "table" }, el("thead", {}, make(rows[i], "th")), body)), next: end };
}

function list(rows, i) {
  const first = ITEM.exec(rows[i]);
  if (!first) return null;
  const indent = first[1].length;
  const ordered = /\d/.test(first[2]);
  const node = el(ordered ? "ol" : "ul", { class: "md-list" });
  if (ordered) node.start = Number.parseInt(first[2], 10);
  let next = i;
  while (next < rows.length) {
    const item = ITEM.exec(rows[next]);
    if (!item || item[1].length < indent || item[1].length > indent + 1 || /\d/.test(item[2]) !== ordered) break;
    const inner = [];
    next += 1;
    while (next < rows.length && belongs(rows, next, indent)) inner.push(rows[next++]);
    node.append(entry(item[3], inner, indent));
    if (rows[next] === "" && ITEM.test(rows[next + 1] ?? "")) next += 1;
  }
  return { node, next };
}

const belongs = (rows, i, indent) => /^\s/.test(rows[i]) && rows[i].trim() && rows[i].search(/\S/) > indent + 1;

function entry(text, inner, indent) {
  const task = /^\[([ xX])\]\s+(.*)$/.exec(text);
  const head = task ? [el("span", { class: "md-task", "aria-hidden": "true" }, task[1] === " " ? "☐" : "☑"), ...inlineMarkdown(task[2])] : inlineMarkdown(text);
  return el("li", { class: task ? "md-task-item" : "" }, head, blocks(inner.map((row) => row.slice(Math.min(row.search(/\S/), indent + 2)))));
}

function paragraph(rows, i) {
  if (!rows[i].trim()) return { node: null, next: i + 1 };
  let end = i + 1;
  while (end < rows.length && rows[end].trim() && ![FENCE, HEADING, RULE, QUOTE, ITEM].some((shape) => shape.test(rows[end])) && !(rows[end].includes("|") && TABLE_RULE.test(rows[end + 1] ?? ""))) end += 1;
  const parts = rows.slice(i, end).flatMap((row, n) => (n ? [el("br"), ...inlineMarkdown(row.trimEnd())] : inlineMarkdown(row.trimEnd())));
  return { node: el("p", { class: "md-p" }, parts), next: end };
}

const INLINE = [
  [/^\\([!-/:-@[-`{-~])/, (m) => document.createTextNode(m[1])],
  [/^(`+)([^`]|[^`][\s\S]*?[^`])\1(?!`)/, (m) => el("code", { class: "inline-code" }, m[2].trim())],
  [/^<@([UW][A-Z0-9]+)(?:\|[^>]*)?>/, (m) => userMention(m[1])],
  [/^<#([CG][A-Z0-9]+)(?:\|[^>]*)?>/, (m) => channelMention(m[1])],
  [/^<!(here|channel|everyone)(?:\|[^>]*)?>/, (m) => broadcast(m[1])],
  [/^<((?:https?|mailto):[^\s<>|]+)\|([^<>\n]+)>/, (m) => link(m[1], inlineMarkdown(m[2]))],
  [/^<((?:https?|mailto):[^\s<>]+)>/, (m) => link(m[1], m[1])],
  [/^!?\[((?:[^[\]]|\[[^\]]*\])*)\]\(\s*<?([^\s)>]+)>?(?:\s+"[^"]*")?\s*\)/, (m) => link(m[2], inlineMarkdown(m[1]))],
  [/^~~(?=\S)([\s\S]*?\S)~~/, (m) => el("s", {}, inlineMarkdown(m[1]))],
  [/^:([a-z0-9_+'-]+):/, (m) => emojiNode(m[1])],
  [/^https?:\/\/[^\s<>|"'`*~()（）「」『』、。]+[^\s<>|"'`*~()（）「」『』、。.,!?;:_]/, (m) => link(m[0], m[0])],
];
const WRAP = { 3: (nodes) => el("b", {}, el("i", {}, nodes)), 2: (nodes) => el("b", {}, nodes), 1: (nodes) => el("i", {}, nodes) };
const SPACE = /\s/;
const PUNCTUATION = /[\p{P}\p{S}]/u;
const WORD = /[\p{L}\p{N}]/u;

// CommonMark's flanking rules: **太字**です is bold, **「太字」**です is not, because 」 stands before the closing mark
// and no space or punctuation after it.
const leans = (inner, outer) => inner && !SPACE.test(inner) && (!PUNCTUATION.test(inner) || !outer || SPACE.test(outer) || PUNCTUATION.test(outer));

function emphasis(text, i) {
  const mark = text[i];
  const run = Math.min(/^(\*+|_+)/.exec(text.slice(i))[0].length, 3);
  if (!leans(text[i + run], text[i - 1]) || (mark === "_" && WORD.test(text[i - 1] ?? " "))) return null;
  for (let end = i + run + 1; end + run <= text.length; end += 1) {
    if (text[end] === "`") { end = Math.max(text.indexOf("`", end + 1), end); continue; }
    if (text[end] !== mark) continue;
    let length = 1;
    while (text[end + length] === mark) length += 1;
    const closes = leans(text[end - 1], text[end + length]) && !(mark === "_" && WORD.test(text[end + length] ?? " "));
    if (length === run && closes) return { node: WRAP[run](inlineMarkdown(text.slice(i + run, end))), length: end + run - i };
    end += length - 1;
  }
  return null;
}

export function inlineMarkdown(text) {
  const out = [];
  let plain = "";
  const flush = () => { if (plain) out.push(document.createTextNode(decode(plain))); plain = ""; };
  for (let i = 0; i < text.length; ) {
    const rest = text.slice(i);
    const found = /^[*_]/.test(rest) ? emphasis(text, i) : /^[\\`<![~:h]/.test(rest) ? first(INLINE, rest) : null;
    if (found) { flush(); out.push(found.node); i += found.length; continue; }
    const unmarked = /^(\*+|_+)/.exec(rest)?.[0] ?? text[i]; // a run that opens nothing is text as a whole
    plain += unmarked;
    i += unmarked.length;
  }
  flush();
  return out;
}

function first(rules, rest) {
  for (const [shape, make] of rules) {
    const match = shape.exec(rest);
    if (match) return { node: make(match), length: match[0].length };
  }
  return null;
}

const decode = (text) => text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&").replaceAll("&nbsp;", "\u00a0");
