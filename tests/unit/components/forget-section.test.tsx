// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { beforeEach, expect, it, vi } from 'vitest';
import { ForgetSection } from '../../../components/ForgetSection.tsx';
import { TextProvider } from '../../../components/TextProvider.tsx';
import type { Language } from '../../../lib/i18n/languages.ts';

function show(language: Language = 'en') {
  const [onKeptDays, onDelete] = [vi.fn(), vi.fn()];
  render(
    <TextProvider language={language}>
      <ForgetSection keptDays={180} {...{ onKeptDays, onDelete }} />
    </TextProvider>,
    document.body,
  );
  return { onKeptDays, onDelete };
}

const question = () => document.querySelector('dialog') as HTMLDialogElement;

function press(name: string): Promise<void> {
  const found = [...document.querySelectorAll('button')].find((one) => one.textContent === name);
  return act(() => found?.click());
}

beforeEach(() => {
  render(null, document.body);
});

it('deletes nothing before the question is answered', async () => {
  const { onDelete } = show();

  await press('Delete everything');
  expect(question().open).toBe(true);
  expect(onDelete).not.toHaveBeenCalled();
  await press('Keep');

  expect(question().open).toBe(false);
  expect(onDelete).not.toHaveBeenCalled();
});

it('deletes at a yes, and says so', async () => {
  const { onDelete } = show('ru');

  await press('Удалить всё');
  await press('Удалить');

  expect(onDelete).toHaveBeenCalledOnce();
  expect(question().open).toBe(false);
  expect(document.querySelector('[role=status]')?.textContent).toBe('Удаляется…');
});

it.each([
  ['en', ['7 days', '30 days', '90 days', '180 days', 'a year']],
  ['ru', ['7 дней', '30 дней', '90 дней', '180 дней', 'год']],
] as const)('offers how long to keep the history, in %s', (language, named) => {
  const { onKeptDays } = show(language);
  const select = document.querySelector('select') as HTMLSelectElement;

  expect(select.value).toBe('180');
  expect([...select.options].map(({ text }) => text)).toEqual(named);
  select.selectedIndex = 4;
  select.dispatchEvent(new Event('change', { bubbles: true }));
  expect(onKeptDays.mock.calls).toEqual([[365]]);
});
