import { grounds, pageOf, states, wholePages } from '../shots.ts';

/*
 * Every state of the popup, of the dashboard and of the other pages beside the others; `?language=ru&scheme=dark`
 * leaves out the rest, and `only=popup` all but the popup.
 */

const asked = new URLSearchParams(location.search);
const isAsked = (name: string, value: string) => (asked.get(name) ?? value) === value;
const shown = grounds.filter(
  ({ language, scheme }) => isAsked('language', language) && isAsked('scheme', scheme),
);

for (const ground of shown) {
  const { language, scheme } = ground;
  for (const state of states) {
    add('popup', { title: `${state}, ${language}, ${scheme}`, src: pageOf({ state, ...ground }) });
  }
}
for (const ground of isAsked('only', 'page') ? shown : []) {
  const { language, scheme } = ground;
  for (const { name, address } of wholePages) {
    add('page', { title: `${name}, ${language}, ${scheme}`, src: address(ground) });
  }
}

function add(kind: 'popup' | 'page', { title, src }: { title: string; src: string }): void {
  const figure = document.createElement('figure');
  figure.className = kind;
  const frame = document.createElement('iframe');
  // There are some hundred of them.
  if (kind === 'page') frame.loading = 'lazy';
  frame.title = title;
  frame.src = src;
  const caption = document.createElement('figcaption');
  caption.textContent = title;
  figure.append(caption, frame);
  document.body.append(figure);
}
