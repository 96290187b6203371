import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { type Lock, sbom } from '../../../../scripts/packages/sbom.ts';

const digest = createHash('sha512').update('tarball').digest();
const lock: Lock = {
  version: '1.2.3',
  packages: {
    '': { version: '1.2.3', license: 'MIT' },
    'node_modules/@noble/hashes': entry('2.4.0', 'MIT'),
    'node_modules/idb': entry('8.0.4', 'ISC'),
    'node_modules/vitest': entry('5.1.1', 'MIT'),
  },
};
const hashes = { name: '@noble/hashes', version: '2.4.0' };
const idb = { name: 'idb', version: '8.0.4' };
const chrome = { file: 'chrome.zip', sha256: 'a'.repeat(64), bundled: [idb, hashes] };
const firefox = { file: 'firefox.zip', sha256: 'b'.repeat(64), bundled: [idb] };

function entry(version: string, license: string) {
  return { version, license, integrity: `sha512-${digest.toString('base64')}` };
}

it('lists the packages, and what of npm is in them, with licences and hashes', () => {
  const { components, dependencies } = JSON.parse(sbom([chrome, firefox], lock));

  expect(components.map(({ name }: { name: string }) => name)).toEqual([
    'chrome.zip',
    'firefox.zip',
    '@noble/hashes',
    'idb',
  ]);
  expect(components[1].hashes).toEqual([{ alg: 'SHA-256', content: firefox.sha256 }]);
  expect(components[2]).toMatchObject({
    version: '2.4.0',
    purl: 'pkg:npm/%40noble/hashes@2.4.0',
    licenses: [{ license: { id: 'MIT' } }],
    hashes: [{ alg: 'SHA-512', content: digest.toString('hex') }],
  });
  expect(dependencies).toContainEqual({ ref: 'firefox.zip', dependsOn: ['pkg:npm/idb@8.0.4'] });
});

it('has the same bytes whatever the order, and no date', () => {
  const first = sbom([chrome, firefox], lock);
  const second = sbom([firefox, { ...chrome, bundled: [hashes, idb] }], lock);

  expect(second).toBe(first);
  expect(JSON.parse(first)).not.toHaveProperty('serialNumber');
  expect(JSON.parse(first).metadata).not.toHaveProperty('timestamp');
});

it('refuses a package that is not in the lock as it was bundled', () => {
  const newer = { ...chrome, bundled: [{ name: 'idb', version: '9.0.0' }] };

  expect(() => sbom([newer], lock)).toThrow('idb 9.0.0 is in a package, and not in package-lock');
});
