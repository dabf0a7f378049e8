// Block Kit: every block and element type, drawn as Slack draws it.
import { el, icon } from "../dom.js";
import { textObject, plainText } from "../text/mrkdwn.js";
import { markdown } from "../text/markdown.js";
import { richText } from "../text/rich_text.js";
import { link } from "../text/inline.js";
import { t } from "../words.js";
import { button, checkboxes, feedbackButtons, iconButtonElement, overflow, radioButtons } from "./buttons.js";
import { select } from "./select.js";
import { datepicker, datetimepicker, timepicker } from "./dates.js";
import { fileInput, textInput } from "./inputs.js";
import { imageBlock, imageElement } from "./images.js";
import { table } from "./table.js";
import { plan, taskCard } from "./tasks.js";

const ELEMENTS = {
  button, overflow, checkboxes, datepicker, datetimepicker, timepicker, workflow_button: button,
  radio_buttons: radioButtons, feedback_buttons: feedbackButtons, icon_button: iconButtonElement, file_input: fileInput,
  plain_text_input: textInput, email_text_input: textInput, url_text_input: textInput, number_input: textInput, rich_text_input: textInput,
};
for (const source of ["static", "external", "users", "conversations", "channels"]) {
  ELEMENTS[`${source}_select`] = select;
  ELEMENTS[`multi_${source}_select`] = select;
}

export function element(spec, block, ctx) {
  if (spec.type === "image") return imageElement(spec, "thumb");
  const make = ELEMENTS[spec.type];
  const node = make ? make(spec, block, ctx) : unknown(spec.type);
  if (node && spec.action_id && !node.dataset.element) node.dataset.element = `${ctx.key}/${block.block_id}/${spec.action_id}`;
  return node;
}

const unknown = (type) => el("span", { class: "unknown" }, type);

const BLOCKS = {
  section, header, input, actions, context, table, plan,
  divider: () => el("hr", { class: "divider" }),
  image: imageBlock,
  rich_text: richText,
  markdown: (block) => el("div", { class: "markdown" }, markdown(block.text)),
  context_actions: (block, ctx) => el("div", { class: "context-actions" }, block.elements.map((spec) => element(spec, block, ctx))),
  file: (block) => el("div", { class: "file-row" }, icon("file"), block.external_id || t("file")),
  video: (block) => el("div", { class: "video" }, el("b", {}, textObject(block.title)), link(block.title_url || block.video_url, block.alt_text)),
  task_card: taskCard,
  alert: (block) => el("div", { class: `alert-block level-${block.level || "default"}`, role: "note" }, icon("warn", 18), el("div", {}, textObject(block.text))),
  card,
  carousel: (block, ctx) => el("div", { class: "carousel", tabIndex: 0 }, (block.elements || []).map((one) => card({ ...one, block_id: one.block_id || block.block_id }, ctx))),
  container: (block, ctx) => el("div", { class: "container-block" }, block.title && el("b", {}, textObject(block.title)), blocks(block.child_blocks || block.blocks || block.elements || [], ctx)),
};

/** All blocks of a surface. */
export function blocks(list, ctx) {
  return (list || []).map((block) => {
    const make = BLOCKS[block.type];
    return el("div", { class: `block block-${block.type}`, dataset: { block: block.block_id || "" } }, make ? make(block, ctx) : unknown(block.type));
  });
}

function section(block, ctx) {
  const body = el("div", { class: "section-body" });
  if (block.text) body.append(el("div", { class: "section-text" }, textObject(block.text)));
  if (block.fields) body.append(el("div", { class: "section-fields" }, block.fields.map((field) => el("div", { class: "section-field" }, textObject(field)))));
  const accessory = block.accessory && el("div", { class: `section-accessory${block.accessory.type === "image" ? " with-image" : ""}` }, element(block.accessory, block, ctx));
  const wide = block.accessory && ["radio_buttons", "checkboxes"].includes(block.accessory.type);
  return el("div", { class: `section${wide ? " wide" : ""}` }, body, accessory);
}

function header(block) {
  return el("div", { class: "header", role: "heading", "aria-level": "3" }, plainText(block.text?.text));
}

function input(block, ctx) {
  const id = `${ctx.key}/${block.block_id}`;
  const node = element(block.element, block, ctx);
  const field = node.matches("input,textarea") ? node : null;
  if (field) field.id = id;
  const error = el("div", { class: "field-error", id: `${id}/error`, role: "alert" }, ctx.errors[block.block_id] || "");
  const target = field || node;
  target.setAttribute("aria-describedby", `${id}/error`);
  if (ctx.errors[block.block_id]) target.setAttribute("aria-invalid", "true");
  if (!block.optional && field) field.setAttribute("aria-required", "true");
  return el("div", { class: `input-block${ctx.errors[block.block_id] ? " invalid" : ""}` },
    el(field ? "label" : "div", { class: "input-label", htmlFor: field ? id : undefined }, textObject(block.label), block.optional && el("span", { class: "input-optional" }, t("optional"))),
    node, block.hint && el("div", { class: "input-hint" }, textObject(block.hint)), error);
}

function actions(block, ctx) {
  return el("div", { class: "actions" }, block.elements.map((spec) => element(spec, block, ctx)));
}

function context(block) {
  return el("div", { class: "context" }, block.elements.map((spec) => (spec.type === "image" ? imageElement(spec, "tiny") : el("span", { class: "context-text" }, textObject(spec)))));
}

function card(block, ctx) {
  return el("div", { class: "card" },
    block.hero_image && imageElement(block.hero_image, "hero"),
    el("div", { class: "card-head" }, block.icon && imageElement(block.icon, "tiny"), el("div", {}, block.title && el("b", {}, textObject(block.title)), block.subtitle && el("div", { class: "card-sub" }, textObject(block.subtitle)))),
    block.body && el("div", { class: "card-body" }, textObject(block.body)),
    block.actions && el("div", { class: "actions" }, block.actions.map((spec) => element(spec, block, ctx))));
}
