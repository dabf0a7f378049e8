// Elements a person presses: buttons, overflow menus, feedback, icon buttons, radio buttons and checkboxes.
import { el, icon } from "../dom.js";
import { menu } from "../popover.js";
import { textObject } from "../text/mrkdwn.js";
import { safeUrl } from "../text/inline.js";
import { store } from "../store.js";
import { t } from "../words.js";
import { choose, keep, send, valueOf } from "./surface.js";
import { confirmed } from "../dialog.js";

export function button(element, block, ctx) {
  const style = element.style === "primary" ? "primary" : element.style === "danger" ? "danger" : "";
  const node = el("button", {
    type: "button", class: `button ${style}`, "aria-label": element.accessibility_label, dataset: { action: element.action_id, element: `${ctx.key}/${block.block_id}/${element.action_id}` },
    onClick: async () => {
      if (element.confirm && !(await confirmed(element.confirm))) return;
      const url = element.url && safeUrl(element.url);
      if (url) window.open(url, "_blank", "noopener,noreferrer");
      await send(ctx, block, element, { text: element.text, value: element.value, ...(element.style ? { style: element.style } : {}) }, node, { confirm: null });
    },
  }, el("span", { class: "button-text" }, textObject(element.text)));
  return node;
}

export function overflow(element, block, ctx) {
  const node = el("button", { type: "button", class: "button overflow", title: t("more"), "aria-label": t("more"), "aria-haspopup": "menu", dataset: { action: element.action_id } }, icon("more", 16));
  node.addEventListener("click", () => menu(node, (element.options || []).map((option) => ({
    label: textObject(option.text),
    note: option.description?.text,
    onPick: () => {
      const url = option.url && safeUrl(option.url);
      if (url) window.open(url, "_blank", "noopener,noreferrer");
      send(ctx, block, element, { selected_option: option }, node);
    },
  })), { label: t("more"), align: "end" }));
  return node;
}

export function feedbackButtons(element, block, ctx) {
  const chosen = () => valueOf(ctx, block, element)?.value;
  const host = el("span", { class: "feedback", role: "group", dataset: { action: element.action_id } });
  const make = (spec, mark, otherwise) => {
    const label = spec.accessibility_label || spec.text?.text || otherwise;
    const node = el("button", { type: "button", class: "feedback-button", title: spec.text?.text || label, "aria-label": label, "aria-pressed": String(chosen() === spec.value) }, icon(mark, 16));
    node.addEventListener("click", async () => {
      const sent = await send(ctx, block, element, { text: spec.text, value: spec.value }, node);
      if (!sent) return;
      (ctx.values[block.block_id] ??= {})[element.action_id] = { type: element.type, value: spec.value };
      draw();
    });
    return node;
  };
  const draw = () => host.replaceChildren(make(element.positive_button || {}, "up", t("good")), make(element.negative_button || {}, "thumbdown", t("bad")));
  draw();
  return host;
}

export function iconButtonElement(element, block, ctx) {
  if (element.visible_to_user_ids && !element.visible_to_user_ids.includes(store.me.id)) return null;
  const label = element.accessibility_label || element.text?.text || element.icon;
  const node = el("button", { type: "button", class: "feedback-button", title: element.text?.text || label, "aria-label": label, dataset: { action: element.action_id } }, icon(element.icon === "trash" ? "trash" : "more", 16));
  node.addEventListener("click", () => send(ctx, block, element, { value: element.value }, node));
  return node;
}

export function radioButtons(element, block, ctx) {
  const option = element.initial_option || null;
  keep(ctx, block, element, { selected_option: option }, { initial: true });
  return choices(element, block, ctx, "radio", () => valueOf(ctx, block, element)?.selected_option, (picked) => ({ selected_option: picked }));
}

export function checkboxes(element, block, ctx) {
  keep(ctx, block, element, { selected_options: element.initial_options || [] }, { initial: true });
  const held = () => valueOf(ctx, block, element)?.selected_options || [];
  return choices(element, block, ctx, "checkbox", held, (picked) => {
    const has = held().some((o) => o.value === picked.value);
    const next = has ? held().filter((o) => o.value !== picked.value) : [...held(), picked];
    return { selected_options: (element.options || []).filter((o) => next.some((n) => n.value === o.value)) };
  });
}

function choices(element, block, ctx, kind, held, next) {
  const name = `${ctx.key}/${block.block_id}/${element.action_id}`;
  const box = el("div", { class: "choices", role: kind === "radio" ? "radiogroup" : "group", "aria-label": block.label?.text || null, dataset: { action: element.action_id } });
  const draw = () => {
    const now = [held()].flat().filter(Boolean).map((o) => o.value);
    for (const input of box.querySelectorAll("input")) input.checked = now.includes(input.value);
  };
  for (const option of element.options || []) {
    const input = el("input", { type: kind, name, value: option.value });
    input.addEventListener("change", async () => {
      const before = ctx.values[block.block_id]?.[element.action_id];
      if (element.confirm && !(await confirmed(element.confirm))) return draw();
      const sent = await choose(ctx, block, { ...element, confirm: undefined }, next(option), box);
      if (!sent && before) { ctx.values[block.block_id][element.action_id] = before; }
      return draw();
    });
    box.append(el("label", { class: `choice ${kind}` }, input, el("span", { class: "choice-text" }, textObject(option.text), option.description && el("span", { class: "choice-note" }, textObject(option.description)))));
  }
  draw();
  return box;
}
