import type { ShareCard } from '../../lib/view/share.ts';
import { type SignShape, signShapes } from '../signs/sign-shapes.ts';

const width = 1080;
const margin = 72;
const signSize = 40;
const rowHeight = 68;
const text = '#17212b';
const muted = '#536170';
const page = '#ffffff';
/** The light ground's, as in `theme.css`, whatever a person's colours are: others look at the card. */
export const cardColors = {
  ok: '#1b7a43',
  impaired: '#8a5a00',
  blocked: '#b3261e',
  likely_blocked: '#b3470b',
  down: '#5b3ea8',
  insufficient: '#5f6368',
} as const;

const title = { size: 30, weight: 400, color: muted, line: 52 };
const headline = { size: 52, weight: 600, color: text, line: 64 };
const body = { size: 32, weight: 400, color: text };
const note = { size: 26, weight: 400, color: muted, line: 36 };

interface Style {
  size: number;
  weight: number;
  color: string;
}

/**
 * Draws a card, and makes the canvas as high as it needs.
 * @param direction of the language
 */
export function drawCard(
  canvas: HTMLCanvasElement,
  card: ShareCard,
  direction: 'ltr' | 'rtl',
): void {
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('The browser has no canvas to draw on.');
  const headlines = wrap(context, card.headline, headline);
  const notes = wrap(context, card.note, note);
  const space = 32;
  canvas.width = width;
  canvas.height =
    2 * margin +
    title.line +
    headlines.length * headline.line +
    card.rows.length * rowHeight +
    notes.length * note.line +
    2 * space;
  context.fillStyle = page;
  context.fillRect(0, 0, width, canvas.height);
  context.direction = direction;
  const side = sideOf(direction);
  let y = writeLines(context, [card.title], { ...title, y: margin, x: side.at(0) });
  y = writeLines(context, headlines, { ...headline, y, x: side.at(0) }) + space;
  for (const row of card.rows) {
    drawRow(context, row, { y, side });
    y += rowHeight;
  }
  writeLines(context, notes, { ...note, y: y + space, x: side.at(0) });
}

interface Side {
  /** So far from the edge where reading begins. */
  at: (distance: number) => number;
  isMirrored: boolean;
}

function sideOf(direction: 'ltr' | 'rtl'): Side {
  const isMirrored = direction === 'rtl';
  return {
    isMirrored,
    at: (distance) => (isMirrored ? width - margin - distance : margin + distance),
  };
}

function drawRow(
  context: CanvasRenderingContext2D,
  { name, state, word }: ShareCard['rows'][number],
  { y, side }: { y: number; side: Side },
): void {
  const top = y + (rowHeight - signSize) / 2;
  const left = side.isMirrored ? side.at(signSize) : side.at(0);
  drawSign(context, signShapes[state], { left, top, color: cardColors[state] });
  const baseline = y + rowHeight / 2 + body.size * 0.35;
  use(context, body);
  context.fillText(name, side.at(signSize + 24), baseline, 380);
  use(context, { ...body, color: cardColors[state] });
  context.fillText(word, side.at(500), baseline, width - 2 * margin - 500);
}

function drawSign(
  context: CanvasRenderingContext2D,
  { outline, kind, mark }: SignShape,
  { left, top, color }: { left: number; top: number; color: string },
): void {
  context.save();
  context.translate(left, top);
  context.scale(signSize / 20, signSize / 20);
  context.lineCap = 'round';
  context.lineJoin = 'round';
  context.lineWidth = 2;
  context.fillStyle = color;
  context.strokeStyle = color;
  if (kind === 'dashed') context.setLineDash([2.6, 2.7]);
  context[kind === 'fill' ? 'fill' : 'stroke'](new Path2D(outline ?? ''));
  context.setLineDash([]);
  if (kind === 'fill') context.strokeStyle = page;
  context.stroke(new Path2D(mark ?? ''));
  context.restore();
}

function writeLines(
  context: CanvasRenderingContext2D,
  lines: readonly string[],
  { x, y, line, ...style }: Style & { x: number; y: number; line: number },
): number {
  use(context, style);
  for (const [index, one] of lines.entries()) context.fillText(one, x, y + (index + 0.8) * line);
  return y + lines.length * line;
}

function use(context: CanvasRenderingContext2D, { size, weight, color }: Style): void {
  context.font = `${weight} ${size}px system-ui, sans-serif`;
  context.fillStyle = color;
  context.textAlign = 'start';
}

function wrap(context: CanvasRenderingContext2D, words: string, style: Style): string[] {
  use(context, style);
  const lines: string[] = [];
  for (const word of words.split(' ')) {
    const last = lines.at(-1);
    const longer = last === undefined ? word : `${last} ${word}`;
    const fits = context.measureText(longer).width <= width - 2 * margin;
    if (last !== undefined && fits) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
