import type { Conversation, Converse, ConverseRequest } from '../../probe/converse.ts';
import type { FreshDocumentProbes } from '../../probe/document-probes.ts';
import { onMessage } from '../document-messaging.ts';

/** Answers the worker's probe messages until the worker closes the document. */
export function serveDocumentProbes(probes: FreshDocumentProbes): void {
  const running = new Map<string, AbortController>();
  onMessage('converseInDocument', ({ data: { id, request } }) =>
    abortably(id, (signal) => withoutBody(probes.converse, { ...request, signal })),
  );
  onMessage('converseFreshlyInDocument', ({ data: { id, request } }) =>
    abortably(id, (signal) => withoutBody(probes.converseFreshly, { ...request, signal })),
  );
  onMessage('openSocketInDocument', ({ data: { id, request } }) =>
    abortably(id, (signal) => probes.openSocket({ ...request, signal })),
  );
  onMessage('askStunInDocument', ({ data: { id, request } }) =>
    abortably(id, (signal) => probes.askStun({ ...request, signal })),
  );
  onMessage('abortInDocument', ({ data: { id } }) => running.get(id)?.abort());

  async function abortably<T>(id: string, probe: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const abort = new AbortController();
    running.set(id, abort);
    try {
      return await probe(abort.signal);
    } finally {
      running.delete(id);
    }
  }
}

async function withoutBody(
  converse: Converse,
  request: ConverseRequest,
): Promise<Omit<Conversation, 'body'>> {
  const { body: _body, ...conversation } = await converse(request);
  return conversation;
}
