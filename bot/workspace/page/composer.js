// Where a person writes: Enter sends, Shift+Enter breaks the line, an input method's own Enter does neither.
import { el, icon, iconButton } from "./dom.js";
import { store, channelName } from "./store.js";
import { post, upload } from "./api.js";
import { toast } from "./dialog.js";
import { pickEmoji } from "./message.js";
import { fileSize } from "./file_rows.js";
import { Suggest } from "./suggest.js";
import { t } from "./words.js";

export class Composer {
  /** `target()` gives { channel, thread_ts }; `placeholder()` the words in the empty field. */
  constructor({ target, placeholder, inThread = false, onSent = () => {} }) {
    this.target = target;
    this.placeholder = placeholder;
    this.onSent = onSent;
    this.files = [];
    this.drafts = new Map();
    this.field = el("textarea", { class: "composer-field", rows: 1, "aria-multiline": "true" });
    this.chips = el("div", { class: "file-chips" });
    this.sendButton = el("button", { type: "button", class: "send", title: `${t("send")}（${t("sendHint")}）`, "aria-label": t("send"), onClick: () => this.send() }, icon("send", 18));
    this.picker = el("input", { type: "file", multiple: true, class: "visually-hidden", tabIndex: -1, "aria-label": t("attach") });
    this.broadcast = inThread ? el("input", { type: "checkbox" }) : null;
    this.problem = el("div", { class: "composer-problem", role: "alert" });
    this.prompts = el("div", { class: "prompts" });
    this.node = el("div", { class: "composer-area" }, this.prompts, this.box(inThread), this.problem);
    this.suggest = new Suggest(this.field, this.node, { commands: !inThread });
    this.wire();
  }

  box(inThread) {
    const smile = iconButton("smile", t("emoji"), () => pickEmoji(smile, (one) => this.insert(one.character)));
    const mark = (name, label, sign) => iconButton(name, label, () => this.wrap(sign), "small");
    return el("div", { class: "composer" },
      el("div", { class: "composer-tools", role: "toolbar", "aria-label": t("formatting") }, mark("bold", t("bold"), "*"), mark("italic", t("italic"), "_"), mark("strike", t("strike"), "~"), el("i", { class: "tool-rule" }), mark("code", t("code"), "`"), iconButton("quote", t("quote"), () => this.quote(), "small")),
      this.field, this.chips,
      inThread && el("label", { class: "broadcast" }, this.broadcast, el("span", {}, t("alsoSend"))),
      el("div", { class: "composer-foot" }, iconButton("plus", t("attach"), () => this.picker.click(), "round"), smile, iconButton("at", t("mention"), () => { this.insert("@"); this.suggest.look(); }), el("span", { class: "composer-hint" }, t("sendHint")), this.sendButton), this.picker);
  }

  wire() {
    this.field.addEventListener("input", () => { this.grow(); this.suggest.look(); });
    this.field.addEventListener("keydown", (event) => this.key(event));
    this.picker.addEventListener("change", () => { this.attach([...this.picker.files]); this.picker.value = ""; });
    this.field.addEventListener("paste", (event) => {
      if (event.clipboardData?.files?.length) { event.preventDefault(); this.attach([...event.clipboardData.files]); }
    });
  }

  key(event) {
    // 229: an input method has the key (Safari ends its composition before the key comes).
    if (event.isComposing || event.keyCode === 229) return;
    if (this.suggest.key(event)) return;
    if (event.key === "Enter" && !event.shiftKey && !event.altKey) { event.preventDefault(); this.send(); }
    if ((event.ctrlKey || event.metaKey) && { b: "*", i: "_" }[event.key]) { event.preventDefault(); this.wrap({ b: "*", i: "_" }[event.key]); }
  }

  grow() {
    this.field.style.height = "auto";
    this.field.style.height = `${Math.min(this.field.scrollHeight, 240)}px`;
    const ready = this.field.value.trim() || this.files.some((f) => f.id);
    this.sendButton.classList.toggle("ready", Boolean(ready));
    this.sendButton.disabled = !ready || this.files.some((f) => !f.id);
  }

  /** Shows another conversation's draft. */
  switchTo(key) {
    if (this.current) this.drafts.set(this.current, { text: this.field.value, files: this.files });
    this.current = key;
    const draft = this.drafts.get(key) || { text: "", files: [] };
    this.field.value = draft.text;
    this.files = draft.files;
    this.problem.textContent = "";
    if (this.broadcast) this.broadcast.checked = false;
    this.refresh();
  }

  refresh() {
    const words = this.placeholder();
    this.field.placeholder = words;
    this.field.setAttribute("aria-label", words);
    this.drawFiles();
  }

  insert(text) {
    const { selectionStart: a, selectionEnd: b, value } = this.field;
    this.field.value = value.slice(0, a) + text + value.slice(b);
    this.field.focus();
    this.field.setSelectionRange(a + text.length, a + text.length);
    this.grow();
  }

  wrap(sign) {
    const { selectionStart: a, selectionEnd: b, value } = this.field;
    // A mark needs a boundary; unspaced Japanese gives none, so spaces are put around it.
    const left = a > 0 && !/\s/.test(value[a - 1]) ? " " : "";
    const right = b < value.length && !/\s/.test(value[b]) ? " " : "";
    this.field.value = `${value.slice(0, a)}${left}${sign}${value.slice(a, b)}${sign}${right}${value.slice(b)}`;
    this.field.focus();
    this.field.setSelectionRange(a + left.length + 1, b + left.length + 1);
    this.grow();
  }

  quote() {
    const { selectionStart: a, value } = this.field;
    const start = value.lastIndexOf("\n", a - 1) + 1;
    this.field.value = `${value.slice(0, start)}> ${value.slice(start)}`;
    this.field.focus();
    this.grow();
  }

  async attach(files) {
    this.field.focus();
    await Promise.all(files.map(async (file) => {
      const held = { name: file.name, size: file.size, progress: 0 };
      const files_ = this.files;
      files_.push(held);
      this.drawFiles();
      const answer = await upload(file, (part) => { held.progress = part; this.drawFiles(); });
      if (answer.ok) held.id = answer.file.id;
      else { files_.splice(files_.indexOf(held), 1); toast(`${t("uploadFailed")}：${file.name}`, { error: true }); }
      this.drawFiles();
    }));
  }

  drawFiles() {
    this.chips.replaceChildren(...this.files.map((file) => {
      const bar = el("progress", { class: "file-progress", max: 1, value: file.progress, "aria-label": t("uploading") });
      return el("div", { class: "file-chip" }, icon("file", 18), el("span", { class: "file-chip-name" }, file.name), el("span", { class: "file-chip-note" }, fileSize(file.size)), file.id ? null : bar,
        iconButton("close", `${t("remove")}: ${file.name}`, () => { this.files.splice(this.files.indexOf(file), 1); this.drawFiles(); }, "small"));
    }));
    this.grow();
  }

  async send(text = this.field.value) {
    const files = this.files.filter((f) => f.id);
    if ((!text.trim() && !files.length) || this.files.some((f) => !f.id)) return;
    const target = this.target();
    const before = { text: this.field.value, files: this.files };
    this.field.value = "";
    this.files = [];
    this.problem.textContent = "";
    this.refresh();
    const command = !files.length && !target.thread_ts && /^\/([\p{L}\p{N}_-]+)(?:\s+([\s\S]*))?$/u.exec(text.trim());
    const answer = command
      ? await post("slash", { channel: target.channel, command: `/${command[1]}`, text: (command[2] || "").trim() })
      : await post("send", { ...target, text: text.trim(), files: files.map((f) => f.id), broadcast: Boolean(this.broadcast?.checked) });
    if (answer.ok) { if (this.broadcast) this.broadcast.checked = false; this.onSent(answer.message); return; }
    this.problem.textContent = answer.text || t("problem");
    if (!this.field.value && !this.files.length) { this.field.value = before.text; this.files = before.files; this.refresh(); }
  }

  /** What the app suggests to say; a press says it. */
  showPrompts(said) {
    this.prompts.replaceChildren();
    if (!said?.prompts?.length) return;
    this.prompts.append(el("div", { class: "prompts-title" }, said.title || t("promptsTitle")), el("div", { class: "prompts-row" }, said.prompts.map((one) => el("button", { type: "button", class: "prompt", title: one.message, onClick: () => this.send(one.message) }, icon("spark", 16), el("span", {}, one.title)))));
  }
}

export const dropZone = (node, composer, name) => {
  let depth = 0;
  const veil = el("div", { class: "drop-veil", "aria-hidden": "true" });
  const carriesFiles = (event) => [...(event.dataTransfer?.types || [])].includes("Files");
  node.append(veil);
  node.addEventListener("dragenter", (event) => { if (!carriesFiles(event)) return; depth += 1; veil.replaceChildren(el("div", { class: "drop-card" }, icon("file", 36), t("dropHere", { name: name() }))); node.classList.add("dropping"); });
  node.addEventListener("dragover", (event) => { if (carriesFiles(event)) event.preventDefault(); });
  node.addEventListener("dragleave", () => { depth = Math.max(0, depth - 1); if (!depth) node.classList.remove("dropping"); });
  node.addEventListener("drop", (event) => {
    depth = 0;
    node.classList.remove("dropping");
    if (!carriesFiles(event)) return;
    event.preventDefault();
    composer.attach([...event.dataTransfer.files]);
  });
};

export const placeName = (channel) => (channel.kind === "public" || channel.kind === "private" ? `#${channelName(channel)}` : channelName(channel));
export const isOpen = () => store.open.channel !== null;
