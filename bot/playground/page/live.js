/** News from the playground as it happens (server-sent events), and whether we are still connected. */

/** @import { PlaygroundEvent } from "./types.js" */

const RETRY = 2000;

/**
 * @param {{news: (event: PlaygroundEvent) => void, connected: () => void, lost: () => void}} on
 *   `connected` also after a reconnection: what happened in between has to be fetched
 */
export function listen(on) {
  const source = new EventSource("/control/events");
  source.addEventListener("open", on.connected);
  source.addEventListener("message", ({ data }) => on.news(JSON.parse(data)));
  source.addEventListener("error", () => {
    on.lost();
    // The browser retries by itself unless the server answered with an error; then it gives up for good.
    if (source.readyState === EventSource.CLOSED) setTimeout(() => listen(on), RETRY);
  });
}
