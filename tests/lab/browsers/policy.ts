import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where each browser reads the policies of an administrator; the launchers mount folders of the lab's home there. */
export const policyFolders = {
  chromium: { inHome: 'policies/chromium', file: 'policies/managed/lab.json' },
  firefox: { inHome: 'policies/firefox', file: 'policies.json' },
} as const;

/**
 * Has browsers that start from now on forbid sites, as an administrator does. Returns what ends it.
 * @param names name patterns, as of worlds
 */
export function forbidByPolicy(
  home: string,
  browser: keyof typeof policyFolders,
  names: readonly string[],
): () => void {
  return setPolicies(home, browser, policies[browser](names));
}

/**
 * Has browsers that start from now on give the extension settings of an administrator. Returns what ends it.
 * @param id the extension's
 */
export function manageByPolicy(
  home: string,
  browser: keyof typeof policyFolders,
  { id, items }: { id: string; items: object },
): () => void {
  return setPolicies(home, browser, managed[browser](id, items));
}

function setPolicies(home: string, browser: keyof typeof policyFolders, all: object): () => void {
  const { inHome, file } = policyFolders[browser];
  const folder = join(home, inHome);
  const path = join(folder, file);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, JSON.stringify(all));
  return () => rmSync(folder, { recursive: true, force: true });
}

const managed = {
  chromium: (id: string, items: object) => ({ '3rdparty': { extensions: { [id]: items } } }),
  firefox: (id: string, items: object) => ({
    policies: { '3rdparty': { Extensions: { [id]: items } } },
  }),
};

const policies = {
  /** A name stands for all below it, too; after a dot for itself alone. */
  chromium: (names: readonly string[]) => ({
    URLBlocklist: names.map((name) => (name.startsWith('.') ? name.slice(1) : `.${name}`)),
  }),
  firefox: (names: readonly string[]) => ({
    policies: {
      WebsiteFilter: {
        Block: names.map((name) => `*://${name.startsWith('.') ? `*${name}` : name}/*`),
      },
    },
  }),
};

/** The id of a build with a key, as Chromium derives it from that. */
export function chromiumIdOf(build: string): string {
  const { key } = JSON.parse(readFileSync(join(build, 'manifest.json'), 'utf8')) as { key: string };
  const digits = createHash('sha256').update(Buffer.from(key, 'base64')).digest('hex');
  return Array.from(digits.slice(0, 32), (digit) =>
    String.fromCharCode(97 + Number.parseInt(digit, 16)),
  ).join('');
}

/** The id of a build as its manifest gives it to Firefox. */
export function firefoxIdOf(build: string): string {
  const manifest = JSON.parse(readFileSync(join(build, 'manifest.json'), 'utf8')) as {
    browser_specific_settings: { gecko: { id: string } };
  };
  return manifest.browser_specific_settings.gecko.id;
}
