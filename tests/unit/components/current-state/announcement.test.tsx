// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Announcement } from '../../../../components/current-state/Announcement.tsx';

async function say(text: string) {
  await act(() => render(<Announcement text={text} />, document.body));
}

async function pass(milliseconds: number) {
  await act(() => void vi.advanceTimersByTime(milliseconds));
}

function heard() {
  return document.querySelector('[role=status]')?.textContent;
}

beforeEach(() => {
  vi.useFakeTimers();
  render(null, document.body);
});

afterEach(() => {
  vi.useRealTimers();
});

it('says the first change at once', async () => {
  await say('nothing');

  await say('one');
  await pass(0);

  expect(heard()).toBe('one');
});

it('says the next change only after a pause, and then in its latest form', async () => {
  await say('nothing');
  await say('one');
  await pass(0);

  await say('two');
  await say('three');
  await pass(3_999);
  const before = heard();
  await pass(1);

  expect(before).toBe('one');
  expect(heard()).toBe('three');
});

it('says no more often than every four seconds, however often the text changes', async () => {
  await say('nothing');
  const seen = new Set<string | undefined>();

  for (let count = 0; count < 79; count += 1) {
    await say(String(count));
    await pass(100);
    seen.add(heard());
  }

  expect(seen.size).toBe(2);
});

it('says nothing anew where a text returns before its turn', async () => {
  await say('nothing');
  await say('one');
  await pass(0);

  await say('two');
  await say('one');
  await pass(10_000);

  expect(heard()).toBe('one');
});

it('stops with the page', async () => {
  await say('nothing');
  await say('one');

  await act(() => render(null, document.body));

  expect(vi.getTimerCount()).toBe(0);
});
