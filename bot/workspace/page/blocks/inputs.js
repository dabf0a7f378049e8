// Fields a person types into, and files they choose; what is wrong with them before a modal is sent off.
import { el, icon, iconButton } from "../dom.js";
import { upload } from "../api.js";
import { t } from "../words.js";
import { choose, clearError, keep, valueOf } from "./surface.js";
import { fileSize } from "../file_rows.js";

const KINDS = { plain_text_input: "text", email_text_input: "email", url_text_input: "url", number_input: "text", rich_text_input: "text" };

export function textInput(element, block, ctx) {
  const rich = element.type === "rich_text_input";
  const read = (text) => (rich ? { rich_text_value: asRichText(text) } : { value: text === "" ? null : text });
  const start = rich ? fromRichText(element.initial_value) : element.initial_value ?? "";
  keep(ctx, block, element, read(start), { initial: true });
  const held = valueOf(ctx, block, element);
  const field = el(element.multiline || rich ? "textarea" : "input", {
    class: "field", type: element.multiline || rich ? null : KINDS[element.type], value: (rich ? fromRichText(held.rich_text_value) : held.value) ?? "",
    placeholder: element.placeholder?.text || "", "aria-label": block.label?.text || element.placeholder?.text || null,
    inputMode: element.type === "number_input" ? (element.is_decimal_allowed ? "decimal" : "numeric") : null,
    rows: element.multiline || rich ? 4 : null, autocomplete: "off", dataset: { action: element.action_id },
  });
  const triggers = element.dispatch_action_config?.trigger_actions_on || ["on_enter_pressed"];
  const dispatches = block.type !== "input" || block.dispatch_action;
  let timer;
  const act = () => choose(ctx, block, element, read(normal(element, field.value)), null);
  field.addEventListener("input", (event) => {
    keep(ctx, block, element, read(normal(element, field.value)));
    clearError(ctx, block);
    if (!dispatches || !triggers.includes("on_character_entered") || event.isComposing) return;
    clearTimeout(timer);
    timer = setTimeout(act, 300);
  });
  field.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.isComposing || event.keyCode === 229) return;
    if (element.multiline || rich ? !(event.metaKey || event.ctrlKey) : false) return;
    if (dispatches && triggers.includes("on_enter_pressed")) { event.preventDefault(); act(); }
    else if (ctx.submit) { event.preventDefault(); ctx.submit(); }
  });
  if (element.focus_on_load) field.dataset.first = "1";
  return field;
}

// Numbers typed with a Japanese keyboard are numbers.
const normal = (element, text) => (["number_input", "email_text_input", "url_text_input"].includes(element.type) ? text.normalize("NFKC").replace(/[，,](?=\d{3})/g, "").trim() : text);

const asRichText = (text) => (text.trim() ? { type: "rich_text", elements: [{ type: "rich_text_section", elements: [{ type: "text", text }] }] } : null);
const fromRichText = (value) => (value?.elements || []).map((part) => (part.elements || []).map((e) => e.text ?? e.url ?? (e.elements || []).map((x) => x.text || "").join("")).join("")).join("\n");

export function fileInput(element, block, ctx) {
  keep(ctx, block, element, { files: [] }, { initial: true });
  const most = element.max_files || 10;
  const rows = el("div", { class: "file-chips" });
  const accept = (element.filetypes || []).map((kind) => `.${kind}`).join(",");
  const picker = el("input", { type: "file", class: "visually-hidden", multiple: most > 1, accept: accept || null, "aria-label": block.label?.text || t("upload"), dataset: { action: element.action_id } });
  const note = el("div", { class: "field-error", role: "alert" });
  const box = el("div", { class: "file-drop" }, picker, el("button", { type: "button", class: "button", onClick: () => picker.click() }, icon("file", 16), t("upload")), rows, note);
  const held = () => valueOf(ctx, block, element)?.files || [];
  const draw = () => rows.replaceChildren(...held().map((file) => el("div", { class: "file-chip" }, icon("file", 16), el("span", { class: "file-chip-name" }, file.name), el("span", { class: "file-chip-note" }, fileSize(file.size)),
    iconButton("close", `${t("remove")}: ${file.name}`, () => { choose(ctx, block, element, { files: held().filter((f) => f.id !== file.id) }, null); draw(); }, "small"))));
  const take = async (files) => {
    note.textContent = "";
    for (const file of files) {
      if (held().length >= most) { note.textContent = t("filesAtMost", { n: most }); break; }
      if (element.filetypes?.length && !element.filetypes.includes((file.name.split(".").pop() || "").toLowerCase())) { note.textContent = t("notThatKind"); continue; }
      const answer = await upload(file, () => {});
      if (!answer.ok) { note.textContent = t("uploadFailed"); continue; }
      await choose(ctx, block, element, { files: [...held(), answer.file] }, null);
      draw();
    }
  };
  picker.addEventListener("change", async () => { await take([...picker.files]); picker.value = ""; });
  box.addEventListener("dragover", (event) => { event.preventDefault(); box.classList.add("over"); });
  box.addEventListener("dragleave", () => box.classList.remove("over"));
  box.addEventListener("drop", (event) => { event.preventDefault(); event.stopPropagation(); box.classList.remove("over"); take([...event.dataTransfer.files]); });
  draw();
  return box;
}

/** What a person must mend before the modal goes: { block_id: sentence }. */
export function faults(blocks, ctx) {
  const out = {};
  for (const block of blocks) {
    if (block.type !== "input") continue;
    const fault = faultOf(block, block.element, valueOf(ctx, block, block.element));
    if (fault) out[block.block_id] = fault;
  }
  return out;
}

function faultOf(block, element, held) {
  const { type, ...fields } = held || {};
  const value = Object.values(fields)[0];
  const empty = value === null || value === undefined || value === "" || (Array.isArray(value) && !value.length);
  if (empty) return block.optional ? null : t("needed");
  const text = String(value);
  if (element.min_length && [...text].length < element.min_length) return t("tooShort", { n: element.min_length });
  if (element.max_length && [...text].length > element.max_length) return t("tooLong", { n: element.max_length });
  if (type === "email_text_input" && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text)) return t("notMail");
  if (type === "url_text_input" && !/^https?:\/\/[^\s/]+/.test(text)) return t("notUrl");
  return type === "number_input" ? numberFault(element, text) : null;
}

function numberFault(element, text) {
  if (!/^[+-]?\d+(\.\d+)?$/.test(text)) return t("notNumber");
  if (!element.is_decimal_allowed && text.includes(".")) return t("notWhole");
  if (element.min_value !== undefined && Number(text) < Number(element.min_value)) return t("tooSmall", { n: element.min_value });
  if (element.max_value !== undefined && Number(text) > Number(element.max_value)) return t("tooBig", { n: element.max_value });
  return null;
}
