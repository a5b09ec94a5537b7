/** The grey lines of a chat: who joined, what was pinned, what the group became. */

import { t } from "./words.js";

/** @import { Message, User } from "./types.js" */

/** @param {User | undefined} user */
export function fullName(user) {
  return user ? [user.first_name, user.last_name].filter(Boolean).join(" ") : t("someone");
}

/** @type {Record<string, (message: Message) => string>} */
const LINES = {
  new_chat_members: (message) => arrival(message),
  left_chat_member: (message) => departure(message),
  pinned_message: (message) => t("pinned_service", { name: fullName(message.from) }),
  new_chat_title: (message) => t("renamed", { name: fullName(message.from), title: message.new_chat_title }),
  migrate_to_chat_id: () => t("upgraded"),
  migrate_from_chat_id: () => t("upgraded"),
  group_chat_created: (message) => t("group_created", { name: fullName(message.from) }),
  supergroup_chat_created: (message) => t("group_created", { name: fullName(message.from) }),
  forum_topic_created: (message) => t("topic_created", { title: message.forum_topic_created.name }),
  forum_topic_closed: () => t("service"),
  forum_topic_reopened: () => t("service"),
  new_chat_photo: () => t("service"),
  delete_chat_photo: () => t("service"),
};

/**
 * @param {Message} message
 * @returns {string | null} the line, or null when the message is not a service message
 */
export function serviceLine(message) {
  const kind = Object.keys(LINES).find((name) => message[name] !== undefined);
  return kind ? LINES[kind](message) : null;
}

/** @param {Message} message */
function arrival(message) {
  /** @type {User[]} */
  const members = message.new_chat_members;
  const name = members.map(fullName).join("、");
  const alone = members.length === 1 && members[0].id === message.from?.id;
  return alone ? t("joined", { name }) : t("added", { name, by: fullName(message.from) });
}

/** @param {Message} message */
function departure(message) {
  const name = fullName(message.left_chat_member);
  const alone = message.left_chat_member.id === message.from?.id;
  return alone ? t("left", { name }) : t("removed", { name, by: fullName(message.from) });
}
