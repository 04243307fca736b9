// What the reviewer decides: kept in hand, undone in order, saved as a file.
const DECIDABLE = ["fulfilled", "partly_fulfilled", "missed", "admitted", "repeated", "dropped", "not_checkable"];
const decisions = new Map();
const saved = new Map();
const notes = new Map();
const picked = new Map();
const undone = [];
let reviewer = "";
let meanwhile = null;

// Signed by somebody and not to be looked at again, or decided here.
const done = (row) => decisions.has(row.dataset.id) || ("signed" in row.dataset && !("review" in row.dataset));
const undecided = (row) => !done(row);
const rowOf = (id) => rows.find((row) => row.dataset.id === id);
const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);
const unsaved = () => new Set([...decisions.keys(), ...saved.keys()].filter((id) => !same(decisions.get(id), saved.get(id))));

function decide(verdict) {
  if (!current || !DECIDABLE.includes(verdict)) return say(words.undecidable);
  if (!reviewer) return askName(() => decide(verdict));
  const id = current.dataset.id;
  change(id, {
    commitment_id: id,
    year: page.year,
    verdict,
    reviewer,
    decided_at: new Date().toISOString(),
    note: notes.get(id) || "",
    evidence: picked.get(id) || null,
  });
  const said = tell("decided", { number: current.dataset.number, verdict: words.verdicts[verdict] });
  say(rows.every(done) ? `${said} ${words[page.live ? "all_done_live" : "all_done"]}` : said);
  step(1, undecided);
  filter();
}

function change(id, decision) {
  undone.push({ id, before: decisions.get(id), note: notes.get(id), passage: picked.get(id) });
  put(id, decision);
  settle(id);
}

function put(id, decision) {
  if (decision) decisions.set(id, decision);
  else decisions.delete(id);
}

function restore(map, id, value) {
  if (value === undefined) map.delete(id);
  else map.set(id, value);
}

function undo() {
  const last = undone.pop();
  if (!last) return say(words.nothing_to_undo);
  put(last.id, last.before);
  restore(notes, last.id, last.note);
  restore(picked, last.id, last.passage);
  settle(last.id);
  filter();
  take(rowOf(last.id));
  say(tell("undone", { number: current.dataset.number }));
}

function setNote(text) {
  const id = current.dataset.id;
  const decision = decisions.get(id);
  undone.push({ id, before: decision, note: notes.get(id), passage: picked.get(id) });
  notes.set(id, text);
  if (decision) decisions.set(id, { ...decision, note: text });
  settle(id);
}

// The machine's first passage is not written down; any other is the reviewer's own.
function pick(passage) {
  const id = current.dataset.id;
  const decision = decisions.get(id);
  undone.push({ id, before: decision, note: notes.get(id), passage: picked.get(id) });
  restore(picked, id, passage || undefined);
  if (decision) decisions.set(id, { ...decision, evidence: passage });
  settle(id);
  say(tell(passage ? "picked" : "picked_first", { number: current.dataset.number }));
}

function pickNext() {
  const selected = selectedPassage();
  if (selected) return pick(selected);
  const choices = $$("figure[data-choice]:not([data-choice='0'])", current);
  if (choices.length < 2) return say(words.no_choice);
  $(".more", current).open = true;
  const now = picked.get(current.dataset.id);
  const at = choices.findIndex((one) => now && +one.dataset.start === now.start && +one.dataset.end === now.end);
  const next = choices[((at < 0 ? 0 : at) + 1) % choices.length];
  pick(next.dataset.choice === "1" ? null : { start: +next.dataset.start, end: +next.dataset.end });
}

// Everything on the page that shows the state of one promise.
function settle(id) {
  draw(id);
  tally();
  remember();
  if (page.live) send();
}

function draw(id) {
  const row = rowOf(id);
  const decision = decisions.get(id);
  const note = notes.get(id);
  const passage = picked.get(id);
  row.toggleAttribute("data-decided", Boolean(decision));
  links.get(id)?.parentElement.toggleAttribute("data-decided", Boolean(decision));
  for (const one of $$("figure.quote", row)) {
    one.classList.toggle("chosen", Boolean(passage) && +one.dataset.start === passage.start && +one.dataset.end === passage.end);
  }
  let mine = $(".mine", row);
  if (!mine) {
    mine = document.createElement("p");
    mine.className = "mine";
    $("header", row).after(mine);
  }
  mine.hidden = !decision && !note && !passage;
  mine.textContent = [
    decision ? tell("mine", { verdict: words.verdicts[decision.verdict] }) : words.undecided,
    passage ? words.own_passage : "",
    note ? tell("noted", { note }) : "",
  ].filter(Boolean).join(" · ");
}

function tally() {
  const waiting = unsaved().size;
  $("#progress").textContent = tell("progress", { done: rows.filter(done).length, total: rows.length });
  $("#save").classList.toggle("open", waiting > 0);
  $("#unsaved").textContent = waiting ? tell("unsaved", { number: waiting }) : "";
}

function file() {
  const withdrawn = [...saved.keys()].filter((id) => !decisions.has(id));
  return {
    schema: "tracker.decisions/1",
    ...(page.audit_sha256 && { audit_sha256: page.audit_sha256 }),
    ...(page.blind && { blind: true }),
    issuer: page.issuer,
    year: page.year,
    seen: page.seen,
    decisions: queue.map((row) => decisions.get(row.dataset.id)).filter(Boolean),
    ...(withdrawn.length && { withdrawn: withdrawn.map((id) => ({ commitment_id: id, year: page.year, reviewer })) }),
  };
}

function save() {
  if (!unsaved().size) return say(words.nothing_to_save);
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([JSON.stringify(file(), null, 1)], { type: "application/json" }));
  link.download = `decisions-${page.blind ? "blind-" : ""}${page.year}-${page.name.replace(/\.html$/, "")}.json`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  saved.clear();
  for (const [id, decision] of decisions) saved.set(id, decision);
  tally();
  remember();
  say(tell("saved_as", { name: link.download }));
}

// A convenience only: browsers may forget it, and some refuse it for files. A page from a server brings what
// was decided itself, except to a blind reader, who sees no decision from the store, not even his own.
const remembers = !page.live || page.blind;
const KEY = `tracker:${page.year}:${page.name}${page.blind ? ":blind" : ""}`;

function remember() {
  try {
    localStorage.setItem("tracker:reviewer", reviewer);
    if (!remembers) return;
    const lists = { decisions, saved, notes, picked };
    const plain = Object.fromEntries(Object.entries(lists).map(([name, map]) => [name, [...map]]));
    localStorage.setItem(KEY, JSON.stringify({ ...plain, audit: page.audit_sha256 }));
  } catch { /* said on the page: only the file counts */ }
}

// On a page that comes from a server every change goes there at once; what changes meanwhile goes together.
let sending = null;

function send() {
  if (sending) return;
  sending = sendAll().catch(() => say(words.unsent)).finally(() => { sending = null; });
}

async function sendAll() {
  for (let waiting = [...unsaved()]; waiting.length; waiting = [...unsaved()]) {
    if (!await deliver(waiting, false)) return;
  }
}

// Whether all of it is in the store.
async function deliver(ids, force) {
  const sent = new Map(ids.map((id) => [id, decisions.get(id)]));
  const withdrawn = ids.filter((id) => !sent.get(id) && saved.get(id));
  const answer = await fetch("/decisions", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({
      schema: "tracker.decisions/1",
      seen: page.seen,
      decisions: [...sent.values()].filter(Boolean),
      withdrawn: withdrawn.map((id) => ({ commitment_id: id, year: page.year, reviewer: saved.get(id).reviewer })),
      force,
    }),
  });
  const told = await answer.json().catch(() => ({}));
  if (!answer.ok && answer.status !== 409) return unsent();
  const doubtful = new Set((told.decisions || []).filter((one) => !(force || TAKEN.includes(one.standing))).map((one) => one.commitment_id));
  for (const [id, decision] of sent) if (!doubtful.has(id)) restore(saved, id, decision);
  tally();
  remember();
  if (answer.ok) return true;
  return !force && confirm(doubtOf(told)) ? deliver([...doubtful], true) : unsent();
}

const TAKEN = ["new", "same"];

function unsent() {
  say(words.unsent);
  return false;
}

function doubtOf(told) {
  const standings = (told.decisions || []).map((one) => one.standing);
  return standings.includes("conflict") ? words.conflict : words.changed;
}

// What was saved, imported and audited again stands on the page as signed.
function stored(id, decision) {
  const { signed } = rowOf(id).dataset;
  return signed && Date.parse(signed) === Date.parse(decision.decided_at);
}

function forget(id) {
  for (const map of [decisions, saved, notes, picked]) map.delete(id);
}

function recall() {
  let kept = null;
  try {
    kept = JSON.parse(localStorage.getItem(KEY));
    reviewer = localStorage.getItem("tracker:reviewer") || "";
  } catch { return; }
  if (!kept || !remembers) return;
  for (const [name, map] of Object.entries({ decisions, saved, notes, picked })) {
    for (const [id, value] of kept[name] || []) if (rowOf(id)) map.set(id, value);
  }
  for (const [id, decision] of [...decisions]) if (stored(id, decision)) forget(id);
  for (const id of new Set([...decisions.keys(), ...notes.keys(), ...picked.keys()])) draw(id);
  tally();
  if (decisions.size) say(tell(kept.audit === page.audit_sha256 ? "recalled" : "recalled_changed", { number: decisions.size }));
}

addEventListener("beforeunload", (event) => {
  if (unsaved().size) event.preventDefault();
});

function askName(then) {
  meanwhile = then;
  $("#name").value = reviewer;
  $("#who").showModal();
}

function nameGiven() {
  const name = $("#name").value.trim();
  if (!name) return;
  reviewer = name;
  $("#reviewer").textContent = name;
  $("#who").close();
  remember();
  const then = meanwhile;
  meanwhile = null;
  if (then) then();
}
