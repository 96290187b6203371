import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  expectLoadedLater,
  expectOneScript,
  expectWithout,
  largestLoadedLater,
  readPageLoad,
} from '../../../scripts/size/page-load.ts';

let build = '';

beforeEach(() => {
  build = mkdtempSync(path.join(tmpdir(), 'build-'));
  mkdirSync(path.join(build, 'chunks'));
  write('page.html', '<script src="/chunks/main-1.js"></script><link href="/chunks/style-1.css">');
  write('chunks/main-1.js', 'import{a}from"./shared-1.js";const csv=()=>import(`./csv-1.js`);');
  write('chunks/shared-1.js', 'import"./deep-1.js";import("./link-1.js")');
  write('chunks/deep-1.js', 'import "./shared-1.js"');
  write('chunks/style-1.css', '');
});

afterEach(() => {
  rmSync(build, { recursive: true });
});

function write(file: string, text: string): void {
  writeFileSync(path.join(build, file), text);
}

function namesOf(files: readonly string[]): string[] {
  return files.map((file) => path.relative(build, file));
}

describe('a built page', () => {
  it('loads the scripts that it names and their static imports at once, and the rest on demand', () => {
    const { atOnce, later } = readPageLoad(build, 'page.html');

    expect(namesOf(atOnce).toSorted()).toEqual([
      'chunks/deep-1.js',
      'chunks/main-1.js',
      'chunks/shared-1.js',
      'chunks/style-1.css',
    ]);
    expect(namesOf(later).toSorted()).toEqual(['chunks/csv-1.js', 'chunks/link-1.js']);
  });

  it('is rejected without a script', () => {
    write('page.html', '<p>Nothing</p>');

    expect(() => readPageLoad(build, 'page.html')).toThrow('loads no script');
  });

  it('is rejected if it loads more than its one script', () => {
    expect(() => expectOneScript(build, 'page.html')).toThrow('shared-1.js');

    write('page.html', '<script src="/chunks/alone-1.js"></script>');
    write('chunks/alone-1.js', 'const link=()=>import("./link-1.js")');

    expect(() => expectOneScript(build, 'page.html')).not.toThrow();
  });

  it('may load scripts on demand', () => {
    expect(() => expectLoadedLater(build, 'page.html', ['csv', 'link'])).not.toThrow();
  });

  it('has a largest of the scripts of a name that it loads on demand', () => {
    write(
      'chunks/main-1.js',
      'const texts=[()=>import("./texts-1.js"),()=>import("./texts-2.js"),()=>import("./csv-1.js")]',
    );
    write('chunks/texts-1.js', 'a'.repeat(500));
    write('chunks/texts-2.js', 'Ein kurzer Satz, der sich nicht wiederholt.');
    write('chunks/csv-1.js', 'The longest of all, which has got another name, is not among them.');

    const largest = largestLoadedLater(build, 'page.html', 'texts');

    expect(namesOf([largest])).toEqual(['chunks/texts-2.js']);
    expect(() => largestLoadedLater(build, 'page.html', 'link')).toThrow('loads no link');
  });

  it('is rejected if it loads such a script at once', () => {
    write('chunks/deep-1.js', 'import "./csv-1.js"');
    write('chunks/csv-1.js', '');

    expect(() => expectLoadedLater(build, 'page.html', ['csv'])).toThrow('is to load csv when');
  });

  it('is rejected if it has at once what is to come later', () => {
    write('chunks/csv-1.js', 'throw "no csv"');
    expect(() => expectWithout(build, 'page.html', 'no csv')).not.toThrow();

    write('chunks/deep-1.js', 'throw "no csv"');
    expect(() => expectWithout(build, 'page.html', 'no csv')).toThrow('deep-1.js');
  });

  it('is rejected if such a script has become part of another', () => {
    write('chunks/main-1.js', 'import{a}from"./shared-1.js";const csv=()=>"in here";');

    expect(() => expectLoadedLater(build, 'page.html', ['csv'])).toThrow('is to load csv when');
  });
});
