// Date, time and date-time pickers: a calendar in the person's language, times by the half hour or as typed.
import { el, icon, iconButton } from "../dom.js";
import { popover, closePopover, place } from "../popover.js";
import { store, now } from "../store.js";
import { dayKey } from "../dates.js";
import { lang, t } from "../words.js";
import { textObject } from "../text/mrkdwn.js";
import { choose, isInput, keep, valueOf } from "./surface.js";

const utc = (day) => new Date(`${day}T00:00:00Z`);
const key = (date) => date.toISOString().slice(0, 10);
const say = (date, options) => new Intl.DateTimeFormat(lang() === "en" ? "en-US" : "ja-JP", { timeZone: "UTC", ...options }).format(date);
const dayText = (day) => say(utc(day), { year: "numeric", month: "long", day: "numeric", weekday: "short" });
const isDay = (day) => /^\d{4}-\d{2}-\d{2}$/.test(day || "") && !Number.isNaN(utc(day).getTime());

/** A calendar; calls `onPick` with "YYYY-MM-DD". */
export function calendar(day, onPick) {
  let shown = utc(isDay(day) ? day : dayKey(now()));
  const box = el("div", { class: "calendar" });
  const move = (months) => { shown = new Date(Date.UTC(shown.getUTCFullYear(), shown.getUTCMonth() + months, 1)); draw(); };
  const focusOn = (date) => { shown = date; draw(); box.querySelector(`[data-day="${key(date)}"]`)?.focus(); };
  function draw() {
    const first = new Date(Date.UTC(shown.getUTCFullYear(), shown.getUTCMonth(), 1));
    const start = new Date(first.getTime() - first.getUTCDay() * 864e5);
    const names = Array.from({ length: 7 }, (_, i) => el("span", { class: `calendar-name d${i}` }, say(new Date(start.getTime() + i * 864e5), { weekday: lang() === "en" ? "short" : "narrow" })));
    const days = Array.from({ length: 42 }, (_, i) => {
      const date = new Date(start.getTime() + i * 864e5);
      const name = key(date);
      const classes = ["calendar-day", `d${i % 7}`, date.getUTCMonth() !== first.getUTCMonth() && "other", name === dayKey(now()) && "today", name === day && "picked"];
      return el("button", { type: "button", class: classes.filter(Boolean).join(" "), dataset: { day: name }, "aria-label": dayText(name), "aria-pressed": String(name === day), tabIndex: name === key(shown) ? 0 : -1, onClick: () => onPick(name) }, String(date.getUTCDate()));
    });
    box.replaceChildren(
      el("div", { class: "calendar-head" }, iconButton("back", "◀", () => move(-1)), el("strong", { "aria-live": "polite" }, say(first, { year: "numeric", month: "long" })), iconButton("right", "▶", () => move(1))),
      el("div", { class: "calendar-grid" }, names, days));
  }
  box.addEventListener("keydown", (event) => {
    const step = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }[event.key];
    const on = event.target.dataset?.day;
    if (!step || !on) return;
    event.preventDefault();
    focusOn(new Date(utc(on).getTime() + step * 864e5));
  });
  draw();
  return box;
}

/** "9:5", "９時１５分", "0915" → "09:15"; null if it is no time. */
export function readTime(typed) {
  const text = typed.normalize("NFKC").trim().replace(/時半/, ":30").replace(/時/, ":").replace(/分/, "");
  const match = /^(\d{1,2})(?::(\d{1,2})?)?$/.exec(text) || /^(\d{1,2})(\d{2})$/.exec(text);
  if (!match || Number(match[1]) > 23 || Number(match[2] || 0) > 59) return null;
  return `${match[1].padStart(2, "0")}:${(match[2] || "0").padStart(2, "0")}`;
}

function field(name, label, placeholder, text) {
  const face = el("span", { class: `select-face${text ? "" : " placeholder"}` }, text || placeholder);
  return el("button", { type: "button", class: `select select-${name}`, "aria-haspopup": "dialog", "aria-label": text ? `${label}: ${text}` : label }, icon(name === "date" ? "calendar" : "clock", 16), face, icon("down", 16));
}

function dayField(label, placeholder, day, onPick) {
  const button = field("date", label, placeholder, isDay(day) ? dayText(day) : "");
  button.addEventListener("click", () => {
    const box = popover(button, calendar(day, (picked) => { closePopover(); onPick(picked); }), { label: t("chooseDate") });
    place(box, button);
    box.querySelector(".calendar-day[tabindex='0']")?.focus();
  });
  return button;
}

function timeField(label, placeholder, time, onPick) {
  const button = field("time", label, placeholder, time);
  button.addEventListener("click", () => {
    const list = el("div", { class: "options", role: "listbox" });
    const typed = el("input", { class: "option-search", type: "text", inputMode: "numeric", placeholder: "9:00", "aria-label": t("chooseTime") });
    const pick = (value) => { closePopover(); onPick(value); };
    const fill = () => {
      const exact = readTime(typed.value);
      const all = Array.from({ length: 48 }, (_, i) => `${String(i >> 1).padStart(2, "0")}:${i % 2 ? "30" : "00"}`);
      const head = typed.value.normalize("NFKC").replace(/\D.*$/, "");
      const near = typed.value ? all.filter((value) => Number(value.slice(0, 2)) === Number(head)) : all;
      const shown = [...new Set([...(exact ? [exact] : []), ...near])];
      list.replaceChildren(...shown.map((value) => el("button", { type: "button", class: `option${value === time ? " chosen" : ""}`, role: "option", "aria-selected": String(value === time), onClick: () => pick(value) }, value)));
      if (!shown.length) list.append(el("div", { class: "options-empty" }, t("noMatch")));
      (list.querySelector(".chosen") || (typed.value ? null : list.children[18]))?.scrollIntoView({ block: "nearest" });
    };
    typed.addEventListener("input", fill);
    typed.addEventListener("keydown", (event) => { if (event.key === "Enter" && !event.isComposing) { event.preventDefault(); list.querySelector(".option")?.click(); } });
    const box = popover(button, [el("div", { class: "option-search-row" }, typed), list], { label: t("chooseTime"), className: "select-list narrow" });
    fill();
    place(box, button);
    typed.focus();
  });
  return button;
}

// Draws a control anew each time its value changes.
function redrawn(make) {
  const host = el("span", { class: "picker" });
  const draw = () => host.replaceChildren(...[make(draw)].flat());
  draw();
  return host;
}

// What is optional in a form can be left empty again.
function clearing(label, block, held, onClear) {
  if (!held || !isInput(block) || !block.optional) return [];
  return [iconButton("close", `${t("empty")}: ${label}`, onClear, "small picker-clear")];
}

const labelOf = (block, element, otherwise) => block.label?.text || element.placeholder?.text || otherwise;

export function datepicker(element, block, ctx) {
  keep(ctx, block, element, { selected_date: element.initial_date || null }, { initial: true });
  return redrawn((draw) => {
    const label = labelOf(block, element, t("chooseDate"));
    const held = valueOf(ctx, block, element)?.selected_date;
    const set = async (day) => {
      keep(ctx, block, element, { selected_date: day });
      draw();
      await choose(ctx, block, element, { selected_date: day, initial_date: element.initial_date }, host(ctx, block, element));
    };
    return [dayField(label, element.placeholder ? textObject(element.placeholder) : t("chooseDate"), held, set), ...clearing(label, block, held, () => set(null))];
  });
}

export function timepicker(element, block, ctx) {
  keep(ctx, block, element, { selected_time: element.initial_time || null }, { initial: true });
  return redrawn((draw) => {
    const label = labelOf(block, element, t("chooseTime"));
    const held = valueOf(ctx, block, element)?.selected_time;
    const set = async (time) => {
      keep(ctx, block, element, { selected_time: time });
      draw();
      await choose(ctx, block, element, { selected_time: time, initial_time: element.initial_time }, host(ctx, block, element));
    };
    return [timeField(label, element.placeholder ? textObject(element.placeholder) : t("chooseTime"), held, set), ...clearing(label, block, held, () => set(null))];
  });
}

export function datetimepicker(element, block, ctx) {
  keep(ctx, block, element, { selected_date_time: element.initial_date_time || null }, { initial: true });
  const held = valueOf(ctx, block, element)?.selected_date_time;
  let [day, time] = held ? splitMoment(held) : [null, null];
  return redrawn((draw) => {
    const set = async () => {
      draw();
      if (!day || !time) return;
      await choose(ctx, block, element, { selected_date_time: moment(day, time) }, host(ctx, block, element));
    };
    const label = labelOf(block, element, "");
    return [dayField(label || t("chooseDate"), t("chooseDate"), day, (picked) => { day = picked; time ||= "09:00"; set(); }), timeField(label || t("chooseTime"), t("chooseTime"), time, (picked) => { time = picked; day ||= dayKey(now()); set(); })];
  });
}

const host = (ctx, block, element) => document.querySelector(`[data-element="${CSS.escape(`${ctx.key}/${block.block_id}/${element.action_id}`)}"]`);

/** A day and a time in the person's zone as unix seconds. */
export function moment(day, time) {
  const wanted = Date.parse(`${day}T${time}:00Z`) / 1000;
  let guess = wanted;
  for (let i = 0; i < 2; i += 1) guess += wanted - wall(guess);
  return guess;
}

export function splitMoment(seconds) {
  const date = new Date(wall(seconds) * 1000).toISOString();
  return [date.slice(0, 10), date.slice(11, 16)];
}

function wall(seconds) {
  const parts = Object.fromEntries(new Intl.DateTimeFormat("en-US", { timeZone: store.me?.tz, hourCycle: "h23", year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", second: "2-digit" }).formatToParts(new Date(seconds * 1000)).map((p) => [p.type, p.value]));
  return Date.UTC(parts.year, parts.month - 1, parts.day, parts.hour, parts.minute, parts.second) / 1000;
}
