import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

/** A package of npm, some of whose code is in a build. */
export interface BundledPackage {
  name: string;
  version: string;
  /** The name of its licence by SPDX. */
  identifier?: string;
  /** The text of its licence. */
  text?: string;
  /** Where its sources are. */
  source: string;
}

const report = 'licenses.json';

/** The packages whose code a build has taken in, and the plugin of Vite that finds them. */
export interface Bundled {
  plugin: Plugin;
  packages(): BundledPackage[];
}

/** Collects over all parts of a build what Vite reports of each. */
export function collectBundled(): Bundled {
  const found = new Map<string, BundledPackage>();
  return {
    plugin: {
      name: 'bundled-packages',
      apply: 'build',
      config: () => ({ build: { license: { fileName: report } } }),
      generateBundle: {
        // Only now is Vite's report there. It is not to be in the build.
        order: 'post',
        handler(_, bundle) {
          const asset = bundle[report];
          if (asset?.type !== 'asset') return;
          const packages: Omit<BundledPackage, 'source'>[] = JSON.parse(String(asset.source));
          for (const one of packages) {
            found.set(`${one.name}@${one.version}`, { ...one, source: sourceOf(one.name) });
          }
          delete bundle[report];
        },
      },
    },
    packages: () => [...found].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one),
  };
}

function sourceOf(name: string): string {
  const manifest = readFileSync(`node_modules/${name}/package.json`, 'utf8');
  const { repository } = JSON.parse(manifest) as { repository: string | { url: string } };
  return sourceAddress(typeof repository === 'string' ? repository : repository.url);
}

/** The page of a repository, of what packages of npm write: an address of git, or a name at GitHub. */
export function sourceAddress(repository: string): string {
  const page = repository
    .replace(/^git\+/, '')
    .replace(/^git:/, 'https:')
    .replace(/\.git$/, '');
  return /^[\w-]+\/[\w.-]+$/.test(page) ? `https://github.com/${page}` : page;
}
