import type { BundledPackage } from './bundled.ts';

const rule = '-'.repeat(80);

/** Whose MIT licence is in the repository alone, and not in the package: its line of copyright there. */
const holders: Record<string, readonly string[]> = {
  '@webext-core/messaging': ['Copyright (c) 2022 Aaron'],
  '@wxt-dev/browser': ['Copyright (c) 2023 Aaron'],
  wxt: ['Copyright (c) 2023 Aaron'],
};

/**
 * What a build tells of the licences of its parts: the extension's own, then each package's.
 * @param own the text of the extension's licence, which is MIT
 * @param notices of what else is in the build
 * @throws Error if the licence of a package is not known, since each asks to be passed on
 */
export function licensesText(
  own: string,
  packages: readonly BundledPackage[],
  notices: readonly string[] = [],
): string {
  // Those of one project often have the same text, which may be long.
  const byText = Map.groupBy(packages, (one) => licenseOf(one, own));
  const parts = [...byText].map(
    ([text, those]) => `${those.map(headingOf).join('\n\n')}\n\n${text}`,
  );
  const all = [`Dozvon\n\n${own}`, ...parts, ...notices].map((part) =>
    part.replaceAll('\r\n', '\n').trim(),
  );
  return `${all.join(`\n\n${rule}\n\n`)}\n`;
}

function headingOf({ name, version, identifier, source }: BundledPackage): string {
  return `${name} ${version} (${identifier})\nSource: ${source}`;
}

function licenseOf({ name, version, identifier, text }: BundledPackage, own: string): string {
  if (text !== undefined) return text;
  const lines = holders[name];
  if (lines === undefined || identifier !== 'MIT') {
    throw new Error(`${name} ${version}: no text of its licence (scripts/licenses/text.ts)`);
  }
  return mitText(own, lines);
}

/** The text of MIT with somebody's lines of copyright. */
export function mitText(own: string, copyright: readonly string[]): string {
  const permission = own.slice(own.indexOf('Permission is hereby granted'));
  return ['MIT License', copyright.join('\n'), permission.trim()].join('\n\n');
}
