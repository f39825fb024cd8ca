'use strict';

// The page works without this: it adds live comments, and sends without leaving the place.
const MOST = 200;
const thread = document.getElementById('thread');
const mine = document.getElementById('mine');
const form = document.getElementById('form');
const news = document.getElementById('news');
const away = document.getElementById('away');
let synced = false;

const element = (name, properties, ...children) => {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
};

const when = (at) => new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(at));

const item = (comment) => {
  const made = element('li', { id: `c-${comment.id}` },
    element('p', { className: 'who' }, element('strong', { dir: 'auto', textContent: comment.name }),
      element('time', { dateTime: comment.at, textContent: when(comment.at) })),
    element('p', { className: 'body', dir: 'auto', textContent: comment.text }));
  made.dataset.at = comment.at;
  return made;
};

const show = (comment, fresh) => {
  const made = item(comment);
  const old = document.getElementById(made.id);
  if (old) {
    old.replaceWith(made);
    return;
  }
  thread.querySelector('.none')?.remove();
  if (fresh) {
    made.classList.add('new');
    news.textContent = `A new comment by ${comment.name}`;
  }
  const after = [...thread.children].find((other) => (other.dataset.at ?? '') < comment.at);
  thread.insertBefore(made, after ?? null);
  while (thread.children.length > MOST) {
    thread.lastElementChild.remove();
  }
};

const sync = async () => {
  const answer = await fetch('/thread');
  if (!answer.ok) {
    return;
  }
  const comments = await answer.json();
  const ids = new Set(comments.map((comment) => `c-${comment.id}`));
  for (const old of [...thread.querySelectorAll('li[id]')]) {
    if (!ids.has(old.id) && comments.length < 100) {
      old.remove();
    }
  }
  comments.forEach((comment) => show(comment, synced));
  synced = true;
};

let asking = null;
let shown = null;
const own = async () => {
  clearTimeout(asking);
  const answer = await fetch('/mine');
  if (answer.ok) {
    const { html, undecided } = await answer.json();
    if (html !== shown) {
      shown = html;
      mine.innerHTML = html; // Made, and escaped, by the page's own server.
    }
    asking = undecided ? setTimeout(own, 4000) : null;
  }
};

const stream = new EventSource('/stream');
const say = (lost) => { away.hidden = !lost; };
stream.addEventListener('open', () => { say(false); sync(); });
stream.addEventListener('error', () => say(true));
stream.addEventListener('reset', sync);
stream.addEventListener('comment', (event) => show(JSON.parse(event.data), true));
stream.addEventListener('removed', (event) => document.getElementById(`c-${JSON.parse(event.data).id}`)?.remove());

form.addEventListener('submit', async (event) => {
  event.preventDefault();
  const button = form.querySelector('button');
  button.disabled = true;
  form.querySelector('.problem')?.remove();
  try {
    const answer = await fetch('/comments', { method: 'POST', body: new URLSearchParams(new FormData(form)), headers: { Accept: 'application/json' } });
    const { problem, once } = await answer.json();
    form.elements.once.value = once ?? form.elements.once.value;
    if (problem) {
      form.querySelector('h3').after(element('p', { className: 'problem', role: 'alert', textContent: problem }));
    } else {
      form.elements.text.value = '';
    }
  } catch {
    form.querySelector('h3').after(element('p', { className: 'problem', role: 'alert', textContent: 'It could not be sent. Please try again.' }));
  } finally {
    button.disabled = false;
    own();
  }
});

for (const time of document.querySelectorAll('time')) {
  time.textContent = when(time.dateTime);
}
own();
