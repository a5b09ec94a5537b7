/** The upper end of a phone: whose it is, and the pinned message. */

import { button, el, icon, iconButton } from "./dom.js";
import { summary } from "./message.js";
import { fullName } from "./service.js";
import { t } from "./words.js";

/** @import { Chat, Person, Screen } from "./types.js" */

/**
 * @param {Person} person
 * @param {() => void} menu
 * @returns {HTMLElement}
 */
export function personBar(person, menu) {
  return el(
    "header",
    { class: "bar" },
    avatar(person.first_name, person.id),
    el(
      "div",
      { class: "whose" },
      el("h2", {}, fullName(person)),
      person.note && el("p", { class: "note" }, person.note),
    ),
    iconButton("more", t("phone_menu"), menu),
  );
}

/**
 * @param {{group: Chat, viewers: HTMLElement}} shared `viewers` chooses through whose eyes the group is seen
 * @returns {HTMLElement}
 */
export function groupBar({ group, viewers }) {
  const title = group.title ?? "";
  const whose = el("div", { class: "whose" }, el("h2", {}, title), viewers);
  return el("header", { class: "bar" }, avatar(title, group.id), whose);
}

/** @param {string} name @param {number} id */
function avatar(name, id) {
  const [initial = ""] = name;
  return el("span", { class: `avatar background-${Math.abs(id) % 7}`, "aria-hidden": "true" }, initial);
}

/**
 * @param {(messageId: number) => void} jump
 */
export function createPinnedBar(jump) {
  const element = el("div", { class: "pinned", hidden: true });

  /** @param {Screen["pinned"]} message */
  function draw(message) {
    element.toggleAttribute("hidden", !message);
    if (!message) return;
    const words = el("span", {}, el("strong", {}, t("pinned")), el("span", {}, summary(message)));
    const bar = button(icon("pin"), () => jump(message.message_id));
    bar.append(words);
    element.replaceChildren(bar);
  }

  return { element, draw };
}
