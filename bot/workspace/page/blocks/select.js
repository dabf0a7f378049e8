// Selects of every source, single and multi: a button that opens a searchable list.
import { el, icon } from "../dom.js";
import { popover, closePopover, place } from "../popover.js";
import { post } from "../api.js";
import { store, nameOf, channelName } from "../store.js";
import { textObject } from "../text/mrkdwn.js";
import { t } from "../words.js";
import { choose, keep, valueOf } from "./surface.js";
import { confirmed } from "../dialog.js";

const plain = (text) => ({ type: "plain_text", text, emoji: true });
const people = () => [...store.users.values()].filter((u) => !u.is_bot).map((u) => ({ text: plain(nameOf(u.id)), value: u.id, description: u.title ? plain(u.title) : null }));

function conversations(filter = {}) {
  const kinds = new Set((filter.include || ["public", "private", "im", "mpim"]));
  return [...store.channels.values()]
    .filter((c) => kinds.has(c.kind) && !(filter.exclude_bot_users && c.kind === "im" && c.members.includes(store.app.user)))
    .map((c) => ({ text: plain(`${c.kind === "public" ? "# " : c.kind === "private" ? "🔒 " : ""}${channelName(c)}`), value: c.id }));
}

// kind of source → [field of one, field of many, is the field an option object]
const SOURCES = {
  static: ["selected_option", "selected_options"], external: ["selected_option", "selected_options"],
  users: ["selected_user", "selected_users"], conversations: ["selected_conversation", "selected_conversations"], channels: ["selected_channel", "selected_channels"],
};

const sourceOf = (element) => element.type.replace(/^multi_/, "").replace(/_select$/, "");
const isMulti = (element) => element.type.startsWith("multi_");

function listOf(element) {
  switch (sourceOf(element)) {
    case "users": return [{ options: people() }];
    case "conversations": return [{ options: conversations(element.filter) }];
    case "channels": return [{ options: conversations({ include: ["public"] }) }];
    default: return element.option_groups || [{ options: element.options || [] }];
  }
}

const optionFor = (element, id) => listOf(element).flatMap((g) => g.options).find((o) => o.value === id) || { text: plain(nameOf(id)), value: id };

/** What is chosen, always as option objects. */
function chosen(ctx, block, element) {
  const source = sourceOf(element);
  const [one, many] = SOURCES[source];
  const held = valueOf(ctx, block, element);
  const raw = isMulti(element) ? held?.[many] || [] : held?.[one] ? [held[one]] : [];
  return ["static", "external"].includes(source) ? raw : raw.map((id) => optionFor(element, id));
}

function fields(element, options) {
  const source = sourceOf(element);
  const [one, many] = SOURCES[source];
  const bare = (o) => (["static", "external"].includes(source) ? { text: o.text, value: o.value, ...(o.description ? { description: o.description } : {}) } : o.value);
  return isMulti(element) ? { [many]: options.map(bare) } : { [one]: options.length ? bare(options[0]) : null };
}

function initial(element) {
  const source = sourceOf(element);
  const names = { static: ["initial_option", "initial_options"], external: ["initial_option", "initial_options"], users: ["initial_user", "initial_users"], conversations: ["initial_conversation", "initial_conversations"], channels: ["initial_channel", "initial_channels"] }[source];
  const value = element[names[isMulti(element) ? 1 : 0]];
  const list = value ? (isMulti(element) ? value : [value]) : [];
  return fields(element, list.map((v) => (typeof v === "string" ? { value: v } : v)));
}

export function select(element, block, ctx) {
  keep(ctx, block, element, initial(element), { initial: true });
  const multi = isMulti(element);
  const label = block.label?.text || element.placeholder?.text || t("choose");
  const face = el("span", { class: "select-face" });
  const button = el("button", { type: "button", class: `select${multi ? " multi" : ""}`, "aria-haspopup": "listbox", "aria-expanded": "false", "aria-label": label, dataset: { action: element.action_id } }, face, icon("down", 16));
  const draw = () => {
    const picked = chosen(ctx, block, element);
    face.replaceChildren();
    face.classList.toggle("placeholder", !picked.length);
    if (!picked.length) face.append(...(element.placeholder ? textObject(element.placeholder) : [t("choose")]));
    else if (multi) for (const option of picked) face.append(el("span", { class: "chip" }, textObject(option.text)));
    else face.append(...textObject(picked[0].text));
    button.setAttribute("aria-label", picked.length ? `${label}: ${picked.map((o) => o.text?.text).join("、")}` : label);
  };
  const pick = async (options, { close = !multi } = {}) => {
    const before = valueOf(ctx, block, element);
    if (close) closePopover();
    if (element.confirm && !(await confirmed(element.confirm))) return;
    keep(ctx, block, element, fields(element, options));
    draw();
    const sent = await choose(ctx, block, { ...element, confirm: undefined }, fields(element, options), button);
    if (!sent && before) { ctx.values[block.block_id][element.action_id] = before; draw(); }
  };
  button.addEventListener("click", () => openList({ button, element, block, ctx, label, multi, pick }));
  draw();
  return button;
}

function openList({ button, element, block, ctx, label, multi, pick }) {
  const external = sourceOf(element) === "external";
  const least = external ? element.min_query_length ?? 3 : 0;
  const list = el("div", { class: "options", role: "listbox", "aria-label": label, "aria-multiselectable": multi ? "true" : null });
  const search = el("input", { class: "option-search", type: "text", placeholder: t("search"), "aria-label": t("search"), autocomplete: "off" });
  const box = popover(button, [el("div", { class: "option-search-row" }, search), list], { label, className: "select-list", onClose: () => button.setAttribute("aria-expanded", "false") });
  button.setAttribute("aria-expanded", "true");
  let active = -1;
  let turn = 0;
  const rows = () => [...list.querySelectorAll(".option:not([aria-disabled])")];
  const light = (index) => {
    const all = rows();
    active = all.length ? (index + all.length) % all.length : -1;
    all.forEach((row, i) => row.classList.toggle("active", i === active));
    all[active]?.scrollIntoView({ block: "nearest" });
  };
  const toggle = (option) => {
    if (!multi) return pick([option]);
    const now = chosen(ctx, block, element);
    const has = now.some((o) => o.value === option.value);
    if (!has && element.max_selected_items && now.length >= element.max_selected_items) return null;
    const next = has ? now.filter((o) => o.value !== option.value) : [...now, option];
    const done = pick(next, { close: Boolean(element.confirm) });
    if (!element.confirm) { fill(last); place(box, button); }
    return done;
  };
  let last = [];
  const fill = (groups) => {
    last = groups;
    const words = search.value.trim().toLowerCase();
    const picked = new Set(chosen(ctx, block, element).map((o) => o.value));
    list.replaceChildren();
    for (const group of groups) {
      const shown = (group.options || []).filter((o) => external || !words || `${o.text?.text} ${o.description?.text || ""}`.toLowerCase().includes(words));
      if (!shown.length) continue;
      if (group.label) list.append(el("div", { class: "option-group" }, textObject(group.label)));
      for (const option of shown) {
        const on = picked.has(option.value);
        list.append(el("div", { class: `option${on ? " chosen" : ""}`, role: "option", "aria-selected": String(on), onClick: () => toggle(option) },
          el("span", { class: "option-check" }, on && icon("check", 16)), el("span", { class: "option-text" }, textObject(option.text), option.description && el("span", { class: "option-note" }, textObject(option.description)))));
      }
    }
    if (!list.children.length) list.append(el("div", { class: "options-empty" }, external && words.length < least ? t("search") : t("noMatch")));
    light(active < 0 ? 0 : active);
  };
  const ask = async () => {
    const mine = (turn += 1);
    if (search.value.trim().length < least) return fill([]);
    list.replaceChildren(el("div", { class: "options-empty" }, t("loading")));
    const answer = await post("options", { ...ctx.place, block_id: block.block_id, action_id: element.action_id, value: search.value });
    if (mine !== turn) return null;
    if (!answer.ok) return list.replaceChildren(el("div", { class: "options-empty", role: "alert" }, t("problem")));
    return fill(answer.option_groups || [{ options: answer.options || [] }]);
  };
  let timer;
  search.addEventListener("input", () => {
    active = 0;
    clearTimeout(timer);
    if (external) timer = setTimeout(ask, 250); else fill(listOf(element));
  });
  box.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    if (event.key === "ArrowDown") { event.preventDefault(); light(active + 1); }
    if (event.key === "ArrowUp") { event.preventDefault(); light(active - 1); }
    if (event.key === "Enter") { event.preventDefault(); rows()[active]?.click(); }
  });
  if (external) ask(); else fill(listOf(element));
  place(box, button);
  search.focus();
}
