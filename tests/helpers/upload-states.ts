import type { UploadSettings } from '../../lib/settings/upload.ts';
import { noUploadStatus, type UploadStatus } from '../../lib/upload/status.ts';
import type { UploadState } from '../../lib/view/upload-actions.ts';

/** An upload by OTLP that is on. */
export function anUpload(part: Partial<UploadSettings> = {}): UploadSettings {
  return {
    draft: {
      kind: 'otlp',
      url: 'https://collector.example.org/otlp',
      signals: ['logs', 'metrics'],
      encoding: 'json',
      authorization: null,
      label: null,
      country: null,
      routing: false,
    },
    instance: '0b2c5d6e-8f1a-4c3b-9d7e-5a6f7b8c9d0e',
    since: '2026-11-27T09:00:00.000Z',
    ...part,
  };
}

/** What a page knows of it. */
export function anUploadState(part: Partial<UploadState> = {}): UploadState {
  return { settings: anUpload(), isPermitted: true, status: noUploadStatus, waiting: 0, ...part };
}

export function anUploadStatus(part: Partial<UploadStatus>): UploadStatus {
  return { ...noUploadStatus, ...part };
}
