// One message: who, when, what, its files, reactions, thread line, and what a person may do with it.
import { el, icon, iconButton } from "./dom.js";
import { store, emit, user, nameOf, threadKey } from "./store.js";
import { clockTime, dayAndTime, dayName, fullDate } from "./dates.js";
import { blocks } from "./blocks/index.js";
import { surface } from "./blocks/surface.js";
import { mrkdwn } from "./text/mrkdwn.js";
import { markdown } from "./text/markdown.js";
import { emoji, PICKER } from "./text/emoji.js";
import { plan, taskCard } from "./blocks/tasks.js";
import { fileRows } from "./file_rows.js";
import { confirmed } from "./dialog.js";
import { closePopover, menu, popover, place } from "./popover.js";
import { post } from "./api.js";
import { t } from "./words.js";

export function avatar(who, size = 36) {
  const known = who || { real_name: "?", colour: "888888" };
  const letter = [...(known.display_name || known.real_name || "?").trim()][0] || "?";
  return el("span", { class: `avatar${known.is_bot ? " avatar-app" : ""}`, "aria-hidden": "true", style: { width: `${size}px`, height: `${size}px`, fontSize: `${Math.round(size * 0.46)}px`, backgroundColor: `#${known.colour}` } }, known.is_bot ? icon("spark", Math.round(size * 0.62)) : letter);
}

export const appBadge = (who) => who?.is_bot && el("span", { class: "app-badge" }, t("app"));

/** Whether a message goes on under the one before it, without name and picture. */
export function continues(before, message) {
  if (!before || before.user !== message.user || before.subtype === "tombstone" || message.subtype === "tombstone") return false;
  return Boolean(before.ephemeral) === Boolean(message.ephemeral) && Number(message.ts) - Number(before.ts) < 300 && dayName(Number(before.ts)) === dayName(Number(message.ts)) && !before.reply_count;
}

/** The message's row. `where`: "channel" or "thread". */
export function messageRow(message, { compact = false, where = "channel" } = {}) {
  const who = user(message.user);
  const seconds = Number(message.ts);
  const name = nameOf(message.user);
  const gone = message.subtype === "tombstone";
  const time = el("time", { class: "time", title: fullDate(seconds), dateTime: new Date(seconds * 1000).toISOString() }, clockTime(seconds));
  const head = el("div", { class: "message-head" }, el("span", { class: "name" }, name), appBadge(who), who?.is_guest && el("span", { class: "app-badge" }, t("guest")), time);
  const row = el("article", {
    class: ["message", compact && "compact", message.ephemeral && "ephemeral", message.streaming && "streaming", message.pending && "pending"].filter(Boolean).join(" "),
    dataset: { ts: message.ts }, tabIndex: -1, "aria-label": `${name} ${clockTime(seconds)}`,
  },
    el("div", { class: "gutter" }, compact ? time : gone ? el("span", { class: "avatar avatar-gone" }, icon("trash", 18)) : avatar(who)),
    el("div", { class: "message-main" },
      message.ephemeral && el("div", { class: "only-you" }, icon("eye", 14), t("onlyYou")),
      !compact && !gone && head,
      gone ? el("div", { class: "text muted" }, t("deleted")) : body(message),
      reactions(message), where === "channel" && threadLine(message)),
    !gone && hoverBar(message, where));
  return row;
}

function body(message) {
  const out = el("div", { class: "body" });
  const ctx = surface("message", { channel: message.channel, ts: message.ts });
  const streamed = message.markdown !== undefined;
  if (message.stream_tasks?.length) out.append(streamTasks(message.stream_tasks));
  if (streamed && message.markdown) out.append(el("div", { class: "markdown" }, markdown(message.markdown)));
  else if (message.text && !(message.blocks || []).length && !streamed) out.append(el("div", { class: "text" }, mrkdwn(message.text)));
  out.append(...blocks(message.blocks, ctx));
  for (const attachment of message.attachments || []) out.append(attached(attachment, ctx));
  if (message.streaming) out.append(el("span", { class: "caret", "aria-hidden": "true" }));
  if (message.edited) {
    const mark = el("span", { class: "edited", title: fullDate(Number(message.edited.ts)) }, t("edited"));
    const last = out.lastElementChild;
    (last && last.matches(".text") ? last : out).append(mark);
  }
  if (message.files?.length) out.append(fileRows(message.files));
  return out;
}

function streamTasks(tasks) {
  const title = tasks.find((task) => task.type === "plan_update");
  const steps = tasks.filter((task) => task.type !== "plan_update");
  return title ? plan({ title: title.title, tasks: steps }) : el("div", { class: "timeline" }, steps.map(taskCard));
}

function attached(attachment, ctx) {
  const box = el("div", { class: "attachment" }, attachment.pretext && el("div", { class: "text" }, mrkdwn(attachment.pretext)));
  const inner = el("div", { class: "attachment-body" }, attachment.title && el("b", {}, attachment.title), attachment.text && el("div", { class: "text" }, mrkdwn(attachment.text)), blocks(attachment.blocks, ctx));
  if (/^#?[0-9a-f]{6}$/i.test(attachment.color || "")) inner.style.borderLeftColor = `#${attachment.color.replace("#", "")}`;
  box.append(inner);
  return box;
}

function reactions(message) {
  if (!message.reactions?.length) return null;
  return el("div", { class: "reactions" }, message.reactions.map((reaction) => {
    const mine = reaction.users.includes(store.me.id);
    const names = reaction.users.map(nameOf).join("、");
    return el("button", { type: "button", class: `reaction${mine ? " mine" : ""}`, "aria-pressed": String(mine), title: t("reactedBy", { names }), "aria-label": `:${reaction.name}: ${reaction.count}`, onClick: () => react(message, reaction.name) },
      el("span", { class: "emoji" }, emoji(reaction.name) || `:${reaction.name}:`), String(reaction.count));
  }));
}

export const react = (message, name) => post("react", { channel: message.channel, ts: message.ts, name });

function threadLine(message) {
  const status = store.statuses.get(threadKey(message.channel, message.ts));
  const count = message.reply_count || 0;
  if (!count && !status) return null;
  const openIt = () => emit("open-thread", { channel: message.channel, ts: message.ts });
  return el("button", { type: "button", class: `thread-line${message.thread_unread ? " unread" : ""}`, onClick: openIt },
    (message.reply_users || []).slice(0, 4).map((id) => avatar(user(id), 24)),
    count > 0 && el("span", { class: "thread-count" }, count === 1 ? t("oneReply") : t("replies", { n: count })),
    message.thread_unread > 0 && el("span", { class: "badge", "aria-label": t("unread", { n: message.thread_unread }) }, String(message.thread_unread)),
    status ? el("span", { class: "thread-status" }, dots(), t("status", { name: nameOf(store.app.user), status })) : el("span", { class: "thread-when" }, t("lastReply", { when: dayAndTime(Number(message.latest_reply)) })),
    el("span", { class: "thread-go" }, icon("right", 16)));
}

export const dots = () => el("span", { class: "dots", "aria-hidden": "true" }, el("i"), el("i"), el("i"));

function hoverBar(message, where) {
  if (message.ephemeral || message.pending) return null;
  const mine = message.user === store.me.id;
  const bar = el("div", { class: "hover-bar", role: "toolbar", "aria-label": t("more") });
  for (const name of ["white_check_mark", "eyes", "pray"]) bar.append(el("button", { type: "button", class: "icon-button", title: `:${name}:`, "aria-label": `:${name}:`, onClick: () => react(message, name) }, el("span", { class: "emoji" }, emoji(name))));
  const smile = iconButton("smile", t("react"), () => pickEmoji(smile, (picked) => react(message, picked.name)));
  bar.append(smile);
  if (where === "channel") bar.append(iconButton("thread", t("startThread"), () => emit("open-thread", { channel: message.channel, ts: message.thread_ts && message.thread_ts !== message.ts ? message.thread_ts : message.ts, focus: true })));
  const more = iconButton("more", t("more"), () => menu(more, [
    ...store.shortcuts.filter((one) => one.type === "message").map((one) => ({ label: one.name, icon: icon("bolt", 18), onPick: () => post("shortcut", { callback_id: one.callback_id, channel: message.channel, ts: message.ts }) })),
    { label: t("copyLink"), icon: icon("link", 18), onPick: () => navigator.clipboard?.writeText(bar.closest(".message").querySelector(".body")?.innerText || "") },
    ...(mine ? [{ label: t("edit"), icon: icon("edit", 18), onPick: () => emit("edit", message) }, { label: t("delete"), icon: icon("trash", 18), danger: true, onPick: () => remove(message) }] : []),
  ], { label: t("more"), align: "end" }));
  bar.append(more);
  return bar;
}

async function remove(message) {
  const sure = await confirmed({ title: { type: "plain_text", text: t("deleteAsk") }, text: { type: "plain_text", text: t("deleteNote") }, confirm: { type: "plain_text", text: t("delete") }, style: "danger" });
  if (sure) await post("delete", { channel: message.channel, ts: message.ts });
}

export function pickEmoji(anchor, onPick) {
  const grid = el("div", { class: "emoji-grid" }, PICKER.map((one) => el("button", { type: "button", class: "emoji-cell", title: `:${one.name}:`, "aria-label": one.name, onClick: () => { closePopover(); onPick(one); } }, one.character)));
  const box = popover(anchor, grid, { label: t("emoji"), align: "end" });
  place(box, anchor, "end");
  grid.querySelector("button")?.focus();
}
