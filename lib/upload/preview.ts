import type { Round } from '../model/round.ts';
import type { UploadSettings } from '../settings/upload.ts';
import type { ToldStatus, UploadRequest } from './request.ts';
import { createRequests } from './requests.ts';

/** A request as it is sent, and its body as text; empty without one. */
export interface PreviewedRequest extends Omit<UploadRequest, 'body'> {
  text: string;
  /** Whether the body is sent in a form that people cannot read. */
  isBinary: boolean;
}

/** What is sent of a round, readable: a binary body is shown as the same in JSON. */
export function previewRequests(
  settings: UploadSettings,
  round: Round,
  status: ToldStatus,
): PreviewedRequest[] {
  const { draft } = settings;
  const isBinary = draft.kind === 'otlp' && draft.encoding === 'protobuf';
  const shown = isBinary
    ? { ...settings, draft: { ...draft, encoding: 'json' as const } }
    : settings;
  const readable = createRequests(shown)([round], status);
  return createRequests(settings)([round], status).map(({ body: _body, ...request }, index) => ({
    ...request,
    text: textOf(readable[index]?.body ?? null),
    isBinary,
  }));
}

function textOf(body: UploadRequest['body']): string {
  if (body === null) return '';
  const text = typeof body === 'string' ? body : new TextDecoder().decode(body);
  return JSON.stringify(JSON.parse(text), null, 1);
}
