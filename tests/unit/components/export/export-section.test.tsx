// @vitest-environment happy-dom
import '../../../helpers/loaded-texts.ts';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { beforeEach, expect, it, vi } from 'vitest';
import {
  ExportSection,
  type ExportSectionProps,
} from '../../../../components/export/ExportSection.tsx';
import { TextProvider } from '../../../../components/text/TextProvider.tsx';
import { defaultRoutingSettings } from '../../../../lib/routing/settings.ts';
import { usualChoices } from '../../../../lib/view/export-choices.ts';
import { anOrganisation, someSettings } from '../../../helpers/settings.ts';

function show(part: Partial<ExportSectionProps> = {}) {
  const [onExport, onCancelExport] = [vi.fn(), vi.fn()];
  render(
    <TextProvider language="en">
      <ExportSection
        services={[
          { id: 'viber', name: 'Viber' },
          { id: 'max', name: 'Max' },
        ]}
        routingSettings={defaultRoutingSettings}
        checkSettings={someSettings()}
        exporting={null}
        {...{ onExport, onCancelExport }}
        {...part}
      />
    </TextProvider>,
    document.body,
  );
  return { onExport, onCancelExport };
}

function field(label: string): HTMLInputElement {
  const found = [...document.querySelectorAll('label')].find((one) =>
    one.textContent.trim().startsWith(label),
  );
  return found?.querySelector('input, select') as HTMLInputElement;
}

const click = (label: string) => act(() => field(label).click());

function enter(label: string, value: string) {
  return act(() => {
    const input = field(label);
    input.value = value;
    input.dispatchEvent(new Event('input'));
    input.dispatchEvent(new Event('change'));
  });
}

const button = () => document.querySelector('button');
const press = () => act(() => button()?.click());

beforeEach(() => {
  render(null, document.body);
});

it('saves all attempts without any tick, unless something else is chosen', async () => {
  const { onExport } = show();

  await press();

  expect(onExport).toHaveBeenCalledExactlyOnceWith(usualChoices);
});

it('saves what was chosen', async () => {
  const { onExport } = show();

  await enter('From', '2026-03-01');
  await enter('To', '2026-03-31');
  await click('A spreadsheet');
  await click('Viber');
  await click('Which way traffic');
  await click('The addresses of servers');
  await click('Local time');
  await enter('A name for this network', 'home');
  await press();

  expect(onExport).toHaveBeenCalledExactlyOnceWith({
    format: 'csv',
    firstDay: '2026-03-01',
    lastDay: '2026-03-31',
    services: ['max'],
    dialect: 'spreadsheet',
    route: true,
    addresses: true,
    label: 'home',
    localTime: true,
  });
});

it('saves no empty file for days in the wrong order, and says why', async () => {
  const { onExport } = show();

  await enter('From', '2026-03-31');
  await enter('To', '2026-03-01');
  await press();
  expect(onExport).not.toHaveBeenCalled();
  expect(document.querySelector('[role=alert]')?.textContent).toBe(
    'To: “March 1, 2026” cannot be used. Allowed: March 31, 2026 or later.',
  );
  const invalid = document.querySelectorAll('[aria-invalid=true]');
  expect(invalid).toHaveLength(1);
  expect(invalid[0]?.parentElement?.textContent).toContain('To');
  expect(invalid[0]?.getAttribute('aria-describedby')).toBe(
    document.querySelector('[role=alert]:has(.state-icon)')?.id,
  );

  await enter('From', '2026-03-01');
  await press();
  expect(onExport).toHaveBeenCalledOnce();
  expect(document.querySelector('[role=alert]')?.textContent).toBe('');
  expect(document.querySelector('[aria-invalid=true]')).toBeNull();
});

it('can be stopped whatever days are chosen meanwhile', async () => {
  const { onCancelExport } = show({ exporting: { done: 1, total: 2 } });

  await enter('From', '2026-03-31');
  await enter('To', '2026-03-01');
  await press();

  expect(onCancelExport).toHaveBeenCalledOnce();
});

it('has dialects for tables in CSV alone', async () => {
  const { onExport } = show();
  expect(document.querySelectorAll('[type=radio]')).toHaveLength(3);

  await enter('What the file holds', 'bundle');
  await press();

  expect(document.querySelectorAll('[type=radio]')).toHaveLength(0);
  expect(onExport).toHaveBeenCalledWith({ ...usualChoices, format: 'bundle' });
});

it('keeps one service, and takes all again where all are ticked', async () => {
  const { onExport } = show();

  await click('Viber');
  expect(field('Max').disabled).toBe(true);
  await click('Viber');
  await press();

  expect(onExport).toHaveBeenCalledWith(usualChoices);
});

it('offers the route only where a person wants to see it', async () => {
  show();
  await click('Which way traffic');
  expect(field('Which way traffic')).toMatchObject({ disabled: false, checked: true });

  show({ routingSettings: { ...defaultRoutingSettings, showRouting: false } });
  expect(field('Which way traffic')).toMatchObject({ disabled: true, checked: false });
});

it('forgets what was ticked where it is opened again', async () => {
  show();
  await click('Which way traffic');
  await click('The addresses of servers');

  render(null, document.body);
  const { onExport } = show();
  await press();

  expect(field('Which way traffic').checked).toBe(false);
  expect(field('The addresses of servers').checked).toBe(false);
  expect(onExport).toHaveBeenCalledExactlyOnceWith(usualChoices);
});

const byOrganisation = 'Set by your organisation';

it('has the label of an organisation, which a person may change', async () => {
  const checkSettings = someSettings({ organisation: anOrganisation({ label: 'Office 3' }) });
  const { onExport } = show({ checkSettings });

  expect(field('A name for this network')).toMatchObject({ value: 'Office 3', disabled: false });
  expect(document.body.textContent).toContain(byOrganisation);
  await enter('A name for this network', 'home');

  expect(document.body.textContent).not.toContain(byOrganisation);
  await press();
  expect(onExport).toHaveBeenCalledExactlyOnceWith({ ...usualChoices, label: 'home' });
});

it('lets nobody change a label that an organisation has locked', () => {
  const organisation = anOrganisation({ label: 'Office 3', locked: ['label'] });
  show({ checkSettings: someSettings({ organisation }) });

  expect(field('A name for this network')).toMatchObject({ value: 'Office 3', disabled: true });
  expect(document.body.textContent).toContain(byOrganisation);
});

it('says nothing of an organisation that names no label', () => {
  show({ checkSettings: someSettings({ organisation: anOrganisation() }) });

  expect(field('A name for this network')).toMatchObject({ value: '', disabled: false });
  expect(document.body.textContent).not.toContain(byOrganisation);
});

it('says how far a file is, and cancels it with the same button', async () => {
  show();
  const before = button();
  const { onCancelExport, onExport } = show({ exporting: { done: 12, total: 40 } });

  expect(document.body.textContent).toContain('12 of about 40 checks');
  expect(document.querySelector('progress')).toMatchObject({ value: 12, max: 40 });
  expect(button()).toBe(before);
  await press();

  expect(onCancelExport).toHaveBeenCalledOnce();
  expect(onExport).not.toHaveBeenCalled();
});

it('never says that more is written than there is', () => {
  show({ exporting: { done: 50, total: 40 } });
  expect(document.body.textContent).toContain('50 of about 50 checks');
});
