import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { calmProgress } from '../../../lib/messages/calm-progress.ts';
import type { RoundProgress } from '../../../lib/model/progress.ts';

/** Progress that is told apart by the id of its round. */
function progressOf(roundId: string): RoundProgress {
  return { roundId, trigger: 'manual', startedAt: '', services: [] };
}

function aReceiver() {
  const received: (string | null)[] = [];
  const send = calmProgress((progress) => received.push(progress?.roundId ?? null));
  return { received, send: (id: string | null) => send(id === null ? null : () => progressOf(id)) };
}

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

it('sends the first progress at once', () => {
  const { received, send } = aReceiver();

  send('first');

  expect(received).toEqual(['first']);
});

it('sends only the latest of what follows, after a pause', () => {
  const { received, send } = aReceiver();

  for (const id of ['first', 'second', 'third']) send(id);
  vi.advanceTimersByTime(249);
  const before = [...received];
  vi.advanceTimersByTime(1);

  expect(before).toEqual(['first']);
  expect(received).toEqual(['first', 'third']);
});

it('sends nothing twice', () => {
  const { received, send } = aReceiver();
  send('first');
  send('second');

  vi.advanceTimersByTime(2_000);

  expect(received).toEqual(['first', 'second']);
});

it('sends no more than four a second, however many there are', () => {
  const { received, send } = aReceiver();

  for (let count = 0; count < 99; count += 1) {
    send(String(count));
    vi.advanceTimersByTime(10);
  }

  expect(received).toHaveLength(4);
});

it('sends at once again after a quiet time', () => {
  const { received, send } = aReceiver();
  send('first');
  vi.advanceTimersByTime(250);

  send('second');

  expect(received).toEqual(['first', 'second']);
});

it('sends the end at once, and nothing of that round after it', () => {
  const { received, send } = aReceiver();
  send('first');
  send('second');

  send(null);
  vi.advanceTimersByTime(1_000);

  expect(received).toEqual(['first', null]);
});

it('sends the beginning of the next round at once, and then pauses in full', () => {
  const { received, send } = aReceiver();
  send('first');
  send(null);
  vi.advanceTimersByTime(200);

  send('next');
  vi.advanceTimersByTime(100);
  send('and more');

  expect(received).toEqual(['first', null, 'next']);
});
