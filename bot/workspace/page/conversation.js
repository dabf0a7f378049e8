// The middle pane: a conversation's head, its tabs, its messages, and where one writes.
import { el, icon, iconButton, replace } from "./dom.js";
import { store, channel, channelName, emit, isAppDm, nameOf, partner, threadKey } from "./store.js";
import { get, post } from "./api.js";
import { Composer, dropZone, placeName } from "./composer.js";
import { Home } from "./home.js";
import { asked } from "./live.js";
import { MessageList } from "./message_list.js";
import { appBadge, avatar } from "./message.js";
import { menu } from "./popover.js";
import { t } from "./words.js";

export class Conversation {
  constructor() {
    this.head = el("header", { class: "main-head" });
    this.tabs = el("div", { class: "tabs", role: "tablist" });
    this.list = new MessageList({ where: "channel", label: t("messages"), onSeen: () => this.seen(), onTop: () => this.older() });
    this.home = new Home();
    this.composer = new Composer({ target: () => ({ channel: store.open.channel }), placeholder: () => this.placeholder(), onSent: () => this.list.toEnd() });
    this.pane = el("div", { class: "channel-pane", id: "messages" }, this.list.node, this.composer.node);
    this.node = el("div", { class: "conversation" }, this.head, this.tabs, this.home.node, this.pane);
    dropZone(this.pane, this.composer, () => placeName(this.channel));
    this.more = new Map();
  }

  get channel() { return channel(store.open.channel); }

  placeholder() {
    const c = this.channel;
    if (!c) return "";
    return c.kind === "im" && partner(c) === store.me ? t("messageToSelf") : t("messageTo", { name: placeName(c) });
  }

  async open(id, tab = "messages") {
    const c = channel(id);
    store.open.tab = isAppDm(c) ? tab : "messages";
    const changed = store.open.channel !== id;
    store.open.channel = id;
    if (changed) {
      this.list.clear();
      this.list.newFrom = c.unread ? c.last_read || "0" : "";
      this.composer.switchTo(id);
    }
    this.draw();
    if (isAppDm(c)) post("home_opened", { tab: store.open.tab });
    if (store.open.tab === "home") return;
    if (changed || !store.messages.has(id)) await this.load();
    this.list.toEnd();
    if (window.matchMedia("(min-width: 721px)").matches && !store.views.length) this.composer.field.focus({ preventScroll: true });
  }

  async load() {
    const id = store.open.channel;
    const answer = await asked(() => get("history", { channel: id }), ({ messages, channel: fresh, has_more: more }) => {
      store.messages.set(id, messages);
      store.channels.set(id, fresh);
      this.more.set(id, more);
    });
    if (!answer.ok) return;
    if (store.open.channel !== id) return;
    this.draw();
    this.seen();
  }

  async older() {
    const id = store.open.channel;
    const first = (store.messages.get(id) || [])[0];
    if (!this.more.get(id) || this.loading || !first) return;
    this.loading = true;
    const answer = await get("history", { channel: id, latest: first.ts });
    this.loading = false;
    if (!answer.ok || store.open.channel !== id) return;
    this.more.set(id, answer.has_more);
    const known = new Set(store.messages.get(id).map((m) => m.ts));
    store.messages.set(id, [...answer.messages.filter((m) => !known.has(m.ts)), ...store.messages.get(id)]);
    const below = this.list.node.scrollHeight - this.list.node.scrollTop;
    this.draw();
    this.list.node.scrollTop = this.list.node.scrollHeight - below;
  }

  draw() {
    const c = this.channel;
    if (!c) return;
    const home = store.open.tab === "home";
    this.drawHead(c);
    this.home.node.hidden = !home;
    this.pane.hidden = home;
    if (home) { this.home.show(); return; }
    const messages = (store.messages.get(c.id) || []).map((m) => (m.user === store.me.id ? { ...m, mine: true } : m));
    if (store.messages.has(c.id)) this.drawBeginning(c);
    this.list.show(messages, { after: (m) => store.statuses.get(threadKey(m.channel, m.ts)) });
    const said = store.prompts.get(threadKey(c.id, "")) || this.latestPrompts(c.id);
    this.composer.showPrompts(isAppDm(c) && this.promptsFit(messages) ? said : null);
    this.composer.refresh();
  }

  // In the DM of an app whose prompts belong to a thread, the newest are what it suggests now.
  latestPrompts(id) {
    return [...store.prompts].filter(([key]) => key.startsWith(`${id}:`)).map(([, said]) => said).at(-1);
  }

  promptsFit(messages) { return !messages.length || messages.at(-1).user !== store.me.id; }

  drawHead(c) {
    const im = c.kind === "im";
    const mark = im ? avatar(partner(c), 28) : icon(c.kind === "public" ? "hash" : c.kind === "private" ? "lock" : "people", 20);
    const who = im ? partner(c) : null;
    const members = el("button", { type: "button", class: "members", "aria-label": t("members", { n: c.members.length }) }, c.members.slice(0, 3).map((id) => avatar(store.users.get(id), 22)), el("span", {}, String(c.members.length)));
    members.addEventListener("click", () => menu(members, c.members.map((id) => ({ label: nameOf(id), note: store.users.get(id)?.title, icon: avatar(store.users.get(id), 24), onPick: () => emit("dm", id) })), { label: t("members", { n: c.members.length }), align: "end" }));
    const print = JSON.stringify([c.id, c.topic, c.members, store.open.tab, channelName(c)]);
    if (this.headPrint === print) return;
    this.headPrint = print;
    replace(this.head, iconButton("menu", t("openSidebar"), () => emit("sheet", true), "phone-only"),
      el("h1", { class: "title" }, mark, el("span", { class: "title-name" }, channelName(c)), appBadge(who)),
      el("span", { class: "topic" }, im ? who.title : c.topic), !im && members);
    const tab = (name, label) => el("button", { type: "button", role: "tab", class: `tab${store.open.tab === name ? " on" : ""}`, "aria-selected": String(store.open.tab === name), onClick: () => emit("open", { channel: c.id, tab: name }) }, label);
    this.tabs.replaceChildren(...(isAppDm(c) ? [tab("home", t("home")), tab("messages", t("messages"))] : []));
    this.tabs.hidden = !isAppDm(c);
  }

  drawBeginning(c) {
    if (this.more.get(c.id)) { this.list.head.replaceChildren(); return; }
    const im = c.kind === "im";
    const who = im ? partner(c) : null;
    const words = !im ? t("beginning", { name: placeName(c) }) : who === store.me ? t("beginningSelf") : who.is_bot ? t("beginningApp", { name: nameOf(who.id) }) : t("beginningDm", { name: nameOf(who.id) });
    this.list.head.replaceChildren(el("div", { class: "beginning" }, im ? avatar(who, 64) : el("span", { class: "beginning-mark" }, icon(c.kind === "private" ? "lock" : "hash", 34)), el("div", {}, el("h2", {}, im ? nameOf(who.id) : channelName(c), appBadge(who)), el("p", {}, words), !im && el("p", { class: "muted" }, c.topic || t("noTopic")))));
  }

  seen() {
    const c = this.channel;
    if (!c || store.open.tab !== "messages" || document.visibilityState !== "visible" || !document.hasFocus() || !this.list.atEnd()) return;
    const last = (store.messages.get(c.id) || []).filter((m) => !m.ephemeral).at(-1);
    if (!last || last.ts <= (c.last_read || "")) return;
    c.last_read = last.ts;
    post("mark", { channel: c.id, ts: last.ts });
  }
}
