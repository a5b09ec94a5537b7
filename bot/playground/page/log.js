/** The messages of one chat. Only what changed is drawn again, so nothing jumps while somebody reads or types. */

import { button, el, iconButton } from "./dom.js";
import { keyOf, messageElement } from "./message.js";
import { day } from "./time.js";
import { t } from "./words.js";

/** @import { Actions, Message } from "./types.js" */

const NEAR_THE_END = 48;

/**
 * @param {{reader: number, actions: Actions, earlier: () => void}} options `earlier` asks for more history
 */
export function createLog({ reader, actions, earlier }) {
  const earlierButton = button(t("earlier"), earlier, { class: "quiet", hidden: true });
  const list = el("div", { class: "log", role: "log", "aria-label": t("messages"), "aria-live": "off", tabindex: 0 });
  const newest = iconButton("down", t("newest"), () => scrollToEnd(), { class: "icon-button newest", hidden: true });
  let following = true;
  list.addEventListener("scroll", () => {
    following = atEnd();
    newest.toggleAttribute("hidden", following);
  });
  // The big keys or a long draft may take room from the list: who was reading the newest message goes on doing so.
  new ResizeObserver(() => following && scrollToEnd()).observe(list);
  const element = el("div", { class: "log-frame" }, list, newest);
  /** @type {Map<string, {drawn: string, nodes: HTMLElement[]}>} */
  let shown = new Map();
  let openChat = 0;

  const atEnd = () => list.scrollHeight - list.scrollTop - list.clientHeight < NEAR_THE_END;
  const scrollToEnd = () => {
    list.scrollTop = list.scrollHeight;
  };

  /**
   * @param {Message[]} messages oldest first
   * @param {{chat: number, named: boolean, reactions: Record<string, string[]>, complete: boolean, empty: string}} how
   *   `named` shows the senders; `complete` says there is nothing earlier; `empty` stands in a chat without messages
   */
  function show(messages, { chat, named, reactions, complete, empty }) {
    const stay = atEnd() || chat !== openChat;
    if (chat !== openChat) shown = new Map();
    openChat = chat;
    const next = new Map();
    let lastDay = "";
    for (const message of messages) {
      const key = keyOf(message);
      const today = day((message.date || 0) * 1000);
      const view = { named, reactions: reactions[key], newDay: today === lastDay ? "" : today };
      const drawn = JSON.stringify([message, view]);
      const before = shown.get(key);
      next.set(key, before?.drawn === drawn ? before : { drawn, nodes: draw(message, view) });
      lastDay = today;
    }
    const focus = focusedLabel();
    shown = next;
    earlierButton.toggleAttribute("hidden", complete);
    const nothing = messages.length === 0 ? [el("p", { class: "empty" }, empty)] : [];
    replaceChangedChildren(list, [earlierButton, ...nothing, ...[...next.values()].flatMap(({ nodes }) => nodes)]);
    restoreFocus(focus);
    if (stay) scrollToEnd();
  }

  /** @param {Message} message @param {{named: boolean, reactions?: string[], newDay: string}} view */
  function draw(message, { newDay, ...view }) {
    const drawn = messageElement(message, { reader, actions, ...view });
    return newDay ? [el("p", { class: "day" }, newDay), drawn] : [drawn];
  }

  /** A redrawn message takes its focused button away; the same button in the new drawing gets the focus back. */
  function focusedLabel() {
    const focused = document.activeElement;
    const message = focused instanceof HTMLButtonElement && list.contains(focused) && focused.closest("article");
    return message ? { key: message.dataset.key, label: focused.textContent } : null;
  }

  /** @param {{key: string | undefined, label: string | null} | null} focus */
  function restoreFocus(focus) {
    if (!focus || list.contains(document.activeElement)) return;
    const message = find(focus.key ?? "");
    const same = [...(message?.querySelectorAll("button") ?? [])].find((key) => key.textContent === focus.label);
    (same ?? list).focus({ preventScroll: true });
  }

  /** @param {string} key */
  const find = (key) => list.querySelector(`[data-key="${CSS.escape(key)}"]`);

  /** @param {number} messageId */
  function jump(messageId) {
    const message = find(String(messageId));
    message?.scrollIntoView({ block: "center" });
    message?.classList.add("found");
    message?.addEventListener("animationend", () => message.classList.remove("found"), { once: true });
  }

  return { element, list, show, jump, scrollToEnd };
}

/**
 * Leaves nodes that stay in place alone: moving a node would stop a voice message and lose the focus.
 * @param {HTMLElement} parent @param {HTMLElement[]} wanted
 */
function replaceChangedChildren(parent, wanted) {
  const keep = new Set(wanted);
  for (const child of [...parent.children]) if (!keep.has(/** @type {HTMLElement} */ (child))) child.remove();
  let at = parent.firstElementChild;
  for (const node of wanted) {
    if (node === at) at = at.nextElementSibling;
    else parent.insertBefore(node, at);
  }
}
