/** The playground's clock in the page's header, and the buttons that move it. */

import * as api from "./api.js";
import { button, el } from "./dom.js";
import { brief, day, hour, nextWednesdayEvening, tomorrowMorning } from "./time.js";
import { t } from "./words.js";

/** @import { Clock } from "./types.js" */

/**
 * @param {(problem: string) => void} complain
 * @returns {{element: HTMLElement, short: HTMLElement, refresh: () => void}}
 *   `short` is the time alone, for a small screen
 */
export function createClock(complain) {
  const face = el("time", { class: "face" });
  const state = el("span", { class: "state" });
  const run = button("", () => move({ running: !clock.running }));
  const wednesday = button(t("wednesday"), () => move({ set: iso(nextWednesdayEvening(now())) }));
  const tomorrow = button(t("tomorrow"), () => move({ set: iso(tomorrowMorning(now())) }));
  const buttons = [button(t("plus_hour"), () => move({ advance: 3600 })), tomorrow, wednesday, run];
  const element = el("div", { class: "clock", role: "group", "aria-label": t("clock") }, face, state, ...buttons);
  const short = el("span", {});
  /** @type {Clock} */
  let clock = { now: new Date().toISOString(), running: false, version: 0 };
  let fetchedAt = performance.now();

  const now = () => Date.parse(clock.now) + (clock.running ? performance.now() - fetchedAt : 0);
  const iso = (/** @type {number} */ at) => new Date(at).toISOString();

  function tick() {
    const at = now();
    face.setAttribute("datetime", iso(at));
    const text = `${day(at)} ${hour(at)}`;
    if (face.textContent !== text) face.textContent = text;
    short.textContent = brief(at);
    wednesday.title = day(nextWednesdayEvening(at));
    tomorrow.title = day(tomorrowMorning(at));
  }

  /** @param {Clock} latest */
  function show(latest) {
    clock = latest;
    fetchedAt = performance.now();
    run.textContent = clock.running ? t("freeze") : t("run");
    state.textContent = clock.running ? t("running") : t("frozen");
    tick();
  }

  /** The answer comes when the bot has caught up with the new time; until then the buttons wait.
   * @param {Parameters<typeof api.moveClock>[0]} how */
  async function move(how) {
    for (const one of buttons) one.disabled = true;
    try {
      show(await api.moveClock(how));
    } catch (error) {
      complain(error instanceof Error ? error.message : String(error));
    } finally {
      for (const one of buttons) one.disabled = false;
    }
  }

  const refresh = () => api.clock().then(show, (error) => complain(error.message));
  setInterval(tick, 1000);
  return { element, short, refresh };
}
