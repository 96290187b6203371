import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readUpload, saveUpload } from '../../../../../lib/browser/worker/stored/upload.ts';
import { recordToSend } from '../../../../../lib/browser/worker/upload/record-to-send.ts';
import type { UploadSettings } from '../../../../../lib/settings/upload.ts';
import { at, dateAt } from '../../../../helpers/clock.ts';
import { useOutbox } from '../../../../helpers/outbox.ts';
import { someUpload } from '../../../../helpers/upload-settings.ts';

vi.mock(import('../../../../../lib/browser/worker/stored/upload.ts'), () => ({
  readUpload: vi.fn(),
  saveUpload: vi.fn(),
}));

const openOutbox = useOutbox();
const upload = { ...someUpload(), since: at(10) };

beforeEach(() => {
  vi.useFakeTimers({ now: dateAt(60), toFake: ['Date'] });
});
afterEach(() => {
  vi.useRealTimers();
  vi.resetAllMocks();
});

it.each([
  ['began before the upload', upload, 9, false],
  ['began with the upload', upload, 10, true],
  ['began after the upload', upload, 11, true],
  ['has no upload', null, 11, false],
])(
  'records a round that %s, and has it wait only where it may be sent',
  async (_what, on, seconds, waits) => {
    vi.mocked(readUpload).mockResolvedValue(on);
    const round = { id: 'a', startedAt: at(seconds) };
    const record = vi.fn(async () => undefined);

    await recordToSend(round, record);

    expect(record).toHaveBeenCalledOnce();
    expect(await (await openOutbox()).waiting()).toEqual(waits ? [round] : []);
    expect(saveUpload).not.toHaveBeenCalled();
  },
);

describe('after the clock was set back', () => {
  const ahead = { ...upload, since: at(3600) };

  /** Records a round where an upload is stored that may be another than was read before. */
  async function recordWith(stored: UploadSettings | null, seconds: number) {
    const saved: (UploadSettings | null)[] = [];
    vi.mocked(readUpload).mockResolvedValue(ahead);
    vi.mocked(saveUpload).mockImplementation(async (change) => {
      saved.push(change(stored));
      return { before: stored, after: saved.at(-1) ?? null };
    });
    await recordToSend({ id: 'a', startedAt: at(seconds) }, async () => undefined);
    const waiting = await (await openOutbox()).waiting();
    return { saved, waiting: waiting.map(({ id }) => id) };
  }

  it('has a round wait, and the upload begin with it', async () => {
    const since = at(50);

    expect(await recordWith(ahead, 50)).toEqual({ saved: [{ ...upload, since }], waiting: ['a'] });
  });

  it('leaves the beginning where a round is from before that', async () => {
    expect(await recordWith(ahead, 7200)).toEqual({ saved: [], waiting: ['a'] });
  });

  it('holds a round against what has taken the place of the upload meanwhile', async () => {
    const other = { ...upload, since: at(55) };

    expect(await recordWith(other, 50)).toEqual({ saved: [other], waiting: [] });
    expect(await recordWith(null, 50)).toEqual({ saved: [null], waiting: [] });
  });
});

it('records a round though the settings cannot be read', async () => {
  vi.spyOn(console, 'error').mockReturnValue();
  vi.mocked(readUpload).mockRejectedValue(new Error('unreadable'));
  const record = vi.fn(async () => undefined);

  await recordToSend({ id: 'a', startedAt: at(11) }, record);

  expect(record).toHaveBeenCalledOnce();
});
