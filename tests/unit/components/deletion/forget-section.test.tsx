// @vitest-environment happy-dom
import '../../../helpers/clock-of-utc.ts';
import '../../../helpers/loaded-texts.ts';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { beforeEach, expect, it, vi } from 'vitest';
import {
  ForgetSection,
  type ForgetSectionProps,
} from '../../../../components/deletion/ForgetSection.tsx';
import { TextProvider } from '../../../../components/text/TextProvider.tsx';
import type { Language } from '../../../../lib/i18n/languages.ts';
import { chosenPeriod } from '../../../../lib/view/chosen-period.ts';
import type { HistoryQueries } from '../../../../lib/view/page/history-queries.ts';
import { noHistory } from '../../../helpers/no-history.ts';

const queries: HistoryQueries = {
  ...noHistory,
  countRounds: async (part) => ('service' in part ? 412 : 37),
  readServices: async (names) =>
    [...names].map(([id, name]) => ({ id, name })).concat({ id: 'own-1', name: 'Club' }),
};

function show(language: Language = 'en', part: Partial<ForgetSectionProps> = {}) {
  const [onKeptDays, onDelete, onDeletePart] = [
    vi.fn(),
    vi.fn<ForgetSectionProps['onDelete']>(() => new Promise(() => {})),
    vi.fn(),
  ];
  render(
    <TextProvider language={language}>
      <ForgetSection
        keptDays={180}
        isKeptDaysLocked={false}
        rounds={[]}
        services={[{ id: 'signal', name: 'Signal' }]}
        isDeleting={false}
        {...{ queries, onKeptDays, onDelete, onDeletePart, ...part }}
      />
    </TextProvider>,
    document.body,
  );
  return { onKeptDays, onDelete, onDeletePart };
}

const question = () => document.querySelector('dialog[open]') as HTMLDialogElement;

function press(name: string): Promise<void> {
  // Each question has buttons of the same names.
  const within = question() ?? document;
  const found = [...within.querySelectorAll('button')].find((one) => one.textContent === name);
  return act(() => found?.click());
}

beforeEach(() => {
  render(null, document.body);
});

it('deletes nothing before the question is answered', async () => {
  const { onDelete } = show();

  await press('Delete everything');
  expect(question()).not.toBeNull();
  expect(onDelete).not.toHaveBeenCalled();
  await press('Keep');

  expect(question()).toBeNull();
  expect(onDelete).not.toHaveBeenCalled();
});

it('deletes at a yes, and says so', async () => {
  const { onDelete } = show('ru');

  await press('Удалить всё');
  await press('Удалить');

  expect(onDelete).toHaveBeenCalledOnce();
  expect(question()).toBeNull();
  expect([...document.querySelectorAll('[role=status]')].at(-1)?.textContent).toBe('Удаляется…');
});

it('no longer says that it deletes where that failed', async () => {
  const { onDelete } = show();
  onDelete.mockResolvedValue();

  await press('Delete everything');
  await press('Delete');

  expect(onDelete).toHaveBeenCalledOnce();
  const said = () => [...document.querySelectorAll('[role=status]')].at(-1)?.textContent;
  await expect.poll(said).toBe('');
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

async function choose(index: number, value: string): Promise<void> {
  const field = document.querySelectorAll<HTMLInputElement>('.delete-part input')[index];
  await act(() => {
    if (field) field.value = value;
    field?.dispatchEvent(new Event('change', { bubbles: true }));
  });
}

const button = (name: string) =>
  [...document.querySelectorAll('button')].find(({ textContent }) => textContent === name);
const part = () => document.querySelector('.delete-part')?.textContent;

it.each([
  ['en', '2026: this deletes 37 checks.', 'Delete these days', 'Delete'],
  ['ru', ': под удаление попадают 37 проверок.', 'Удалить эти дни', 'Удалить'],
] as const)(
  'deletes some days, and says before how many checks that are, in %s',
  async (...one) => {
    const [language, said, label, yes] = one;
    const { onDeletePart } = show(language);
    expect(button(label)?.disabled).toBe(true);

    await choose(0, '2026-11-03');
    await choose(1, '2026-11-05');
    await expect.poll(part).toContain(said);
    await press(label);
    expect(question().textContent).toContain(said);
    expect(onDeletePart).not.toHaveBeenCalled();
    await press(yes);

    const days = { firstDay: '2026-11-03', lastDay: '2026-11-05' };
    expect(onDeletePart.mock.calls).toEqual([[chosenPeriod(days)]]);
  },
);

it('deletes no days without a check', async () => {
  show('en', { queries: { ...queries, countRounds: async () => 0 } });

  await choose(0, '2026-11-03');
  await choose(1, '2026-11-03');

  await expect.poll(part).toContain('November 3, 2026: there are no checks.');
  expect(button('Delete these days')?.disabled).toBe(true);
});

it('deletes a service, one too that is no longer known', async () => {
  const { onDeletePart } = show();
  const select = () => document.querySelector('.delete-part select') as HTMLSelectElement;
  await expect
    .poll(() => [...select().options].map(({ text }) => text))
    .toEqual(['none', 'Signal', 'Club']);

  await act(() => {
    select().value = 'own-1';
    select().dispatchEvent(new Event('change', { bubbles: true }));
  });
  await expect.poll(part).toContain('This deletes Club from 412 checks. It goes on being checked');
  await press('Delete its results');
  expect(question().textContent).toContain('Delete all results of Club?');
  await press('Delete');

  expect(onDeletePart.mock.calls).toEqual([[{ service: 'own-1' }]]);
});

it('says that a part is being deleted', () => {
  show('ru', { isDeleting: true });

  expect(document.querySelector('.delete-part [role=status]')?.textContent).toBe('Удаляется…');
});

it('says how many notes go with some days, also where there is no check', async () => {
  const readNotes = async () => [{ id: 'a', at: '2026-03-01T12:00:00.000Z', text: 'moved house' }];
  const { onDeletePart } = show('en', {
    queries: { ...queries, readNotes, countRounds: async () => 0 },
  });
  const [first, last] = document.querySelectorAll<HTMLInputElement>('.days input');

  for (const input of [first, last]) {
    await act(() => {
      if (input) input.value = '2026-03-01';
      input?.dispatchEvent(new Event('change', { bubbles: true }));
    });
  }

  await vi.waitFor(() =>
    expect(document.body.textContent).toContain('Your notes of these days go, too: 1.'),
  );
  await press('Delete these days');
  await press('Delete');
  expect(onDeletePart).toHaveBeenCalledOnce();
});
