import { expect, it } from 'vitest';
import type { PreliminaryWord, ServiceProgress } from '../../../lib/model/progress.ts';
import { announcementOf, preliminaryOf, progressCounts } from '../../../lib/view/progress.ts';
import { buildProgress } from './build-round.ts';

function buildOne(part: Partial<ServiceProgress>): ServiceProgress {
  const [service] = buildProgress([part]).services;
  if (service === undefined) throw new Error('one service was to be built');
  return service;
}

it('has neither sign nor word of a service without evidence', () => {
  expect(preliminaryOf(buildOne({ stage: 'probing', word: null }))).toBeNull();
});

it.each<[PreliminaryWord, string]>([
  ['opens', 'seems-open'],
  ['in-part', 'seems-in-part'],
  ['name-not-found', 'seems-closed'],
  ['no-answer', 'seems-closed'],
  ['cut-off', 'seems-closed'],
  ['fails', 'seems-closed'],
])('has a sign and a message of its own for "%s"', (word, sign) => {
  expect(preliminaryOf(buildOne({ word }))).toEqual({ sign, word: { id: `so-far.${word}` } });
});

it('counts services with a word apart from those that are done', () => {
  const progress = buildProgress([
    { id: 'a', word: 'opens', stage: 'done' },
    { id: 'b', word: 'cut-off', stage: 'probing' },
    { id: 'c', word: null, stage: 'done' },
    { id: 'd', word: 'opens', stage: 'probing' },
  ]);

  expect(progressCounts(progress)).toEqual({ known: 3, done: 2, total: 4 });
});

it('announces how many open, and the names of those that do not', () => {
  const progress = buildProgress([
    { id: 'a', word: 'opens' },
    { id: 'b', word: 'in-part' },
    { id: 'c', word: null },
    { id: 'd', name: 'Viber', word: 'cut-off' },
    { id: 'e', name: 'Discord', word: 'no-answer' },
  ]);

  expect(announcementOf(progress).values).toEqual({
    known: 4,
    open: 1,
    total: 5,
    closed: 2,
    names: ['Viber', 'Discord'],
  });
});
