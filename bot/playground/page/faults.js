/** What can go wrong, on purpose: faults that wait for the bot's next calls, and Telegram's own limits. */

import * as api from "./api.js";
import { button, el } from "./dom.js";
import { t } from "./words.js";

const KINDS = /** @type {const} */ (["flood", "error", "drop", "drop_after", "delay", "repeat", "reorder"]);

/** How long: the name of the field that carries the seconds of a kind.
 * @type {Record<string, string>} */
const SECONDS = { flood: "retry_after", delay: "seconds" };

/**
 * @param {(problem: string) => void} complain
 */
export function createFaults(complain) {
  const kind = select(KINDS.map((name) => ({ value: name, label: t(name) })));
  const count = input({ type: "number", min: 1, value: 1 });
  const seconds = input({ type: "number", min: 1, value: 5 });
  const method = input({ type: "text", placeholder: "sendMessage" });
  const limits = input({ type: "checkbox", role: "switch", checked: true, change: () => limit() });
  const waiting = el("ul", { class: "waiting", "aria-label": t("faults") });
  const form = el(
    "form",
    { class: "faults-form" },
    field(t("fault_kind"), kind),
    field(t("fault_times"), count),
    field(t("fault_seconds"), seconds),
    field(t("fault_method"), method),
    el("button", { type: "submit" }, t("inject")),
    button(t("clear_faults"), () => attempt(api.clearFaults)),
    field(t("limits"), limits, "switch"),
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    attempt(inject);
  });
  kind.addEventListener("change", adapt);
  adapt();
  const panel = el("div", { class: "panel" }, form, waiting);
  const element = el("details", { class: "faults" }, el("summary", {}, t("faults")), panel);
  element.addEventListener("toggle", () => attempt(async () => {}));

  /** Only floods and delays last. */
  function adapt() {
    seconds.closest("label")?.toggleAttribute("hidden", !(kind.value in SECONDS));
  }

  function inject() {
    const named = method.value.trim() ? { method: method.value.trim() } : {};
    const lasting = kind.value in SECONDS ? { [SECONDS[kind.value]]: Number(seconds.value) } : {};
    return api.inject({ kind: kind.value, count: Number(count.value), ...named, ...lasting });
  }

  const limit = () => attempt(() => api.limits(limits.checked));

  /** @param {() => Promise<unknown>} work */
  async function attempt(work) {
    try {
      await work();
      list(await api.faults());
    } catch (error) {
      complain(error instanceof Error ? error.message : String(error));
    }
  }

  /** @param {{kind: string, method?: string | null, count?: number}[]} faults */
  function list(faults) {
    const lines = faults.map((fault) =>
      el("li", {}, [nameOf(fault.kind), fault.method, `×${fault.count ?? 1}`].filter(Boolean).join(" ")),
    );
    waiting.replaceChildren(...(lines.length > 0 ? lines : [el("li", {}, t("no_faults"))]));
  }

  return { element };
}

/** @param {string} kind */
function nameOf(kind) {
  const known = KINDS.find((one) => one === kind);
  return known ? t(known) : kind;
}

/** @param {Record<string, any>} attributes */
const input = (attributes) => /** @type {HTMLInputElement} */ (el("input", attributes));

/** @param {{value: string, label: string}[]} options */
const select = (options) =>
  /** @type {HTMLSelectElement} */ (
    el("select", {}, ...options.map(({ value, label }) => el("option", { value }, label)))
  );

/** @param {string} label @param {HTMLElement} control @param {string} [kind] */
const field = (label, control, kind) => el("label", { class: kind }, el("span", {}, label), control);
