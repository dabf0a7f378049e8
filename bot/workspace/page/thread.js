// The thread in the right pane; on a phone it takes the whole screen.
import { el, iconButton } from "./dom.js";
import { store, channel, channelName, nameOf, threadKey, emit } from "./store.js";
import { get, post } from "./api.js";
import { asked } from "./live.js";
import { MessageList } from "./message_list.js";
import { Composer, dropZone, placeName } from "./composer.js";
import { dots } from "./message.js";
import { t } from "./words.js";

export class Thread {
  constructor() {
    this.where = el("span", { class: "pane-where" });
    this.list = new MessageList({ where: "thread", label: t("thread"), onSeen: () => this.seen() });
    this.status = el("div", { class: "status-line", role: "status" });
    this.composer = new Composer({ target: () => ({ channel: this.at.channel, thread_ts: this.at.ts }), placeholder: () => t("reply"), inThread: true, onSent: () => this.list.toEnd() });
    this.node = el("aside", { class: "thread-pane", "aria-label": t("thread"), hidden: true },
      el("header", { class: "pane-head" }, iconButton("back", t("closePane"), () => emit("close-thread"), "phone-only"), el("h2", {}, t("thread"), this.where), iconButton("close", t("closePane"), () => emit("close-thread"), "desk-only")),
      this.list.node, this.status, this.composer.node);
    dropZone(this.node, this.composer, () => t("thread"));
    this.at = null;
  }

  async open(channelId, ts, { focus = false } = {}) {
    this.at = { channel: channelId, ts };
    this.node.hidden = false;
    const c = channel(channelId);
    this.where.textContent = c ? placeName(c) : "";
    this.composer.broadcast.parentElement.hidden = !c || c.kind === "im";
    this.list.clear();
    this.composer.switchTo(threadKey(channelId, ts));
    this.draw();
    if (focus) this.composer.field.focus();
    await this.load();
    this.list.toEnd();
  }

  async load() {
    if (!this.at) return;
    const { channel: id, ts } = this.at;
    const answer = await asked(() => get("thread", { channel: id, ts }), ({ messages }) => store.replies.set(threadKey(id, ts), messages));
    if (!this.at || this.at.ts !== ts) return;
    if (!answer.ok) { emit("close-thread"); return; }
    this.draw();
    this.seen();
  }

  close() { this.node.hidden = true; this.at = null; }

  draw() {
    if (!this.at) return;
    const key = threadKey(this.at.channel, this.at.ts);
    this.list.show(store.replies.get(key) || []);
    const text = store.statuses.get(key);
    this.status.replaceChildren();
    if (text) this.status.append(dots(), el("span", {}, t("status", { name: nameOf(store.app.user), status: text })));
    const last = (store.replies.get(key) || []).at(-1);
    const prompts = store.prompts.get(key);
    this.composer.showPrompts(last && last.user === store.me.id ? null : prompts);
  }

  seen() {
    const messages = this.at && store.replies.get(threadKey(this.at.channel, this.at.ts));
    const last = messages?.filter((m) => !m.ephemeral).at(-1);
    if (!last || document.visibilityState !== "visible" || !document.hasFocus() || this.marked === `${this.at.ts}/${last.ts}`) return;
    this.marked = `${this.at.ts}/${last.ts}`;
    post("mark", { channel: this.at.channel, ts: last.ts, thread_ts: this.at.ts }).then(() => emit("thread-read", { channel: this.at?.channel, ts: this.at?.ts }));
  }
}

/** The threads a person takes part in, each with its last words. */
export class Threads {
  constructor() { this.node = el("div", { class: "threads", tabIndex: 0, hidden: true }); }

  draw() {
    if (!store.threads.length) { this.node.replaceChildren(el("p", { class: "home-empty" }, t("noThreads"))); return; }
    this.node.replaceChildren(...store.threads.map((thread) => {
      const c = channel(thread.channel);
      const list = new MessageList({ where: "thread", label: t("thread") });
      list.show(thread.messages);
      const open = () => emit("open-thread", { channel: thread.channel, ts: thread.ts, focus: true });
      return el("section", { class: `thread-card${thread.unread ? " unread" : ""}` },
        el("header", {}, el("strong", {}, c ? placeName(c) : channelName({ kind: "public", name: "" })), thread.unread > 0 && el("span", { class: "badge" }, String(thread.unread))), list.list,
        el("button", { type: "button", class: "button", onClick: open }, t("reply")));
    }));
  }
}
