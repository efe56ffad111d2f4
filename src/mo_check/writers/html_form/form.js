"use strict";
// One file, no library: what is typed stays in this browser until the answer file is saved and sent by hand.
(() => {
  const about = JSON.parse(document.getElementById("about").textContent);
  const byId = (id) => document.getElementById(id);
  const form = byId("form");
  const fieldsets = [...form.querySelectorAll("fieldset")];
  const STORE = "mo-check:" + about.head.mark;
  const FORMAT = "mo-check/answers/1";
  let language = about.tags[0];
  let submission = "";
  let saved = true;

  // What stands the same below every question stands in the page once.

  for (const fieldset of fieldsets) {
    if (fieldset.dataset.kind !== "text") fieldset.querySelector(".inside").append(byId("notes").content.cloneNode(true));
  }

  // Texts: every marked element shows one entry of a list; the leading language is what the page itself says.

  const marked = [...document.querySelectorAll("[data-t]")];
  const texts = { [about.tags[0]]: {} };
  for (const element of marked) texts[language][element.dataset.t] = element.textContent;
  Object.assign(texts, about.texts);

  const say = (name, fields = {}) =>
    about.say[language][name].replace(/\{(\w+)\}/g, (whole, field) => (field in fields ? String(fields[field]) : whole));

  const speak = (tag) => {
    language = tag;
    document.documentElement.lang = tag;
    document.documentElement.dir = about.directions[about.tags.indexOf(tag)];
    for (const element of marked) element.textContent = texts[tag][element.dataset.t] ?? texts[about.tags[0]][element.dataset.t];
    document.title = say("title");
    if (byId("language")) byId("language").value = tag;
    byId("message").hidden = true;
    tell();
  };

  // Answers: the page itself holds them; these functions read them out of it and put them into it.

  const part = (fieldset, name) => fieldset.querySelector(`[data-part="${name}"]`);
  const typed = (fieldset, name) => part(fieldset, name)?.value.trim() ?? "";
  const chosen = (fieldset) => [...fieldset.querySelectorAll("input:checked")].map((input) => input.value);
  const place = (fieldset) => about.questions[fieldset.id];

  const answerOf = (fieldset) => {
    const values = chosen(fieldset);
    const status = values.find((value) => value.startsWith("_"))?.slice(1);
    const kind = fieldset.dataset.kind;
    const answer = {};
    if (status) answer.status = status;
    else if (kind === "text" && typed(fieldset, "text")) answer.text = typed(fieldset, "text");
    else if (kind === "select" && values.length) answer.options = values;
    else if (kind === "level" && values.length) answer.level = values[0];
    if (status === "not_applicable") answer.reason = typed(fieldset, "reason");
    if (status === "elsewhere") answer.who = typed(fieldset, "who");
    for (const name of ["note", "evidence"]) if (typed(fieldset, name)) answer[name] = typed(fieldset, name);
    return answer;
  };

  const isAnswered = (answer) => ["level", "options", "text", "status"].some((name) => name in answer);
  const lacks = (answer) => ("reason" in answer && !answer.reason) || ("who" in answer && !answer.who);

  const stored = (fieldset) => {
    const answer = answerOf(fieldset);
    if (!Object.keys(answer).length) return null;
    if (!isAnswered(answer)) answer.status = "skipped";
    answer.date = fieldset.dataset.date || today();
    answer.wording = place(fieldset).wording;
    return answer;
  };

  const today = () => {
    const now = new Date();
    return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((n) => String(n).padStart(2, "0")).join("-");
  };

  const subject = () => {
    if (about.head.subject) return about.head.subject;
    return { name: byId("name").value.trim(), kind: byId("kind").value };
  };

  const file = (complete) => {
    const checklists = {};
    for (const [id, asked] of Object.entries(about.head.checklists)) checklists[id] = { ...asked, answers: {} };
    for (const fieldset of fieldsets) {
      const answer = stored(fieldset);
      if (answer && !(complete && lacks(answer))) checklists[place(fieldset).checklist].answers[place(fieldset).item] = answer;
    }
    const respondent = { perspective: about.head.perspective, label: byId("label").value.trim() };
    const profile = { format: "mo-check/profile/1", subject: subject(), respondent, language, scope: about.head.scope, checklists };
    return { format: FORMAT, submission, saved: new Date().toISOString(), mark: about.head.mark, profile };
  };

  const put = (fieldset, answer) => {
    const options = Array.isArray(answer.options) ? answer.options : [answer.level];
    const values = answer.status ? ["_" + answer.status] : options;
    for (const input of fieldset.querySelectorAll("input[name]")) input.checked = values.includes(input.value);
    for (const field of fieldset.querySelectorAll("[data-part]")) field.value = answer[field.dataset.part] ?? "";
    fieldset.dataset.date = answer.date ?? "";
    const notes = fieldset.querySelector(".notes");
    if (notes) notes.open = Boolean(answer.note || answer.evidence);
  };

  const restore = (held) => {
    submission = /^[0-9a-f]{16}$/.test(held.submission) ? held.submission : "";
    const profile = held.profile ?? {};
    byId("label").value = profile.respondent?.label ?? "";
    if (byId("name")) {
      byId("name").value = profile.subject?.name ?? "";
      byId("kind").value = profile.subject?.kind ?? "";
    }
    for (const fieldset of fieldsets) {
      const { checklist, item } = place(fieldset);
      put(fieldset, profile.checklists?.[checklist]?.answers?.[item] ?? {});
    }
    speak(about.tags.includes(profile.language) ? profile.language : language);
  };

  // Conditions: a question waits until an earlier one has reached a level.

  const applies = (fieldset) => {
    const { waits } = place(fieldset);
    if (!waits) return true;
    const parent = byId(waits.key);
    const values = applies(parent) ? chosen(parent) : [];
    if (parent.dataset.kind !== "select") return values.some((value) => waits.levels.includes(value));
    if (!values.length || values[0].startsWith("_")) return false;
    return values.reduce((sum, value) => sum + (waits.credits[value] ?? 0), 0) >= waits.least;
  };

  // What the page shows of its state.

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

  /** JSON that every reader takes: what YAML knows as control characters, and halves of characters, are escaped. */
  const written = (value) =>
    JSON.stringify(value, null, 1).replace(/[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g, (sign) => "\\u" + sign.charCodeAt(0).toString(16).padStart(4, "0")) + "\n";

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
    message(open.length ? [say("saved", { file: link.download }), say("lacks")] : [say("saved", { file: link.download })], { good: !open.length, links });
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
  let closed = [];
  addEventListener("beforeprint", () => {
    closed = [...document.querySelectorAll("details:not([open])")];
    for (const details of closed) details.open = true;
  });
  addEventListener("afterprint", () => {
    for (const details of closed) details.open = false;
  });
  addEventListener("beforeunload", (event) => {
    if (!saved && !canKeep()) event.preventDefault();
  });

  const earlier = kept();
  if (earlier) restore(earlier);
  else tell();
  if (earlier) byId("kept").textContent = say("kept");
  else if (!canKeep()) byId("kept").textContent = say("not_kept");
})();
