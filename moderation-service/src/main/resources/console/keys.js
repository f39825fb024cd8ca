// Single keys, which can be switched off for those who speak to their computer.

const actions = new Map();
const STORE = "parley-keys";

function areOn() {
  return localStorage.getItem(STORE) !== "off";
}

const keys = {
  /** A key does something; the words are for the help. */
  add(key, words, action) {
    actions.set(key, { words, action });
  },
};

function isTyping(target) {
  return target.closest("input, select, textarea, [contenteditable]") !== null;
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isTyping(event.target)) return;
  if (document.querySelector("dialog[open]")) return;
  const found = actions.get(event.key);
  if (found && (areOn() || event.key === "?")) {
    event.preventDefault();
    found.action();
  }
});

const help = document.getElementById("keys");
if (help) {
  keys.add("?", "This help", () => {
    const list = help.querySelector("dl");
    list.replaceChildren();
    for (const [key, { words }] of actions) {
      const row = document.createElement("div");
      const name = document.createElement("dt");
      const sign = document.createElement("kbd");
      sign.textContent = key;
      name.append(sign);
      const meaning = document.createElement("dd");
      meaning.textContent = words;
      row.append(name, meaning);
      list.append(row);
    }
    help.querySelector("input").checked = areOn();
    help.showModal();
  });
  help.querySelector("input").addEventListener("change", (event) => {
    localStorage.setItem(STORE, event.target.checked ? "on" : "off");
  });
  document.getElementById("keys-button")?.addEventListener("click", () => actions.get("?").action());
}

window.parley = { keys };
