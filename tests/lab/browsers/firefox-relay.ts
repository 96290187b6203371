/** Messages from the process inside the namespace to the one outside. */
export type RelayMessage = { kind: 'open' } | { kind: 'text'; text: string };

// Runs inside the browser's namespace, relays text both ways and ends with either side.
const socket = new WebSocket(process.argv[2] ?? '');
const tell = (message: RelayMessage): void => void process.send?.(message);
socket.addEventListener('open', () => tell({ kind: 'open' }));
socket.addEventListener('message', ({ data }) => tell({ kind: 'text', text: String(data) }));
socket.addEventListener('close', () => process.exit());
socket.addEventListener('error', () => process.exit());
process.on('message', (text) => socket.send(String(text)));
process.on('disconnect', () => process.exit());
