// Asks SPARQL queries and shows what comes back: a table, yes or no, or triples as text.

import { byId, element } from "/page/dom.js";
import { problemText } from "/page/server.js";

const ROWS = "application/sparql-results+json";
const TRIPLES = "text/turtle";
const SAVED = { rows: [["CSV", "text/csv"], ["JSON", ROWS], ["XML", "application/sparql-results+xml"]],
  triples: [["Turtle", TRIPLES], ["JSON-LD", "application/ld+json"], ["RDF/XML", "application/rdf+xml"]] };
const SHOWN = 500;

const editor = edited(byId("query"));
let running = null;

byId("ask").addEventListener("submit", (event) => {
  event.preventDefault();
  run();
});
byId("stop").addEventListener("click", () => running?.abort());
byId("examples").addEventListener("change", ({ target }) => {
  editor.setValue(target.value);
  run();
});
start();

// The editor with colours where its script has come, else the bare field.
function edited(field) {
  if (!window.Yasqe) return plain(field);
  const place = element("div", { class: "editor" });
  field.after(place);
  field.hidden = true;
  const made = new window.Yasqe(place, {
    value: "", showQueryButton: false, resizeable: true, persistenceId: null, createShareableLink: null,
    consumeShareLink: null, autocompleters: ["variables"], collapsePrefixesOnLoad: false, lineWrapping: true,
    screenReaderLabel: "Query", extraKeys: { "Ctrl-Enter": run, "Cmd-Enter": run, Tab: false, "Shift-Tab": false },
  });
  return { getValue: () => made.getValue(), setValue: (text) => made.setValue(text), onChange: (call) => made.on("change", call) };
}

function plain(field) {
  let changed = () => {};
  field.addEventListener("input", () => changed());
  return { getValue: () => field.value, setValue: (text) => { field.value = text; changed(); }, onChange: (call) => { changed = call; } };
}

async function start() {
  const asked = new URLSearchParams(location.hash.slice(1)).get("query");
  const response = await fetch("/page/queries.json");
  const queries = response.ok ? await response.json() : [];
  byId("examples").append(...queries.map(({ title, query }) => element("option", { value: query }, title)));
  editor.onChange(() => { byId("examples").value = queries.find(({ query }) => query === editor.getValue())?.query || ""; });
  editor.setValue(asked || queries[0]?.query || "SELECT * { ?s ?p ?o } LIMIT 10");
  if (asked) run();
}

async function run() {
  running?.abort();
  const mine = new AbortController();
  running = mine;
  const query = editor.getValue();
  history.replaceState(null, "", `#${new URLSearchParams({ query })}`);
  busy(true, "Asking…");
  const began = performance.now();
  try {
    const response = await asked(query, `${ROWS}, ${TRIPLES}`, mine.signal);
    const text = await response.text();
    if (!response.ok) throw new Error(problemText(text, response.status));
    show(response, text, query, Math.round(performance.now() - began));
  } catch (error) {
    if (running !== mine) return;
    byId("result").replaceChildren();
    byId("downloads").hidden = true;
    tell(error.name === "AbortError" ? "Stopped." : error.message, error.name !== "AbortError");
  } finally {
    if (running === mine) busy(false);
  }
}

const asked = (query, accept, signal) => fetch("/sparql", {
  method: "POST", body: query, signal, headers: { Accept: accept, "Content-Type": "application/sparql-query" },
});

function busy(is, text) {
  byId("stop").hidden = !is;
  if (text) tell(text);
}

function tell(text, bad = false) {
  byId("state").textContent = text;
  byId("state").classList.toggle("bad", bad);
}

function show(response, text, query, took) {
  const triples = response.headers.get("Content-Type").startsWith(TRIPLES);
  const cut = response.headers.get("Actorgraph-Truncated");
  const notes = [`${took} ms`, cut ? `cut after ${cut}: there is more` : ""].filter(Boolean).join("; ");
  if (triples) {
    byId("result").replaceChildren(element("pre", {}, text));
    tell(`Triples (${notes}).`);
  } else {
    table(JSON.parse(text), notes);
  }
  offer(query, triples ? SAVED.triples : SAVED.rows);
}

function table(found, notes) {
  if ("boolean" in found) {
    byId("result").replaceChildren();
    tell(`${found.boolean ? "Yes" : "No"} (${notes}).`);
    return;
  }
  const { head: { vars }, results: { bindings } } = found;
  const rows = bindings.slice(0, SHOWN).map((row) => element("tr", {}, ...vars.map((name) => cell(row[name]))));
  byId("result").replaceChildren(element("table", {},
    element("thead", {}, element("tr", {}, ...vars.map((name) => element("th", { scope: "col" }, name)))),
    element("tbody", {}, ...rows)));
  const rest = bindings.length > SHOWN ? `, the first ${SHOWN} shown` : "";
  tell(`${bindings.length} ${bindings.length === 1 ? "row" : "rows"}${rest} (${notes}).`);
}

function cell(term) {
  if (!term) return element("td", {});
  if (term.type !== "uri") return element("td", {}, term.value);
  const local = term.value.split(/[#/]/).pop();
  return element("td", {}, element("button", { type: "button", class: "plain", title: term.value, onclick: () => describe(term.value) }, local || term.value));
}

function describe(iri) {
  editor.setValue(`DESCRIBE <${iri}>`);
  run();
}

function offer(query, formats) {
  const links = formats.map(([name, media]) => element("button", { type: "button", class: "plain", onclick: () => save(query, name, media) }, name));
  byId("downloads").replaceChildren("Save as ", ...links);
  byId("downloads").hidden = false;
}

async function save(query, name, media) {
  const response = await asked(query, media);
  if (!response.ok) {
    tell(problemText(await response.text(), response.status), true);
    return;
  }
  const address = URL.createObjectURL(await response.blob());
  const endings = { "JSON-LD": "jsonld", "RDF/XML": "rdf", Turtle: "ttl" };
  element("a", { href: address, download: `result.${endings[name] || name.toLowerCase()}` }).click();
  URL.revokeObjectURL(address);
}
