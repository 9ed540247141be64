/* What is typed into a form is kept on this machine until it has been sent, also across a lost session.
   Never passwords or files. Kept per person, for seven days; gone when that person signs out. */
"use strict";

(() => {
  const DAYS = 7;
  const who = document.body.dataset.who;
  const PREFIX = "draft:";
  let store;
  try {
    store = window.localStorage;
    store.getItem(PREFIX);
  } catch {
    return;
  }
  const keys = () => Object.keys(store).filter((key) => key.startsWith(PREFIX));
  const read = (key) => {
    try {
      return JSON.parse(store.getItem(key));
    } catch {
      return null;
    }
  };
  const write = (key, draft) => {
    try {
      store.setItem(key, JSON.stringify(draft));
    } catch { /* the store is full: nothing is lost but the draft */ }
  };
  const typed = (form) => [...form.elements].filter((control) => control.name && !control.disabled
    && !["password", "file", "submit", "button", "reset"].includes(control.type)
    && !["csrfmiddlewaretoken", "request_key", "next"].includes(control.name)
    && (control.type !== "hidden" || control.name === "version"));
  const values = (form) => typed(form).map((control) => (
    ["checkbox", "radio"].includes(control.type) ? [control.name, control.value, control.checked]
      : control.multiple ? [control.name, [...control.selectedOptions].map((option) => option.value)]
        : [control.name, control.value]));

  /* Drafts that were sent are done with, unless this page asks for a login or says no. */
  const again = document.querySelector("input[type=password], .errors, [data-refused]");
  keys().forEach((key) => {
    const draft = read(key);
    if (!draft || Date.now() - draft.at > DAYS * 864e5) store.removeItem(key);
    else if (draft.sent && draft.who === who && !again) store.removeItem(key);
    else if (draft.sent && again) write(key, { ...draft, sent: false });
  });

  function restore(form, draft) {
    const rest = [...draft.values];
    typed(form).forEach((control) => {
      const at = rest.findIndex(([name, value, checked]) => name === control.name
        && (checked === undefined || value === control.value));
      if (at < 0) return;
      const [, value, checked] = rest.splice(at, 1)[0];
      if (checked !== undefined) control.checked = checked;
      else if (Array.isArray(value)) [...control.options].forEach((option) => { option.selected = value.includes(option.value); });
      else control.value = value;
      control.dispatchEvent(new Event("change", { bubbles: true }));
    });
  }

  function tell(form, key, before) {
    const box = document.createElement("div");
    box.className = "kept";
    box.setAttribute("role", "status");
    const words = document.createElement("p");
    words.textContent = `已为您接上 ${new Date(read(key).at).toLocaleString("zh-CN", { dateStyle: "long", timeStyle: "short" })} 没有提交的内容。`;
    const away = Object.assign(document.createElement("button"), { type: "button", className: "button small", textContent: "不要了，用原来的" });
    away.addEventListener("click", () => {
      store.removeItem(key);
      restore(form, { values: before });
      box.remove();
    });
    box.append(words, away);
    form.prepend(box);
  }

  const taken = {};
  document.querySelectorAll("form[data-draft]").forEach((form) => {
    if (form.querySelector("[type=password], [autocomplete=one-time-code]")) return;
    const name = `${PREFIX}${who}:${location.pathname}:${form.dataset.draft}`;
    taken[name] = (taken[name] || 0) + 1;
    const key = `${name}:${taken[name]}`;
    const before = values(form);
    const draft = read(key);
    if (draft && !document.querySelector(".errors, [data-refused]") && JSON.stringify(draft.values) !== JSON.stringify(before)) {
      restore(form, draft);
      tell(form, key, before);
    }
    let waiting = 0;
    const keep = () => {
      clearTimeout(waiting);
      waiting = 0;
      const now = values(form);
      if (JSON.stringify(now) === JSON.stringify(before)) store.removeItem(key);
      else write(key, { at: Date.now(), who, values: now, sent: false });
    };
    const later = () => {
      clearTimeout(waiting);
      waiting = setTimeout(keep, 400);
    };
    form.addEventListener("input", later);
    form.addEventListener("change", later);
    window.addEventListener("pagehide", () => { if (waiting) keep(); });
    form.addEventListener("submit", () => {
      keep();
      const kept = read(key);
      if (kept) write(key, { ...kept, sent: true });
    });
  });

  document.querySelectorAll("form[data-forget]").forEach((form) => form.addEventListener("submit", () => {
    keys().filter((key) => key.startsWith(`${PREFIX}${who}:`)).forEach((key) => store.removeItem(key));
  }));
})();
