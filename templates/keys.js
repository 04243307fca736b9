// One key for each thing a reviewer does, and a button for each key.
const opened = (selector) => {
  const details = current && $(selector, current);
  if (details) details.open = !details.open;
};

function passageInHand() {
  const own = picked.get(current?.dataset.id);
  const first = current && $("figure.quote", current);
  return own || (first && { start: +first.dataset.start, end: +first.dataset.end });
}

function toggleReader() {
  if (document.body.classList.contains("reading")) return openReader(false);
  const passage = passageInHand();
  if (passage) showPassage(passage.start, passage.end);
  else openReader(true);
}

function openSearch() {
  openReader(true);
  $("#search")?.focus();
  $("#search")?.select();
}

function openNote() {
  if (!current) return;
  $("#note-text").value = notes.get(current.dataset.id) || "";
  $("#note").showModal();
}

function noteGiven() {
  setNote($("#note-text").value.trim());
  $("#note").close();
}

const ACTIONS = {
  j: () => step(1),
  k: () => step(-1),
  n: () => step(1, undecided),
  a: () => current && decide(current.dataset.verdict),
  c: () => opened(".more"),
  p: () => opened(".context"),
  w: () => opened(".shares"),
  e: () => current && pickNext(),
  f: toggleReader,
  "/": openSearch,
  m: openNote,
  u: undo,
  s: save,
  "?": () => $("#help").showModal(),
  Escape: () => openReader(false),
};
DECIDABLE.forEach((verdict, index) => { ACTIONS[index + 1] = () => decide(verdict); });

let single = true;

// An input method may hide the letter behind "Process"; the place of the key on the board tells it.
function keyOf(event) {
  if (event.key !== "Process") return event.key;
  return event.code.replace(/^(Key|Digit)/, "").toLowerCase();
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (event.target.closest("input:not([type=checkbox]), textarea, select, dialog")) return;
  const key = keyOf(event);
  if (!single && key !== "Escape") return;
  const action = ACTIONS[key.length === 1 ? key.toLowerCase() : key];
  if (!action) return;
  event.preventDefault();
  action();
});

for (const button of $$("[data-key]")) button.addEventListener("click", () => ACTIONS[button.dataset.key]());
for (const button of $$("dialog [data-close]")) button.addEventListener("click", () => button.closest("dialog").close());
$("#overrule").addEventListener("change", (event) => {
  const verdict = event.target.value;
  event.target.value = "";
  decide(verdict);
});
$("#name-ok").addEventListener("click", nameGiven);
$("#name").addEventListener("keydown", (event) => event.key === "Enter" && !event.isComposing && nameGiven());
$("#note-ok").addEventListener("click", noteGiven);
$("#note-text").addEventListener("keydown", (event) => event.key === "Enter" && (event.ctrlKey || event.metaKey) && noteGiven());
$("#reviewer").addEventListener("click", () => askName(null));
$("#single").addEventListener("change", (event) => { single = event.target.checked; });
document.addEventListener("row", ({ detail: row }) => {
  $("#at").textContent = tell("at", { number: row.dataset.number, verdict: $(".verdict", row).textContent });
});
$("#bench").hidden = false;
document.body.classList.add("working");
recall();
tally();
if (reviewer) $("#reviewer").textContent = reviewer;
