import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { addressesOf } from '../network/addresses.ts';
import { stunServers } from '../network/known-names.ts';
import { exitOf } from './echo.ts';
import { record, type WorldState } from './state.ts';

const bindingRequest = 0x0001;
const bindingSuccess = 0x0101;
const xorMappedAddress = 0x0020;
const cookie = 0x2112a442;

/** STUN servers that report the same address as the echo services. */
export async function serveStun(state: WorldState): Promise<void> {
  await Promise.all(
    stunServers.map(async ({ name, port }) => {
      const address = addressesOf(name, {})[0] ?? '';
      const socket = createSocket('udp4');
      socket.on('message', (message, from) => {
        if (message.length < 20 || message.readUInt16BE(0) !== bindingRequest) return;
        record(state, { kind: 'stun', address, port, name });
        const exit = exitOf(state.description, from.address);
        socket.send(success(message, exit.address, from.port), from.port, from.address);
      });
      socket.bind(port, address);
      await once(socket, 'listening');
    }),
  );
}

function success(request: Buffer, address: string, port: number): Buffer {
  const reply = Buffer.alloc(32);
  reply.writeUInt16BE(bindingSuccess, 0);
  reply.writeUInt16BE(12, 2);
  request.copy(reply, 4, 4, 20);
  reply.writeUInt16BE(xorMappedAddress, 20);
  reply.writeUInt16BE(8, 22);
  reply.writeUInt8(1, 25);
  reply.writeUInt16BE(port ^ (cookie >>> 16), 26);
  const octets = address.split('.').map(Number);
  const number = Buffer.from(octets).readUInt32BE(0);
  reply.writeUInt32BE((number ^ cookie) >>> 0, 28);
  return reply;
}
