import { knownNames } from '../network/addresses.ts';
import { createBackstage } from './backstage.ts';
import { createCertificates } from './certificates.ts';
import { serveDns } from './dns-server.ts';
import { serveFront } from './front.ts';
import type { WorldReply, WorldRequest } from './messages.ts';
import { createState, setDescription } from './state.ts';
import { serveStun } from './stun.ts';
import { createWebServer } from './web-server.ts';

// The process of a world. The lab starts it inside the world's network namespace.
const state = createState();
const certificates = await createCertificates();
await Promise.all(knownNames.map((name) => certificates.get(name, 'genuine')));
await Promise.all([
  serveDns(state),
  serveStun(state),
  serveFront({
    state,
    backstage: await createBackstage(),
    web: createWebServer(state, certificates),
  }),
]);

process.on('disconnect', () => process.exit());
process.on('message', (request: WorldRequest) => reply(handle(request)));
reply({ kind: 'ready', authority: certificates.trusted });

function handle(request: WorldRequest): WorldReply {
  const { id } = request;
  switch (request.kind) {
    case 'set':
      setDescription(state, request.world);
      return { kind: 'done', id };
    case 'log':
      return { kind: 'done', id, log: state.log.map((entry) => ({ ...entry })) };
    case 'clear-log':
      state.log.length = 0;
      return { kind: 'done', id };
    default:
      return request satisfies never;
  }
}

function reply(message: WorldReply): void {
  process.send?.(message);
}
