// @vitest-environment happy-dom
import '../../../helpers/loaded-texts.ts';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { TextProvider } from '../../../../components/text/TextProvider.tsx';
import {
  UploadSection,
  type UploadSectionProps,
} from '../../../../components/upload/UploadSection.tsx';
import type { CheckSettings } from '../../../../lib/settings/check-settings.ts';
import type { ServiceChoice } from '../../../../lib/settings/wanted-services.ts';
import type { PreviewedRequest } from '../../../../lib/upload/preview.ts';
import type { UploadState } from '../../../../lib/view/actions/upload-actions.ts';
import { anOrganisation, someSettings } from '../../../helpers/settings.ts';
import { anUpload, anUploadState, anUploadStatus } from '../../../helpers/upload-states.ts';

const off = { settings: null, isPermitted: true, status: null, waiting: 0 };
const services: ServiceChoice[] = [
  { id: 'max', name: 'MAX', enabledByDefault: true },
  { id: 'imo', name: 'imo', enabledByDefault: false },
  {
    id: 'own-0a1b2c3d-4e5f',
    name: 'Club',
    enabledByDefault: true,
    own: { url: 'https://club.example.org/', contains: null },
  },
];
const preview = {
  method: 'POST' as const,
  url: 'https://collector.example.org/v1/logs',
  headers: { 'content-type': 'application/json' },
  text: '{ "resourceLogs": [] }',
  isBinary: true,
  records: 1,
  part: 'logs',
};

async function show(upload: UploadState | null = off, settings: Partial<CheckSettings> = {}) {
  const actions = {
    onReadUpload: vi.fn<UploadSectionProps['onReadUpload']>(),
    onUploadOn: vi.fn<UploadSectionProps['onUploadOn']>(),
    onPermitUpload: vi.fn<UploadSectionProps['onPermitUpload']>(),
    onUploadOff: vi.fn<UploadSectionProps['onUploadOff']>(),
    onPreviewUpload: vi.fn<UploadSectionProps['onPreviewUpload']>(async () => [preview]),
  };
  await act(() =>
    render(
      <TextProvider language="en">
        <UploadSection
          {...(upload && { upload })}
          {...actions}
          checkSettings={someSettings(settings)}
          services={services}
          now={new Date('2026-11-27T12:00:00.000Z')}
        />
      </TextProvider>,
      document.body,
    ),
  );
  return actions;
}

function field(label: string): HTMLInputElement & HTMLSelectElement {
  const found = [...document.querySelectorAll('label')].find((one) =>
    one.textContent?.trim().startsWith(label),
  );
  const control =
    found?.querySelector('input, select') ?? document.getElementById(found?.htmlFor ?? '');
  return control as HTMLInputElement & HTMLSelectElement;
}

async function type(label: string, value: string) {
  await act(() => {
    field(label).value = value;
    field(label).dispatchEvent(new Event('input', { bubbles: true }));
  });
}

const choose = (label: string, index: number) =>
  act(() => {
    field(label).selectedIndex = index;
    field(label).dispatchEvent(new Event('change', { bubbles: true }));
  });
const press = (name: string) =>
  act(() =>
    [...document.querySelectorAll('button')].find((one) => one.textContent === name)?.click(),
  );
const uuid = /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/;

/** A form of its own, of which two previews were shown before it was turned on. */
async function previewedTwice() {
  render(null, document.body);
  const actions = await show();
  await type('Address of the server', 'https://collector.example.org');
  await press('Show what would be sent');
  await type('Name of this network', 'Home');
  await press('Show what would be sent');
  await press('Turn on');
  return actions;
}

const text = () => document.body.textContent ?? '';
const organisation = anOrganisation({ locked: ['upload'], upload: true });

beforeEach(() => {
  render(null, document.body);
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe('the section of the upload', () => {
  it('is read when it comes, and shows nothing before', async () => {
    const { onReadUpload } = await show(null);

    expect(onReadUpload).toHaveBeenCalledOnce();
    expect(text()).toBe('');
  });

  it('is read again while it is open, and not afterwards', async () => {
    vi.useFakeTimers();
    const { onReadUpload } = await show(anUploadState());

    vi.advanceTimersByTime(15_000);
    expect(onReadUpload).toHaveBeenCalledTimes(2);
    render(null, document.body);
    vi.advanceTimersByTime(60_000);
    expect(onReadUpload).toHaveBeenCalledTimes(2);
  });

  it('turns an upload on as it was typed', async () => {
    const { onUploadOn } = await show();

    await type('Address of the server', 'https://collector.example.org/otlp/');
    await type('Name of this network', 'Home');
    await act(() => field('States, counts').click());
    await act(() => field('Also the way that traffic goes').click());
    await choose('Format', 1);
    await press('Turn on');

    expect(onUploadOn.mock.calls.map(([draft]) => draft)).toEqual([
      {
        ...anUpload().draft,
        signals: ['logs'],
        encoding: 'protobuf',
        label: 'Home',
        routing: true,
      },
    ]);
  });

  it.each([
    ['may be changed', [], false],
    ['may not, where it is locked', ['label' as const], true],
  ])('has the label of an organisation, which %s', async (_how, locked, isLocked) => {
    const labelled = anOrganisation({ label: 'Office 3', locked });
    const { onUploadOn } = await show(off, { organisation: labelled });

    await type('Address of the server', 'https://collector.example.org');
    expect(field('Name of this network')).toMatchObject({ value: 'Office 3', disabled: isLocked });
    expect(document.getElementById('upload-label-how')?.textContent).toBe(
      'Set by your organisation',
    );
    expect(field('Country').disabled).toBe(false);
    await press('Turn on');

    expect(onUploadOn.mock.lastCall?.[0]).toMatchObject({ label: 'Office 3' });
  });

  it('names the field that does not fit, and turns nothing on', async () => {
    const { onUploadOn } = await show();

    await type('Address of the server', 'http://collector.example.org');
    await press('Turn on');

    expect(document.querySelector('[role=alert] .state-icon')).not.toBeNull();
    expect(document.querySelector('[role=alert]')?.textContent).toBe(
      'Address of the server: “http://collector.example.org” cannot be used. Allowed: an https address, or an http address of this computer.',
    );
    expect(field('Address of the server').getAttribute('aria-invalid')).toBe('true');
    expect(onUploadOn).not.toHaveBeenCalled();
  });

  it('does not repeat a password that does not fit', async () => {
    await show();

    await type('Address of the server', 'https://collector.example.org');
    await type('Password', 'Bearer пароль');
    await press('Turn on');

    expect(document.querySelector('[role=alert]')?.textContent).toContain('this cannot be used');
    expect(text()).not.toContain('пароль');
  });

  it('asks of Gatus and Uptime Kuma what they need, and no more', async () => {
    const { onUploadOn } = await show();

    await choose('Kind of server', 1);
    await type('Address of the server', 'https://status.example.org');
    await press('Turn on');
    await choose('Kind of server', 2);
    expect(document.querySelectorAll('form input, form textarea')).toHaveLength(1);
    expect(text()).toContain('“Heartbeat Interval” to at least three times');
    await type('Push addresses', 'max https://kuma.example.org/api/push/a');
    await press('Turn on');

    expect(onUploadOn.mock.calls.map(([draft]) => draft)).toEqual([
      {
        kind: 'gatus',
        url: 'https://status.example.org',
        group: 'dozvon',
        authorization: null,
      },
      { kind: 'uptime-kuma', pushUrls: { max: 'https://kuma.example.org/api/push/a' } },
    ]);
  });

  it('is refused with an address under an id that no service has, and says which ids there are', async () => {
    const { onPreviewUpload, onUploadOn } = await show();
    await choose('Kind of server', 2);
    await type('Push addresses', 'Max https://kuma.example.org/api/push/a');

    await press('Show what would be sent');
    await press('Turn on');

    expect(document.querySelector('[role=alert]')?.textContent).toBe(
      'Push addresses: “Max” cannot be used. Allowed: one of these ids, each in one line: max, imo, own-0a1b2c3d-4e5f (Club).',
    );
    expect(onPreviewUpload).not.toHaveBeenCalled();
    expect(onUploadOn).not.toHaveBeenCalled();
  });

  it('shows what would be sent before a yes, and that it is sent in another form', async () => {
    const { onPreviewUpload, onUploadOn } = await show();

    await type('Address of the server', 'https://collector.example.org');
    await press('Show what would be sent');

    expect(onPreviewUpload).toHaveBeenCalledOnce();
    await vi.waitFor(() =>
      expect(document.querySelector('pre')?.textContent).toBe(
        'POST https://collector.example.org/v1/logs\ncontent-type: application/json\n\n{ "resourceLogs": [] }',
      ),
    );
    expect(text()).toContain('binary form');
    expect(onUploadOn).not.toHaveBeenCalled();
  });

  it('is turned on with the random id that its previews have shown, and no other form has', async () => {
    const first = await previewedTwice();
    const second = await previewedTwice();

    const ids = [first, second].map(({ onPreviewUpload, onUploadOn }) => {
      const shown = new Set(onPreviewUpload.mock.calls.map(([, instance]) => instance));
      expect(onPreviewUpload).toHaveBeenCalledTimes(2);
      expect(new Set(onUploadOn.mock.calls.map(([, instance]) => instance))).toEqual(shown);
      return [...shown];
    });
    expect(new Set(ids.flat()).size).toBe(2);
    expect(ids.flat()).toEqual([expect.stringMatching(uuid), expect.stringMatching(uuid)]);
  });

  it('shows the id of one that is on', async () => {
    const { onPreviewUpload } = await show(anUploadState());

    await press('Show what would be sent');

    const { draft, instance } = anUpload();
    expect(onPreviewUpload).toHaveBeenCalledExactlyOnceWith(draft, instance);
  });

  it('shows nothing of what was typed before', async () => {
    const { onPreviewUpload } = await show();
    const before = Promise.withResolvers<PreviewedRequest[]>();
    await type('Address of the server', 'https://collector.example.org');
    await press('Show what would be sent');
    await vi.waitFor(() => expect(document.querySelector('pre')).not.toBeNull());

    await type('Address of the server', 'https://other.example.org');
    expect(document.querySelector('pre')).toBeNull();
    onPreviewUpload.mockReturnValueOnce(before.promise);
    await press('Show what would be sent');
    await type('Address of the server', 'https://third.example.org');
    await act(() => {
      before.resolve([preview]);
      return nextTurn();
    });

    expect(document.querySelector('pre')).toBeNull();
  });

  it('says that the history cannot be read, until it can', async () => {
    const log = vi.spyOn(console, 'error').mockReturnValue();
    const { onPreviewUpload } = await show(anUploadState());
    const unread = new Error('no history');
    onPreviewUpload.mockRejectedValueOnce(unread);

    await press('Show what would be sent');
    await vi.waitFor(() => expect(text()).toContain('The history of checks cannot be read.'));
    await press('Show what would be sent');

    await vi.waitFor(() => expect(document.querySelector('pre')).not.toBeNull());
    expect(text()).not.toContain('cannot be read');
    expect(log.mock.calls).toEqual([[unread]]);
  });

  it('says that there is no check to show', async () => {
    const { onPreviewUpload } = await show(anUploadState());
    onPreviewUpload.mockResolvedValue(null);

    await press('Show what would be sent');

    await vi.waitFor(() => expect(text()).toContain('There is no check yet.'));
  });

  it('says where to and how much was sent, and can be turned off', async () => {
    const status = anUploadStatus({ delivered: 12, dropped: 3, refused: 4 });
    const { onUploadOff } = await show(anUploadState({ status, waiting: 5 }));

    expect(text()).toContain('collector.example.org');
    expect(text()).toContain('Checks sent: 12. Waiting: 5.');
    expect(text()).toContain('Checks left out, as too many waited: 3.');
    expect(text()).toContain('Records that the server refused: 4.');
    await press('Turn off');
    expect(onUploadOff).toHaveBeenCalledOnce();
  });

  it('says what is wrong with the server, and when it is tried again', async () => {
    const status = anUploadStatus({
      problem: { kind: 'status', status: 503, at: '2026-11-27T11:00:00.000Z' },
      notBefore: '2026-11-27T12:30:00.000Z',
    });
    await show(anUploadState({ status }));

    expect(document.querySelector('.notice')?.textContent).toContain(
      'The server answers with an error (503). The next try is at',
    );
  });

  it('offers to permit what the browser does not allow', async () => {
    const { onPermitUpload } = await show(anUploadState({ isPermitted: false }));

    expect(document.querySelector('.notice')?.textContent).toContain('does not allow');
    await press('Allow');
    expect(onPermitUpload).toHaveBeenCalledExactlyOnceWith(anUpload().draft);
  });

  it('cannot be changed where the organisation has locked it', async () => {
    await show(anUploadState(), { organisation });
    expect([...document.querySelectorAll('button')].map((one) => one.textContent)).toEqual([
      'Show what would be sent',
    ]);

    await show(off, { organisation });
    expect(document.querySelector('form')).toBeNull();
  });
});
