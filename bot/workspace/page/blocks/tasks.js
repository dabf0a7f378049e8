// Tasks of a stream: what the app is doing, step by step.
import { el, icon } from "../dom.js";
import { richText } from "../text/rich_text.js";
import { textObject } from "../text/mrkdwn.js";
import { link } from "../text/inline.js";
import { t } from "../words.js";

const words = (value) => (!value ? null : value.type === "rich_text" ? richText(value) : textObject(typeof value === "string" ? { type: "plain_text", text: value } : value));

export function taskCard(task) {
  const status = task.status || "pending";
  const mark = { complete: "check", error: "warn" }[status];
  return el("div", { class: `task task-${status}` },
    el("span", { class: "task-mark", role: "img", "aria-label": t(status) }, mark ? icon(mark, 16) : null),
    el("div", { class: "task-words" }, el("div", { class: "task-title" }, words(task.title)), task.details && el("div", { class: "task-note" }, words(task.details)), task.output && el("div", { class: "task-note" }, words(task.output)),
      task.sources?.length ? el("div", { class: "task-sources" }, `${t("sources")}：`, task.sources.map((s) => link(s.url || "", s.text || s.url || ""))) : null));
}

export const plan = (block) => el("div", { class: "plan" }, el("div", { class: "plan-title" }, words(block.title)), (block.tasks || []).map(taskCard));
