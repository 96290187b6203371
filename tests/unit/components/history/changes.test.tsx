// @vitest-environment happy-dom
import '../../../helpers/loaded-texts.ts';
import { render } from 'preact';
import { beforeEach, expect, it } from 'vitest';
import { Changes } from '../../../../components/history/Changes.tsx';
import { TextProvider } from '../../../../components/text/TextProvider.tsx';
import type { Transition } from '../../../../lib/model/transition.ts';
import { noHistory } from '../../../helpers/no-history.ts';
import { buildAttempt } from '../../view/build-round.ts';

const failed = buildAttempt({ ok: false, failure: 'connection_reset' });
const attempts = [failed, { ...failed, n: 2 }, buildAttempt({ n: 3 }), { ...failed, valid: false }];

function change(number: number): Transition {
  const target = { id: 'signal/web', role: 'web', kind: 'https', attempts } as const;
  const startedAt = '2026-03-01T12:00:00.000Z';
  return {
    service: 'signal',
    from: 'ok',
    to: 'likely_blocked',
    at: startedAt,
    roundId: `round-${number}`,
    number,
    day: 1,
    mechanisms: [],
    confidence: 'medium',
    route: 'direct',
    witnesses: [{ roundId: 'round-1', startedAt, targets: [{ ...target, attempts }] }],
  };
}

function show(changes: Transition[], service?: string) {
  const asked: number[] = [];
  const queries = {
    ...noHistory,
    readChanges: async (limit: number) => {
      asked.push(limit);
      return changes.slice(0, limit);
    },
  };
  render(
    <TextProvider language="en">
      <Changes
        {...(service !== undefined && { service })}
        nameOf={() => 'Signal'}
        version={1}
        queries={queries}
      />
    </TextProvider>,
    document.body,
  );
  return asked;
}

beforeEach(() => {
  render(null, document.body);
});

const items = () => [...document.querySelectorAll('.changes > ul > li')];

it('says what changed, and leads to the check that settled it', async () => {
  show([change(7)]);

  await expect.poll(items).toHaveLength(1);
  expect(items()[0]?.textContent).toMatch(
    /^Signal: Does not open Before: Opens\. Change seen in 1 check, .*2026/,
  );
  expect(items()[0]?.querySelector('a')?.getAttribute('href')).toBe('#round/round-7');
  expect(document.querySelector('details')).toBeNull();
});

it('calls nothing blocked that did not open as part of a network that is shut', async () => {
  const ended = { ...change(8), from: 'likely_blocked', to: 'ok' } as const;
  show([ended, { ...change(7), scope: 'network' }]);

  await expect.poll(items).toHaveLength(2);
  expect(items()[0]?.textContent).toMatch(/^Signal: Opens Before: Does not open\. Change seen in/);
  expect(items()[1]?.textContent).toMatch(
    /^Signal: Does not open Before: Opens\. Change seen in .*\. Only part of the internet worked then\.$/,
  );
});

it('shows what the checks saw on the page of a service, without what does not count', async () => {
  show([change(7)], 'signal');
  await expect.poll(items).toHaveLength(1);

  const details = document.querySelector('details') as HTMLDetailsElement;
  details.open = true;
  details.dispatchEvent(new Event('toggle'));

  const round = () => document.querySelector('.proving-rounds li')?.textContent;
  await expect.poll(round).toMatch(/2 of 3 failed connection_reset$/);
});

it('shows more where there is more', async () => {
  const asked = show(Array.from({ length: 12 }, (_, index) => change(index)));
  await expect.poll(items).toHaveLength(10);

  const more = document.querySelector<HTMLButtonElement>('.changes button');
  more?.focus();
  more?.click();

  await expect.poll(items).toHaveLength(12);
  // The button is gone.
  await expect.poll(() => document.activeElement).toBe(items()[10]?.querySelector('a'));
  expect(asked).toEqual([11, 201]);
  expect(document.querySelector('.changes button')).toBeNull();
});

it('offers no more where there is none', async () => {
  show(Array.from({ length: 10 }, (_, index) => change(index)));

  await expect.poll(items).toHaveLength(10);
  expect(document.querySelector('.changes button')).toBeNull();
});

it('says that nothing has changed', async () => {
  show([]);

  await expect
    .poll(() => document.querySelector('.changes')?.textContent)
    .toBe('What changedNothing has changed so far.Timeline');
});
