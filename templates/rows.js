"use strict";
// The promises on the page and which of them is in hand.
const page = JSON.parse(document.getElementById("page-data").textContent);
const words = page.words;
const $ = (selector, within = document) => within.querySelector(selector);
const $$ = (selector, within = document) => [...within.querySelectorAll(selector)];
const tell = (key, details = {}) => words[key].replace(/\{(\w+)\}/g, (_, name) => details[name]);

const rows = $$("article.row");
const queue = [...rows].sort((one, other) => one.dataset.doubt - other.dataset.doubt);
const links = new Map($$(".queue a").map((link) => [link.hash.slice(3), link]));
let current = null;

const shown = (row) => row.checkVisibility();

function take(row, { scroll = true, focus = true } = {}) {
  if (!row) return;
  if (current) current.removeAttribute("aria-current");
  for (const link of $$(".queue a[aria-current]")) link.removeAttribute("aria-current");
  current = row;
  row.setAttribute("aria-current", "true");
  const link = links.get(row.dataset.id);
  if (link) {
    link.setAttribute("aria-current", "true");
    link.scrollIntoView({ block: "nearest" });
  }
  if (focus) row.focus({ preventScroll: true });
  if (scroll) bring(row, 8);
  document.dispatchEvent(new CustomEvent("row", { detail: row }));
}

// Rows get their real height only when they come into sight, so the place is taken anew for some frames.
function bring(row, frames) {
  row.scrollIntoView({ block: "start" });
  if (frames) requestAnimationFrame(() => row === current && bring(row, frames - 1));
}

function step(by, wanted = () => true) {
  const open = queue.filter((row) => row === current || (shown(row) && wanted(row)));
  const at = open.indexOf(current);
  take(open[at < 0 ? 0 : Math.min(Math.max(at + by, 0), open.length - 1)]);
}

function say(text) {
  $("#said").textContent = text;
}

function countShown() {
  const number = rows.filter(shown).length;
  $(".filtered").textContent = tell("filtered", { shown: number, total: rows.length });
}

for (const row of rows) links.get(row.dataset.id)?.addEventListener("click", (event) => {
  event.preventDefault();
  take(row);
});
for (const box of $$(".filters input")) box.addEventListener("change", countShown);
for (const row of rows) row.addEventListener("focusin", () => row !== current && take(row, { scroll: false, focus: false }));
for (const row of rows) row.addEventListener("click", () => row !== current && take(row, { scroll: false, focus: false }));
