// Behaviour of all pages. Pages read and decide without it; it makes them quick.

const messages = document.getElementById("messages");

/** Says something at the foot of the page and to screen readers. */
export function say(text, kind = "") {
  if (!messages) return;
  const line = document.createElement("p");
  line.className = `message ${kind}`;
  line.textContent = text;
  messages.append(line);
  setTimeout(() => line.remove(), 6000);
}

document.body.addEventListener("htmx:responseError", (event) => {
  const answer = new DOMParser().parseFromString(event.detail.xhr.responseText, "text/html");
  say(answer.body.textContent.trim().slice(0, 300) || "That did not work. Load the page again.", "bad");
});
document.body.addEventListener("htmx:sendError", () => say("The server cannot be reached. Try again in a moment.", "bad"));
document.body.addEventListener("htmx:timeout", () => say("The server is slow to answer. Try again in a moment.", "bad"));
