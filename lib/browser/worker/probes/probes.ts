import { handshakeOrigins } from '../../../catalog/hosts.ts';
import { wholeCatalog } from '../../../catalog/index.ts';
import { classifyChromiumFailure } from '../../../failure/chromium.ts';
import { classifyFirefoxFailure } from '../../../failure/firefox.ts';
import { observeFreshly } from '../../../observe/fresh.ts';
import { observeHttp } from '../../../observe/http.ts';
import { observeSocket } from '../../../observe/socket.ts';
import { observeStun } from '../../../observe/stun.ts';
import { isSentInFirefox, readFirefoxTimings, readTimings } from '../../../observe/timings.ts';
import type { Converse } from '../../../probe/converse.ts';
import type { DocumentProbes, FreshDocumentProbes } from '../../../probe/document-probes.ts';
import { createHttpProbe } from '../../../probe/http.ts';
import { createRequestEvents } from '../../../probe/request-events.ts';
import type { ReadEntry } from '../../../probe/resource-timings.ts';
import { withoutStoredPassword } from '../../../probe/stored-password.ts';
import { createStunProbe } from '../../../probe/stun.ts';
import { createSocketProbe } from '../../../probe/websocket.ts';
import type { Probes } from '../../../round/round-tools.ts';
import { createUnmarkedProbes } from '../../../round/unmarked-probes.ts';
import { createDocumentProbes, createOwnConverse } from '../../document/document-probes.ts';
import { createUploadPage, type UploadPage } from '../upload/upload-page.ts';
import { createOffscreenDocument } from './offscreen-document.ts';
import { createRemoteDocumentProbes } from './remote-document-probes.ts';
import { removeMarks } from './remove-marks.ts';
import { listenToRequests } from './web-request.ts';

const now = () => new Date();

const readEntry: ReadEntry = import.meta.env.FIREFOX
  ? { read: readFirefoxTimings, isSent: isSentInFirefox }
  : { read: readTimings };

/** Firefox sends no password with a WebSocket's handshake. */
const socketUrl = import.meta.env.FIREFOX ? (url: string) => url : withoutStoredPassword;

/** Those that the manifest lets a fresh frame contact; few checks need them. */
let frameOrigins: ReadonlySet<string> | undefined;

function mayProbeFreshly(url: string): boolean {
  frameOrigins ??= new Set(handshakeOrigins(wholeCatalog));
  return frameOrigins.has(new URL(url).origin);
}

export interface WorkerProbes extends Probes {
  /** Closes the document that probes for the worker, and the page that sends: rounds come first. */
  close: () => Promise<void>;
  /** It takes turns with that document. */
  uploadPage: UploadPage;
}

/** This browser's probes, each with its interpretation. Registers its listeners synchronously. */
export function createProbes(): WorkerProbes {
  const events = createRequestEvents();
  listenToRequests(events, ['<all_urls>']);
  // Each build contains the table of one engine.
  const classify = import.meta.env.FIREFOX ? classifyFirefoxFailure : classifyChromiumFailure;
  const offscreen = import.meta.env.FIREFOX ? null : createOffscreenDocument();
  const documentProbes: DocumentProbes & Partial<FreshDocumentProbes> =
    offscreen === null ? createDocumentProbes(readEntry) : createRemoteDocumentProbes(offscreen);
  const { openSocket, askStun, close, converseFreshly } = documentProbes;

  const askSocket = createSocketProbe({ openSocket, events, now });
  const askStunServer = createStunProbe({ askStun, now });
  const probes: Probes = {
    probe: httpProbe(createOwnConverse(readEntry)),
    probeSlowly: httpProbe(documentProbes.converse),
    ...(converseFreshly && {
      probeFreshly: httpProbe(converseFreshly, observeFreshly),
      mayProbeFreshly,
    }),
    probeSocket: async (request) =>
      observeSocket(await askSocket({ ...request, url: socketUrl(request.url) }), classify),
    probeStun: async (request) => observeStun(await askStunServer(request)),
  };
  const uploadPage = createUploadPage(offscreen);
  return {
    ...createUnmarkedProbes(probes, { removeMarks, now }),
    uploadPage,
    async close() {
      await Promise.all([close(), uploadPage.close()]);
    },
  };

  function httpProbe(converse: Converse, observe = observeHttp): Probes['probe'] {
    const ask = createHttpProbe({ converse, events, now });
    return async (request) => observe(await ask(request), classify);
  }
}
