import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { attempts } from '../../../../lib/export/columns/attempts.ts';
import { changes } from '../../../../lib/export/columns/changes.ts';
import { verdicts } from '../../../../lib/export/columns/verdicts.ts';
import { renderCodebook } from '../../../../scripts/codebook/render.ts';

const file = new URL('../../../../docs/data.md', import.meta.url);

it('docs/data.md is what npm run codebook writes', () => {
  expect(readFileSync(file, 'utf8')).toBe(renderCodebook());
});

it('has every column of every table, with what it is', () => {
  const [, ...sections] = renderCodebook().split(/^## /m);
  for (const [name, shape] of Object.entries({ attempts, verdicts, changes })) {
    const section = sections.find((text) => text.startsWith(`${name}\n`)) ?? '';
    for (const column of [...shape.columns, ...shape.ticked]) {
      expect(section).toMatch(
        new RegExp(`^\\| \`${column.name}\`  *\\| ${column.type}.*\\| .{10,}`, 'm'),
      );
    }
  }
});
