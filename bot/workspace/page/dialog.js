// Small dialogs over everything else: confirm questions, the picture shown large. They stack.
import { el, holdFocus, iconButton } from "./dom.js";
import { t } from "./words.js";
import { textObject } from "./text/mrkdwn.js";

/** A box in front of a dimmed page. Returns { box, close }. */
export function dialog(content, { label, className = "", onClose } = {}) {
  const box = el("div", { class: `dialog ${className}`, role: "dialog", "aria-modal": "true", "aria-label": label, tabIndex: -1 }, content);
  const veil = el("div", { class: "veil" }, box);
  const close = () => {
    if (!veil.isConnected) return;
    veil.remove();
    release();
    if (onClose) onClose();
  };
  // The second click of a double click falls beside a box that the first one has opened, and means nothing.
  veil.addEventListener("mousedown", (event) => { if (event.target === veil && event.detail < 2) close(); });
  veil.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.isComposing) return;
    event.stopPropagation();
    close();
  });
  document.body.append(veil);
  const release = holdFocus(box);
  (box.querySelector("[data-first]") || box.querySelector("button,input,textarea") || box).focus();
  return { box, close };
}

/** Asks; resolves true only if the person said yes. `confirm` is Block Kit's confirm object. */
export function confirmed(confirm) {
  return new Promise((resolve) => {
    let answer = false;
    const say = (value) => { answer = value; shown.close(); };
    const shown = dialog([
      el("header", { class: "dialog-head" }, el("h2", {}, textObject(confirm.title || { type: "plain_text", text: t("confirm") })), iconButton("close", t("close"), () => say(false))),
      el("div", { class: "dialog-body" }, textObject(confirm.text)),
      el("footer", { class: "dialog-foot" },
        el("button", { type: "button", class: "button", onClick: () => say(false) }, confirm.deny ? textObject(confirm.deny) : t("cancel")),
        el("button", { type: "button", class: `button ${confirm.style === "danger" ? "danger" : "primary"}`, dataset: { first: "1" }, onClick: () => say(true) }, confirm.confirm ? textObject(confirm.confirm) : t("yes"))),
    ], { label: confirm.title?.text || t("confirm"), className: "confirm", onClose: () => resolve(answer) });
  });
}

/** A sentence at the foot of the page that goes away by itself. */
export function toast(text, { error = false } = {}) {
  const tray = document.getElementById("toasts");
  const note = el("div", { class: `toast${error ? " error" : ""}`, role: error ? "alert" : "status" }, text);
  tray.append(note);
  setTimeout(() => note.remove(), 6000);
}
