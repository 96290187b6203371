import { exportFormats } from '../../export/formats.ts';
import type { SetAsidePlace } from '../../history/places.ts';

/** Saves what can be read of a history that was set aside, as JSON Lines. */
export async function saveSetAside(place: SetAsidePlace): Promise<void> {
  const [{ saveExport }, { readableRounds }, format] = await Promise.all([
    import('./save-export.ts'),
    import('../../history/set-aside-rounds.ts'),
    exportFormats.jsonl(),
  ]);
  const source = {
    format,
    estimate: async () => 0,
    select: () => readableRounds(place),
  };
  const whole = { format: 'jsonl', from: null, to: null, services: null } as const;
  const options = { routing: false, addresses: false, label: null, timeZone: null };
  const request = { ...whole, dialect: 'raw', language: 'en', options } as const;
  const saving = { signal: new AbortController().signal, onProgress: () => undefined };
  await saveExport(source, request, saving);
}
