import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { documentHtml } from '../../../../scripts/pages/document-html.ts';

function outlineOf(file: string): string[] {
  const html = documentHtml(readFileSync(`docs/${file}`, 'utf8'));
  return [...html.matchAll(/<(h[1-6]|p|li|strong)>/g)].map(([, tag = '']) => tag);
}

it('tells the same in both languages, paragraph by paragraph', () => {
  const outline = outlineOf('visibility.md');

  expect(outline.filter((tag) => tag === 'h3').length).toBeGreaterThan(8);
  expect(outlineOf('visibility.ru.md')).toEqual(outline);
});
