// Uploads reports, follows their jobs, lists and removes reports.

import { byId, element, readable } from "/page/dom.js";
import { key, keyHeaders, problemText, request } from "/page/server.js";

const PAGE = 50;

const drop = byId("drop");
const input = byId("file");
const date = byId("date");
const jobs = byId("jobs");
const list = byId("report-list");
const more = byId("more-reports");
const said = byId("upload-state");
const followed = new Map();
let about = null;
let shown = 0;
let loads = 0;

const started = start();

async function start() {
  try {
    about = await request("/about");
  } catch (error) {
    list.replaceChildren(element("li", { class: "bad" }, error.message));
    return;
  }
  byId("kinds").textContent = `PDF, Word, HTML, Markdown, text; up to ${megabytes(about.upload_bytes)}${
    about.llm ? `; their paragraphs are sent to the language model ${about.llm}` : ""
  }`;
  input.accept = about.kinds.join(",");
  byId("key-field").hidden = !(about.key_needed && about.can_write);
  if (!about.key_needed) key.set(""); // one of another time would be refused, and could not be seen
  byId("key").value = key.get();
  byId("read-only").hidden = about.can_write;
  drop.hidden = byId("date").parentElement.hidden = !about.can_write;
  await reload();
  const known = await request("/jobs").catch(() => ({ items: [] }));
  for (const job of known.items.filter((each) => !finished(each)).reverse()) follow(job);
}

byId("key").addEventListener("change", (event) => key.set(event.target.value));
byId("upload").addEventListener("submit", (event) => event.preventDefault());
input.addEventListener("change", () => {
  take(input.files);
  input.value = "";
});
more.addEventListener("click", () => load(shown, PAGE));

for (const name of ["dragenter", "dragover"]) {
  drop.addEventListener(name, (event) => {
    event.preventDefault();
    drop.classList.add("over");
  });
}
for (const name of ["dragleave", "drop"]) drop.addEventListener(name, () => drop.classList.remove("over"));
drop.addEventListener("drop", (event) => {
  event.preventDefault();
  take(event.dataTransfer.files);
});
// A file dropped beside the field must not replace the page.
for (const name of ["dragover", "drop"]) window.addEventListener(name, (event) => event.preventDefault());

const megabytes = (bytes) => `${Math.round(bytes / 1e6)} MB`;
const finished = (job) => job.state === "done" || job.state === "failed";

async function take(files) {
  if (!date.reportValidity()) return;
  for (const file of [...files]) await send(file, date.value.trim());
}

// ---------------------------------------------------------------- one upload

function row(name) {
  const bar = element("progress", { max: 1, value: 0, "aria-label": `Progress of ${name}` });
  const state = element("span", { class: "small" }, "being sent");
  const made = element("li", {}, element("span", { class: "file" }, name), state, bar);
  jobs.prepend(made);
  return {
    tell(text, progress) {
      state.textContent = text;
      bar.value = progress;
      bar.setAttribute("aria-valuetext", text);
    },
    fail(text) {
      made.classList.add("bad");
      state.textContent = text;
      bar.remove();
      made.append(element("button", { type: "button", class: "plain", onclick: () => made.remove() }, "Dismiss"));
      said.textContent = `${name}: ${text}`;
    },
    end(text) {
      made.remove();
      said.textContent = `${name} ${text}.`;
    },
  };
}

async function send(file, published) {
  const line = row(file.name);
  await started; // a file may come before the page knows what the server takes
  if (about === null) {
    line.fail("The server did not say what it takes. Load the page again.");
    return;
  }
  if (file.size > about.upload_bytes) {
    line.fail(`Larger than ${megabytes(about.upload_bytes)}.`);
    return;
  }
  const form = new FormData();
  form.append("file", file);
  if (published) form.append("date", published);
  try {
    const sent = (part) => line.tell(`is being sent, ${Math.round(part * 100)} %`, part * 0.1);
    await follow(await post(form, sent), line);
  } catch (error) {
    line.fail(error.message);
  }
}

// fetch does not tell how much was sent.
function post(form, progress) {
  return new Promise((resolve, reject) => {
    const sending = new XMLHttpRequest();
    sending.open("POST", "/reports");
    for (const [name, value] of Object.entries(keyHeaders())) sending.setRequestHeader(name, value);
    sending.upload.addEventListener("progress", (event) => progress(event.loaded / Math.max(event.total, 1)));
    sending.addEventListener("error", () => reject(new Error("The file could not be sent.")));
    sending.addEventListener("load", () => {
      if (sending.status === 202) resolve(JSON.parse(sending.responseText));
      else reject(new Error(problemText(sending.responseText, sending.status)));
    });
    sending.send(form);
  });
}

// Follows a job without waiting for it: the next file can be sent meanwhile.
async function follow(job, line = row(job.file)) {
  if (followed.has(job.id)) {
    line.end(job.says);
    return;
  }
  followed.set(job.id, line);
  watch(job, line);
}

async function watch(job, line) {
  let pause = 300;
  try {
    while (!finished(job)) {
      line.tell(job.says, 0.1 + job.progress * 0.9);
      await new Promise((resolve) => setTimeout(resolve, pause));
      pause = Math.min(pause * 1.2, 2000);
      job = await latest(job);
    }
  } finally {
    followed.delete(job.id);
  }
  if (job.state === "failed") line.fail([job.error.detail, job.error.hint].filter(Boolean).join(". ") + ".");
  else {
    line.end(job.says);
    await reload();
  }
}

// A job that is gone was done: its report was deleted since.
async function latest(job) {
  try {
    return await request(`/jobs/${job.id}`);
  } catch (error) {
    return error.status === 404 ? { ...job, state: "done", says: "was deleted" } : job;
  }
}

// ---------------------------------------------------------------- the list

async function reload() {
  await load(0, Math.min(Math.max(shown, PAGE), 1000));
}

// Several uploads may end at once: what was asked for last is shown, and nothing that was asked for before it.
async function load(offset, limit) {
  const mine = (loads += 1);
  let found;
  try {
    found = await request(`/reports?offset=${offset}&limit=${limit}`);
  } catch (error) {
    if (mine === loads) list.replaceChildren(element("li", { class: "bad" }, error.message));
    return;
  }
  if (mine !== loads) return;
  const rows = found.items.map(entry);
  if (offset === 0) list.replaceChildren(...rows);
  else list.append(...rows);
  shown = offset + rows.length;
  more.hidden = shown >= found.total;
  byId("no-reports").hidden = found.total > 0;
}

function entry(report) {
  const title = report.title || report.file;
  const facts = [
    report.published && readable(report.published),
    report.pages === 1 ? "1\u00a0page" : `${report.pages}\u00a0pages`,
    report.claims === 1 ? "1\u00a0claim" : `${report.claims}\u00a0claims`,
  ];
  const made = element(
    "li",
    {},
    element("a", { class: "title", href: `/read?report=${report.id}` }, title),
    title !== report.file && element("span", { class: "small file" }, report.file),
    element("span", { class: "small facts" }, facts.filter(Boolean).join(" · ")),
  );
  if (about.can_write) made.append(removal(report, title, made));
  return made;
}

function removal(report, title, line) {
  const place = element("span", { class: "removal" });
  const ask = element("button", { type: "button", class: "plain", "aria-label": `Delete ${title}` }, "Delete");
  const back = () => {
    place.replaceChildren(ask);
    ask.focus();
  };
  ask.addEventListener("click", () => {
    const yes = element("button", { type: "button", class: "plain danger" }, "Delete for good");
    const no = element("button", { type: "button", class: "plain", onclick: back }, "Keep");
    yes.addEventListener("click", async () => {
      yes.disabled = no.disabled = true;
      try {
        await request(`/reports/${report.id}`, { method: "DELETE" });
        said.textContent = `${title} was deleted.`;
        await reload();
      } catch (error) {
        line.append(element("span", { class: "small bad", role: "alert" }, error.message));
        back();
      }
    });
    place.replaceChildren(yes, no);
    yes.focus();
  });
  place.append(ask);
  return place;
}
