/* What a page does by itself. Everything works without this; this makes it smoother. */
"use strict";

const each = (selector, act, root = document) => root.querySelectorAll(selector).forEach(act);

document.documentElement.classList.remove("no-script");

/* The summary of mistakes, or the box of a refusal, is what the reader must hear first. */
const summary = document.querySelector(".errors");
if (summary) {
  document.title = `要改：${document.title}`;
  summary.focus();
}

/* A second tap on a button while the first is under way does nothing. The server would refuse it anyway. */
let sent = null;
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (sent === form) {
    event.preventDefault();
    return;
  }
  if (form.method !== "post") return;
  sent = form;
  each("button:not([type=button])", (button) => button.setAttribute("aria-disabled", "true"), form);
  setTimeout(release, 8000);
});
function release() {
  if (sent) each("[aria-disabled]", (button) => button.removeAttribute("aria-disabled"), sent);
  sent = null;
}
window.addEventListener("pageshow", release);

/* Empty questions of a search need not stand in the address. */
document.addEventListener("submit", (event) => {
  if (event.target.matches("[data-plain]")) {
    each("input, select", (control) => { if (!control.value) control.disabled = true; }, event.target);
    setTimeout(() => each("input, select", (control) => { control.disabled = false; }, event.target), 100);
  }
});

document.addEventListener("click", (event) => {
  each("details.drop[open]", (menu) => { if (!menu.contains(event.target)) menu.open = false; });
  const button = event.target.closest("[data-print], [data-copy]");
  if (!button) return;
  if (button.hasAttribute("data-print")) window.print();
  else copy(button);
});
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  each("details.drop[open]", (menu) => {
    menu.open = false;
    menu.querySelector("summary").focus();
  });
});

async function copy(button) {
  const words = button.textContent;
  try {
    await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).innerText);
    button.textContent = "已复制";
  } catch {
    button.textContent = "请手工复制";
  }
  setTimeout(() => { button.textContent = words; }, 2500);
}

/* A long list of choices gets a box to narrow it, a button for all that are shown, and a count. */
each("[data-choices]", (list) => {
  const tools = document.createElement("div");
  tools.className = "choices-tools";
  const box = Object.assign(document.createElement("input"), { type: "search", placeholder: "输入名称查找" });
  box.setAttribute("aria-label", "在下面的名单中查找");
  const all = Object.assign(document.createElement("button"), { type: "button", className: "button small", textContent: "全选" });
  const count = document.createElement("output");
  tools.append(box, ...(list.querySelector("[type=checkbox]") ? [all] : []), count);
  list.before(tools);
  const shown = () => [...list.querySelectorAll(".choice:not([hidden]) input:not(:disabled)")];
  const tell = () => {
    const every = shown().length > 0 && shown().every((input) => input.checked);
    all.textContent = every ? "全不选" : "全选";
    count.textContent = `已选 ${list.querySelectorAll("input:checked").length}`;
  };
  box.addEventListener("input", () => {
    each(".choice", (choice) => { choice.hidden = !choice.textContent.includes(box.value.trim()); }, list);
    tell();
  });
  box.addEventListener("keydown", (event) => { if (event.key === "Enter") event.preventDefault(); });
  all.addEventListener("click", () => {
    const on = !shown().every((input) => input.checked);
    shown().forEach((input) => { input.checked = on; });
    list.dispatchEvent(new Event("change", { bubbles: true }));
  });
  list.addEventListener("change", tell);
  tell();
});

/* In a review, the sentence and what was read from it light up together. */
function light(key, from) {
  each(".lit", (lit) => lit.classList.remove("lit"));
  if (!key) return;
  each(`[data-mark="${CSS.escape(key)}"], [data-piece="${CSS.escape(key)}"]`, (part) => {
    part.classList.add("lit");
    const pane = part.closest(".doc");
    if (pane && from === "piece" && pane.scrollHeight > pane.clientHeight) {
      pane.scrollTop += part.getBoundingClientRect().top - pane.getBoundingClientRect().top - pane.clientHeight / 3;
    }
  });
}
["focusin", "mouseover"].forEach((kind) => document.addEventListener(kind, (event) => {
  const part = event.target.closest && event.target.closest("[data-mark], [data-piece]");
  if (part && !part.classList.contains("lit")) light(part.dataset.mark || part.dataset.piece, part.dataset.mark ? "mark" : "piece");
}));
