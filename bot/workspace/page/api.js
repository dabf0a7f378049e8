// What the page asks of the server and does for the person.
import { store } from "./store.js";

const person = () => (store.me ? store.me.id : "");

function address(path, query) {
  const search = new URLSearchParams({ as: person(), ...query });
  return `/page/api/${path}?${search}`;
}

async function answer(response) {
  if (!response.ok) return { ok: false, error: `http_${response.status}` };
  return response.json();
}

export async function get(path, query = {}) {
  try { return await answer(await fetch(address(path, query))); } catch { return { ok: false, error: "offline" }; }
}

export async function post(path, body = {}) {
  try {
    return await answer(await fetch(address(path), {
      method: "POST", headers: { "Content-Type": "application/json", "X-Workspace-Page": "1" }, body: JSON.stringify(body),
    }));
  } catch { return { ok: false, error: "offline" }; }
}

/** Sends a file; `onProgress` hears 0…1. Resolves to the server's answer. */
export function upload(file, onProgress) {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open("POST", address("upload", { name: file.name }));
    request.setRequestHeader("X-Workspace-Page", "1");
    request.setRequestHeader("Content-Type", "application/octet-stream");
    request.upload.addEventListener("progress", (event) => { if (event.lengthComputable) onProgress(event.loaded / event.total); });
    request.addEventListener("load", () => { try { resolve(JSON.parse(request.responseText)); } catch { resolve({ ok: false, error: "problem" }); } });
    request.addEventListener("error", () => resolve({ ok: false, error: "offline" }));
    request.send(file);
  });
}

export const fileUrl = (file, { download = false } = {}) =>
  `/page/files/${encodeURIComponent(file.id)}/${encodeURIComponent(file.name || "file")}?${new URLSearchParams({ as: person(), ...(download ? { download: "1" } : {}) })}`;
