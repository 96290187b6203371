import * as v from 'valibot';
import type { Attempt, FailedOperation } from '../../model/attempt.ts';
import { Numeric, oneOf, Text, Time } from './fields.ts';

const OperationName = oneOf<FailedOperation>({
  resolve: true,
  connect: true,
  tls_handshake: true,
  http_round_trip: true,
  read: true,
  write: true,
});

const MaybeText = v.nullable(Text);
const MaybeNumber = v.nullable(Numeric);

export const AttemptSchema: v.GenericSchema<Attempt> = v.object({
  n: Numeric,
  startedAt: Time,
  ok: v.boolean(),
  failure: MaybeText,
  failedOperation: v.nullable(OperationName),
  browserError: MaybeText,
  httpStatus: MaybeNumber,
  remoteIp: MaybeText,
  remoteIpKind: MaybeText,
  elsewhere: v.exactOptional(Text),
  protocol: MaybeText,
  dnsMs: MaybeNumber,
  connectMs: MaybeNumber,
  tlsMs: MaybeNumber,
  ttfbMs: MaybeNumber,
  totalMs: MaybeNumber,
  bytes: MaybeNumber,
  freezeAtBytes: MaybeNumber,
  lastByteMs: v.exactOptional(MaybeNumber),
  bytesPerSecond: v.exactOptional(MaybeNumber),
  clockAheadDays: v.exactOptional(MaybeNumber),
  reusedConnection: v.nullable(v.boolean()),
  valid: v.boolean(),
});

export const Attempts = v.array(AttemptSchema);
