// The queue: choosing and deciding by keys, and news that move nothing.

const { keys, say, token } = window.parley;

const items = document.getElementById("items");
const detail = document.getElementById("detail");
const wide = matchMedia("(min-width: 960px)");
const news = document.getElementById("news");
const removed = new Map();
let lastTouch = Date.now();

for (const kind of ["pointerdown", "keydown", "scroll"]) {
  document.addEventListener(kind, () => { lastTouch = Date.now(); }, { passive: true, capture: true });
}

function links() {
  return [...items.querySelectorAll(".item > a.open")];
}

function chosen() {
  return items.querySelector("a.open[aria-current]");
}

/** Shows a comment beside the list; on a phone as a page of its own. */
function choose(link, focus = true) {
  if (!link) return;
  chosen()?.removeAttribute("aria-current");
  link.setAttribute("aria-current", "true");
  if (focus) link.focus({ preventScroll: true });
  link.scrollIntoView({ block: "nearest" });
  if (wide.matches) {
    const id = link.closest(".item").dataset.comment;
    detail.dataset.comment = id;
    htmx.ajax("POST", `/console/queue/${encodeURIComponent(id)}/open`,
      { target: "#detail", swap: "innerHTML", headers: { "X-XSRF-TOKEN": token() } });
  }
}

function move(step) {
  const all = links();
  const at = all.indexOf(chosen() ?? document.activeElement);
  choose(all[Math.min(Math.max(at + step, 0), all.length - 1)]);
}

function press(key) {
  const button = document.querySelector(`.decide button[data-key="${key}"]`);
  if (button && !button.disabled) button.click();
}

keys.add("a", "Approve", () => press("a"));
keys.add("r", "Reject, with the reason chosen", () => press("r"));
keys.add("e", "Escalate: leave it to others", () => press("e"));

/** Takes a decided comment out of the list and goes on to the next one. */
function leave(id) {
  const item = document.getElementById(`q-${id}`);
  if (!item) return;
  const next = item.nextElementSibling?.matches(".item") ? item.nextElementSibling : item.previousElementSibling;
  item.querySelector("a.open").removeAttribute("aria-current");
  removed.set(id, { item, before: item.nextElementSibling });
  item.remove();
  const link = next?.querySelector("a.open");
  if (link) {
    choose(link);
  } else {
    detail.replaceChildren();
    say("That was the last one here.");
  }
}

function comeBack(id) {
  const was = removed.get(id);
  if (!was) {
    location.reload();
    return;
  }
  removed.delete(id);
  if (was.before?.isConnected) was.before.before(was.item);
  else items.prepend(was.item);
  choose(was.item.querySelector("a.open"));
}

function listen() {
  const query = news.dataset.query ?? "";
  const source = new EventSource(`/console/queue/news${query}${query ? "&" : "?"}since=${encodeURIComponent(news.dataset.since)}`);
  source.addEventListener("queue", (event) => tell(JSON.parse(event.data)));
  addEventListener("pagehide", () => source.close());
}

/** So many, or more than so many. */
function words({ count, more }) {
  return (more ? "more than " : "") + count.toLocaleString("en");
}

function tell({ waiting, fresh, looking, gone }) {
  document.getElementById("waiting").textContent = words(waiting);
  if (fresh.count > 0) {
    const link = news.querySelector("a") ?? document.createElement("a");
    link.href = `/console${news.dataset.query ?? ""}`;
    link.textContent = words(fresh) === "1" ? "1 new comment: show it" : `${words(fresh)} new comments: show them`;
    if (!link.isConnected) news.replaceChildren(link);
  }
  for (const item of items?.querySelectorAll(".item") ?? []) {
    const id = item.dataset.comment;
    const words = gone[id] ? `${gone[id]} has decided` : looking[id] ? `${looking[id]} looks at it` : "";
    const place = item.querySelector(".taken");
    if (place.textContent !== words) place.textContent = words;
    item.classList.toggle("gone", id in gone);
  }
}

if (items) {
  keys.add("j", "Next comment", () => move(1));
  keys.add("k", "Previous comment", () => move(-1));
  items.addEventListener("click", (event) => {
    const link = event.target.closest("a.open");
    if (link && wide.matches && !event.ctrlKey && !event.metaKey && !event.shiftKey && event.button === 0) {
      event.preventDefault();
      choose(link);
    }
  });
  document.body.addEventListener("parley:decided", (event) => leave(event.detail.comment));
  document.body.addEventListener("parley:undone", (event) => event.detail.comment ? comeBack(event.detail.comment) : location.reload());
  // Somebody was quicker: the comment is shown as it is now.
  document.body.addEventListener("htmx:responseError", (event) => {
    if (event.detail.xhr.status === 409 && chosen()) choose(chosen(), false);
  });
  // Whoever is still here goes on looking at it.
  setInterval(() => {
    const id = detail.dataset.comment;
    if (id && chosen() && !document.hidden && Date.now() - lastTouch < 120_000) {
      fetch(`/console/queue/${encodeURIComponent(id)}/claim`, { method: "POST", headers: { "X-XSRF-TOKEN": token() } });
    }
  }, 45_000);
} else {
  document.body.addEventListener("parley:decided", () => {
    if (document.querySelector("[data-page=comment]")) setTimeout(() => { location.href = "/console"; }, 400);
  });
  document.body.addEventListener("parley:undone", () => location.reload());
}
if (news) listen();
