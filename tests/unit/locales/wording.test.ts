import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '../../..');

/** What people read: the texts of pages, of the browser's own pages, and the documents shown beside them. */
const files = globSync(['locales/*/*.ts', 'docs/visibility*.md'], { cwd: root });
const texts = files.map((file) => ({ file, text: readFileSync(path.join(root, file), 'utf8') }));
const isRussian = ({ file }: { file: string }) => /\bru\b/.test(file);
const isDocument = ({ file }: { file: string }) => file.endsWith('.md');

/** The lines that a pattern matches. */
function linesWith(pattern: RegExp, chosen: typeof texts): string[] {
  return chosen.flatMap(({ text }) => text.split('\n').filter((line) => pattern.test(line)));
}

describe('what people read', () => {
  it('is there to be looked at', () => {
    expect(texts.filter(isRussian).length).toBeGreaterThanOrEqual(6);
    expect(texts.filter((one) => !isRussian(one)).length).toBeGreaterThanOrEqual(6);
  });

  it('calls no way round a block by that name in Russian', () => {
    expect(linesWith(/обход|разблокиров/i, texts.filter(isRussian))).toEqual([]);
  });

  it.each([
    ['be', /абход|абыйсці|разблак/i],
    ['fa', /دور زد|فیلترشکن|رفع (?:فیلتر|انسداد)/],
    ['kk', /айналып өт|бұғаттан шығ/i],
    ['tr', /engel(?:i|leri|lemeyi) (?:aş|kaldır)|atlat/i],
    ['uk', /обхід|обход|обійти(?!ся)|розблок/i],
    ['uz', /aylanib oʻt|blokdan chiq/i],
  ])('calls no way round a block by that name in %s', (language, pattern) => {
    const own = texts.filter(({ file }) => file.startsWith(`locales/${language}/`));

    expect(own.length).toBeGreaterThanOrEqual(7);
    expect(linesWith(pattern, own)).toEqual([]);
  });

  it('names no tool on any page, and claims nothing to open because of one', () => {
    const pages = texts.filter((one) => !isDocument(one));

    expect(
      linesWith(/vpn(?!_likely)|впн|(?<!-)\btor\b|zapret|shadowsocks|wireguard|благодаря/i, pages),
    ).toEqual([]);
  });

  it('mentions no country, so that it is right in every one', () => {
    const pages = texts.filter((one) => !isDocument(one));

    expect(
      linesWith(
        /russia|росси|(?<!п)росі|расі[іяй]|ресей|rusya|rossiya|روسیه|ایران|казахстан|қазақстан|україн[иіу]|ўкраін|yandex|яндекс|\bvk\b|\bmax\b/i,
        pages,
      ),
    ).toEqual([]);
  });

  it('links in Russian to nobody whose links may not be passed on', () => {
    const bodies =
      /meduza|moscowtimes|svoboda|currenttime|zona\.media|mediazona|novayagazeta|theins\.|tvrain|istories|bellingcat|proekt\.media|agents\.media|holod\.media/i;

    expect(linesWith(bodies, texts.filter(isRussian))).toEqual([]);
  });
});
