/** One message as a bubble (or a grey line), the way its reader sees it. */

import { el, iconButton } from "./dom.js";
import { formatted } from "./entities.js";
import { inlineKeyboard } from "./keyboards.js";
import { media } from "./media.js";
import { fullName, serviceLine } from "./service.js";
import { hour } from "./time.js";
import { t } from "./words.js";

/** @import { Actions, Message, User } from "./types.js" */

const SENDER_COLOURS = 7;

/**
 * What tells messages apart on one screen: an ephemeral message has a number of its own.
 * @param {Message} message
 * @returns {string}
 */
export function keyOf(message) {
  return message.ephemeral_message_id ? `only-${message.ephemeral_message_id}` : String(message.message_id);
}

/**
 * @param {Message} message
 * @returns {string} one line that says what it is, for quotes and the pinned bar
 */
export function summary(message) {
  const words = message.text ?? message.caption ?? message.poll?.question ?? serviceLine(message);
  if (words) return words.replace(/\s+/g, " ");
  if (message.photo) return t("photo_alt");
  if (message.voice) return t("voice", { seconds: message.voice.duration ?? 0 });
  if (message.location) return t("place");
  if (message.contact) return t("contact");
  return message.sticker?.emoji ?? message.document?.file_name ?? t("file");
}

/**
 * @param {Message} message
 * @param {{reader: number, named: boolean, reactions?: string[], actions: Actions}} view `reader` is whose phone it is;
 *   `named` shows the sender
 * @returns {HTMLElement}
 */
export function messageElement(message, { reader, named, reactions = [], actions }) {
  const line = serviceLine(message);
  if (line) return el("div", { class: "message service" }, el("p", {}, line));
  const mine = message.from?.id === reader;
  const ephemeral = Boolean(message.ephemeral_message_id);
  const bubble = el(
    "div",
    { class: "bubble" },
    named && !mine && sender(message.from),
    ephemeral && el("p", { class: "only-you" }, t("only_you")),
    message.forward_origin && el("p", { class: "forwarded" }, t("forwarded", { name: origin(message.forward_origin) })),
    message.reply_to_message && quote(message, actions),
    ...content(message, actions),
    reactions.length > 0 && el("p", { class: "reactions" }, reactions.join(" ")),
    footer(message),
    iconButton("more", t("message_menu"), () => actions.menu(message), { class: "icon-button open-menu" }),
  );
  bubble.addEventListener("contextmenu", (event) => {
    event.preventDefault();
    actions.menu(message);
  });
  const side = mine ? "mine" : "theirs";
  const attributes = { class: `message ${side}${ephemeral ? " ephemeral" : ""}`, "data-key": keyOf(message) };
  return el("article", attributes, bubble, inlineKeyboard(message, actions));
}

/** @param {User | undefined} user */
function sender(user) {
  const name = fullName(user);
  return el("p", { class: `sender colour-${Math.abs(user?.id ?? 0) % SENDER_COLOURS}` }, name);
}

/** @param {Message} message @param {Actions} actions */
function content(message, actions) {
  const carried = media(message);
  const text = message.text ?? message.caption;
  const entities = message.entities ?? message.caption_entities ?? [];
  const words = text && el("div", { class: "text" }, formatted(text, entities, actions));
  if (!carried && !words) return [el("p", { class: "text" }, t("unsupported"))];
  return message.show_caption_above_media ? [words, carried] : [carried, words];
}

/** @param {Message} message @param {Actions} actions */
function quote(message, actions) {
  const original = message.reply_to_message;
  const said = message.quote?.text ?? summary(original);
  const jump = () => actions.jump(original.message_id);
  return el(
    "blockquote",
    { class: "reply", click: jump },
    el("strong", {}, fullName(original.from)),
    el("span", {}, said),
  );
}

/** @param {Message["forward_origin"]} from a MessageOrigin */
function origin(from) {
  if (from.sender_user) return fullName(from.sender_user);
  return from.sender_user_name ?? from.sender_chat?.title ?? from.chat?.title ?? t("someone");
}

/** @param {Message} message */
function footer(message) {
  const at = (message.date || 0) * 1000;
  const time = el("time", { datetime: new Date(at).toISOString() }, hour(at));
  return el("footer", {}, message.edit_date && el("span", {}, t("edited")), time);
}
