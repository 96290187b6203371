import { expect, it } from 'vitest';
import { documentHtml, fillDocuments } from '../../../../scripts/pages/document-html.ts';

it('sets headings one level lower, below the heading of the page', () => {
  expect(documentHtml('# Who\n\n## A provider\n')).toBe('<h2>Who</h2>\n<h3>A provider</h3>\n');
});

it('turns links into text', () => {
  expect(documentHtml('See [*the* method](method.md).')).toBe('<p>See <em>the</em> method.</p>\n');
});

it('leaves out measured tables, comments and raw HTML', () => {
  const measured = '<!-- wire: firefox -->\n\n| a |\n| - |\n| 1 |\n\n<!-- wire: end -->';

  expect(documentHtml(`One\n\n${measured}\n\n<script>two</script>\n\nThree`)).toBe(
    '<p>One</p>\n<p>Three</p>\n',
  );
});

it('fills each article with the document that it names', () => {
  const page = '<article lang="en" data-document="a.md"></article><article lang="ru"></article>';

  expect(fillDocuments(page, (file) => `Text of ${file}`)).toBe(
    '<article lang="en"><p>Text of a.md</p>\n</article><article lang="ru"></article>',
  );
});
