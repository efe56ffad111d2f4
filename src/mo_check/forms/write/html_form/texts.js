"use strict";
// One file, no library: what is typed stays in this browser until the answer file is saved and sent by hand.
// First part: what the page is about, and its texts in every language.

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
