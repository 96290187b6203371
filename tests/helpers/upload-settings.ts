import type { UploadDraft, UploadSettings } from '../../lib/settings/upload.ts';
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
