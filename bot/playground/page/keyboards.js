/** Inline keyboards under a message and the reply keyboard (big keys) at the bottom of a phone. */

import { button, el } from "./dom.js";
import { t } from "./words.js";

/** @import { Actions, Button, Message } from "./types.js" */

/**
 * @param {Message} message
 * @param {Actions} actions
 * @returns {HTMLElement | null}
 */
export function inlineKeyboard(message, actions) {
  const rows = message.reply_markup?.inline_keyboard ?? [];
  if (rows.length === 0) return null;
  const drawn = rows.map((row) => el("div", { class: "row" }, ...row.map((key) => inlineKey(key, message, actions))));
  return el("div", { class: "inline-keyboard", role: "group", "aria-label": t("message_buttons") }, ...drawn);
}

/** @param {Button} key @param {Message} message @param {Actions} actions */
function inlineKey(key, message, actions) {
  return button(key.text, () => actions.tap(key, message), {
    class: ["key", key.style, key.url && "leads-out"].filter(Boolean).join(" "),
    disabled: Boolean(key.disabled),
  });
}

/**
 * @param {(string | Button)[][]} rows
 * @param {Actions} actions
 * @returns {HTMLElement}
 */
export function replyKeyboard(rows, actions) {
  const keys = rows.map((row) => row.map((key) => (typeof key === "string" ? { text: key } : key)));
  const drawn = keys.map((row) => el("div", { class: "row" }, ...row.map((key) => replyKey(key, actions))));
  return el("div", { class: "reply-keyboard", role: "group", "aria-label": t("keyboard") }, ...drawn);
}

/** @param {Button} key @param {Actions} actions */
function replyKey(key, actions) {
  return button(key.text, () => actions.tap(key), { class: ["key", key.style].filter(Boolean).join(" ") });
}
