// App Home: what the app shows this person, as a page of blocks.
import { el } from "./dom.js";
import { store, nameOf } from "./store.js";
import { blocks } from "./blocks/index.js";
import { surface } from "./blocks/surface.js";
import { avatar } from "./message.js";
import { user } from "./store.js";
import { t } from "./words.js";

export class Home {
  constructor() {
    this.node = el("div", { class: "home", role: "tabpanel", tabIndex: 0 });
    this.hash = null;
  }

  show() {
    const view = store.homes.get(store.app.user);
    const name = nameOf(store.app.user);
    this.node.setAttribute("aria-label", `${name} ${t("home")}`);
    if (!view) {
      this.hash = null;
      this.node.replaceChildren(el("div", { class: "home-empty" }, avatar(user(store.app.user), 72), el("p", {}, t("homeEmpty", { name }))));
      return;
    }
    const hash = `${view.id} ${view.hash}`;
    if (this.hash === hash) return;
    this.hash = hash;
    const focused = this.node.contains(document.activeElement) ? document.activeElement.dataset.action : null;
    const top = this.node.scrollTop;
    const ctx = surface("home", { view: view.id });
    this.node.replaceChildren(el("div", { class: "home-page" }, blocks(view.blocks, ctx)));
    this.node.scrollTop = top;
    if (focused) this.node.querySelector(`[data-action="${CSS.escape(focused)}"]`)?.focus();
  }
}
