// Asks, and shows the answers with the words that say so.

import { byId, element, marked, readable } from "/page/dom.js";
import { request } from "/page/server.js";

const EXAMPLES = [
  "Who attended anti-corruption meetings?",
  "Who chaired meetings?",
  "Which countries met?",
  "Which events took place in September 2024?",
  "How many meetings were there?",
];

const form = byId("ask");
const field = byId("question");
const state = byId("state");
const place = byId("answer");
let asking = null;

for (const example of EXAMPLES) {
  byId("examples").append(element("button", { type: "button", class: "chip", onclick: () => ask(example) }, example));
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  ask(field.value);
});
window.addEventListener("popstate", fromAddress);
fromAddress();

function fromAddress() {
  const question = new URLSearchParams(location.search).get("q");
  if (question) ask(question, false);
  else {
    place.hidden = true;
    state.textContent = "";
  }
}

async function ask(question, remember = true) {
  asking?.abort();
  const mine = (asking = new AbortController());
  field.value = question;
  if (!question.trim()) return;
  if (remember) history.pushState(null, "", `/?q=${encodeURIComponent(question)}`);
  state.textContent = "Asking…";
  place.setAttribute("aria-busy", "true");
  try {
    show(await request(`/ask?question=${encodeURIComponent(question)}`, { signal: mine.signal }));
  } catch (error) {
    if (mine.signal.aborted) return;
    state.textContent = "";
    fill(element("div", { class: "notice bad" }, element("p", { role: "alert" }, error.message)));
  } finally {
    if (asking === mine) place.removeAttribute("aria-busy");
  }
}

function fill(...children) {
  place.replaceChildren(...children.filter(Boolean));
  place.hidden = false;
}

function show(found) {
  if (found.refused !== null) {
    state.textContent = "The question was not understood.";
    fill(element("div", { class: "notice" }, element("h2", {}, "Not understood"), ...sentences(found.refused)));
    return;
  }
  const count = found.answers.length;
  state.textContent = count === 0 ? "No answer." : count === 1 ? "1 answer." : `${count} answers.`;
  fill(
    element("p", { class: "understood" }, element("span", {}, "Understood as "), found.understood),
    count === 0 && element("div", { class: "notice" }, element("p", {}, "Nothing that was read answers this.")),
    count > 0 && element("ol", { class: "answers" }, ...found.answers.map((answer) => one(answer, found.evidence))),
    found.cypher && query(found),
  );
}

const sentences = (text) => text.split(/(?<=\.)\s+(?=[A-Z])/).map((each) => element("p", {}, each));

const SHOWN = 3;

function one(answer, evidence) {
  const [, name, post] = answer.match(/^(.*?)(?: \(([^()]*(?:\([^()]*\)[^()]*)*)\))?$/s) || [null, answer];
  const cards = distinct(evidence.filter((each) => each.answer === answer)).map((each) => card(each, name));
  const rest = cards.slice(SHOWN);
  return element(
    "li",
    {},
    element("h2", {}, readableAnswer(name), post && element("span", { class: "post" }, post)),
    ...cards.slice(0, SHOWN),
    rest.length > 0 && element("details", { class: "rest" }, element("summary", {}, `${rest.length} more`), ...rest),
  );
}

const DATE = /\b\d{4}-\d{2}(-\d{2})?(\/\d{4}-\d{2}(-\d{2})?)?(?![\d-])/g;
const readableAnswer = (answer) => answer.replace(DATE, readable);

function distinct(evidence) {
  const seen = new Map();
  for (const each of evidence) {
    const where = `${each.report} ${each.start} ${each.end} ${each.event} ${each.date}`;
    if (!seen.has(where)) seen.set(where, each);
  }
  return [...seen.values()];
}

// The event and its date, or when a post was seen to be held.
function aboutOf({ event, date }) {
  const day = date && readable(date);
  return event ? [event, day].filter(Boolean).join(", ") : day && `as of ${day}`;
}

function card(evidence, name) {
  const address = new URLSearchParams({
    report: evidence.report, start: evidence.start, end: evidence.end, claim: evidence.claim,
  });
  const about = aboutOf(evidence);
  return element(
    "figure",
    { class: "card" },
    about && element("p", { class: "about" }, about),
    element("blockquote", {}, ...marked(evidence.quote, wordsOf(name, evidence.quote))),
    ...evidence.context.map((quote) => element("p", { class: "context" }, element("span", { class: "unseen" }, "Context: "), quote)),
    element(
      "figcaption",
      {},
      element("span", { class: `status ${evidence.status}` }, evidence.status),
      element("a", { href: `/read?${address}` }, `${evidence.title}, page ${evidence.page}`),
      evidence.published && element("span", {}, "reported ", element("time", { datetime: evidence.published.split("/")[0] }, readable(evidence.published))),
    ),
  );
}

// Where the quote has the words of the answer, as spans in code points.
function wordsOf(name, quote) {
  const words = name.split(/[^\p{L}\p{N}'’-]+/u).filter((word) => word.length > 2 || /\d/.test(word));
  if (words.length === 0) return [];
  const escaped = words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${escaped.join("|")})(?![\\p{L}\\p{N}])`, "giu");
  const spans = [...quote.matchAll(pattern)].map((found) => {
    const start = Array.from(quote.slice(0, found.index)).length;
    return [start, start + Array.from(found[0]).length];
  });
  return spans.reduce((joined, span) => {
    const last = joined.at(-1);
    if (last && quote.slice(last[1], span[0]) === " ") last[1] = span[1];
    else joined.push(span);
    return joined;
  }, []);
}

function code(text) {
  const copy = element("button", { type: "button", class: "plain", onclick: () => copied(copy, text) }, "Copy");
  return element("div", { class: "code" }, copy, element("pre", { tabindex: "0" }, text));
}

function query(found) {
  return element(
    "details",
    { class: "query" },
    element("summary", {}, "The query that was run"),
    element("h3", {}, "In Cypher"),
    code(found.cypher),
    element("h3", {}, "Parameters"),
    element("pre", { tabindex: "0" }, JSON.stringify(found.parameters, null, 1)),
    element("h3", {}, "In ", element("a", { href: "/sparql" }, "SPARQL")),
    code(found.sparql),
  );
}

async function copied(button, text) {
  try {
    await navigator.clipboard.writeText(text);
    button.textContent = "Copied";
  } catch {
    button.textContent = "Select the text to copy it";
  }
}
