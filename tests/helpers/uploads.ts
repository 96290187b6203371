import 'fake-indexeddb/auto';
import { afterEach } from 'vitest';
import type { UploadDraft, UploadSettings } from '../../lib/settings/upload.ts';
import { deleteOutbox, type Outbox, openOutbox } from '../../lib/upload/outbox.ts';
import { at } from './clock.ts';

type OtlpDraft = Extract<UploadDraft, { kind: 'otlp' }>;

export function someOtlp(overrides: Partial<OtlpDraft> = {}): OtlpDraft {
  return {
    kind: 'otlp',
    url: 'https://otlp.example/base',
    signals: ['logs', 'metrics'],
    encoding: 'json',
    authorization: null,
    label: null,
    country: null,
    routing: false,
    ...overrides,
  };
}

export function someUpload(draft: UploadDraft = someOtlp()): UploadSettings {
  return { draft, instance: '6f8f2c0e-59a1-4a39-9a3c-2f6d6b2b7a11', since: at(-3600) };
}

/** Opens outboxes for the tests of one file, and deletes the database after each test. */
export function useOutbox(): () => Promise<Outbox> {
  const opened: Outbox[] = [];
  afterEach(async () => {
    for (const outbox of opened.splice(0)) outbox.close();
    await deleteOutbox();
  });
  return async () => {
    const outbox = await openOutbox();
    opened.push(outbox);
    return outbox;
  };
}
