import { pageOf, shots } from '../shots.ts';

/* Every state of the popup beside the others; `?language=ru&scheme=dark` leaves out the rest. */

const asked = new URLSearchParams(location.search);
const isAsked = (name: string, value: string) => (asked.get(name) ?? value) === value;

for (const shot of shots) {
  const { state, language, scheme } = shot;
  if (!isAsked('language', language) || !isAsked('scheme', scheme)) continue;
  const figure = document.createElement('figure');
  const frame = document.createElement('iframe');
  frame.title = `${state}, ${language}, ${scheme}`;
  frame.src = pageOf(shot);
  const caption = document.createElement('figcaption');
  caption.textContent = frame.title;
  figure.append(caption, frame);
  document.body.append(figure);
}
