// @vitest-environment happy-dom
import '../../../helpers/clock-of-utc.ts';
import '../../../helpers/loaded-texts.ts';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { beforeEach, expect, it, vi } from 'vitest';
import { TextProvider } from '../../../../components/text/TextProvider.tsx';
import { TimelinePage } from '../../../../components/timeline/TimelinePage.tsx';
import { eventsAtHome } from '../../../../lib/catalog/events/index.ts';
import { mostNotes, type Note } from '../../../../lib/model/note.ts';
import type { Transition } from '../../../../lib/model/transition.ts';
import type { HistoryQueries } from '../../../../lib/view/page/history-queries.ts';
import { noHistory } from '../../../helpers/no-history.ts';

const names: Record<string, string> = { signal: 'Signal', telegram: 'Telegram' };

function show(part: Partial<HistoryQueries>, homeCountry: string | null = 'TR') {
  const onSaveNote = vi.fn(async (_note: Note, _instead: readonly string[]) => true);
  const onDeleteNote = vi.fn();
  const readEvents = async (country: string | null) => eventsAtHome(country);
  render(
    <TextProvider language="en">
      <TimelinePage
        services={Object.entries(names).map(([id, name]) => ({ id, name }))}
        nameOf={(id) => names[id] ?? id}
        queries={{ ...noHistory, readEvents, ...part }}
        homeCountry={homeCountry}
        version={1}
        now={new Date('2026-03-02T15:00:00.000Z')}
        {...{ onSaveNote, onDeleteNote }}
      />
    </TextProvider>,
    document.body,
  );
  return { onSaveNote, onDeleteNote };
}

beforeEach(() => {
  render(null, document.body);
});

const days = () => [...document.querySelectorAll('.timeline > li')].map((one) => one.textContent);
const untilShown = () => vi.waitFor(() => expect(days()).not.toEqual([]));

it('shows the events of the stated country with their sources, which it does not link to', async () => {
  show({});
  await untilShown();

  expect(days()[1]).toMatch(/^September 8, 2025.*WhatsApp and Signal slow.*ooni\.org\/post/);
  expect(document.body.textContent).toContain('this country: Türkiye');
  expect(document.querySelectorAll('a[href^=http]').length).toBe(0);
});

it('says that no country is known, and where the checks begin', async () => {
  show({ readFirstCheck: async () => '2026-03-01T08:00:00.000Z' }, null);
  await untilShown();

  expect(document.body.textContent).toContain('Which country is yours is not known');
  expect(days()[1]).toMatch(/^March 1, 2026.*checks of this browser begin here/);
});

it('can be narrowed to a service that is checked no longer', async () => {
  const readChanges = vi.fn(async () => []);
  show({ readChanges, readKnownServices: async () => ['viber', 'signal'] });

  const choices = () => [...document.querySelectorAll('option')].map(({ value }) => value);
  await vi.waitFor(() => expect(choices()).toEqual(['', 'signal', 'telegram', 'viber']));
});

it('shows one messenger alone', async () => {
  const readChanges = vi.fn(async () => []);
  show({ readChanges });
  await untilShown();

  const [select] = document.querySelectorAll('select');
  if (select) select.value = 'signal';
  select?.dispatchEvent(new Event('change', { bubbles: true }));

  await vi.waitFor(() => expect(readChanges).toHaveBeenLastCalledWith(51, 'signal'));
  await vi.waitFor(() => expect(days().length).toBe(2));
});

it('says where there is nothing to show', async () => {
  show({});
  await untilShown();

  const [, events] = document.querySelectorAll<HTMLInputElement>('input[type=checkbox]');
  events?.click();

  await vi.waitFor(() => expect(days()).toEqual([]));
  expect(document.body.textContent).toContain('There is nothing to show.');
});

const note: Note = { id: 'note-1', at: '2026-03-01T12:00:00.000Z', text: 'moved house' };
const button = (name: string) =>
  [...document.querySelectorAll('button')].find(
    (one) => (one.getAttribute('aria-label') ?? one.textContent) === name,
  );
const press = (name: string) => act(() => button(name)?.click());
const field = (type: string) => document.querySelector<HTMLInputElement>(`form [type=${type}]`);

function enter(value: string, of = 'text') {
  return act(() => {
    const input = field(of);
    if (input) input.value = value;
    input?.dispatchEvent(new Event(of === 'text' ? 'input' : 'change', { bubbles: true }));
  });
}

it('adds a note of today, and takes the focus back to the button', async () => {
  const { onSaveNote } = show({});
  await vi.waitFor(() => expect(button('Add a note')).toBeDefined());

  await press('Add a note');
  expect(document.activeElement).toBe(field('text'));
  await enter(' new provider ');
  await press('Save');

  expect(onSaveNote).toHaveBeenCalledExactlyOnceWith(
    {
      id: expect.stringMatching(/./),
      at: new Date('2026-03-02T12:00:00').toISOString(),
      text: 'new provider',
    },
    [],
  );
  await vi.waitFor(() => expect(field('text')).toBeNull());
  expect(document.activeElement).toBe(button('Add a note'));
});

it.each([
  ['', '2026-03-01', 'Nothing is written yet. Allowed: 1 to 200 characters.'],
  ['x'.repeat(231), '2026-03-01', 'The note has 231 characters. Allowed: at most 200.'],
  ['a\u202Eb', '2026-03-01', 'The note has characters that cannot be seen.'],
  ['moved house', '2026-03-03', 'Choose a day, no later than today.'],
  ['moved house', '', 'Choose a day, no later than today.'],
  ['moved house', '0026-03-01', 'Choose a day, no later than today.'],
])('says what is wrong with a note of %j on %j, and saves nothing', async (text, day, problem) => {
  const { onSaveNote } = show({});
  await vi.waitFor(() => expect(button('Add a note')).toBeDefined());

  await press('Add a note');
  await enter(text);
  await enter(day, 'date');
  await press('Save');

  const alert = document.querySelector('form [role=alert]');
  expect(alert?.textContent).toContain(problem);
  expect(alert?.querySelector('.state-icon')).not.toBeNull();
  expect(document.querySelector('form [aria-invalid=true]')?.getAttribute('aria-describedby')).toBe(
    alert?.id,
  );
  expect(onSaveNote).not.toHaveBeenCalled();
});

it('changes a note, and keeps what was typed where that could not be saved', async () => {
  const { onSaveNote } = show({ readNotes: async () => [note] });
  await untilShown();
  onSaveNote.mockResolvedValueOnce(false);

  await press('Edit the note “moved house”');
  expect(field('text')?.value).toBe('moved house');
  await enter('moved to the sea');
  await press('Save');
  await vi.waitFor(() =>
    expect(document.querySelector('form [role=alert]')?.textContent).toContain('not saved'),
  );
  await press('Save');

  await vi.waitFor(() => expect(field('text')).toBeNull());
  const saved = { id: expect.any(String), at: note.at, text: 'moved to the sea' };
  expect(onSaveNote).toHaveBeenLastCalledWith(saved, expect.arrayContaining(['note-1']));
  expect(document.activeElement).toBe(document.querySelector('.timeline'));
});

it('saves a note once, however often that is asked for meanwhile', async () => {
  const { onSaveNote } = show({});
  const saving = Promise.withResolvers<boolean>();
  onSaveNote.mockReturnValueOnce(saving.promise);
  await vi.waitFor(() => expect(button('Add a note')).toBeDefined());

  await press('Add a note');
  await enter('new provider');
  await press('Save');
  await press('Save');
  saving.resolve(true);
  await vi.waitFor(() => expect(field('text')).toBeNull());

  expect(onSaveNote).toHaveBeenCalledOnce();
});

it('has a repeat take the place of tries that may yet be saved', async () => {
  const { onSaveNote } = show({});
  onSaveNote.mockResolvedValueOnce(false).mockResolvedValueOnce(false);
  await vi.waitFor(() => expect(button('Add a note')).toBeDefined());

  await press('Add a note');
  await enter('new provider');
  for (const _ of [1, 2, 3]) await press('Save');

  const ids = onSaveNote.mock.calls.map(([{ id }]) => id);
  expect(new Set(ids).size).toBe(3);
  expect(onSaveNote.mock.calls.map(([, instead]) => instead)).toEqual([
    [],
    ids.slice(0, 1),
    ids.slice(0, 2),
  ]);
});

it('asks before it deletes a note', async () => {
  const { onDeleteNote } = show({ readNotes: async () => [note] });
  await untilShown();

  await press('Delete the note “moved house”');
  expect(onDeleteNote).not.toHaveBeenCalled();
  const dialog = document.querySelector('dialog[open]');
  await act(() => dialog?.querySelector('button')?.click());

  expect(onDeleteNote).toHaveBeenCalledExactlyOnceWith('note-1');
  expect(document.activeElement).toBe(document.querySelector('.timeline'));
});

it('takes no more notes than fit', async () => {
  const many = Array.from({ length: mostNotes }, (_, index) => ({ ...note, id: `${index}` }));
  show({ readNotes: async () => many });
  await untilShown();

  expect(button('Add a note')).toBeUndefined();
  expect(document.body.textContent).toContain('There are 300 notes, and no more fit.');
});

const someChanges = (length: number) =>
  Array.from(
    { length },
    (_, number): Transition => ({
      service: 'signal',
      from: 'ok',
      to: 'likely_blocked',
      at: new Date(Date.UTC(2026, 2, 2, 12) - number * 3_600_000).toISOString(),
      roundId: `round-${number}`,
      number,
      day: 1,
      mechanisms: [],
      confidence: 'medium',
      route: 'direct',
      witnesses: [],
    }),
  );

it('goes on to the beginning where there are no more changes than it shows at first', async () => {
  const changes = someChanges(50);
  show({
    readChanges: async (limit: number) => changes.slice(0, limit),
    readFirstCheck: async () => '2026-02-20T08:00:00.000Z',
  });
  await untilShown();

  expect(document.querySelector('.beginning')).not.toBeNull();
  expect(button('Show more')).toBeUndefined();
});

it('takes the focus to the first of what came as more is shown', async () => {
  const changes = someChanges(52);
  show({ readChanges: async (limit: number) => changes.slice(0, limit) });
  const links = () => [...document.querySelectorAll('.timeline a')];
  await expect.poll(() => links().length).toBeGreaterThanOrEqual(50);
  const before = links().length;
  button('Show more')?.focus();

  await press('Show more');

  await expect.poll(() => links().length).toBeGreaterThan(before);
  await expect.poll(() => document.activeElement).toBe(links()[before]);
});
