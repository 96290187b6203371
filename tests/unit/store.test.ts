import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { manifest as en } from '../../locales/en/manifest.ts';
import { manifest as ru } from '../../locales/ru/manifest.ts';

const read = (file: string): string => readFileSync(file, 'utf8');

/** The text below a heading of second order. */
function part(file: string, heading: string): string {
  const found = read(file)
    .split(/^## /m)
    .find((text) => text.startsWith(`${heading}\n`));
  return String(found).slice(heading.length).trim();
}

const listings = [
  { language: 'en', manifest: en, headings: ['Name', 'Short description', 'Long description'] },
  { language: 'ru', manifest: ru, headings: ['Название', 'Коротко', 'Подробно'] },
];

for (const { language, manifest, headings } of listings) {
  const file = `store/listing.${language}.md`;
  const [name = '', short = '', long = ''] = headings.map((heading) => part(file, heading));

  it(`has the name and the description of the package, ${language}`, () => {
    expect(name).toBe(manifest.name);
    expect(short).toBe(manifest.description);
  });

  // Chrome's limits, the narrowest.
  it(`is as short as stores want it, ${language}`, () => {
    expect(name.length).toBeLessThanOrEqual(75);
    expect(short.length).toBeLessThanOrEqual(132);
    expect(long.length).toBeGreaterThan(500);
    expect(long.length).toBeLessThanOrEqual(16_000);
  });

  it(`has pictures of 1280 × 800, ${language}`, () => {
    const pictures = globSync(`store/screens/*.${language}.png`);

    expect(pictures.length).toBeGreaterThanOrEqual(2);
    for (const picture of pictures) {
      const bytes = readFileSync(picture);
      expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([1280, 800]);
    }
  });
}

it('justifies each permission that the manifest asks for', () => {
  const [, list = ''] = /permissions: \[(.*?)\],\n {4}host_/s.exec(read('wxt.config.ts')) ?? [];
  const asked = [...list.matchAll(/'(\w+)',|\['(\w+)'/g)].map(([, one, other]) => one ?? other);
  const justified = [
    ...part('store/review.md', 'Permissions').matchAll(
      /^- \*\*(\w+)(?: host permissions| permissions)?[^*]*\*\*/gm,
    ),
  ];

  expect(asked.length).toBeGreaterThan(3);
  expect(new Set(justified.map(([, name]) => name))).toEqual(
    new Set([...asked, 'Host', 'Optional']),
  );
});

it('tells reviewers the figures that people are told', () => {
  const [, requests, kilobytes] =
    /A small check is (\d+) requests and (\d+) kB/.exec(read('store/review.md')) ?? [];

  expect(read('docs/visibility.md')).toContain(`a small check, with ${requests} requests to`);
  expect(read('docs/visibility.md')).toContain(`It moves about ${kilobytes} kB.`);
});

it('sets no HTML from text, as the reviewers are told', () => {
  const sources = globSync('{components,entrypoints,lib}/**/*.{ts,tsx}');
  const setting = sources.filter((file) =>
    /innerHTML|outerHTML|insertAdjacentHTML|document\.write|dangerouslySet/i.test(read(file)),
  );

  expect(sources.length).toBeGreaterThan(100);
  expect(setting).toEqual([]);
});
