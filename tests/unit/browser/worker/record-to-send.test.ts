import { expect, it, vi } from 'vitest';
import { readUpload } from '../../../../lib/browser/upload.ts';
import { recordToSend } from '../../../../lib/browser/worker/record-to-send.ts';
import { at } from '../../../helpers/clock.ts';
import { useOutbox } from '../../../helpers/outbox.ts';
import { someUpload } from '../../../helpers/upload-settings.ts';

vi.mock(import('../../../../lib/browser/upload.ts'), () => ({ readUpload: vi.fn() }));

const openOutbox = useOutbox();
const upload = { ...someUpload(), since: at(10) };

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
  },
);

it('records a round though the settings cannot be read', async () => {
  vi.spyOn(console, 'error').mockReturnValue();
  vi.mocked(readUpload).mockRejectedValue(new Error('unreadable'));
  const record = vi.fn(async () => undefined);

  await recordToSend({ id: 'a', startedAt: at(11) }, record);

  expect(record).toHaveBeenCalledOnce();
});
