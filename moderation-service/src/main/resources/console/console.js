// Behaviour of all pages. They can be read, and comments decided, without it; it makes them quick.

const { keys } = window.parley;

const messages = document.getElementById("messages");

/** Says something at the foot of the page and to screen readers. */
function say(text, kind = "") {
  const line = document.createElement("p");
  line.className = `message ${kind}`;
  line.textContent = text;
  messages.append(line);
  setTimeout(() => line.remove(), 6000);
}

/** The token that shows that a request comes from this page. */
function token() {
  return document.cookie.match(/(?:^|; )XSRF-TOKEN=([^;]*)/)?.[1] ?? "";
}

document.body.addEventListener("htmx:responseError", (event) => {
  const answer = new DOMParser().parseFromString(event.detail.xhr.responseText, "text/html");
  say(answer.body.textContent.trim().slice(0, 300) || "That did not work. Load the page again.", "bad");
});
document.body.addEventListener("htmx:sendError", () => say("The server cannot be reached. Try again in a moment.", "bad"));
document.body.addEventListener("htmx:timeout", () => say("The server is slow to answer. Try again in a moment.", "bad"));

// An offer to undo counts down and goes away by itself.
new MutationObserver((changes) => {
  for (const added of changes.flatMap((change) => [...change.addedNodes])) {
    if (added.nodeType !== Node.ELEMENT_NODE) continue;
    if (added.dataset.passing) setTimeout(() => added.remove(), 4000);
    const seconds = Number(added.dataset.seconds);
    if (seconds > 0) countDown(added, seconds);
  }
}).observe(messages, { childList: true });

function countDown(offer, seconds) {
  const end = performance.now() + seconds * 1000;
  const left = offer.querySelector("progress");
  const timer = setInterval(() => {
    const share = (end - performance.now()) / (seconds * 10);
    if (share <= 0 || !offer.isConnected) {
      clearInterval(timer);
      offer.remove();
    } else {
      left.value = share;
    }
  }, 200);
}

keys.add("u", "Undo the last thing done", () => {
  const offers = messages.querySelectorAll("form.undo button");
  if (offers.length) offers[offers.length - 1].click();
});

// What the author would read, as it is chosen.
document.body.addEventListener("change", (event) => {
  if (event.target.matches("select[name=reason]")) preview(event.target);
});

function preview(select) {
  const shown = select.closest("form").querySelector(".preview");
  if (shown) shown.textContent = select.selectedOptions[0]?.dataset.sentence ?? "";
}

for (const select of document.querySelectorAll("select[name=reason]")) preview(select);
document.body.addEventListener("htmx:afterSettle", (event) => {
  for (const select of event.target.querySelectorAll?.("select[name=reason]") ?? []) preview(select);
});

Object.assign(window.parley, { say, token });
