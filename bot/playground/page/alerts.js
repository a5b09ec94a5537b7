/** Which answers to a tap (toasts and alerts) are new, and on which phone to show them. */

/** @import { Alert } from "./types.js" */

/** The group's own phone shows a person's view too; an answer belongs where the finger was.
 * @type {Map<string, object>} */
const begunOn = new Map();

/**
 * @param {object} phone
 * @param {boolean} carried whether it is the person's own phone, which also shows taps that came from elsewhere
 */
export function createAlertWatch(phone, carried) {
  /** @type {Set<string> | null} */
  let seen = null;

  /** @param {string} callbackQueryId */
  function began(callbackQueryId) {
    begunOn.set(callbackQueryId, phone);
  }

  /**
   * @param {Alert[]} alerts of the open chat
   * @returns {Alert[]} those to show now; at the first sight of a chat none
   */
  function fresh(alerts) {
    const before = seen;
    seen = new Set(alerts.map((alert) => alert.callback_query_id));
    return alerts.filter(({ callback_query_id: id }) => before && !before.has(id) && belongs(id));
  }

  /** @param {string} id */
  function belongs(id) {
    return begunOn.has(id) ? begunOn.get(id) === phone : carried;
  }

  /** Another chat was opened: what was answered there before is old. */
  function restart() {
    seen = null;
  }

  return { began, fresh, restart };
}
