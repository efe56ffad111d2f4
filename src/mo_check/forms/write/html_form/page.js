// Third part: what the page shows of its state, and what the respondent does.

const tell = () => {
  let done = 0;
  let all = 0;
  for (const fieldset of fieldsets) {
    const answer = answerOf(fieldset);
    const asked = applies(fieldset);
    fieldset.hidden = !asked;
    const clear = fieldset.querySelector(".clear");
    if (clear) clear.hidden = !isAnswered(answer);
    if (asked && fieldset.dataset.kind !== "text") {
      all += 1;
      if (isAnswered(answer)) done += 1;
    }
  }
  byId("progress").max = all;
  byId("progress").value = done;
  byId("done").textContent = say("done", { done, all });
};

const keep = () => {
  try {
    localStorage.setItem(STORE, JSON.stringify(file(false)));
    byId("kept").textContent = say("kept");
    return true;
  } catch {
    byId("kept").textContent = say("not_kept");
    return false;
  }
};

const kept = () => {
  try {
    return JSON.parse(localStorage.getItem(STORE) ?? "null");
  } catch {
    byId("kept").textContent = say("not_kept");
    return null;
  }
};

const canKeep = () => {
  try {
    localStorage.setItem(STORE + ":probe", "1");
    localStorage.removeItem(STORE + ":probe");
    return true;
  } catch {
    return false;
  }
};

const message = (lines, { good = false, links = [] } = {}) => {
  const box = byId("message");
  box.replaceChildren(...lines.map((line) => Object.assign(document.createElement("p"), { textContent: line })));
  if (links.length) {
    const list = document.createElement("ul");
    for (const [target, label] of links) {
      const link = Object.assign(document.createElement("a"), { href: "#" + target, textContent: label });
      link.addEventListener("click", () => byId(target).querySelector("input, textarea")?.focus());
      const entry = document.createElement("li");
      entry.append(link);
      list.append(entry);
    }
    box.append(list);
  }
  box.classList.toggle("good", good);
  box.hidden = false;
  box.focus();
};

// What the respondent does.

const begun = () => {
  if (!submission) submission = [...crypto.getRandomValues(new Uint8Array(8))].map((n) => n.toString(16).padStart(2, "0")).join("");
};

const changed = (fieldset) => {
  begun();
  saved = false;
  if (fieldset) fieldset.dataset.date = today();
  byId("message").hidden = true;
  tell();
  keep();
};

/** What excludes each other: „none“ and the other options, options and statuses. */
const exclude = (fieldset, input) => {
  if (fieldset.dataset.kind !== "select" || !input.checked) return;
  const alone = input.value === "none" || input.value.startsWith("_");
  for (const other of fieldset.querySelectorAll("input[name]")) {
    if (other !== input && (alone || other.value === "none" || other.value.startsWith("_"))) other.checked = false;
  }
};

const fileName = () => {
  const plain = byId("label").value.toLowerCase().replace(/ä/g, "ae").replace(/ö/g, "oe").replace(/ü/g, "ue").replace(/ß/g, "ss");
  const words = plain.normalize("NFKD").replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "").slice(0, 40);
  return ["mo-check", words, today()].filter(Boolean).join("-") + ".json";
};

/** JSON that every reader takes: what a strict one refuses as control characters is escaped. */
const written = (value) =>
  JSON.stringify(value, null, 1)
    .replace(/[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g, (sign) => "\\u" + sign.charCodeAt(0).toString(16).padStart(4, "0"))
    .concat("\n");

const save = () => {
  const missing = ["name", "kind", "label"].map(byId).find((field) => field && !field.value.trim());
  if (missing) {
    message([say("missing")]);
    missing.focus();
    return;
  }
  begun();
  const address = URL.createObjectURL(new Blob([written(file(true))], { type: "application/json" }));
  const link = Object.assign(document.createElement("a"), { href: address, download: fileName() });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
  saved = true;
  const open = fieldsets.filter((fieldset) => lacks(answerOf(fieldset)) && applies(fieldset));
  const links = open.map((fieldset) => [fieldset.id, say("question", { number: place(fieldset).number })]);
  const lines = [say("saved", { file: link.download }), ...(open.length ? [say("lacks")] : [])];
  message(lines, { good: !open.length, links });
};

const load = async (picked) => {
  let held;
  try {
    held = JSON.parse(await picked.text());
  } catch {
    held = null;
  }
  if (held?.format !== FORMAT || typeof held.profile !== "object" || held.profile === null) {
    message([say("not_ours")]);
    return;
  }
  if (held.mark !== about.head.mark) {
    message([say("other_form")]);
    return;
  }
  restore(held);
  keep();
  message([say("loaded")], { good: true });
};

const nothingHere = (row) => {
  for (const fieldset of fieldsets.filter((one) => one.dataset.row === row && place(one).nothing)) {
    for (const input of fieldset.querySelectorAll("input[name]")) input.checked = input.value === place(fieldset).nothing;
    fieldset.dataset.date = today();
  }
  changed();
};

const empty = () => {
  try {
    localStorage.removeItem(STORE);
  } catch {
    // there was nothing to remove
  }
  restore({ profile: { language } });
  saved = true;
  byId("kept").textContent = "";
  scrollTo(0, 0);
  byId("label").focus();
};

form.addEventListener("input", (event) => {
  const fieldset = event.target.closest("fieldset");
  if (fieldset && event.target.name) exclude(fieldset, event.target);
  changed(fieldset);
});
form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("click", (event) => {
  const button = event.target.closest("button");
  if (!button) return;
  if (button.classList.contains("nothing")) nothingHere(button.dataset.row);
  if (button.classList.contains("clear")) {
    const fieldset = button.closest("fieldset");
    for (const input of fieldset.querySelectorAll("input[name]")) input.checked = false;
    fieldset.querySelector("input, textarea").focus();
    changed(fieldset);
  }
});
for (const button of document.querySelectorAll(".save")) button.addEventListener("click", save);
byId("load").addEventListener("change", (event) => {
  if (event.target.files[0]) load(event.target.files[0]);
  event.target.value = "";
});
byId("print").addEventListener("click", () => print());
byId("empty").addEventListener("click", () => byId("sure").showModal());
byId("sure").addEventListener("click", (event) => {
  const button = event.target.closest("button");
  if (!button) return;
  byId("sure").close();
  if (button.value === "yes") empty();
});
byId("language")?.addEventListener("change", (event) => {
  speak(event.target.value);
  if (submission) keep();
});

// On paper everything stands open; what was closed before is closed again afterwards.
let folded = [];
addEventListener("beforeprint", () => {
  folded = [...document.querySelectorAll("details:not([open])")];
  for (const details of folded) details.open = true;
});
addEventListener("afterprint", () => {
  for (const details of folded) details.open = false;
});
addEventListener("beforeunload", (event) => {
  if (!saved && !canKeep()) event.preventDefault();
});

const earlier = kept();
if (earlier) restore(earlier);
else tell();
if (earlier) byId("kept").textContent = say("kept");
else if (!canKeep()) byId("kept").textContent = say("not_kept");
