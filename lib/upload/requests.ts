import type { UploadSettings } from '../settings/upload.ts';
import { gatusRequests } from './gatus.ts';
import { createOtlpRequest } from './otlp/request.ts';
import type { CreateRequests } from './request.ts';
import { uptimeKumaRequests } from './uptime-kuma.ts';

/**
 * Gives what makes the requests for rounds: all that is sent of them, and so what the preview shows. Gatus and Uptime
 * Kuma, which know nothing but the present, are told the newest of the rounds alone.
 */
export function createRequests(settings: UploadSettings): CreateRequests {
  const { draft } = settings;
  switch (draft.kind) {
    case 'otlp': {
      const makers = draft.signals.map((signal) => createOtlpRequest(settings, draft, signal));
      return (rounds, status) =>
        rounds.length === 0 ? [] : makers.map((make) => make(rounds, status));
    }
    case 'gatus':
      return (rounds) => gatusRequests(draft, rounds.at(-1));
    case 'uptime-kuma':
      return (rounds) => uptimeKumaRequests(draft, rounds.at(-1));
    default:
      return draft satisfies never;
  }
}
