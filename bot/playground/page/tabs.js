/** A phone's list of chats: the private one with the bot and the person's groups. */

import { button, el } from "./dom.js";
import { t } from "./words.js";

/**
 * @param {(id: number) => void} choose
 */
export function createTabs(choose) {
  const element = el("div", { class: "tabs", role: "tablist", "aria-label": t("chats") });
  element.addEventListener("keydown", (event) => {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (!step) return;
    const tabs = [...element.querySelectorAll("button")];
    const next = tabs[tabs.findIndex((tab) => tab === document.activeElement) + step];
    next?.focus();
    next?.click();
  });

  /**
   * @param {{id: number, title: string}[]} chats
   * @param {number} open
   * @param {Set<number>} unread
   */
  function draw(chats, open, unread) {
    const focused = chats.findIndex((_, at) => element.children[at] === document.activeElement);
    element.replaceChildren(...chats.map((chat) => tab(chat, chat.id === open, unread.has(chat.id))));
    if (focused >= 0) /** @type {HTMLElement} */ (element.children[focused]).focus({ preventScroll: true });
  }

  /** @param {{id: number, title: string}} chat @param {boolean} selected @param {boolean} unread */
  function tab(chat, selected, unread) {
    const attributes = { role: "tab", "aria-selected": String(selected), tabindex: selected ? 0 : -1 };
    const drawn = button(chat.title, () => choose(chat.id), attributes);
    if (unread) drawn.append(el("span", { class: "dot", role: "img", "aria-label": t("unread") }));
    return drawn;
  }

  return { element, draw };
}
