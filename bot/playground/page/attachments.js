/** What can be sent besides text: files from this machine, the server's small samples, or a recording. */

import { t } from "./words.js";

/**
 * @param {(what: object) => void} send gives the body of /control/people/{who}/send
 * @param {(problem: string) => void} complain
 * @param {(stop: () => void) => void} recording called when the microphone is on; `stop` ends and sends
 * @returns {{label: string, choose: () => void}[]}
 */
export function attachmentChoices(send, complain, recording) {
  const record = { label: t("record"), choose: () => recordVoice(send, complain, recording) };
  return [
    { label: t("photo"), choose: () => pick("image/*", (file) => send({ kind: "photo", ...file })) },
    { label: t("sample_photo"), choose: () => send({ kind: "photo" }) },
    ...(canRecord() ? [record] : []),
    { label: t("sample_voice"), choose: () => send({ kind: "voice" }) },
    { label: t("document"), choose: () => pick("", (file) => send({ kind: "document", ...file })) },
    { label: t("location"), choose: () => send({ kind: "location" }) },
  ];
}

const canRecord = () => typeof MediaRecorder !== "undefined" && Boolean(navigator.mediaDevices?.getUserMedia);

/** @param {string} accept @param {(file: {content: string, file_name: string}) => void} use */
function pick(accept, use) {
  const input = document.createElement("input");
  input.type = "file";
  input.accept = accept;
  input.addEventListener("change", async () => {
    const file = input.files?.[0];
    if (file) use({ content: await base64(file), file_name: file.name });
  });
  input.click();
}

/**
 * @param {(what: object) => void} send
 * @param {(problem: string) => void} complain
 * @param {(stop: () => void) => void} recording
 */
async function recordVoice(send, complain, recording) {
  const microphone = await navigator.mediaDevices.getUserMedia({ audio: true }).catch(() => null);
  if (!microphone) {
    complain(t("no_microphone"));
    return;
  }
  const began = performance.now();
  const recorder = new MediaRecorder(microphone);
  recorder.addEventListener("dataavailable", async ({ data }) => {
    microphone.getTracks().forEach((track) => track.stop());
    const duration = Math.max(1, Math.round((performance.now() - began) / 1000));
    send({ kind: "voice", content: await base64(data), file_name: "voice.webm", duration });
  });
  recorder.start();
  recording(() => recorder.stop());
}

/** @param {Blob} blob @returns {Promise<string>} */
async function base64(blob) {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  const letters = Array.from(bytes, (byte) => String.fromCharCode(byte));
  return btoa(letters.join(""));
}
