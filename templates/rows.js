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

const shown = (row) => !row.hidden;
const boxes = $$(".filters input");

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
  const from = queue.indexOf(current);
  let at = from < 0 && by < 0 ? queue.length : from;
  do at += by; while (queue[at] && !(shown(queue[at]) && wanted(queue[at])));
  take(queue[at]);
}

// The bars beside the features, drawn when somebody looks: hundreds of hidden pictures slow the page down.
function drawBars(details) {
  for (const line of $$("tr[data-x]", details)) {
    const cell = line.insertCell();
    cell.append($("#share-bar").content.cloneNode(true));
    const bar = $("rect", cell);
    bar.setAttribute("x", line.dataset.x);
    bar.setAttribute("width", line.dataset.width);
  }
}

for (const details of $$("details.shares")) details.addEventListener("toggle", () => drawBars(details), { once: true });

function say(text) {
  $("#said").textContent = text;
}

function filter() {
  const ticked = new Set(boxes.filter((box) => box.checked).map((box) => box.id.slice(2)));
  const review = ticked.delete("review");
  const wanted = ({ dataset }) =>
    (!ticked.size || ticked.has(dataset.verdict)) && (!review || ("review" in dataset && !("decided" in dataset)));
  for (const row of rows) {
    row.hidden = !wanted(row);
    const link = links.get(row.dataset.id);
    if (link) link.parentElement.hidden = row.hidden;
  }
  $(".filtered").classList.toggle("on", review || ticked.size > 0);
  $(".filtered").textContent = tell("filtered", { shown: rows.filter(shown).length, total: rows.length });
}

$("main").classList.add("scripted");
for (const box of boxes) box.addEventListener("change", filter);
for (const row of rows) links.get(row.dataset.id)?.addEventListener("click", (event) => {
  event.preventDefault();
  take(row);
});
for (const row of rows) row.addEventListener("focusin", () => row !== current && take(row, { scroll: false, focus: false }));
for (const row of rows) row.addEventListener("click", () => row !== current && take(row, { scroll: false, focus: false }));
