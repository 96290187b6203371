// @vitest-environment happy-dom
import '../../helpers/clock-of-utc.ts';
import '../../helpers/loaded-texts.ts';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { beforeEach, expect, it, vi } from 'vitest';
import { SetAsideHistories } from '../../../components/dashboard/SetAsideHistories.tsx';
import { TextProvider } from '../../../components/text/TextProvider.tsx';
import type { Language } from '../../../lib/i18n/languages.ts';
import type { SetAside } from '../../../lib/model/set-aside.ts';

function show(why: SetAside['why'], language: Language = 'en') {
  const [onSaveSetAside, onDeleteSetAside] = [vi.fn(), vi.fn()];
  const setAside = [{ database: 'dozvon', why, at: '2026-03-01T12:00:00.000Z' }];
  render(
    <TextProvider language={language}>
      <SetAsideHistories {...{ setAside, onSaveSetAside, onDeleteSetAside }} />
    </TextProvider>,
    document.body,
  );
  return { onSaveSetAside, onDeleteSetAside };
}

function press(name: string): Promise<void> {
  const found = [...document.querySelectorAll('button')].find((one) => one.textContent === name);
  return act(() => found?.click());
}

beforeEach(() => {
  render(null, document.body);
});

it.each([
  ['newer', 'en', 'newer version'],
  ['damaged', 'en', 'damaged'],
  ['lost', 'en', 'found to be gone'],
  ['lost', 'ru', 'больше нет'],
  ['newer', 'ru', 'более новая версия'],
  ['damaged', 'ru', 'повреждена'],
  ['mended', 'en', 'made anew of the rest'],
  ['mended', 'ru', 'составлена заново'],
] as const)('says what became of a history that is %s, in %s', (why, language, words) => {
  show(why, language);

  expect(document.body.textContent).toContain(words);
});

it.each(['lost', 'mended'] as const)('is only to be taken note of where it is %s', async (why) => {
  const { onDeleteSetAside } = show(why);

  expect(document.querySelectorAll('button')).toHaveLength(1);
  await press('Understood');

  expect(onDeleteSetAside).toHaveBeenCalledExactlyOnceWith('dozvon');
});

it('has a name of its own for each, among several', () => {
  const setAside = [1, 2].map((day): SetAside => {
    return { database: `dozvon-${day}`, why: 'damaged', at: `2026-03-0${day}T12:00:00.000Z` };
  });
  const nothing = () => {};
  render(
    <TextProvider language="en">
      <SetAsideHistories {...{ setAside }} onSaveSetAside={nothing} onDeleteSetAside={nothing} />
    </TextProvider>,
    document.body,
  );

  const names = [...document.querySelectorAll('section')].map((one) =>
    one.getAttribute('aria-label'),
  );
  expect(names).toEqual([
    expect.stringMatching(/^A history that was set aside, Mar 1, 2026/),
    expect.stringMatching(/^A history that was set aside, Mar 2, 2026/),
  ]);
});

it('saves at once, and deletes after one question', async () => {
  const { onSaveSetAside, onDeleteSetAside } = show('damaged');

  await press('Save what can be read');
  await press('Delete it');
  expect(onDeleteSetAside).not.toHaveBeenCalled();
  await press('Delete');

  expect(onSaveSetAside).toHaveBeenCalledExactlyOnceWith('dozvon');
  expect(onDeleteSetAside).toHaveBeenCalledExactlyOnceWith('dozvon');
});
