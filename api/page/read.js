// Shows a report's text by page, with the passages of a claim marked.

import { byId, element, marked, readable } from "/page/dom.js";
import { request } from "/page/server.js";

const TAGS = { title: "h2", heading: "h3", dateline: "p", paragraph: "p", bullet: "li" };

const asked = new URLSearchParams(location.search);
const state = byId("state");

show().catch((error) => {
  state.textContent = error.message;
  state.classList.add("bad");
});

async function show() {
  const report = asked.get("report") || "";
  const [found, claim] = await Promise.all([
    request(`/reports/${encodeURIComponent(report)}/pages`),
    asked.get("claim") ? request(`/claims/${encodeURIComponent(asked.get("claim"))}`).catch(() => null) : null,
  ]);
  const core = span(asked.get("start"), asked.get("end")) || (claim && [claim.core.start, claim.core.end]);
  const context = claim && claim.report === found.id ? claim.context.map((each) => [each.start, each.end]) : [];
  head(found, core);
  byId("text").replaceChildren(...found.pages.map((page) => sheet(page, core, context)));
  state.textContent = "";
  if (core) lead(claim, context);
}

function span(start, end) {
  return start !== null && end !== null ? [Number(start), Number(end)] : null;
}

function head(found, core) {
  const title = found.title || found.file;
  document.title = `${title} - actorgraph`;
  byId("title").textContent = title;
  const pages = found.pages.length === 1 ? "1 page" : `${found.pages.length} pages`;
  byId("facts").textContent = [found.file, found.published && readable(found.published), pages]
    .filter(Boolean).join(" · ");
  const original = byId("original");
  const page = core && found.pages.find((each) => each.pieces.some((piece) => piece.end > core[0]));
  original.href = `/reports/${found.id}/original${page ? `#page=${page.number}` : ""}`;
  original.hidden = false;
}

function sheet(page, core, context) {
  const body = [];
  for (const piece of page.pieces) {
    const made = element(TAGS[piece.kind] || "p", { class: piece.kind }, ...words(piece, core, context));
    if (piece.kind !== "bullet") body.push(made);
    else if (body.at(-1)?.tagName === "UL") body.at(-1).append(made);
    else body.push(element("ul", {}, made));
  }
  if (body.length === 0) body.push(element("p", { class: "small" }, "No text on this page."));
  return element(
    "section",
    { class: "sheet", "aria-label": `Page ${page.number}`, id: `page-${page.number}` },
    element("p", { class: "number", "aria-hidden": "true" }, `Page ${page.number}`),
    ...body,
  );
}

// The parts of a piece that the passages cover; the core wins where both do.
function words(piece, core, context) {
  const cut = ([start, end]) => [Math.max(start, piece.start) - piece.start, Math.min(end, piece.end) - piece.start];
  const within = (each) => each && each[0] < piece.end && each[1] > piece.start;
  const spans = context.filter(within).map((each) => ({ span: cut(each), kind: "context" }));
  if (within(core)) spans.push({ span: cut(core), kind: "core" });
  if (spans.length === 0) return [piece.text];
  const letters = Array.from(piece.text);
  const kinds = letters.map(() => "");
  for (const { span: [start, end], kind } of spans) kinds.fill(kind, start, end);
  const parts = [];
  for (let at = 0; at < letters.length; ) {
    let end = at;
    while (end < letters.length && kinds[end] === kinds[at]) end += 1;
    const text = letters.slice(at, end).join("");
    if (kinds[at]) parts.push(...marked(text, [[0, end - at]], { class: kinds[at] }));
    else parts.push(text);
    at = end;
  }
  return parts;
}

function lead(claim, context) {
  const first = document.querySelector("mark.core");
  if (!first) return;
  const note = byId("marked");
  note.replaceChildren(
    element("mark", { class: "core" }, "Marked"),
    " is what was quoted",
    ...(context.length ? [", ", element("mark", { class: "context" }, "paler"), " what it needs besides"] : []),
    claim ? `. Status: ${claim.status}.` : ".",
  );
  note.hidden = false;
  first.tabIndex = -1;
  first.scrollIntoView({ block: "center" });
  first.focus({ preventScroll: true });
}
