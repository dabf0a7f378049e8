// The table block: rows of raw or rich text cells; the first row is the head.
import { el } from "../dom.js";
import { richText } from "../text/rich_text.js";
import { textObject } from "../text/mrkdwn.js";

export function table(block) {
  const settings = block.column_settings || [];
  const cell = (spec, n, name) => {
    const setting = settings[n] || {};
    return el(name, { class: `align-${setting.align || "left"}${setting.is_wrapped ? " wrapped" : ""}`, scope: name === "th" ? "col" : null }, inside(spec));
  };
  const [head = [], ...rows] = block.rows || [];
  return el("div", { class: "table-frame", tabIndex: 0 }, el("table", { class: "table" },
    el("thead", {}, el("tr", {}, head.map((spec, n) => cell(spec, n, "th")))),
    el("tbody", {}, rows.map((row) => el("tr", {}, row.map((spec, n) => cell(spec, n, "td")))))));
}

function inside(spec) {
  if (spec?.type === "rich_text") return richText(spec);
  if (spec?.type === "raw_text") return spec.text ?? "";
  if (spec?.type === "raw_number") return spec.text ?? String(spec.value ?? "");
  return textObject(spec);
}
