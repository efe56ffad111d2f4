// Second part: answers, read out of the page and put into it, and which questions apply.

const part = (fieldset, name) => fieldset.querySelector(`[data-part="${name}"]`);
const typed = (fieldset, name) => whole(part(fieldset, name)?.value.trim() ?? "");
/** Text without half a character, which a field of limited length may leave at its end. */
const whole = (text) => (text.toWellFormed ? text.toWellFormed() : text);
const chosen = (fieldset) => [...fieldset.querySelectorAll("input:checked")].map((input) => input.value);
const place = (fieldset) => about.questions[fieldset.id];

const answerOf = (fieldset) => {
  const values = chosen(fieldset);
  const status = values.find((value) => value.startsWith("_"))?.slice(1);
  const kind = fieldset.dataset.kind;
  const answer = {};
  if (status) answer.status = status;
  else if (kind === "text" && typed(fieldset, "text")) Object.assign(answer, { text: typed(fieldset, "text"), read_aloud: typed(fieldset, "read_aloud") });
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
  const said = ["name", "kind", "land"].map((key) => [key, byId(key)?.value.trim()]);
  return Object.fromEntries(said.filter(([key, value]) => value || (value === "" && key !== "land")));
};

/** What the respondent allows, by the keys of a profile. */
const allowed = () => ["read_aloud", "pass_on"].map(byId).filter(Boolean);
const consent = () => Object.fromEntries(allowed().map((field) => [field.id, field.value]));

const file = (complete) => {
  const checklists = {};
  for (const [id, asked] of Object.entries(about.head.checklists)) checklists[id] = { ...asked, answers: {} };
  for (const fieldset of fieldsets) {
    const answer = stored(fieldset);
    if (answer && !(complete && lacks(answer))) checklists[place(fieldset).checklist].answers[place(fieldset).item] = answer;
  }
  const respondent = { perspective: about.head.perspective, label: byId("label").value.trim() };
  if (byId("joint")?.value.trim()) respondent.joint = byId("joint").value.trim();
  const profile = { format: "mo-check/profile/1", subject: subject(), respondent, language, scope: about.head.scope, ...consent(), checklists };
  return { format: FORMAT, submission, saved: new Date().toISOString(), mark: about.head.mark, profile };
};

const put = (fieldset, answer) => {
  const options = Array.isArray(answer.options) ? answer.options : [answer.level];
  const values = answer.status ? ["_" + answer.status] : options;
  for (const input of fieldset.querySelectorAll("input[name]")) input.checked = values.includes(input.value);
  for (const field of fieldset.querySelectorAll("[data-part]")) field.value = answer[field.dataset.part] ?? field.dataset.default ?? "";
  fieldset.dataset.date = answer.date ?? "";
  const notes = fieldset.querySelector(".notes");
  if (notes) notes.open = Boolean(answer.note || answer.evidence);
};

const restore = (held) => {
  submission = /^[0-9a-f]{16}$/.test(held.submission) ? held.submission : "";
  const profile = held.profile ?? {};
  byId("label").value = profile.respondent?.label ?? "";
  if (byId("joint")) byId("joint").value = profile.respondent?.joint ?? "";
  for (const key of ["name", "kind", "land"]) if (byId(key)) byId(key).value = profile.subject?.[key] ?? "";
  for (const field of allowed()) field.value = profile[field.id] ?? field.dataset.default;
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
