import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { compare } from '../../../../scripts/packages/compare.ts';

type Contents = Record<string, string>;

function anArchive(contents: Contents, level: 0 | 9 = 9): Uint8Array {
  const mtime = new Date(1980, 0, 1);
  const files = Object.entries(contents).map(([name, text]) => [name, strToU8(text)]);
  return zipSync(Object.fromEntries(files), { mtime, level });
}

const chrome = { 'background.js': 'aaaa '.repeat(50), 'manifest.json': '{}' };
const firefox = { 'background.js': 'b', 'manifest.json': '{"id":1}', 'popup.html': '<p>' };
const packages = new Map([
  ['chrome.zip', anArchive(chrome)],
  ['firefox.zip', anArchive(firefox)],
  ['all.cdx.json', strToU8('{}')],
]);

describe('a file beside the packages', () => {
  it('is the package whose bytes it has', () => {
    expect(compare(anArchive(firefox), packages)).toMatchObject({ is: 'firefox.zip', differs: [] });
  });

  it('is the bill of materials, which is no archive', () => {
    expect(compare(strToU8('{}'), packages)).toMatchObject({ is: 'all.cdx.json' });
  });

  it('is none where one byte is another, and that file is named', () => {
    const changed = anArchive({ ...firefox, 'background.js': 'c' });

    expect(compare(changed, packages)).toEqual({
      is: null,
      like: 'firefox.zip',
      differs: ['background.js differs'],
    });
  });

  it('names what was added and what is missing', () => {
    const { 'popup.html': _, ...fewer } = firefox;

    expect(compare(anArchive({ ...fewer, 'more.js': '' }), packages)).toEqual({
      is: null,
      like: 'firefox.zip',
      differs: ['more.js is added', 'popup.html is missing'],
    });
  });

  it('is none where the same files are packed otherwise', () => {
    expect(compare(anArchive(chrome, 0), packages)).toEqual({
      is: null,
      like: 'chrome.zip',
      differs: [],
    });
  });

  it('is like none where it is no archive', () => {
    expect(compare(strToU8('text'), packages)).toEqual({ is: null, like: null, differs: [] });
  });
});
