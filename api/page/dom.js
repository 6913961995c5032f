// Elements made without markup: whatever a report says stays text.

export function element(name, properties = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (value === undefined || value === null || value === false) continue;
    if (key.startsWith("on")) made.addEventListener(key.slice(2), value);
    else if (key === "class") made.className = value;
    else made.setAttribute(key, value === true ? "" : value);
  }
  made.append(...children.filter((child) => child !== null && child !== undefined && child !== false));
  return made;
}

export const byId = (id) => document.getElementById(id);

// A text whose parts [start, end) are marked; positions in code points, as the server counts.
export function marked(text, spans, properties = {}) {
  const letters = Array.from(text);
  const parts = [];
  let at = 0;
  for (const [start, end] of spans) {
    if (start < at || end > letters.length || start >= end) continue;
    parts.push(letters.slice(at, start).join(""));
    parts.push(element("mark", properties, letters.slice(start, end).join("")));
    at = end;
  }
  parts.push(letters.slice(at).join(""));
  return parts;
}

const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September",
  "October", "November", "December"];

function day(part) {
  const [year, month, date] = part.split("-");
  return [date && String(Number(date)), month && MONTHS[Number(month) - 1], year].filter(Boolean).join(" ");
}

// A date in EDTF as people write it: "2024-09-04" is "4 September 2024", "2024-09-04/2024-09-06" "4–6 September 2024".
export function readable(edtf) {
  const [first, last] = edtf.split("/");
  if (!last || first === last) return day(first);
  const [from, to] = [first.split("-"), last.split("-")];
  if (from.length !== to.length || from[0] !== to[0] || from.length < 2) return `${day(first)} – ${day(last)}`;
  const month = (date) => MONTHS[Number(date[1]) - 1];
  if (from.length === 2) return `${month(from)} – ${day(last)}`;
  if (from[1] === to[1]) return `${Number(from[2])}–${day(last)}`;
  return `${Number(from[2])} ${month(from)} – ${day(last)}`;
}
