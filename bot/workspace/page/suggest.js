// While a person types @, # or /: who and what could be meant.
import { el, icon } from "./dom.js";
import { store, nameOf } from "./store.js";
import { avatar } from "./message.js";
import { t } from "./words.js";

export class Suggest {
  constructor(field, host, { commands = false } = {}) {
    this.field = field;
    this.commands = commands;
    this.box = el("div", { class: "suggest", role: "listbox", "aria-label": t("mention"), hidden: true });
    host.prepend(this.box);
    this.found = [];
    this.at = 0;
    field.addEventListener("blur", () => setTimeout(() => this.hide(), 150));
  }

  look() {
    const before = this.field.value.slice(0, this.field.selectionStart);
    const match = /(^|[\s（(「])([@＠#＃])([^\s@＠#＃]*)$/.exec(before) || (this.commands && /^()(\/)([\p{L}\p{N}_-]*)$/u.exec(before));
    if (!match) return this.hide();
    this.start = before.length - match[3].length - 1;
    const words = match[3].toLowerCase();
    this.found = this.candidates(match[2], words).slice(0, 8);
    this.at = 0;
    return this.draw();
  }

  candidates(sign, words) {
    if (sign === "/") return store.commands.filter((c) => c.command.toLowerCase().startsWith(`/${words}`)).map((c) => ({ text: c.command, note: c.description, icon: icon("bolt", 18) }));
    if (sign === "#" || sign === "＃") return [...store.channels.values()].filter((c) => c.kind === "public" && c.name.toLowerCase().includes(words)).map((c) => ({ text: `#${c.name}`, note: c.topic, icon: icon("hash", 18) }));
    return [...store.users.values()].filter((u) => `${nameOf(u.id)} ${u.name}`.toLowerCase().includes(words)).map((u) => ({ text: `@${nameOf(u.id)}`, note: u.title, icon: avatar(u, 24) }));
  }

  draw() {
    this.box.hidden = !this.found.length;
    this.box.replaceChildren(...this.found.map((one, i) => el("div", { class: `suggestion${i === this.at ? " active" : ""}`, role: "option", "aria-selected": String(i === this.at), onMousedown: (event) => { event.preventDefault(); this.pick(i); } }, one.icon, el("span", {}, one.text), one.note && el("span", { class: "suggestion-note" }, one.note))));
  }

  hide() { this.box.hidden = true; this.found = []; }

  pick(i) {
    const end = this.field.selectionStart;
    const text = `${this.found[i].text} `;
    this.field.value = this.field.value.slice(0, this.start) + text + this.field.value.slice(end);
    const at = this.start + text.length;
    this.field.setSelectionRange(at, at);
    this.hide();
    this.field.dispatchEvent(new Event("input"));
  }

  /** True if the key was for the list. */
  key(event) {
    if (this.box.hidden) return false;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") { this.at = (this.at + (event.key === "ArrowDown" ? 1 : -1) + this.found.length) % this.found.length; this.draw(); }
    else if (event.key === "Enter" || event.key === "Tab") this.pick(this.at);
    else if (event.key === "Escape") this.hide();
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  }
}
