import { expect, it } from 'vitest';
import { sourceAddress } from '../../../../scripts/licenses/bundled.ts';
import { licensesText } from '../../../../scripts/licenses/text.ts';

const own = 'MIT License\n\nCopyright (c) us\n\nPermission is hereby granted, to all.\n';
const idb = {
  name: 'idb',
  version: '8.0.4',
  identifier: 'ISC',
  text: 'ISC License\r\nPermission to use',
  source: 'https://github.com/jakearchibald/idb',
};

it('begins with the extension’s own licence, and names each package with its licence and sources', () => {
  const text = licensesText(own, [idb]);

  expect(text).toMatch(/^Dozvon\n\nMIT License\n\nCopyright \(c\) us\n/);
  expect(text).toContain(
    'idb 8.0.4 (ISC)\nSource: https://github.com/jakearchibald/idb\n\nISC License\nPermission to use\n',
  );
});

it('gives the same text once, after all packages that have it', () => {
  const text = licensesText(own, [idb, { ...idb, name: 'idb-further' }]);

  expect(text.split('Permission to use')).toHaveLength(2);
  expect(text).toContain(
    'idb 8.0.4 (ISC)\nSource: https://github.com/jakearchibald/idb\n\nidb-further 8.0.4 (ISC)\n',
  );
});

it('adds the text that a package leaves in its repository', () => {
  const { text: _, ...rest } = idb;

  expect(licensesText(own, [{ ...rest, name: 'wxt', identifier: 'MIT' }])).toMatch(
    /wxt 8\.0\.4 \(MIT\)\n.*\n\nMIT License\n\nCopyright \(c\) 2023 Aaron\n\nPermission is hereby granted, to all\.\n$/,
  );
});

it('refuses a package whose licence nobody knows', () => {
  const { text: _, ...unknown } = idb;

  expect(() => licensesText(own, [unknown])).toThrow('idb 8.0.4: no text of its licence');
  expect(() => licensesText(own, [{ ...unknown, name: 'wxt' }])).toThrow('no text of its licence');
});

it.each([
  ['git+https://github.com/wxt-dev/wxt.git', 'https://github.com/wxt-dev/wxt'],
  ['git://github.com/jakearchibald/idb.git', 'https://github.com/jakearchibald/idb'],
  ['dnsquery/dns-packet', 'https://github.com/dnsquery/dns-packet'],
  ['https://github.com/preactjs/signals', 'https://github.com/preactjs/signals'],
])('finds the page of the repository %s', (repository, page) => {
  expect(sourceAddress(repository)).toBe(page);
});
