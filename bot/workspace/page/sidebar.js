// The rail and the list of conversations.
import { el, icon } from "./dom.js";
import { store, emit, channelName, isAppDm, nameOf, partner } from "./store.js";
import { avatar } from "./message.js";
import { menu } from "./popover.js";
import { post } from "./api.js";
import { t } from "./words.js";

let onlyDms = false;

export function rail() {
  const node = el("nav", { class: "rail", "aria-label": t("workspace") });
  const draw = () => {
    const item = (name, label, on, act) => el("button", { type: "button", class: `rail-item${on ? " on" : ""}`, "aria-pressed": String(on), onClick: () => { act(); draw(); emit("sidebar"); } }, el("span", { class: "rail-icon" }, icon(name, 20)), el("span", { class: "rail-label" }, label));
    node.replaceChildren(el("div", { class: "rail-team", title: store.team.name, "aria-hidden": "true" }, [...store.team.name][0] || "W"), item("home", t("home"), !onlyDms, () => { onlyDms = false; }), item("chat", t("dms"), onlyDms, () => { onlyDms = true; }));
  };
  draw();
  return node;
}

export class Sidebar {
  constructor() {
    this.node = el("nav", { class: "sidebar", id: "sidebar", "aria-label": t("channels") });
    this.folded = new Set();
  }

  draw() {
    const all = [...store.channels.values()].filter((c) => !c.archived);
    const channels = all.filter((c) => c.kind === "public" || c.kind === "private").sort(byName);
    const people = all.filter((c) => (c.kind === "im" && !isAppDm(c)) || c.kind === "mpim").sort(byName);
    const apps = all.filter(isAppDm);
    const unreadThreads = store.threads.reduce((sum, thread) => sum + (thread.unread ? 1 : 0), 0);
    const focused = this.node.contains(document.activeElement) ? document.activeElement.dataset.key : null;
    this.node.replaceChildren(
      el("div", { class: "sidebar-head" }, el("strong", { class: "team-name" }, store.team.name)),
      el("div", { class: "sidebar-scroll" },
        this.item({ key: "threads", icon: icon("thread", 18), name: t("threads"), unread: unreadThreads, on: store.open.tab === "threads", act: () => emit("open", { threads: true }) }),
        !onlyDms && this.group("channels", t("channels"), channels.map((c) => this.channel(c))),
        this.group("dms", t("directMessages"), people.map((c) => this.channel(c)), () => this.startDm()),
        this.group("apps", t("apps"), apps.length ? apps.map((c) => this.channel(c)) : [this.item({ key: "app", icon: avatar(store.users.get(store.app.user), 20), name: nameOf(store.app.user), act: () => this.openWith(store.app.user) })])));
    if (focused) this.node.querySelector(`[data-key="${CSS.escape(focused)}"]`)?.focus();
  }

  group(key, label, items, onPlus) {
    const folded = this.folded.has(key);
    return el("section", { class: "sidebar-group" },
      el("div", { class: "group-head" },
        el("button", { type: "button", class: "group-fold", dataset: { key: `fold ${key}` }, "aria-expanded": String(!folded), onClick: () => { if (folded) this.folded.delete(key); else this.folded.add(key); this.draw(); } }, icon(folded ? "right" : "down", 14), el("span", {}, label)),
        onPlus && el("button", { type: "button", class: "icon-button small", title: t("startDm"), "aria-label": t("startDm"), id: `plus-${key}`, onClick: onPlus }, icon("plus", 16))),
      items.filter((node) => !folded || node.matches(".on,.unread")));
  }

  channel(c) {
    const mark = c.kind === "public" ? icon("hash", 17) : c.kind === "private" ? icon("lock", 16) : c.kind === "mpim" ? icon("people", 17) : avatar(partner(c), 20);
    const self = c.kind === "im" && partner(c) === store.me;
    const on = store.open.tab !== "threads" && store.open.channel === c.id;
    return this.item({ key: c.id, icon: mark, name: channelName(c), note: self ? t("you") : "", unread: c.unread, on, act: () => emit("open", { channel: c.id }) });
  }

  item({ key, icon: mark, name, note, unread, on, act }) {
    return el("button", { type: "button", class: `sidebar-item${on ? " on" : ""}${unread ? " unread" : ""}`, dataset: { key }, "aria-current": on ? "page" : null, onClick: act },
      el("span", { class: "item-icon" }, mark), el("span", { class: "item-name" }, name, note && el("span", { class: "item-note" }, note)),
      unread > 0 && el("span", { class: "badge", "aria-label": t("unread", { n: unread }) }, String(unread)));
  }

  startDm() {
    const people = [...store.users.values()].filter((u) => !u.deleted).sort((a, b) => nameOf(a.id).localeCompare(nameOf(b.id), "ja"));
    menu(this.node.querySelector("#plus-dms"), people.map((u) => ({ label: `${nameOf(u.id)}${u.id === store.me.id ? `（${t("you")}）` : ""}`, note: u.title, icon: avatar(u, 24), onPick: () => this.openWith(u.id) })), { label: t("startDm") });
  }

  async openWith(id) {
    const answer = await post("open_dm", { user: id });
    if (!answer.ok) return emit("notice", t("problem"));
    store.channels.set(answer.channel.id, answer.channel);
    return emit("open", { channel: answer.channel.id });
  }
}

const byName = (a, b) => channelName(a).localeCompare(channelName(b), "ja");

/** Who the page is shown for. */
export function personaSwitch() {
  const me = store.me;
  const button = el("button", { type: "button", class: "persona", "aria-haspopup": "menu", "aria-label": `${t("persona")}：${nameOf(me.id)}`, title: t("persona") }, avatar(me, 26), el("span", { class: "persona-words" }, el("span", { class: "persona-name" }, nameOf(me.id)), el("span", { class: "persona-title" }, me.title)), icon("down", 14));
  const people = () => [...store.users.values()].filter((u) => !u.is_bot && !u.deleted);
  button.addEventListener("click", () => menu(button, people().map((u) => ({
    label: [nameOf(u.id), u.is_admin && el("span", { class: "role" }, t("admin"))].filter(Boolean), note: u.title, icon: avatar(u, 32), disabled: u.id === me.id, onPick: () => emit("persona", u.id),
  })), { label: t("persona"), align: "end" }));
  return button;
}
