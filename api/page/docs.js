// Shows the API's own description, without anything from elsewhere.

import { byId, element } from "/page/dom.js";
import { request } from "/page/server.js";

const METHODS = ["get", "post", "put", "patch", "delete"];

show().catch((error) => byId("docs").replaceChildren(element("p", { class: "bad" }, error.message)));

async function show() {
  const api = await request("/openapi.json");
  const groups = new Map();
  for (const [path, operations] of Object.entries(api.paths)) {
    for (const method of METHODS.filter((each) => each in operations)) {
      const operation = operations[method];
      const tag = operation.tags?.[0] || "Other";
      groups.set(tag, [...(groups.get(tag) || []), route(method, path, operation, api)]);
    }
  }
  const intro = api.info.description.split("\n\n").map((each) => element("p", {}, ...code(each)));
  byId("docs").replaceChildren(
    ...intro,
    ...[...groups].flatMap(([tag, routes]) => [element("h2", {}, tag), ...routes]),
  );
}

const code = (text) => text.split("`").map((part, index) => (index % 2 ? element("code", {}, part) : part));

function route(method, path, operation, api) {
  const text = (operation.description || "").split("\n\n").filter((each) => each.trim() !== operation.summary);
  return element(
    "details",
    { class: "route", id: operation.operationId },
    element(
      "summary",
      {},
      element("span", { class: `method ${method}` }, method.toUpperCase()),
      element("code", {}, path),
      element("span", { class: "small" }, (text[0] || "").split(/[.:;\n]/)[0]),
    ),
    ...text.map((each) => element("p", {}, ...code(each))),
    parameters(operation),
    body(operation, api),
    element("h3", {}, "Answers"),
    element("ul", {}, ...Object.entries(operation.responses).map((each) => answer(each, api))),
    operation.security ? element("p", { class: "small" }, "Needs the API key, where the server has one.") : null,
  );
}

function parameters(operation) {
  if (!operation.parameters?.length) return null;
  return element(
    "table",
    {},
    element("caption", {}, "Parameters"),
    element("tbody", {}, ...operation.parameters.map((each) =>
      element("tr", {},
        element("th", { scope: "row" }, element("code", {}, each.name)),
        element("td", {}, `${each.in}${each.required ? ", required" : ""}`),
        element("td", {}, ...code([each.description, allowed(each.schema)].filter(Boolean).join(" "))),
      ))),
  );
}

function allowed(schema) {
  const defaults = schema.default === undefined ? "" : `Default ${JSON.stringify(schema.default)}.`;
  const bounds = schema.maximum === undefined ? "" : `At most ${schema.maximum}.`;
  return [defaults, bounds].filter(Boolean).join(" ");
}

function body(operation, api) {
  const content = operation.requestBody?.content;
  if (!content) return null;
  const [type, { schema }] = Object.entries(content)[0];
  return element("div", {}, element("h3", {}, "Body"), element("p", {}, element("code", {}, type)), fields(schema, api));
}

function answer([status, told], api) {
  const [type, content] = Object.entries(told.content || {})[0] || [];
  return element(
    "li",
    {},
    element("strong", {}, status), ` ${told.description} `,
    type && type !== "application/json" ? element("code", {}, type) : null,
    content?.schema && type === "application/json" ? fields(content.schema, api) : null,
  );
}

const named = (reference) => reference.split("/").at(-1);

function typeOf(schema) {
  if (schema.$ref) return named(schema.$ref);
  if (schema.anyOf) return schema.anyOf.map(typeOf).join(" or ");
  if (schema.type === "array") return `list of ${typeOf(schema.items || {})}`;
  return schema.const ?? schema.format ?? schema.type ?? "any";
}

// The fields of an object, those of the objects in it folded below them.
function fields(schema, api, seen = []) {
  const target = schema.$ref ? api.components.schemas[named(schema.$ref)] : schema;
  if (target.enum) return element("p", {}, ...target.enum.flatMap((each) => [element("code", {}, each), " "]));
  if (target.type === "array" && target.items) return fields(target.items, api, seen);
  if (!target.properties) return null;
  return element("ul", { class: "fields-list" }, ...Object.entries(target.properties).map(([name, each]) => {
    const inner = reference(each);
    const below = inner && !seen.includes(inner) ? fields({ $ref: inner }, api, [...seen, inner]) : null;
    const line = [element("code", {}, name), ` ${typeOf(each)}`, each.description ? `: ${each.description.split("\n\n")[0]}` : ""];
    return element("li", {}, ...(below ? [element("details", {}, element("summary", {}, ...line), below)] : line));
  }));
}

function reference(schema) {
  if (schema.$ref) return schema.$ref;
  if (schema.items) return reference(schema.items);
  return (schema.anyOf || []).map(reference).find(Boolean);
}
