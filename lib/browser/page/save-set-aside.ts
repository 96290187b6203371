import { exportFormats } from '../../export/formats.ts';
import { writableRounds } from '../../export/writable-rounds.ts';
import type { SetAsidePlace } from '../../history/places.ts';

/** Saves what can be read and written of a history that was set aside, as JSON Lines. */
export async function saveSetAside(place: SetAsidePlace): Promise<void> {
  const [{ saveExport }, { readableRounds }, format] = await Promise.all([
    import('./save-export.ts'),
    import('../../history/set-aside-rounds.ts'),
    exportFormats.jsonl(),
  ]);
  const whole = { format: 'jsonl', from: null, to: null, services: null } as const;
  const options = { routing: false, addresses: false, label: null, timeZone: null };
  const source = {
    format,
    estimate: async () => 0,
    select: () => writableRounds(readableRounds(place), options),
  };
  const request = { ...whole, dialect: 'raw', language: 'en', options } as const;
  const saving = { signal: new AbortController().signal, onProgress: () => undefined };
  await saveExport(source, request, saving);
}
