import type { Attempt } from '../../model/attempt.ts';
import { failedOperations } from '../../model/words.ts';
import type { Column } from './column.ts';
import { localTime } from './local-time.ts';

type AttemptColumn = Column<{ attempt: Attempt | null }>;

const noAttempt = 'nothing was tried';
const untold = 'nothing was tried, or the browser does not tell';

const outcomeColumns: readonly AttemptColumn[] = [
  {
    name: 'attempt',
    part: 'attempt',
    type: 'integer',
    about: 'Number of the attempt on the target in this check, from 1.',
    empty: noAttempt,
    read: (attempt) => attempt?.n,
  },
  {
    name: 'attempt_started_at',
    part: 'attempt',
    type: 'datetime',
    about: 'When the attempt started, UTC, by the clock of the computer.',
    empty: noAttempt,
    read: (attempt) => attempt?.startedAt,
  },
  {
    name: 'ok',
    part: 'attempt',
    type: 'boolean',
    about: 'Whether the attempt got through.',
    empty: noAttempt,
    read: (attempt) => attempt?.ok,
  },
  {
    name: 'valid',
    part: 'attempt',
    type: 'boolean',
    about:
      'Whether the attempt counts as evidence. It does not where the cause lies with the browser or this computer.',
    empty: noAttempt,
    read: (attempt) => attempt?.valid,
  },
  {
    name: 'failure',
    part: 'attempt',
    type: 'string',
    about: "What failed, as a string of OONI's df-007.",
    empty: 'nothing failed, or nothing was tried',
    read: (attempt) => attempt?.failure,
  },
  {
    name: 'failed_operation',
    part: 'attempt',
    type: 'string',
    values: failedOperations,
    about: 'The step that failed.',
    empty: 'nothing failed, or the browser does not tell which step',
    read: (attempt) => attempt?.failedOperation,
  },
  {
    name: 'browser_error',
    part: 'attempt',
    type: 'string',
    about:
      "The browser's own code of the error. Firefox describes faults of certificates and handshakes in sentences: here is their name in its source, as SEC_ERROR_UNKNOWN_ISSUER, or UNKNOWN_SENTENCE for one of a language that is not in the table.",
    empty: 'nothing failed, or the attempt was ended by Dozvon',
    read: (attempt) => attempt?.browserError,
  },
  {
    name: 'http_status',
    part: 'attempt',
    type: 'integer',
    about: 'Status of the answer.',
    empty: 'no answer came, or none that has a status',
    read: (attempt) => attempt?.httpStatus,
  },
  {
    name: 'remote_ip',
    part: 'attempt',
    type: 'string',
    needs: 'addresses',
    about:
      'Address of the server. That of a proxy, of a filter, or of where traffic leaves from is left out where the check can tell; Chromium does not tell a proxy for sites of one operator alone from their server.',
    empty: 'not ticked for this file, not told by the browser, or left out (see `remote_ip_kind`)',
    read: (attempt) => attempt?.remoteIp,
  },
  {
    name: 'protocol',
    part: 'attempt',
    type: 'string',
    about: 'Protocol of the answer, as the browser names it.',
    empty: untold,
    read: (attempt) => attempt?.protocol,
  },
];

const timeColumn = (
  name: string,
  about: string,
  read: (attempt: Attempt) => number | null,
): AttemptColumn => ({
  name,
  part: 'attempt',
  type: 'number',
  unit: 'ms',
  about,
  empty: untold,
  read: (attempt) => attempt && read(attempt),
});

const measuredColumns: readonly AttemptColumn[] = [
  timeColumn('dns_ms', 'Finding the address.', ({ dnsMs }) => dnsMs),
  timeColumn('connect_ms', 'Connecting, without TLS.', ({ connectMs }) => connectMs),
  timeColumn('tls_ms', 'The TLS handshake.', ({ tlsMs }) => tlsMs),
  timeColumn(
    'ttfb_ms',
    'From the start of the attempt to the first byte of the answer.',
    ({ ttfbMs }) => ttfbMs,
  ),
  timeColumn('total_ms', 'The whole attempt.', ({ totalMs }) => totalMs),
  {
    name: 'bytes',
    part: 'attempt',
    type: 'integer',
    unit: 'bytes',
    about: "Bytes of the answer's body that arrived; of an upload, bytes that were sent.",
    empty: 'no answer came, or the browser does not tell',
    read: (attempt) => attempt?.bytes,
  },
  {
    name: 'freeze_at_bytes',
    part: 'attempt',
    type: 'integer',
    unit: 'bytes',
    about: 'After how many bytes a transfer stopped.',
    empty: 'it did not stop',
    read: (attempt) => attempt?.freezeAtBytes,
  },
  {
    name: 'reused_connection',
    part: 'attempt',
    type: 'boolean',
    about: 'Whether the attempt made no handshake of its own.',
    empty: untold,
    read: (attempt) => attempt?.reusedConnection,
  },
];

export const attemptColumns = [...outcomeColumns, ...measuredColumns];

export const remoteIpKind: AttemptColumn = {
  name: 'remote_ip_kind',
  part: 'attempt',
  type: 'string',
  about:
    'Kind of an address that is left out: `reserved` (198.18.0.0/15), `private`, `proxy`, `shared` (unrelated services answered from it), or the id of a known stub.',
  empty: 'the address is kept, or not known',
  read: (attempt) => attempt?.remoteIpKind,
};

export const attemptLocalTime: AttemptColumn & { tick: 'timeZone' } = {
  name: 'attempt_started_local',
  part: 'attempt',
  tick: 'timeZone',
  type: 'string',
  about:
    "`attempt_started_at` by the clocks of the computer's time zone, with its offset. Only in files for which it was ticked.",
  empty: noAttempt,
  read: (attempt, { timeZone }) => attempt && timeZone && localTime(attempt.startedAt, timeZone),
};
