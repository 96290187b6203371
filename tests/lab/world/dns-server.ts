import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { createServer, isIPv6 } from 'node:net';
import { fixedAddresses, ipv6Resolver, systemResolvers } from '../network/known-names.ts';
import { decide, describeAnswer, encodeAnswer, readQuestion, rulesOf } from './dns-answer.ts';
import { delay, record, type WorldState } from './state.ts';

/**
 * Serves port 53 over UDP and TCP at the addresses of all resolvers, including foreign ones: the censor
 * is on the path, so every resolver gives the system resolver's answers.
 */
export async function serveDns(state: WorldState): Promise<void> {
  const addresses = new Set([
    ...systemResolvers,
    ipv6Resolver,
    ...Object.values(fixedAddresses).flat(),
  ]);
  await Promise.all(
    [...addresses].flatMap((address) => [udp(state, address), tcp(state, address)]),
  );
}

// Bound to one address, since from the wildcard address the kernel would choose another source.
async function udp(state: WorldState, address: string): Promise<void> {
  const socket = createSocket(isIPv6(address) ? 'udp6' : 'udp4');
  socket.on('message', (message, from) => {
    void answer(state, { address, message }, (reply) => {
      socket.send(reply, from.port, from.address);
    });
  });
  socket.bind(53, address);
  await once(socket, 'listening');
}

async function tcp(state: WorldState, address: string): Promise<void> {
  const server = createServer((socket) => {
    let received = Buffer.alloc(0);
    socket.on('error', () => socket.destroy());
    socket.on('data', (chunk) => {
      received = Buffer.concat([received, chunk]);
      if (received.length < 2 || received.length < 2 + received.readUInt16BE(0)) return;
      const message = received.subarray(2, 2 + received.readUInt16BE(0));
      received = received.subarray(2 + message.length);
      void answer(state, { address, message }, (reply) => {
        const length = Buffer.alloc(2);
        length.writeUInt16BE(reply.length);
        socket.write(Buffer.concat([length, reply]));
      });
    });
  });
  server.listen(53, address);
  await once(server, 'listening');
}

async function answer(
  state: WorldState,
  { address, message }: { address: string; message: Uint8Array },
  send: (reply: Uint8Array) => void,
): Promise<void> {
  const question = readQuestion(message);
  if (!question) return;
  const { name, type } = question;
  const decision = decide(rulesOf(state.description), question);
  state.askedNames.add(name);
  const detail = describeAnswer(decision);
  record(state, { kind: 'dns', address, port: 53, name, method: type, detail });
  if (decision !== 'truth') {
    record(state, { kind: 'censored', address, port: 53, name, detail: `dns ${detail}` });
  }
  await delay(state);
  const translates = state.description.family === 'nat64';
  const reply = encodeAnswer(question, decision, state.description, translates);
  if (reply) send(reply);
}
