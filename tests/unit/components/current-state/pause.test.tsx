// @vitest-environment happy-dom
import '../../../helpers/loaded-texts.ts';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { beforeEach, expect, it, vi } from 'vitest';
import { Pause } from '../../../../components/current-state/Pause.tsx';
import { TextProvider } from '../../../../components/text/TextProvider.tsx';
import type { CheckSettings } from '../../../../lib/settings/check-settings.ts';
import { someSettings } from '../../../helpers/settings.ts';

const now = new Date(2026, 10, 26, 17);

async function show(settings: Partial<CheckSettings> = {}) {
  const calls = { onPause: vi.fn(), onResume: vi.fn() };
  await act(() => {
    render(
      <TextProvider language="en">
        <Pause settings={someSettings(settings)} now={now} {...calls} />
      </TextProvider>,
      document.body,
    );
  });
  return calls;
}

const words = () => document.body.textContent;
const buttons = () => [...document.querySelectorAll('button')];

beforeEach(() => {
  render(null, document.body);
});

it('offers three pauses', async () => {
  const { onPause } = await show();

  for (const button of buttons()) button.click();

  expect(buttons().map(({ textContent }) => textContent)).toEqual([
    'For an hour',
    'Until tomorrow',
    'Until I resume',
  ]);
  expect(onPause.mock.calls).toEqual([['hour'], ['tomorrow'], ['resumed']]);
});

it.each([
  [new Date(2026, 10, 26, 18).toISOString(), /^Paused until 6:00\sPM\. /],
  [new Date(2026, 10, 27).toISOString(), /^Paused until Nov 27, 2026, 12:00\sAM\. /],
  ['resumed', /^Paused until you resume\. /],
])('tells until when it is paused, and what a click does: %s', async (pausedUntil, told) => {
  const { onResume } = await show({ pausedUntil });

  buttons()[0]?.click();

  expect(words()).toMatch(told);
  expect(words()).toContain('“Check now” checks once');
  expect(onResume).toHaveBeenCalledOnce();
});

it('says nothing of a pause that is over', async () => {
  await show({ pausedUntil: new Date(2026, 10, 26, 16).toISOString() });

  expect(words()).not.toContain('Paused');
});

it('offers no pause where checks run only by hand', async () => {
  await show({ everyMinutes: null });

  expect(words()).toBe('Checks run only when you ask.');
});

it('tells a pause, and ends it, where checks run only by hand', async () => {
  const { onResume } = await show({ everyMinutes: null, pausedUntil: 'resumed' });

  buttons()[0]?.focus();
  buttons()[0]?.click();

  expect(words()).toBe('Paused until you resume. Checks run only when you ask.Resume');
  expect(onResume).toHaveBeenCalledOnce();

  await show({ everyMinutes: null });

  expect(words()).toBe('Checks run only when you ask.');
  expect(document.activeElement).toBe(document.querySelector('p.pause'));
});

it('passes the focus on to the way back, and takes it from nothing else', async () => {
  await show({ pausedUntil: 'resumed' });
  expect(document.activeElement).toBe(document.body);
  await show();

  buttons()[0]?.click();
  await show({ pausedUntil: 'resumed' });

  expect(document.activeElement?.textContent).toBe('Resume');

  buttons()[0]?.click();
  await show();

  expect(document.activeElement?.tagName).toBe('SUMMARY');
});
