// A list of messages that keeps its place: days, the line of what is new, rows drawn anew only where something changed.
import { el } from "./dom.js";
import { dayKey, dayName } from "./dates.js";
import { now } from "./store.js";
import { continues, messageRow } from "./message.js";
import { t } from "./words.js";

export class MessageList {
  /** `where`: "channel" or "thread"; `onSeen` is called when the end of the list is in view. */
  constructor({ where, label, onSeen = () => {}, onTop = () => {} }) {
    this.where = where;
    this.rows = new Map();
    this.newFrom = "";
    this.node = el("div", { class: "message-scroll", tabIndex: 0 });
    this.list = el("div", { class: "message-list", role: "log", "aria-label": label, "aria-live": "polite", "aria-relevant": "additions" });
    this.head = el("div", { class: "list-head" });
    this.foot = el("div", { class: "list-foot" });
    this.node.append(this.head, this.list, this.foot);
    this.onSeen = onSeen;
    this.node.addEventListener("scroll", () => {
      // A scroll that comes of a new width or height is nobody's wish to leave the end.
      const size = `${this.node.scrollHeight} ${this.node.clientHeight}`;
      if (this.stuck && size !== this.size) this.toEnd();
      this.size = size;
      this.stuck = this.atEnd();
      if (this.stuck) this.onSeen();
      if (this.node.scrollTop < 80) onTop();
    });
    // Pictures and fonts that come late must not push the newest message out of view.
    this.stuck = true;
    new ResizeObserver(() => { if (this.stuck) this.toEnd(); }).observe(this.list);
    new ResizeObserver(() => { if (this.stuck) this.toEnd(); }).observe(this.node);
  }

  atEnd() { return this.node.scrollHeight - this.node.scrollTop - this.node.clientHeight < 60; }

  toEnd() {
    this.node.scrollTop = this.node.scrollHeight;
    this.size = `${this.node.scrollHeight} ${this.node.clientHeight}`;
    this.stuck = true;
  }

  /** Draws the list; a row stays as it is while its message is the same. */
  show(messages, { newFrom = this.newFrom, after = null } = {}) {
    this.newFrom = newFrom;
    const end = this.stuck;
    const wanted = [];
    const today = dayKey(now()); // what is "today" in a row changes with the clock
    let before = null;
    let marked = false;
    messages.forEach((message, index) => {
      const day = dayKey(Number(message.ts));
      const newDay = this.where === "channel" && (!before || dayKey(Number(before.ts)) !== day);
      if (newDay) wanted.push(this.keep(`day ${day}`, dayName(Number(message.ts)), () => el("div", { class: "day", role: "separator" }, el("span", {}, dayName(Number(message.ts))))));
      const isNew = !marked && newFrom && message.ts > newFrom && !message.mine && (this.where === "channel" || index > 0);
      if (isNew) { marked = true; wanted.push(this.keep("new", newFrom, () => el("div", { class: "new-line", role: "separator" }, el("span", {}, t("newMessages"))))); }
      const compact = !newDay && !isNew && continues(before, message);
      wanted.push(this.keep(message.ts, JSON.stringify([message, compact, today, after?.(message)]), () => messageRow(message, { compact, where: this.where })));
      if (this.where === "thread" && index === 0 && messages.length > 1) {
        const count = messages.length - 1;
        wanted.push(this.keep("count", String(count), () => el("div", { class: "reply-rule" }, el("span", {}, count === 1 ? t("oneReply") : t("replies", { n: count })))));
      }
      before = message;
    });
    this.settle(wanted);
    if (end) this.toEnd();
  }

  keep(name, print, make) {
    const held = this.rows.get(name);
    if (held && held.print === print) return { name, ...held };
    return { name, print, node: make(), old: held?.node };
  }

  settle(wanted) {
    const names = new Set(wanted.map((one) => one.name));
    for (const [name, { node }] of this.rows) if (!names.has(name)) { node.remove(); this.rows.delete(name); }
    let place = this.list.firstChild;
    for (const one of wanted) {
      const focused = one.old?.contains(document.activeElement) ? pathTo(one.old, document.activeElement) : null;
      if (one.old && one.old === place) place = place.nextSibling;
      one.old?.remove();
      if (one.node === place) place = place.nextSibling;
      else this.list.insertBefore(one.node, place);
      if (focused) restore(one.node, focused);
      this.rows.set(one.name, { print: one.print, node: one.node });
    }
  }

  clear() { this.rows.clear(); this.list.replaceChildren(); this.stuck = true; this.newFrom = ""; }

  row(ts) { return this.rows.get(ts)?.node; }
}

// A message that changes while somebody types into it, or stands on its button, must not take the keyboard away.
function pathTo(row, node) {
  return { action: node.dataset?.action, start: node.selectionStart, end: node.selectionEnd, at: [...row.querySelectorAll("button,input,textarea,a")].indexOf(node) };
}

function restore(row, { action, start, end, at }) {
  const node = action ? row.querySelector(`[data-action="${CSS.escape(action)}"]`) : [...row.querySelectorAll("button,input,textarea,a")][at];
  if (!node) return;
  node.focus({ preventScroll: true });
  if (start !== undefined && start !== null && node.setSelectionRange) try { node.setSelectionRange(start, end); } catch { /* a kind of input without a selection */ }
}
