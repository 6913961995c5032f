// Requests to the server; a problem becomes an Error that says what was wrong and what to do.

const KEY = "actorgraph-key";

export const key = {
  get: () => sessionStorage.getItem(KEY) || "",
  set: (value) => sessionStorage.setItem(KEY, value),
};

export const keyHeaders = () => (key.get() ? { "X-API-Key": key.get() } : {});

export function problemText(body, status) {
  try {
    const told = JSON.parse(body);
    return [told.detail, told.hint].filter(Boolean).join(". ") + ".";
  } catch {
    return `The server answered with ${status}.`;
  }
}

export async function request(address, options = {}) {
  let response;
  try {
    response = await fetch(address, { ...options, headers: { ...keyHeaders(), ...options.headers } });
  } catch (error) {
    if (error.name === "AbortError") throw error;
    throw new Error("The server does not answer. Is it still running?");
  }
  const body = await response.text();
  if (!response.ok) throw Object.assign(new Error(problemText(body, response.status)), { status: response.status });
  return body ? JSON.parse(body) : null;
}
