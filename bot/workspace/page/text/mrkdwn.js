// Slack's mrkdwn. A style needs a boundary on both sides: the edge of the text, a space (of any kind, zero-width ones
// too) or ASCII punctuation. Japanese letters and punctuation are none, so `これは*太字*です` stays as written.
import { el } from "../dom.js";
import { link, userMention, channelMention, broadcast, emojiNode, dateNode, unescape } from "./inline.js";

const BOUNDARY = /[\s\u200b\u200c\u200d\u2060\ufeff!-/:-@[-`{-~]/;
const STYLES = { "*": "b", _: "i", "~": "s" };
const ENTITY = /^<([^<>\n]+)>/;
const EMOJI = /^:([a-z0-9_+'-]+(?:::skin-tone-\d)?):/;
const BARE = /^https?:\/\/[^\s<>|"'`*~()（）「」『』、。]+[^\s<>|"'`*~()（）「」『』、。.,!?;:_]/;

/** A whole mrkdwn text object or message text as a list of nodes. */
export function mrkdwn(text, { verbatim = false } = {}) {
  const out = [];
  const parts = String(text ?? "").split(/```\n?([\s\S]*?)\n?```\n?/);
  parts.forEach((part, index) => {
    if (index % 2) out.push(el("pre", { class: "preformatted" }, plainOf(part)));
    else if (part) out.push(...quotesAndLines(part, { verbatim }));
  });
  return out;
}

function quotesAndLines(text, options) {
  const out = [];
  let quoted = null;
  let first = true;
  const rows = text.split("\n");
  for (let i = 0; i < rows.length; i += 1) {
    const row = rows[i];
    const whole = /^(?:&gt;|>){3}\s?/.exec(row);
    const one = /^(?:&gt;|>)\s?/.exec(row);
    if (whole) {
      out.push(el("blockquote", { class: "quote" }, withBreaks([row.slice(whole[0].length), ...rows.slice(i + 1)], options)));
      return out;
    }
    if (one) {
      if (quoted) quoted.append(el("br"));
      else out.push((quoted = el("blockquote", { class: "quote" })));
      quoted.append(...inline(row.slice(one[0].length), options));
      first = true;
      continue;
    }
    if (!first) out.push(el("br"));
    quoted = null;
    first = false;
    out.push(...inline(row, options));
  }
  return out;
}

const withBreaks = (rows, options) => rows.flatMap((row, i) => (i ? [el("br"), ...inline(row, options)] : inline(row, options)));

/** One line. */
export function inline(text, options = {}) {
  const out = [];
  let plain = "";
  const flush = () => { if (plain) out.push(document.createTextNode(unescape(plain))); plain = ""; };
  let i = 0;
  while (i < text.length) {
    const found = entityAt(text, i, options) || codeAt(text, i) || emojiAt(text, i) || styleAt(text, i, options) || bareAt(text, i, options);
    if (found) {
      flush();
      out.push(found.node);
      i += found.length;
    } else {
      plain += text[i];
      i += 1;
    }
  }
  flush();
  return out;
}

function entityAt(text, i, options) {
  if (text[i] !== "<") return null;
  const match = ENTITY.exec(text.slice(i));
  if (!match) return null;
  const node = entity(match[1], options);
  return node && { node, length: match[0].length };
}

function entity(body, options) {
  const bar = body.indexOf("|");
  const head = bar < 0 ? body : body.slice(0, bar);
  const label = bar < 0 ? "" : unescape(body.slice(bar + 1));
  if (head.startsWith("@")) return userMention(head.slice(1));
  if (head.startsWith("#")) return channelMention(head.slice(1));
  if (head.startsWith("!date^")) return date(head, label);
  if (head.startsWith("!subteam^")) return broadcast(label.replace(/^@/, "") || "group");
  if (head.startsWith("!")) return broadcast(label || head.slice(1));
  if (/^(https?|mailto|tel):/i.test(head)) return link(unescape(head), label ? inline(label, { ...options, verbatim: true, inLink: true }) : "");
  return null;
}

function date(head, fallback) {
  const [, stamp, template = "", address] = head.split("^");
  return dateNode(Number(stamp), unescape(template), fallback, address && unescape(address));
}

function codeAt(text, i) {
  if (text[i] !== "`" || !opens(text, i)) return null;
  const end = text.indexOf("`", i + 1);
  if (end <= i + 1 || !boundary(text, end + 1)) return null;
  return { node: el("code", { class: "inline-code" }, plainOf(text.slice(i + 1, end))), length: end - i + 1 };
}

function emojiAt(text, i) {
  if (text[i] !== ":") return null;
  const match = EMOJI.exec(text.slice(i));
  if (!match) return null;
  const node = emojiNode(match[1]);
  return node.nodeType === Node.TEXT_NODE ? null : { node, length: match[0].length };
}

function styleAt(text, i, options) {
  const name = STYLES[text[i]];
  if (!name || !opens(text, i) || text[i + 1] === text[i]) return null;
  const end = closing(text, i);
  if (end < 0) return null;
  return { node: el(name, {}, inline(text.slice(i + 1, end), options)), length: end - i + 1 };
}

function closing(text, i) {
  const mark = text[i];
  for (let end = i + 1; end < text.length; end += 1) {
    if (text[end] === "<") { // an asterisk inside a link is not a mark
      const entityMatch = ENTITY.exec(text.slice(end));
      if (entityMatch) { end += entityMatch[0].length - 1; continue; }
    }
    if (text[end] === mark && end > i + 1 && !/\s/.test(text[end - 1]) && boundary(text, end + 1)) return end;
  }
  return -1;
}

function bareAt(text, i, options) {
  if (options.verbatim || text[i] !== "h" || (i && /[A-Za-z0-9]/.test(text[i - 1]))) return null;
  const match = BARE.exec(text.slice(i));
  return match && { node: link(unescape(match[0]), unescape(match[0])), length: match[0].length };
}

const boundary = (text, i) => i < 0 || i >= text.length || BOUNDARY.test(text[i]);
const opens = (text, i) => boundary(text, i - 1) && i + 1 < text.length && !/\s/.test(text[i + 1]);

// In code nothing is a style, but a link Slack made of an address shows as the address.
const plainOf = (text) => unescape(text.replace(/<((?:https?|mailto):[^<>|\n]+)(?:\|([^<>\n]*))?>/g, (_, address, label) => label || address));

/** A text object of any kind: plain_text keeps its characters and knows emoji; mrkdwn is mrkdwn. */
export function textObject(object) {
  if (!object) return [];
  if (typeof object === "string") return [document.createTextNode(object)];
  if (object.type === "mrkdwn") return mrkdwn(object.text, { verbatim: object.verbatim });
  return plainText(object.text, object.emoji !== false);
}

export function plainText(text, withEmoji = true) {
  const out = [];
  String(text ?? "").split("\n").forEach((row, index) => {
    if (index) out.push(el("br"));
    if (!withEmoji) return out.push(document.createTextNode(row));
    for (const piece of row.split(/(:[a-z0-9_+'-]+:)/)) {
      if (piece) out.push(/^:[a-z0-9_+'-]+:$/.test(piece) ? emojiNode(piece.slice(1, -1)) : document.createTextNode(piece));
    }
    return out;
  });
  return out;
}
