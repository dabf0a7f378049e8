// What an element needs to know of where it stands: the values of the surface, and how a press reaches the app.
import { el } from "../dom.js";
import { store, now } from "../store.js";
import { post } from "../api.js";
import { confirmed } from "../dialog.js";
import { t } from "../words.js";

/** `place`: { channel, ts } of a message or { view }. `kind`: "message", "modal" or "home". */
export function surface(kind, place) {
  const key = place.view || `${place.channel}:${place.ts}`;
  if (!store.blockValues.has(key)) store.blockValues.set(key, {});
  return { kind, place, key, values: store.blockValues.get(key), shown: new Map(), errors: {}, problem: null };
}

export const valueOf = (ctx, block, element) => ctx.values[block.block_id]?.[element.action_id];

/** Remembers what an element holds; `initial` is only taken where the person has not chosen yet. */
export function keep(ctx, block, element, value, { initial = false } = {}) {
  ctx.shown.set(`${block.block_id}\n${element.action_id}`, true);
  const held = (ctx.values[block.block_id] ??= {});
  if (initial && held[element.action_id] && held[element.action_id].type === element.type) return held[element.action_id];
  held[element.action_id] = { type: element.type, ...value };
  return held[element.action_id];
}

/** `state.values`: only of blocks that are shown now. */
export function stateOf(ctx) {
  const out = {};
  for (const name of ctx.shown.keys()) {
    const [block, action] = name.split("\n");
    const value = ctx.values[block]?.[action];
    if (value) (out[block] ??= {})[action] = value;
  }
  return out;
}

export const isInput = (block) => block.type === "input";

/** Forgets what stood in fields that are no longer shown, as Slack does when a view is updated. */
export function forgetUnshown(ctx) {
  for (const [block, held] of Object.entries(ctx.values)) for (const action of Object.keys(held)) if (!ctx.shown.has(`${block}\n${action}`)) delete held[action];
}

/** A person has chosen something: kept, and told to the app unless it waits for a submit. */
export async function choose(ctx, block, element, value, node) {
  keep(ctx, block, element, value);
  clearError(ctx, block);
  if (isInput(block) && !block.dispatch_action) return true;
  return send(ctx, block, element, value, node);
}

/** block_actions, after the confirm question if there is one. False if the person said no or the app did not answer. */
export async function send(ctx, block, element, fields, node, { confirm = element.confirm, busy = true } = {}) {
  if (confirm && !(await confirmed(confirm))) return false;
  const action = { type: element.type, action_id: element.action_id, block_id: block.block_id, ...fields, action_ts: now().toFixed(6) };
  if (busy) setBusy(node, true);
  tell(node, "");
  const answer = await post("press", { ...ctx.place, action, state: stateOf(ctx) });
  if (busy) setBusy(node, false);
  if (!answer.ok) tell(node, ["not_found", "message_not_found"].includes(answer.error) ? t("viewGone") : answer.text || t(ctx.kind === "modal" ? "modalTrouble" : "appDidNotAnswer"));
  return Boolean(answer.ok);
}

function setBusy(node, on) {
  if (!node) return;
  node.classList.toggle("busy", on);
  node.setAttribute("aria-busy", String(on));
  if ("disabled" in node) node.disabled = on;
}

/** Says under the block what went wrong; an empty text takes it away. */
export function tell(node, text) {
  const block = node?.closest(".block") || node?.parentElement;
  if (!block) return;
  block.querySelector(":scope > .block-problem")?.remove();
  if (text) block.append(el("div", { class: "block-problem", role: "alert" }, text));
}

export function clearError(ctx, block) {
  if (!ctx.errors[block.block_id]) return;
  delete ctx.errors[block.block_id];
  ctx.redrawError?.(block.block_id);
}
