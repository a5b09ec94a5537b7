/** What slides over a phone: menus, alerts and toasts. It stays inside that phone, the other phones go on. */

import { button, el, iconButton } from "./dom.js";
import { t } from "./words.js";

const TOAST_SECONDS = 5;

/**
 * @param {HTMLElement} phone what sheets and alerts cover; the toasts' `status` goes where it hides no keys
 */
export function createOverlay(phone) {
  const status = el("div", { class: "toasts", role: "status" });

  /** @param {string} text */
  function toast(text) {
    const shown = el("p", { class: "toast" }, text);
    status.append(shown);
    setTimeout(() => shown.remove(), TOAST_SECONDS * 1000);
  }

  /** @param {HTMLElement} panel @returns {() => void} closes it and gives the focus back */
  function cover(panel) {
    const before = document.activeElement;
    const backdrop = el("div", { class: "backdrop" }, panel);
    const close = () => {
      backdrop.remove();
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    };
    backdrop.addEventListener("click", (event) => event.target === backdrop && close());
    backdrop.addEventListener("keydown", (event) => event.key === "Escape" && close());
    phone.append(backdrop);
    panel.querySelector("button")?.focus({ preventScroll: true });
    return close;
  }

  /** @param {string} text what the bot wants read before anything else */
  function alert(text) {
    const done = button(t("ok"), () => close(), { class: "key primary" });
    const close = cover(
      el("div", { class: "alert", role: "alertdialog", "aria-label": text }, el("p", {}, text), done),
    );
  }

  /**
   * @param {string} title
   * @param {{label: string, detail?: string, choose: () => void}[]} choices
   */
  function sheet(title, choices) {
    const rows = choices.map(({ label, detail, choose }) => {
      const row = button(label, () => pick(choose), { class: "choice" });
      if (detail) row.append(el("small", {}, detail));
      return row;
    });
    const head = el(
      "header",
      {},
      el("h3", {}, title),
      iconButton("close", t("close"), () => close()),
    );
    const close = cover(el("div", { class: "sheet", role: "dialog", "aria-label": title }, head, ...rows));

    /** @param {() => void} choose */
    function pick(choose) {
      close();
      choose();
    }
  }

  return { status, toast, alert, sheet };
}
