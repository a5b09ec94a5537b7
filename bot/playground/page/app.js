/** Starts the page: fetches who lives here, and keeps it up to date. */

import * as api from "./api.js";
import { createClock } from "./clock.js";
import { button, el } from "./dom.js";
import { createFaults } from "./faults.js";
import { latest } from "./latest.js";
import { listen } from "./live.js";
import { Neighbourhood } from "./neighbourhood.js";
import { createOverlay } from "./overlay.js";
import { language, t } from "./words.js";

const overlay = createOverlay(document.body);
const clock = createClock(overlay.toast);
const faults = createFaults(overlay.toast);
const neighbourhood = new Neighbourhood();
const offline = el("p", { class: "offline", role: "alert", hidden: true }, t("offline"));

const census = latest(async () => {
  try {
    const [people, chats] = await Promise.all([api.people(), api.chats()]);
    neighbourhood.update(people, chats);
  } catch (error) {
    if (error instanceof api.Refused) overlay.toast(error.message);
  }
});

const tools = el("div", { class: "tools", id: "tools" }, clock.element, faults.element);
const toggle = button(clock.short, () => toggle.setAttribute("aria-expanded", String(tools.classList.toggle("open"))), {
  class: "tools-toggle",
  "aria-label": t("time_and_faults"),
  "aria-expanded": "false",
  "aria-controls": "tools",
});

document.documentElement.lang = language;
document.title = t("title");
document.body.prepend(
  el("header", { class: "top" }, el("h1", {}, t("title")), toggle, tools, neighbourhood.switcher),
  offline,
  neighbourhood.row,
  overlay.status,
);

listen({
  connected: () => {
    offline.hidden = true;
    clock.refresh();
    census();
  },
  lost: () => {
    offline.hidden = false;
  },
  news: (event) => {
    if (event.type === "clock") clock.refresh();
    else if (event.type === "people" || event.type === "chats") census();
    else neighbourhood.notice(event);
  },
});
