// @vitest-environment happy-dom
import '../../../helpers/loaded-texts.ts';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import {
  AlertSection,
  type AlertSectionProps,
} from '../../../../components/settings/AlertSection.tsx';
import { TextProvider } from '../../../../components/text/TextProvider.tsx';
import type { AlertSettings } from '../../../../lib/settings/alert-settings.ts';
import { someAlertSettings } from '../../../helpers/alerts.ts';
import { someSettings } from '../../../helpers/settings.ts';

const services = [
  { id: 'chat', name: 'Chat', enabledByDefault: true },
  { id: 'mail', name: 'Mail', enabledByDefault: true },
  { id: 'far', name: 'Far', enabledByDefault: false },
];
const now = new Date(2026, 10, 27, 12);

async function show(part: Partial<AlertSettings> = {}, isPermitted = true) {
  const actions = {
    onReadAlerts: vi.fn<AlertSectionProps['onReadAlerts']>(),
    onAlertsOn: vi.fn<AlertSectionProps['onAlertsOn']>(),
    onAlerts: vi.fn<AlertSectionProps['onAlerts']>(),
  };
  const alerts = { settings: someAlertSettings(part), isPermitted };
  const checkSettings = someSettings();
  await act(() =>
    render(
      <TextProvider language="en">
        <AlertSection {...{ alerts, checkSettings, services, now }} {...actions} />
      </TextProvider>,
      document.body,
    ),
  );
  return actions;
}

const field = (label: string, kind: 'input' | 'select') =>
  [...document.querySelectorAll('label')]
    .find((one) => one.textContent?.includes(label))
    ?.querySelector<HTMLInputElement & HTMLSelectElement>(kind);
const box = (label: string) => field(label, 'input');
const click = (name: string) =>
  act(() =>
    [...document.querySelectorAll('button')].find((one) => one.textContent === name)?.click(),
  );
const text = () => document.body.textContent ?? '';

beforeEach(() => {
  render(null, document.body);
});

describe('the section of alerts', () => {
  it('is read when it comes, and while alerts are off offers nothing but to turn them on', async () => {
    const { onReadAlerts, onAlertsOn } = await show({ isOn: false }, false);

    expect(onReadAlerts).toHaveBeenCalledOnce();
    expect(document.querySelectorAll('input, select, button')).toHaveLength(1);
    expect(document.querySelector('.notice')).toBeNull();
    await act(() => box('Tell me when')?.click());
    expect(onAlertsOn).toHaveBeenCalledExactlyOnceWith(true);
  });

  it('says that the permission was taken away, and offers to give it again', async () => {
    const { onAlertsOn } = await show({}, false);

    expect(box('Tell me when')?.checked).toBe(false);
    expect(document.querySelector('[role=status]')?.textContent).toContain('no longer allows');
    await act(() => box('Tell me when')?.click());
    expect(onAlertsOn).toHaveBeenCalledExactlyOnceWith(true);
  });

  it('sets the quiet hours by the clock', async () => {
    const { onAlerts } = await show({ hasQuietHours: true });
    const from = field('Quiet from', 'select');

    expect(from?.selectedOptions[0]?.textContent).toMatch(/^11:00\sPM$/);
    await act(() => {
      if (from) from.selectedIndex = 22;
      from?.dispatchEvent(new Event('change'));
    });
    await act(() => box('Quiet hours')?.click());

    expect(onAlerts.mock.calls).toEqual([[{ quietFrom: 22 }], [{ hasQuietHours: false }]]);
    await show();
    expect(field('Quiet from', 'select')).toBeUndefined();
  });

  it('pauses, and says until when', async () => {
    const { onAlerts } = await show();
    await click('Until tomorrow');
    const [change] = onAlerts.mock.calls[0] ?? [];
    expect(Date.parse(change?.pausedUntil ?? '')).toBeGreaterThan(Date.now());

    const paused = await show({ pausedUntil: new Date(2026, 10, 27, 13).toISOString() });
    expect(text()).toMatch(/No alerts until 1:00\sPM\./);
    await click('Resume');
    expect(paused.onAlerts).toHaveBeenCalledExactlyOnceWith({ pausedUntil: null });
  });

  it('lists the messengers that are checked, and leaves one out', async () => {
    const { onAlerts } = await show({ services: { mail: false } });

    expect(box('Chat')?.checked).toBe(true);
    expect(box('Mail')?.checked).toBe(false);
    expect(box('Far')).toBeUndefined();
    await act(() => box('Chat')?.click());
    expect(onAlerts).toHaveBeenCalledExactlyOnceWith({ services: { chat: false } });
  });
});

it('passes the focus on as a pause begins and ends, and takes it from nothing else', async () => {
  const pausedUntil = new Date(2026, 10, 27, 13).toISOString();
  await show();
  await show({ pausedUntil });
  await show();
  expect(document.activeElement).toBe(document.body);

  await click('For an hour');
  await show({ pausedUntil });
  expect(document.activeElement?.textContent).toBe('Resume');

  await click('Resume');
  await show();
  expect(document.activeElement?.textContent).toBe('For an hour');
});
