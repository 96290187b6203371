import type { UploadSettings } from '../../lib/settings/upload.ts';
import { noUploadStatus, type UploadStatus } from '../../lib/upload/status.ts';
import type { UploadState } from '../../lib/view/actions/upload-actions.ts';
import { someOtlp, someUpload } from './upload-settings.ts';

/** An upload by OTLP that is on. */
export function anUpload(): UploadSettings {
  const draft = someOtlp({ url: 'https://collector.example.org/otlp' });
  return { ...someUpload(draft), since: '2026-11-27T09:00:00.000Z' };
}

/** What a page knows of it. */
export function anUploadState(part: Partial<UploadState> = {}): UploadState {
  return { settings: anUpload(), isPermitted: true, status: noUploadStatus, waiting: 0, ...part };
}

export function anUploadStatus(part: Partial<UploadStatus>): UploadStatus {
  return { ...noUploadStatus, ...part };
}
