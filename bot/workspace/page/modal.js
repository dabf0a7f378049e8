// Modals: a stack of up to three, the last on top; what is wrong stands under its field.
import { el, holdFocus, iconButton } from "./dom.js";
import { store, on, emit } from "./store.js";
import { blocks } from "./blocks/index.js";
import { forgetUnshown, stateOf, surface } from "./blocks/surface.js";
import { faults } from "./blocks/inputs.js";
import { closePopover } from "./popover.js";
import { avatar } from "./message.js";
import { plainText } from "./text/mrkdwn.js";
import { post } from "./api.js";
import { t } from "./words.js";
import { user } from "./store.js";

const shown = new Map(); // view id → Modal

class Modal {
  constructor(view) {
    this.view = view;
    this.body = el("div", { class: "modal-body" });
    this.problem = el("div", { class: "modal-problem", role: "alert" });
    this.box = el("form", { class: "modal", role: "dialog", "aria-modal": "true", noValidate: true, tabIndex: -1, dataset: { view: view.id }, onSubmit: (event) => { event.preventDefault(); this.submit(); } });
    this.veil = el("div", { class: "veil modal-veil" }, this.box);
    this.veil.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || event.isComposing) return;
      event.stopPropagation();
      this.close();
    });
    this.show(view);
    document.body.append(this.veil);
    this.release = holdFocus(this.box);
    this.focusFirst();
  }

  show(view) {
    const focused = this.body.contains(document.activeElement) ? document.activeElement.dataset.action : null;
    const sameHeads = this.view && this.view.hash !== view.hash;
    this.view = view;
    this.ctx = surface("modal", { view: view.id });
    this.ctx.submit = () => this.submit();
    this.ctx.redrawError = (block) => this.showError(block);
    if (sameHeads) this.problem.textContent = "";
    this.drawBody();
    const title = el("h2", {}, plainText(view.title?.text));
    this.submitButton = view.submit || view.blocks.some((b) => b.type === "input") ? el("button", { type: "submit", class: "button primary" }, el("span", { class: "button-text" }, view.submit ? plainText(view.submit.text) : t("submit"))) : null;
    const back = view.previous_view_id ? iconButton("back", t("close"), () => this.close()) : avatar(user(store.app.user), 24);
    this.box.setAttribute("aria-label", view.title?.text || "");
    this.box.replaceChildren(
      el("header", { class: "modal-head" }, back, title, iconButton("close", t("close"), () => this.close(true))),
      this.body, this.problem,
      el("footer", { class: "modal-foot" }, el("button", { type: "button", class: "button", onClick: () => this.close() }, view.close ? plainText(view.close.text) : t(view.submit ? "cancel" : "close")), this.submitButton));
    if (focused) this.body.querySelector(`[data-action="${CSS.escape(focused)}"]`)?.focus();
  }

  drawBody() {
    const top = this.body.scrollTop;
    this.ctx.shown.clear();
    this.body.replaceChildren(...blocks(this.view.blocks, this.ctx));
    forgetUnshown(this.ctx);
    this.body.scrollTop = top;
  }

  showError(blockId) {
    const block = this.body.querySelector(`[data-block="${CSS.escape(blockId)}"]`);
    const text = this.ctx.errors[blockId] || "";
    if (!block) return;
    block.querySelector(".input-block")?.classList.toggle("invalid", Boolean(text));
    const sentence = block.querySelector(".input-block > .field-error");
    if (sentence) sentence.textContent = text;
    for (const field of block.querySelectorAll("[aria-describedby]")) field[text ? "setAttribute" : "removeAttribute"]("aria-invalid", "true");
  }

  showErrors(errors) {
    const before = Object.keys(this.ctx.errors);
    this.ctx.errors = errors;
    for (const id of new Set([...before, ...Object.keys(errors)])) this.showError(id);
    const first = this.body.querySelector(".input-block.invalid");
    first?.scrollIntoView({ block: "nearest" });
    first?.querySelector("input,textarea,button")?.focus();
  }

  async submit() {
    if (!this.submitButton || this.submitButton.disabled) return;
    const wrong = faults(this.view.blocks, this.ctx);
    this.showErrors(wrong);
    if (Object.keys(wrong).length) return;
    this.problem.textContent = "";
    const button = this.submitButton;
    button.disabled = true;
    button.classList.add("busy");
    button.setAttribute("aria-busy", "true");
    const answer = await post("submit_view", { view: this.view.id, state: stateOf(this.ctx) });
    button.disabled = false;
    button.classList.remove("busy");
    button.removeAttribute("aria-busy");
    if (!answer.ok) this.problem.textContent = answer.text || t("modalTrouble");
    else if (answer.errors) this.showErrors(answer.errors);
  }

  async close(all = false) {
    closePopover();
    drop([this.view.id], all);
    await post("close_view", { view: this.view.id, cleared: all });
  }

  remove() {
    this.veil.remove();
    store.blockValues.delete(this.view.id);
  }

  focusFirst() { (this.body.querySelector("[data-first]") || this.body.querySelector("input,textarea,.select") || this.box).focus(); }
}

function drop(ids, all = false) {
  const gone = all ? [...shown.keys()] : ids;
  const releases = gone.map((id) => shown.get(id)?.release).filter(Boolean);
  for (const id of gone) {
    shown.get(id)?.remove();
    shown.delete(id);
  }
  store.views = store.views.filter((view) => !gone.includes(view.id));
  top();
  for (const release of releases) release(); // what had the keyboard before can only take it once it is not inert
  const under = shown.get(store.views.at(-1)?.id);
  if (under && !under.box.contains(document.activeElement)) under.focusFirst();
}

// Only the top one is seen and reached; the others keep what was typed.
function top() {
  const ids = store.views.map((view) => view.id);
  ids.forEach((id, i) => { const modal = shown.get(id); if (modal) { modal.veil.hidden = i !== ids.length - 1; modal.veil.inert = i !== ids.length - 1; } });
  document.getElementById("app").inert = ids.length > 0;
}

export function showViews() {
  const ids = new Set(store.views.map((view) => view.id));
  for (const id of [...shown.keys()]) if (!ids.has(id)) drop([id]);
  for (const view of store.views) {
    if (!shown.has(view.id)) shown.set(view.id, new Modal(view));
    else if (shown.get(view.id).view.hash !== view.hash) shown.get(view.id).show(view);
  }
  top();
}

// A press may have left the keyboard nowhere; Escape still closes the modal on top.
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && event.target === document.body && !event.isComposing) shown.get(store.views.at(-1)?.id)?.close();
});

on("view_opened", ({ view }) => {
  closePopover();
  if (!view.previous_view_id) drop([], true);
  if (!store.views.some((v) => v.id === view.id)) store.views = [...store.views, view];
  showViews();
});
on("view_updated", ({ view }) => { store.views = store.views.map((v) => (v.id === view.id ? view : v)); showViews(); });
on("view_closed", ({ views }) => drop(views));
// An act of this page hears of its failure itself; a shortcut has no place of its own to say it.
on("app_error", ({ where, text }) => { if (where === "shortcut") emit("notice", text); });
