/* Reads the bar anew until the work is done, then shows the page that comes next. */
"use strict";

const SECONDS = 1.5;
const bar = () => document.querySelector("[data-progress]");

async function look() {
  try {
    const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const next = page.querySelector("[data-progress]");
    if (!answer.ok || answer.redirected || !next) {
      location.reload();
      return;
    }
    bar().replaceChildren(...next.childNodes);
    document.title = page.title;
  } catch {
    /* the connection is away for a moment: the next look may succeed */
  }
  setTimeout(look, SECONDS * 1000);
}

if (bar()) setTimeout(look, SECONDS * 1000);
