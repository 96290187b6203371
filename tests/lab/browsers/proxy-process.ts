import type { AddressInfo, Server } from 'node:net';

/** Listens at the address that the parent process named, reports the port to it, and ends with it. */
export function announce(server: Server): void {
  server.listen(0, process.argv[2], () => process.send?.((server.address() as AddressInfo).port));
  process.on('disconnect', () => process.exit());
}
