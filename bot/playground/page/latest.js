/** Many wishes, one answer at a time: a burst of events becomes one fetch, and one more if something came meanwhile. */

const BURST = 40;

/**
 * @param {() => Promise<void>} work
 * @returns {() => void} asks for the work to be done soon, at least once from now
 */
export function latest(work) {
  let waiting = false;
  let busy = false;

  async function run() {
    if (busy) return;
    busy = true;
    while (waiting) {
      waiting = false;
      await work();
    }
    busy = false;
  }

  return () => {
    if (waiting) return;
    waiting = true;
    setTimeout(run, BURST);
  };
}
