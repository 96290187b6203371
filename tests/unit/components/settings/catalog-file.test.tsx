// @vitest-environment happy-dom
import '../../../helpers/loaded-texts.ts';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { beforeEach, expect, it, vi } from 'vitest';
import { CatalogFile } from '../../../../components/settings/CatalogFile.tsx';
import { TextProvider } from '../../../../components/text/TextProvider.tsx';
import type { Language } from '../../../../lib/i18n/languages.ts';
import {
  type CatalogInUse,
  type CatalogPreview,
  type CatalogRule,
  catalogRules,
  longestCatalogFile,
} from '../../../../lib/model/catalog-file.ts';
import type {
  CatalogActions,
  CatalogOutcome,
} from '../../../../lib/view/actions/catalog-actions.ts';
import { aCatalogPreview } from '../../../helpers/catalog-preview.ts';

const builtIn = { version: '2026-11-26', reviewed: null, fromFile: false };

interface Shown extends Partial<Pick<CatalogActions, 'onPreviewCatalog' | 'onUseCatalog'>> {
  catalog?: CatalogInUse | null;
  language?: Language;
}

function show({ catalog = builtIn, language = 'en', ...part }: Shown = {}) {
  const actions = {
    onPreviewCatalog: vi.fn<CatalogActions['onPreviewCatalog']>(
      part.onPreviewCatalog ?? (async () => aCatalogPreview()),
    ),
    onUseCatalog: vi.fn<CatalogActions['onUseCatalog']>(part.onUseCatalog ?? (async () => 'used')),
    onBuiltInCatalog: vi.fn<CatalogActions['onBuiltInCatalog']>(),
  };
  render(
    <TextProvider language={language}>
      <CatalogFile catalog={catalog} {...actions} />
    </TextProvider>,
    document.body,
  );
  return actions;
}

const text = () => document.body.textContent ?? '';
const alert = () => document.querySelector('[role=alert]')?.textContent;
const button = (name: string) =>
  [...document.querySelectorAll('button')].find((one) => one.textContent === name);
const click = (name: string) => act(async () => button(name)?.click());

async function open(file: File) {
  const input = document.querySelector<HTMLInputElement>('input[type=file]');
  if (input === null) throw new Error('no place for a file');
  Object.defineProperty(input, 'files', { value: [file], configurable: true });
  await act(async () => {
    input.dispatchEvent(new Event('change', { bubbles: true }));
    await file.text();
  });
}

const aFile = (content = '{}') => new File([content], 'catalogue.json');

beforeEach(() => {
  render(null, document.body);
});

it('says which catalogue is in use, and offers no way back from the one that is built in', () => {
  show();

  expect(text()).toContain('In use: the one that came with Dozvon, of 2026-11-26.');
  expect(button('Use the one that came with Dozvon')).toBeUndefined();
});

it('goes back in one click from a file', async () => {
  const catalog = { version: '2026-12-01', reviewed: '2026-11-30', fromFile: true };
  const { onBuiltInCatalog } = show({ catalog });

  await click('Use the one that came with Dozvon');

  expect(text()).toContain('one from a file, of 2026-12-01, last reviewed on 2026-11-30');
  expect(onBuiltInCatalog).toHaveBeenCalledOnce();
});

it('shows what would change before anything does', async () => {
  const { onPreviewCatalog, onUseCatalog } = show();

  await open(aFile('{"schema":1}'));

  expect(onPreviewCatalog).toHaveBeenCalledExactlyOnceWith('{"schema":1}');
  expect(text()).toContain('A catalogue of 2026-12-01, last reviewed on 2026-11-30');
  expect(text()).toContain('New: Chat');
  expect(text()).toContain('chat.example.org');
  expect(text()).toContain('The browser will ask');
  expect(onUseCatalog).not.toHaveBeenCalled();
});

it.each([
  ['used', 'The catalogue is in use from now on.'],
  ['unpermitted', 'The browser does not allow its sites, so nothing was changed.'],
  ['failed', 'The catalogue cannot be used, and nothing was changed.'],
] as const)('uses it after a click, and says what came of it: %s', async (outcome, said) => {
  const { onUseCatalog } = show({ onUseCatalog: async () => outcome });
  await open(aFile());

  await click('Use this catalogue');

  const { permissions } = aCatalogPreview();
  expect(onUseCatalog).toHaveBeenCalledExactlyOnceWith({ text: '{}', permissions });
  const place = outcome === 'used' ? '[role=status]' : '[role=alert]:has(.state-icon)';
  const texts = () => [...document.querySelectorAll(place)].map((one) => one.textContent);
  await vi.waitFor(() => expect(texts()).toContain(said));
  expect(button('Use this catalogue')).toBeUndefined();
});

it('shows the file that was opened last, whatever comes of those before', async () => {
  const using = Promise.withResolvers<CatalogOutcome>();
  const opening = Promise.withResolvers<CatalogPreview>();
  const { onPreviewCatalog } = show({ onUseCatalog: () => using.promise });
  await open(aFile());
  await click('Use this catalogue');

  onPreviewCatalog.mockReturnValueOnce(opening.promise);
  await open(aFile('{"schema":2}'));
  expect(button('Use this catalogue')).toBeUndefined();
  onPreviewCatalog.mockResolvedValueOnce({ ...aCatalogPreview(), version: '2026-12-24' });
  await open(aFile('{"schema":3}'));
  using.resolve('failed');
  opening.resolve(aCatalogPreview());
  await act(() => nextTurn());

  expect(text()).toContain('A catalogue of 2026-12-24');
  expect(alert()).toBe('');
});

it('leaves it', async () => {
  const { onUseCatalog } = show();
  await open(aFile());

  await click('Leave it');

  expect(text()).not.toContain('A catalogue of');
  expect(onUseCatalog).not.toHaveBeenCalled();
});

it.each(Object.keys(catalogRules) as CatalogRule[])(
  'names the field, what was found and what is allowed: %s',
  async (rule) => {
    const problem = { field: 'services.0', found: '"x"', rule, detail: '≥ 2' };
    const onPreviewCatalog = async () => problem;
    const answers = new Set<string | null | undefined>();
    for (const language of ['en', 'ru'] as const) {
      show({ language, onPreviewCatalog });
      await open(aFile());
      answers.add(alert());
    }

    for (const answer of answers) expect(answer).toMatch(/services\.0: \S+ "x"\. \S+: .+\.$/);
    expect(answers.size).toBe(2);
    expect(button('Use this catalogue')).toBeUndefined();
  },
);

it('reads no file that is much too large', async () => {
  const { onPreviewCatalog } = show();
  const file = aFile();
  Object.defineProperty(file, 'size', { value: 5 * longestCatalogFile });

  await open(file);

  expect(onPreviewCatalog).not.toHaveBeenCalled();
  expect(alert()).toContain('The whole file: found 2621440 B. Allowed: at most 512 kB.');
  expect(document.querySelector('[role=alert] .state-icon')).not.toBeNull();
});
