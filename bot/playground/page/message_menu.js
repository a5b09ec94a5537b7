/** What a person can do with one message. */

import * as api from "./api.js";
import { fullName } from "./service.js";
import { t } from "./words.js";

/** @import { Message, Person } from "./types.js" */

/**
 * @param {Message} message
 * @param {{person: Person, chats: {id: number, title: string}[], reply: () => void, correct: () => void,
 *   copied: () => void, choose: (title: string, choices: {label: string, choose: () => void}[]) => void,
 *   attempt: (work: () => Promise<unknown>) => void}} phone
 * @returns {{label: string, choose: () => void}[]}
 */
export function messageChoices(message, { person, chats, reply, correct, copied, choose, attempt }) {
  const text = message.text ?? message.caption;
  const choices = [{ label: t("reply"), choose: reply }];
  if (!text) return choices;
  const copy = () => navigator.clipboard.writeText(text).then(copied);
  choices.push({ label: t("forward"), choose: () => choose(t("forward_to"), destinations(text)) });
  if (message.from?.id === person.id && message.text) choices.push({ label: t("edit"), choose: correct });
  choices.push({ label: t("copy"), choose: () => attempt(copy) });
  return choices;

  /** @param {string} forwarded */
  function destinations(forwarded) {
    const from = message.forward_origin?.sender_user ?? message.from;
    return chats.map((chat) => ({
      label: chat.title || fullName(person),
      choose: () => attempt(() => api.say(person, { text: forwarded, chat: chat.id, forwarded_from: from?.id })),
    }));
  }
}
