import { describe, expect, it } from 'vitest';
import { createSpans } from '../../../accuracy/time/spans.ts';

function spansOf(...pairs: [number, number][]) {
  const spans = createSpans();
  for (const [fromMs, toMs] of pairs) spans.add(fromMs, toMs);
  return spans;
}

describe('spans', () => {
  it.each([
    { atMs: 9, covered: false },
    { atMs: 10, covered: true },
    { atMs: 19, covered: true },
    { atMs: 20, covered: false },
  ])('cover their beginning and not their end: $atMs', ({ atMs, covered }) => {
    expect(spansOf([10, 20]).covers(atMs)).toBe(covered);
  });

  it('give the end of the span around a moment', () => {
    const spans = spansOf([10, 20], [15, 30]);

    expect(spans.endAfter(17)).toBe(30);
    expect(spans.endAfter(40)).toBe(40);
  });

  it('give the first beginning after a moment', () => {
    const spans = spansOf([50, 60], [10, 20], [30, 40]);

    expect(spans.beginsWithin(10, 100)).toBe(30);
    expect(spans.beginsWithin(10, 29)).toBeNull();
    expect(spans.beginsWithin(29, 30)).toBe(30);
  });
});
