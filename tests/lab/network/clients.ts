import { execFile } from 'node:child_process';
import type { Lab } from '../lab.ts';

const commandTimeoutMs = 20_000;

export interface Outcome {
  exit: number;
  stdout: string;
  stderr: string;
}

/** Runs a command inside the lab. A failure is an outcome; a timeout is an error. */
export function run(lab: Lab, command: string[], input = ''): Promise<Outcome> {
  const [program = '', ...parameters] = lab.inside(command);
  return new Promise((resolve, reject) => {
    const child = execFile(
      program,
      parameters,
      { timeout: commandTimeoutMs },
      (error, stdout, stderr) => {
        if (error && typeof error.code !== 'number') reject(error);
        else resolve({ exit: Number(error?.code ?? 0), stdout, stderr });
      },
    );
    // A command that reads no input may exit before the input is written.
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(input);
  });
}

/** `curl`, trusting the lab's authority; its standard output ends with the status and the target of a redirect. */
export function curl(lab: Lab, ...parameters: string[]): Promise<Outcome> {
  const format = '\n%{http_code} %{http_version} %{redirect_url}';
  const options = ['-sSv', '--max-time', '5', '--noproxy', '*', '--cacert', lab.authorityFile];
  return run(lab, ['curl', ...options, '-w', format, ...parameters]);
}

/** `curl` asking for a WebSocket; its standard output begins with the headers of the answer. */
export function openSocket(lab: Lab, ...parameters: string[]): Promise<Outcome> {
  const headers = [
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
    'Sec-WebSocket-Version: 13',
  ].flatMap((header) => ['-H', header]);
  return curl(lab, '--http1.1', '-N', '-i', '--max-time', '1', ...headers, ...parameters);
}

/** `curl` with a request body of the given size. */
export function curlWithBody(lab: Lab, bytes: number, ...parameters: string[]): Promise<Outcome> {
  const options = ['-sS', '--max-time', '5', '--noproxy', '*', '--cacert', lab.authorityFile];
  return run(lab, ['curl', ...options, ...parameters], 'x'.repeat(bytes));
}

/** How many of a number of queries a resolver answers, each sent once with a limit of one second. */
export async function answered(lab: Lab, resolver: string, questions: number): Promise<number> {
  const replies = await Promise.all(
    Array.from({ length: questions }, () => dig(lab, `@${resolver}`, '+short', 't.me')),
  );
  return replies.filter(({ exit }) => exit === 0).length;
}

/** `dig` with one try of one second. */
export function dig(lab: Lab, ...parameters: string[]): Promise<Outcome> {
  return run(lab, ['dig', '+time=1', '+tries=1', ...parameters]);
}

/** The description that openssl prints of the certificate of a name's server. */
export async function certificateOf(lab: Lab, name: string): Promise<string> {
  const options = ['-connect', `${name}:443`, '-servername', name, '-CAfile', lab.authorityFile];
  return (await run(lab, ['openssl', 's_client', ...options])).stdout;
}

/** curl's exit status for a reset after the handshake, noticed while sending or receiving. */
export const cutOff = [55, 56];
