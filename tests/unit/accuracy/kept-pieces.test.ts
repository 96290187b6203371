import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { emptyTally, type Tally } from '../../accuracy/count/tally.ts';
import { openKeptPieces } from '../../accuracy/kept-pieces.ts';
import { situations } from '../../accuracy/situations/index.ts';

const job = { seed: 3, rounds: 600 };
const [situation] = situations;
if (situation === undefined) throw new Error('There is no situation');
const piece = { situation: situation.id, from: 0, to: 20 };
const next = { ...piece, from: 20, to: 31 };
const tally: Tally = { ...emptyTally(situation), people: 20, minutes: [4, Infinity] };

let folder = '';
let file = '';

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'kept-'));
  file = path.join(folder, 'count.jsonl');
});

afterEach(() => rmSync(folder, { recursive: true }));

describe('the pieces that are done', () => {
  it('are known to a later run of the job, what never came among them', () => {
    openKeptPieces(file, job).keep(piece, tally);

    const kept = openKeptPieces(file, job);

    expect(kept.tallyOf(piece)).toEqual(tally);
    expect(kept.tallyOf(next)).toBeUndefined();
  });

  it('are kept by one run after another', () => {
    openKeptPieces(file, job).keep(piece, tally);
    openKeptPieces(file, job).keep(next, { ...tally, people: 11 });

    const kept = openKeptPieces(file, job);

    expect([piece, next].map((one) => kept.tallyOf(one)?.people)).toEqual([20, 11]);
  });

  it('end before a line that is torn, after which a run goes on', () => {
    openKeptPieces(file, job).keep(piece, tally);
    appendFileSync(file, '{"piece":{"situation":"«');

    openKeptPieces(file, job).keep(next, tally);

    expect(openKeptPieces(file, job).tallyOf(next)).toEqual(tally);
    expect(readFileSync(file, 'utf8').split('\n')).toHaveLength(4);
  });

  it('are none of another job, of which nothing is lost', () => {
    openKeptPieces(file, job).keep(piece, tally);
    const before = readFileSync(file, 'utf8');

    expect(() => openKeptPieces(file, { ...job, seed: 4 })).toThrow(
      /"seed":3.*allowed: .*"seed":4/,
    );
    expect(readFileSync(file, 'utf8')).toBe(before);
  });

  it.each(['a diary\n', '', '{"logic":'])('are none of another file: %j', (text) => {
    writeFileSync(file, text);

    expect(() => openKeptPieces(file, job)).toThrow(/^found a file that begins with /);
    expect(readFileSync(file, 'utf8')).toBe(text);
  });

  it('are in no file where none is named', () => {
    const kept = openKeptPieces(null, job);
    kept.keep(piece, tally);

    expect(kept.tallyOf(piece)).toBe(tally);
  });
});
