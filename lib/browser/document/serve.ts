import type { DocumentProbes } from '../../probe/document-probes.ts';
import { onMessage } from '../document-messaging.ts';

/** Answers the worker's probe messages until the worker closes the document. */
export function serveDocumentProbes(probes: DocumentProbes): void {
  const running = new Map<string, AbortController>();
  onMessage('converseInDocument', ({ data: { id, request } }) =>
    abortably(id, async (signal) => {
      const { body: _body, ...conversation } = await probes.converse({ ...request, signal });
      return conversation;
    }),
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
