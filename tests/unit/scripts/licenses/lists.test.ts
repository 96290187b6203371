import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { listNotices } from '../../../../scripts/licenses/lists.ts';
import { licensesText } from '../../../../scripts/licenses/text.ts';

const own = 'MIT License\n\nCopyright (c) us\n\nPermission is hereby granted, to all.\n';
const api = {
  name: '@opentelemetry/api',
  version: '1.10.0',
  identifier: 'Apache-2.0',
  text: 'Apache License, Version 2.0',
  source: 'https://github.com/open-telemetry/opentelemetry-js',
};

/** Each list with a licence that the catalogue names beside its entries. */
function listsOfCatalog(): string[] {
  const files = globSync('lib/catalog/**/*.ts');
  const text = files.map((file) => readFileSync(file, 'utf8')).join('\n');
  return [...new Set(text.match(/[\w-]+\/[\w-]+ \([A-Z][\w.-]+\)/g))].toSorted();
}

it('names each licensed list that the catalogue has entries of', () => {
  const named = listNotices(own, [api]).map(
    (notice) => /^Entries of ([\w-]+\/[\w-]+ \([\w.-]+\)), chosen/.exec(notice)?.[1] ?? notice,
  );

  expect(listsOfCatalog().length).toBeGreaterThan(1);
  expect(named.toSorted()).toEqual(listsOfCatalog());
});

it('passes on what their licences ask for', () => {
  const text = licensesText(own, [api], listNotices(own, [api]));

  expect(text).toMatch(
    /Copyright \(c\) 2020, Citizen Lab\n[^-]+Redistributions in binary form must/,
  );
  expect(text).toContain(
    'Copyright Jigsaw Operations LLC\n\nThe text of this licence stands above, after @opentelemetry/api.\n',
  );
  expect(text).toContain(
    'Copyright (c) 2018-2019 V2Ray\n\nPermission is hereby granted, to all.\n',
  );
});

it('refuses a build that has no text of such a licence', () => {
  expect(() => listNotices(own, [])).toThrow('censoredplanet-analysis: no text of Apache-2.0');
});
