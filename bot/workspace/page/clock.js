// The workspace's own clock: what time it is there, and ways to move it forward.
import { el, icon } from "./dom.js";
import { store, on, now } from "./store.js";
import { clockTime, dayKey, format, span } from "./dates.js";
import { calendar, moment, readTime, splitMoment } from "./blocks/dates.js";
import { closePopover, popover, place } from "./popover.js";
import { toast } from "./dialog.js";
import { post } from "./api.js";
import { lang, t } from "./words.js";

const day = (seconds) => format(seconds, { month: lang() === "en" ? "short" : "long", day: "numeric", weekday: "short" });

export function clockControl() {
  const face = el("span", { class: "clock-face" });
  const ahead = el("span", { class: "clock-ahead" });
  const button = el("button", { type: "button", class: "clock", "aria-haspopup": "dialog" }, icon("clock", 18), face, ahead, icon("down", 14));
  const draw = () => {
    const gap = store.clockOffset;
    face.replaceChildren(el("span", { class: "clock-day" }, day(now())), " ", clockTime(now()));
    ahead.textContent = gap > 90 ? t("later", { span: span(gap) }) : "";
    button.setAttribute("aria-label", `${t("clock")}：${day(now())} ${clockTime(now())}`);
    button.title = t("clock");
  };
  button.addEventListener("click", () => open(button));
  on("clock", draw);
  setInterval(draw, 5000);
  draw();
  return button;
}

async function move(step) {
  closePopover();
  const answer = await post("clock", step);
  if (!answer.ok) toast(t("onlyForward"), { error: true });
}

function open(button) {
  const row = (label, note, step) => el("button", { type: "button", class: "menu-item", onClick: () => move(step) }, icon("right", 16), el("span", { class: "menu-label" }, label), el("span", { class: "menu-note" }, note));
  const at = (seconds) => `${day(seconds)} ${clockTime(seconds)}`;
  const choose = el("button", { type: "button", class: "menu-item", "aria-expanded": "false" }, icon("calendar", 16), el("span", { class: "menu-label" }, t("setTime")));
  const panel = el("div", { class: "clock-panel", hidden: true });
  const content = el("div", { class: "clock-menu" },
    el("div", { class: "clock-now" }, el("strong", {}, format(now(), { year: "numeric", month: "long", day: "numeric", weekday: "short" })), el("span", {}, clockTime(now()))),
    row(t("oneHour"), at(now() + 3600), { advance_s: 3600 }), row(t("nextDay"), at(now() + 86400), { advance_s: 86400 }),
    row(t("nextWorkingDay"), day(store.nextWorkingDay), { to_next_working_day: 9 }), choose, panel, el("p", { class: "clock-note" }, t("clockNote"), " ", t("onlyForward")));
  const box = popover(button, content, { label: t("clock") });
  choose.addEventListener("click", () => {
    panel.hidden = !panel.hidden;
    choose.setAttribute("aria-expanded", String(!panel.hidden));
    if (!panel.hidden) pickMoment(panel);
    place(box, button);
  });
  content.querySelector("button").focus();
}

function pickMoment(panel) {
  let [chosen, time] = splitMoment(now() + 3600);
  const field = el("input", { class: "field", type: "text", value: time, inputMode: "numeric", "aria-label": t("chooseTime") });
  const draw = () => panel.replaceChildren(calendar(chosen, (picked) => { chosen = picked; draw(); }), el("div", { class: "clock-go" }, field, el("button", { type: "button", class: "button primary", onClick: go }, t("go"))));
  const go = () => {
    time = readTime(field.value);
    if (!time || chosen < dayKey(now())) { toast(t("onlyForward"), { error: true }); return; }
    move({ to: new Date(moment(chosen, time) * 1000).toISOString().replace("Z", "+00:00") });
  };
  field.addEventListener("keydown", (event) => { if (event.key === "Enter" && !event.isComposing) go(); });
  draw();
}
