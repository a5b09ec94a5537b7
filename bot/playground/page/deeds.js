/** What a person does in the open chat: say, tap, send, reply, forward, correct. */

import * as api from "./api.js";
import { attachmentChoices } from "./attachments.js";
import { summary } from "./message.js";
import { messageChoices } from "./message_menu.js";
import { fullName } from "./service.js";
import { t } from "./words.js";

/** @import { Actions, Button, Message, Person, Screen } from "./types.js" */

const DEEP_LINK = /^(?:https?:\/\/)?t\.me\/\w+\/?\?start=([\w-]*)$/i;

/**
 * @typedef {object} PhoneState
 * @property {Person} person
 * @property {number} open id of the open chat
 * @property {{id: number, title: string}[]} chats
 * @property {Screen | null} screen
 */

/** @param {Message} message @returns {number} the number the server knows it by */
const shownId = (message) => message.ephemeral_message_id ?? message.message_id;

/**
 * @param {import("./phone.js").Phone} phone
 */
export function createDeeds(phone) {
  const { state, overlay } = phone;
  /** @type {{reply?: Message, correct?: Message}} */
  let about = {};

  /** @param {() => Promise<unknown>} work whose failure is told on the phone */
  const attempt = (work) => void work().catch((error) => overlay.toast(error.message));

  /** @param {object} what */
  const here = (what) => ({ chat: state.open, ...what });

  /** @param {string} text */
  function say(text) {
    const { reply, correct } = about;
    forget();
    if (correct) attempt(() => api.edit(state.person, here({ message_id: shownId(correct), text })));
    else attempt(() => api.say(state.person, here({ text, reply_to: reply && shownId(reply) })));
  }

  function forget() {
    if (about.correct) phone.foot.composer.write("");
    about = {};
    phone.foot.composer.announce(null);
  }

  /** @param {Message} message */
  function reply(message) {
    about = { reply: message };
    phone.foot.composer.announce({ title: `${t("replying")} ${fullName(message.from)}`, text: summary(message) });
  }

  /** @param {Message} message */
  function correct(message) {
    about = { correct: message };
    phone.foot.composer.write(message.text ?? "");
    phone.foot.composer.announce({ title: t("editing"), text: summary(message) });
  }

  /** @param {Button} key @param {Message} [message] */
  async function press(key, message) {
    if (key.copy_text) {
      await navigator.clipboard.writeText(key.copy_text.text);
      return overlay.toast(t("copied"));
    }
    if (!message && alsoInline(key.text)) return say(key.text);
    const tapped = await api.tap(state.person, here({ button: key.text, message_id: message && shownId(message) }));
    if (tapped.callback_query_id) phone.alerts.began(tapped.callback_query_id);
    if (tapped.kind === "start") phone.show(state.person.id);
    if (tapped.kind === "url" && tapped.url) confirmLink(tapped.url);
  }

  /** The server presses the newest button of a label; a big key must not press its namesake under a message.
   * @param {string} label */
  function alsoInline(label) {
    const keys = (state.screen?.messages ?? [])
      .flatMap((message) => message.reply_markup?.inline_keyboard ?? [])
      .flat();
    return keys.some((key) => key.text === label);
  }

  /** @param {string} url */
  function open(url) {
    const link = DEEP_LINK.exec(url);
    if (link) attempt(() => api.start(state.person, link[1]).then(() => phone.show(state.person.id)));
    else confirmLink(url);
  }

  /** @param {string} url */
  function confirmLink(url) {
    overlay.sheet(t("open_link"), [{ label: url, choose: () => void window.open(url, "_blank", "noopener") }]);
  }

  /** @param {Message} message */
  function menu(message) {
    const { person, chats } = state;
    const own = {
      reply: () => reply(message),
      correct: () => correct(message),
      copied: () => overlay.toast(t("copied")),
    };
    const title = summary(message);
    overlay.sheet(title, messageChoices(message, { person, chats, attempt, choose: overlay.sheet, ...own }));
  }

  function attach() {
    const caption = phone.foot.composer.written().trim() || undefined;
    const send = (/** @type {object} */ what) => {
      if (caption) phone.foot.composer.write("");
      attempt(() => api.send(state.person, here({ caption, reply_to: about.reply && shownId(about.reply), ...what })));
      forget();
    };
    overlay.sheet(t("attach"), attachmentChoices(send, overlay.toast, whileRecording));
  }

  /** @param {() => void} stop */
  function whileRecording(stop) {
    overlay.sheet(t("recording"), [{ label: t("stop_record"), choose: stop }]);
  }

  function commands() {
    const choices = (state.screen?.commands ?? []).map(({ command, description }) => ({
      label: `/${command}`,
      detail: description,
      choose: () => say(`/${command}`),
    }));
    overlay.sheet(t("commands"), choices);
  }

  /** @type {Actions} */
  const actions = {
    tap: (key, message) => attempt(() => press(key, message)),
    say,
    open,
    menu,
    jump: (messageId) => phone.log.jump(messageId),
  };
  const start = () => attempt(() => api.start(state.person));
  /** @param {boolean} blocked */
  const block = (blocked) => attempt(() => api.block(state.person, blocked));
  const phoneMenu = () => {
    const blocked = Boolean(state.person.blocked);
    const turn = { label: blocked ? t("unblock") : t("block"), choose: () => block(!blocked) };
    overlay.sheet(fullName(state.person), [turn, { label: t("start"), choose: start }]);
  };
  return { actions, say, forget, attach, commands, start, block, phoneMenu };
}
