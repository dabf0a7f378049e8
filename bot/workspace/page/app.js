// Puts the page together, and decides what follows from what happens.
import { el, icon, replace } from "./dom.js";
import { store, on, emit, channel, isAppDm, nameOf } from "./store.js";
import { speak, t } from "./words.js";
import { get, post } from "./api.js";
import { asked, listen } from "./live.js";
import { Sidebar, personaSwitch, rail } from "./sidebar.js";
import { Conversation } from "./conversation.js";
import { Thread, Threads } from "./thread.js";
import { clockControl } from "./clock.js";
import { showViews } from "./modal.js";
import { closePopover } from "./popover.js";
import { dialog, toast } from "./dialog.js";

const root = document.getElementById("app");
let sidebar, conversation, thread, threads;

async function start() {
  const wanted = new URLSearchParams(location.search);
  const people = await get("people");
  if (!people.ok) { replace(root, el("p", { class: "fatal", role: "alert" }, t("offline"))); setTimeout(start, 2000); return; }
  const me = people.users.find((u) => u.id === wanted.get("as")) || people.users[0];
  store.me = me;
  speak(me.locale);
  const boot = await get("boot");
  take(boot);
  draw();
  openFirst(wanted);
  listen(refresh);
}

function take(boot) {
  store.team = boot.team;
  store.app = boot.app;
  store.commands = boot.commands;
  store.shortcuts = boot.shortcuts;
  store.users = new Map(boot.users.map((u) => [u.id, u]));
  store.me = store.users.get(boot.me);
  store.channels = new Map(boot.channels.map((c) => [c.id, c]));
  store.threads = boot.threads;
  store.views = boot.views;
  if (boot.home) store.homes.set(boot.app.user, boot.home);
  store.statuses = new Map(boot.statuses.map((s) => [`${s.channel}:${s.thread_ts || ""}`, s.text]));
  store.prompts = new Map(boot.prompts.map((p) => [`${p.channel}:${p.thread_ts || ""}`, p]));
  store.clockOffset = boot.clock.now - Date.now() / 1000;
  store.nextWorkingDay = boot.clock.next_working_day;
}

function draw() {
  sidebar = new Sidebar();
  conversation = new Conversation();
  thread = new Thread();
  threads = new Threads();
  const offline = el("div", { class: "offline", role: "status", hidden: true }, t("offline"));
  on("online", (yes) => { offline.hidden = yes; });
  const veil = el("div", { class: "sheet-veil", onClick: () => emit("sheet", false) });
  replace(root,
    el("a", { class: "skip", href: "#messages" }, t("skip")),
    el("header", { class: "topbar" }, el("div", { class: "topbar-left" }, el("span", { class: "topbar-team" }, store.team.name)), clockControl(), personaSwitch()),
    offline,
    el("div", { class: "frame" }, rail(), sidebar.node, veil, el("main", { class: "main" }, conversation.node, el("div", { class: "threads-page", hidden: true }, el("header", { class: "main-head" }, el("button", { type: "button", class: "icon-button phone-only", "aria-label": t("openSidebar"), onClick: () => emit("sheet", true) }, icon("menu")), el("h1", { class: "title" }, icon("thread"), el("span", { class: "title-name" }, t("threads")))), threads.node)), thread.node));
  sidebar.draw();
  showViews();
}

function openFirst(wanted) {
  const named = channel(wanted.get("channel"));
  const first = named || [...store.channels.values()].find(isAppDm);
  if (!first) { sidebar.openWith(store.app.user); return; } // a new person meets the app first
  emit("open", { channel: first.id, tab: wanted.get("tab") || undefined });
  if (wanted.get("thread")) emit("open-thread", { channel: first.id, ts: wanted.get("thread") });
}

// After a break (or at the first hello): what may have been missed is read anew.
async function refresh() {
  const boot = await asked(() => get("boot"), take);
  if (!boot.ok) return;
  for (const id of [...store.messages.keys()]) if (id !== store.open.channel) store.messages.delete(id);
  sidebar.draw();
  showViews();
  if (store.open.channel && store.open.tab !== "home") await conversation.load();
  conversation.draw();
  await thread.load();
  emit("clock", boot);
}

function remember() {
  const query = new URLSearchParams({ as: store.me.id });
  if (store.open.channel) query.set("channel", store.open.channel);
  if (store.open.tab === "home") query.set("tab", "home");
  if (thread.at) query.set("thread", thread.at.ts);
  history.replaceState(null, "", `?${query}`);
  const c = channel(store.open.channel);
  const unread = [...store.channels.values()].some((one) => one.unread);
  root.classList.toggle("has-unread", [...store.channels.values()].some((one) => one.unread && one.id !== store.open.channel));
  document.title = `${unread ? "● " : ""}${c ? (c.kind === "im" ? nameOf(c.members.find((id) => id !== store.me.id) || store.me.id) : c.name) : store.team.name} - ${store.team.name}`;
}

function showThreads(yes) {
  root.querySelector(".threads-page").hidden = !yes;
  threads.node.hidden = !yes;
  conversation.node.hidden = yes;
}

on("open", async (to) => {
  closePopover();
  emit("sheet", false);
  if (to.threads) {
    emit("close-thread");
    store.open.tab = "threads";
    showThreads(true);
    sidebar.draw();
    await readThreads();
    threads.draw();
    return;
  }
  if (!channel(to.channel)) return;
  showThreads(false);
  if (to.channel !== store.open.channel || to.tab === "home") emit("close-thread");
  const opened = conversation.open(to.channel, to.tab);
  sidebar.draw();
  remember();
  await opened;
});

on("open-thread", ({ channel: id, ts, focus }) => {
  root.classList.add("with-thread");
  thread.open(id, ts, { focus });
  remember();
});
on("close-thread", () => { if (!thread.at) return; root.classList.remove("with-thread"); thread.close(); remember(); });
on("dm", (id) => sidebar.openWith(id));
on("sheet", (yes) => root.classList.toggle("sheet", yes));
on("sidebar", () => sidebar.draw());
on("notice", (text) => toast(text, { error: true }));
on("persona", (id) => { location.search = new URLSearchParams({ as: id }); });

async function readThreads() {
  const answer = await get("threads");
  if (answer.ok) store.threads = answer.threads;
  sidebar.draw();
}

function afterMessage({ message, kind }) {
  const here = message.channel === store.open.channel;
  if (here) { conversation.draw(); conversation.seen(); }
  const reply = message.thread_ts && message.thread_ts !== message.ts;
  if (thread.at && thread.at.channel === message.channel && thread.at.ts === (message.thread_ts || message.ts)) { thread.draw(); if (thread.list.stuck) thread.seen(); }
  else if (reply && kind === "message") { followReply(message, here); readThreads(); }
  sidebar.draw();
  remember();
}

// The app answers in a thread: the first answer to what the person just said opens it.
function followReply(message, here) {
  const asked = store.messages.get(message.channel)?.find((m) => m.ts === message.thread_ts);
  const fresh = asked && asked.user === store.me.id && asked === store.messages.get(message.channel).filter((m) => !m.thread_ts || m.thread_ts === m.ts).at(-1);
  if (here && fresh && store.open.tab === "messages" && isAppDm(channel(message.channel)) && message.user !== store.me.id && document.hasFocus()) emit("open-thread", { channel: message.channel, ts: message.thread_ts });
}

on("message", afterMessage);
on("message_changed", afterMessage);
on("message_deleted", afterMessage);
on("ephemeral", ({ message }) => { if (message.channel === store.open.channel) conversation.draw(); thread.draw(); });
on("status", ({ channel: id, thread_ts: ts, text }) => {
  if (id === store.open.channel) conversation.draw();
  if (thread.at?.channel === id) thread.draw();
  else if (text && ts) followReply({ channel: id, thread_ts: ts, user: store.app.user }, id === store.open.channel);
});
on("suggested_prompts", () => { conversation.draw(); thread.draw(); });
on("home", () => { if (store.open.tab === "home") conversation.draw(); });
for (const kind of ["channel", "read", "user"]) on(kind, () => { sidebar.draw(); conversation.draw(); remember(); });
on("member", ({ left }) => { sidebar.draw(); if (left && left === store.open.channel) openFirst(new URLSearchParams()); else conversation.draw(); });
on("clock", () => { conversation.draw(); });
on("thread-read", ({ channel: id, ts }) => {
  for (const list of [store.messages.get(id) || []]) { const at = list.findIndex((m) => m.ts === ts); if (at >= 0) list[at] = { ...list[at], thread_unread: 0 }; }
  store.threads = store.threads.map((one) => (one.channel === id && one.ts === ts ? { ...one, unread: 0 } : one));
  sidebar.draw();
  conversation.draw();
});

on("edit", (message) => {
  const plain = message.text.replace(/<@(\w+)>/g, (_, id) => `@${nameOf(id)}`).replace(/<#(\w+)>/g, (_, id) => `#${channel(id)?.name || id}`).replace(/<([^<>|]+)(?:\|[^<>]*)?>/g, "$1").replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
  const field = el("textarea", { class: "field", rows: 4, value: plain, "aria-label": t("edit"), dataset: { first: "1" } });
  const save = async () => { const answer = await post("edit", { channel: message.channel, ts: message.ts, text: field.value }); if (answer.ok) shown.close(); else toast(t("problem"), { error: true }); };
  const shown = dialog([el("header", { class: "dialog-head" }, el("h2", {}, t("edit"))), el("div", { class: "dialog-body" }, field), el("footer", { class: "dialog-foot" }, el("button", { type: "button", class: "button", onClick: () => shown.close() }, t("cancel")), el("button", { type: "button", class: "button primary", onClick: save }, t("save")))], { label: t("edit"), className: "confirm" });
  field.addEventListener("keydown", (event) => { if (event.key === "Enter" && !event.shiftKey && !event.isComposing && event.keyCode !== 229) { event.preventDefault(); save(); } });
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || event.isComposing) return;
  if (root.classList.contains("sheet")) emit("sheet", false);
  else if (thread.at && !store.views.length) emit("close-thread");
});
for (const kind of ["focus", "visibilitychange"]) (kind === "focus" ? window : document).addEventListener(kind, () => { conversation?.seen(); thread?.seen(); });
// A file dropped beside a drop zone must not replace the page.
for (const kind of ["dragover", "drop"]) window.addEventListener(kind, (event) => event.preventDefault());

start();
