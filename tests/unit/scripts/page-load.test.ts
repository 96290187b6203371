import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  expectLoadedLater,
  expectOneScript,
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
  it('loads at once what it names and what that imports, and the rest when it is asked for', () => {
    const { atOnce, later } = readPageLoad(build, 'page.html');

    expect(namesOf(atOnce).toSorted()).toEqual([
      'chunks/deep-1.js',
      'chunks/main-1.js',
      'chunks/shared-1.js',
      'chunks/style-1.css',
    ]);
    expect(namesOf(later).toSorted()).toEqual(['chunks/csv-1.js', 'chunks/link-1.js']);
  });

  it('is no page where it names no script', () => {
    write('page.html', '<p>Nothing</p>');

    expect(() => readPageLoad(build, 'page.html')).toThrow('loads no script');
  });

  it('is refused where it is to load one script and loads more', () => {
    expect(() => expectOneScript(build, 'page.html')).toThrow('shared-1.js');

    write('page.html', '<script src="/chunks/alone-1.js"></script>');
    write('chunks/alone-1.js', 'const link=()=>import("./link-1.js")');

    expect(() => expectOneScript(build, 'page.html')).not.toThrow();
  });

  it('may load later what is to be loaded later', () => {
    expect(() => expectLoadedLater(build, 'page.html', ['csv', 'link'])).not.toThrow();
  });

  it('is refused where it loads that at once', () => {
    write('chunks/deep-1.js', 'import "./csv-1.js"');
    write('chunks/csv-1.js', '');

    expect(() => expectLoadedLater(build, 'page.html', ['csv'])).toThrow('is to load csv when');
  });

  it('is refused where what is to be loaded later has become a part of another script', () => {
    write('chunks/main-1.js', 'import{a}from"./shared-1.js";const csv=()=>"in here";');

    expect(() => expectLoadedLater(build, 'page.html', ['csv'])).toThrow('is to load csv when');
  });
});
