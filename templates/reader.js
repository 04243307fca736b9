// The answering report beside the promise: open at a passage, search in it, take a passage from it.
const reader = $("#full-text");
const paragraphs = reader ? $$("p[data-start]", reader) : [];
const paint = globalThis.CSS && CSS.highlights && globalThis.Highlight;
let hits = [];
let hit = -1;

function openReader(open) {
  if (!reader) return;
  document.body.classList.toggle("reading", open);
  if (!open && current) current.focus({ preventScroll: true });
}

// A code-point offset into the paragraph's text → a UTF-16 one, which ranges count in.
const units = (text, points) => [...text].slice(0, points).join("").length;
const points = (text) => [...text].length;

function rangeOf(start, end) {
  const inside = paragraphs.filter((one) => +one.dataset.start < end && +one.dataset.end > start);
  if (!inside.length) return null;
  const [first, last] = [inside[0], inside[inside.length - 1]];
  const range = document.createRange();
  range.setStart(first.firstChild, units(first.textContent, Math.max(0, start - first.dataset.start)));
  range.setEnd(last.firstChild, units(last.textContent, end - last.dataset.start));
  return range;
}

function showPassage(start, end) {
  const range = rangeOf(start, end);
  if (!range) return;
  openReader(true);
  for (const one of $$(".here", reader)) one.classList.remove("here");
  const holder = range.startContainer.parentElement;
  holder.classList.add("here");
  if (paint) CSS.highlights.set("passage", new Highlight(range));
  holder.scrollIntoView({ block: "center" });
}

function search(text) {
  hits = [];
  hit = -1;
  if (text) for (const one of paragraphs) {
    for (let at = one.textContent.indexOf(text); at >= 0; at = one.textContent.indexOf(text, at + text.length)) {
      const range = document.createRange();
      range.setStart(one.firstChild, at);
      range.setEnd(one.firstChild, at + text.length);
      hits.push(range);
    }
  }
  if (paint) CSS.highlights.set("hits", new Highlight(...hits));
  turn(1);
}

function turn(by) {
  hit = hits.length ? (hit + by + hits.length) % hits.length : -1;
  $("#found").textContent = $("#search").value ? tell("found", { at: hit + 1, of: hits.length }) : "";
  if (hit < 0) return;
  const holder = hits[hit].startContainer.parentElement;
  for (const one of $$(".here", reader)) one.classList.remove("here");
  holder.classList.add("here");
  if (paint) CSS.highlights.set("hit", new Highlight(hits[hit]));
  holder.scrollIntoView({ block: "center" });
}

// What is selected in the full text, as code points into the report; whole paragraphs where the page
// had to write out invisible characters.
function selectedPassage() {
  const selection = getSelection();
  if (!reader || !selection.rangeCount || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  const [first, last] = [range.startContainer, range.endContainer].map((node) => node.parentElement.closest("p[data-start]"));
  if (!first || !last || !reader.contains(first)) return null;
  const before = first.dataset.exact ? points(first.textContent.slice(0, range.startOffset)) : 0;
  const until = last.dataset.exact ? points(last.textContent.slice(0, range.endOffset)) : last.dataset.end - last.dataset.start;
  return { start: +first.dataset.start + before, end: +last.dataset.start + until };
}

if (reader) {
  $("#search").addEventListener("input", (event) => search(event.target.value.trim()));
  $("#search").addEventListener("keydown", (event) => {
    if (event.key === "Enter") turn(event.shiftKey ? -1 : 1);
    if (event.key === "Escape") openReader(false);
  });
  $("#close-reader").addEventListener("click", () => openReader(false));
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a.show");
    if (!link) return;
    event.preventDefault();
    const { start, end } = link.closest("figure").dataset;
    showPassage(+start, +end);
  });
}
