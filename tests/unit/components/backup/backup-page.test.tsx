// @vitest-environment happy-dom
import '../../../helpers/loaded-texts.ts';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { BackupPage, type BackupPageProps } from '../../../../components/backup/BackupPage.tsx';
import { TextProvider } from '../../../../components/text/TextProvider.tsx';
import type { Language } from '../../../../lib/i18n/languages.ts';
import { type BackupPreview, type BackupRule, backupRules } from '../../../../lib/model/backup.ts';
import { defaultRoutingSettings } from '../../../../lib/routing/settings.ts';
import { type BackupState, noBackup } from '../../../../lib/view/actions/backup-actions.ts';
import { aBackupPreview } from '../../../helpers/backup-preview.ts';

function show(
  backup: BackupState = noBackup,
  { language = 'en', recordExit = false }: { language?: Language; recordExit?: boolean } = {},
) {
  const actions = {
    onSaveBackup: vi.fn<BackupPageProps['onSaveBackup']>(),
    onOpenBackup: vi.fn<BackupPageProps['onOpenBackup']>(),
    onRestoreBackup: vi.fn<BackupPageProps['onRestoreBackup']>(),
    onCancelBackup: vi.fn<BackupPageProps['onCancelBackup']>(),
    onLeaveBackup: vi.fn<BackupPageProps['onLeaveBackup']>(),
  };
  const routingSettings = { ...defaultRoutingSettings, recordExit };
  render(
    <TextProvider language={language}>
      <BackupPage {...{ backup, routingSettings }} {...actions} />
    </TextProvider>,
    document.body,
  );
  return actions;
}

const showPreview = (part: Partial<BackupPreview> = {}) =>
  show({ step: 'preview', preview: aBackupPreview(part) });

const text = () => document.body.textContent ?? '';
const button = (name: string) =>
  [...document.querySelectorAll('button')].find((one) => one.textContent === name);
const click = (name: string) => act(() => button(name)?.click());
const tick = (label: string) =>
  act(() => {
    const found = [...document.querySelectorAll('label')].find((one) =>
      one.textContent?.includes(label),
    );
    found?.querySelector('input')?.click();
  });

beforeEach(() => {
  render(null, document.body);
});

describe('a backup', () => {
  it('is said to be open to whoever has it, with the exits where they are kept', () => {
    show();
    expect(text()).toContain('not encrypted');
    expect(text()).not.toContain('from which country');

    show(noBackup, { recordExit: true });
    expect(text()).toContain('from which country');
  });

  it('is saved, and can be cancelled by the same button', async () => {
    const { onSaveBackup } = show();
    await click('Save a backup');
    expect(onSaveBackup).toHaveBeenCalledOnce();

    const { onCancelBackup } = show({ step: 'saving', progress: { done: 12, total: 40 } });
    expect(text()).toContain('12 of about 40 checks are written');
    expect(document.querySelector('input')?.disabled).toBe(true);
    await click('Cancel');
    expect(onCancelBackup).toHaveBeenCalledOnce();
  });

  it('is opened from a file', async () => {
    const { onOpenBackup } = show();
    const file = new File(['x'], 'backup.jsonl.gz');
    const input = document.querySelector('input') as HTMLInputElement;
    Object.defineProperty(input, 'files', { value: [file] });

    await act(() => void input.dispatchEvent(new Event('change', { bubbles: true })));

    expect(onOpenBackup).toHaveBeenCalledExactlyOnceWith(file);
  });

  it.each([
    ['saved', 'The backup is saved.'],
    ['not-saved', 'cannot be saved'],
    ['restored', 'The backup is restored.'],
    ['unreadable', 'nothing was changed'],
    ['unchanged', 'nothing was changed'],
  ] as const)('says what became of it: %s', (outcome, expected) => {
    show({ step: 'none', outcome });

    const isDone = outcome === 'saved' || outcome === 'restored';
    const place = isDone ? '[role=status]' : '[role=alert]:has(.state-icon)';
    expect(document.querySelector(place)?.textContent).toContain(expected);
  });
});

describe('the preview of a backup', () => {
  it('says what is in it', () => {
    showPreview({ known: 4, counts: { rounds: 96, summaries: 7, transitions: 3 } });

    expect(text()).toContain('made with Dozvon 0.1.0');
    expect(text()).toContain('96 checks, of which 4 are here already');
    expect(text()).toMatch(/From .*2026.* to .*2026/);
    expect(text()).toContain('Of 7 more checks only the results');
    expect(text()).toContain('Chat, Signal');
    expect(text()).toContain('The settings in the backup are the same as here.');
  });

  it('says how many notes are left out where they are added, and not where they replace all', async () => {
    showPreview({ here: 5, notes: 250, notesLeftOut: 40 });
    expect(text()).toContain('At most 300 notes fit.');
    expect(text()).toContain('the oldest are lost: 40');

    await tick('Delete what is here');
    expect(text()).not.toContain('notes fit');
  });

  it('names what would be set otherwise, and takes it over only where that is ticked', async () => {
    const { onRestoreBackup } = showPreview({ settings: ['everyMinutes', 'ownServices'] });
    expect(text()).toContain('Automatic checks');
    expect(text()).toContain('Sites of your own');

    await click('Restore');
    await tick('Take over the settings');
    await click('Restore');

    expect(onRestoreBackup.mock.calls).toEqual([
      [{ how: 'merge', settings: false }],
      [{ how: 'merge', settings: true }],
    ]);
  });

  it('offers to replace what is here, in words of its own', async () => {
    const { onRestoreBackup } = showPreview({ here: 5 });
    expect(text()).toContain('5 checks are here');

    await tick('Delete what is here');
    expect(button('Restore')).toBeUndefined();
    await click('Replace the checks that are here');

    expect(onRestoreBackup).toHaveBeenCalledExactlyOnceWith({ how: 'replace', settings: false });
  });

  it('says whether exits are kept, which may depend on the settings', async () => {
    const keepsExits = { now: false, restored: true };
    showPreview({ hasExits: true, keepsExits, settings: ['recordExit'] });
    expect(text()).toContain('are left out');

    await tick('Take over the settings');

    expect(text()).toContain('and are restored');
  });

  it('is left without a change', async () => {
    const { onLeaveBackup, onRestoreBackup } = showPreview();

    await click('Leave it');

    expect(onLeaveBackup).toHaveBeenCalledOnce();
    expect(onRestoreBackup).not.toHaveBeenCalled();
  });
});

describe('what is wrong with a file', () => {
  const problem = { line: 7, field: 'round.id', found: '"x"', detail: 'string' } as const;

  it('is said with the line, the field, what was found and what may be', () => {
    show({ step: 'problem', problem: { ...problem, rule: 'shape' } });

    expect(document.querySelector('[role=alert]')?.textContent).toBe(
      'The file does not fit, and nothing was changed. Line 7, round.id: found "x". Allowed: string.',
    );
    expect(document.querySelector('[role=alert] .state-icon')).not.toBeNull();
  });

  it.each(
    (['en', 'ru'] as const).flatMap((language) =>
      (Object.keys(backupRules) as BackupRule[]).map((rule) => [language, rule] as const),
    ),
  )('has words in %s for %s', (language, rule) => {
    show({ step: 'problem', problem: { ...problem, found: '', rule, field: '' } }, { language });
    const inLine = document.querySelector('[role=alert]')?.textContent ?? '';
    show({ step: 'problem', problem: { ...problem, line: 0, rule } }, { language });
    const inFile = document.querySelector('[role=alert]')?.textContent ?? '';

    for (const shown of [inLine, inFile]) {
      expect(shown).toContain(language === 'en' ? 'nothing was changed' : 'ничего не изменилось');
      expect(shown).not.toMatch(/backup\.|\{|undefined/);
    }
  });
});
