import * as v from 'valibot';
import type { Attempt } from '../../model/attempt.ts';
import { failedOperations } from '../../model/words.ts';
import { Count, Numeric, Text, Time } from './fields.ts';

const MaybeText = v.nullable(Text);
const MaybeNumber = v.nullable(Numeric);
const MaybeCount = v.nullable(Count);

const AttemptSchema: v.GenericSchema<Attempt> = v.object({
  n: Count,
  url: v.exactOptional(Text),
  startedAt: Time,
  ok: v.boolean(),
  failure: MaybeText,
  failedOperation: v.nullable(v.picklist(failedOperations)),
  browserError: MaybeText,
  httpStatus: MaybeCount,
  remoteIp: MaybeText,
  remoteIpKind: MaybeText,
  elsewhere: v.exactOptional(Text),
  protocol: MaybeText,
  dnsMs: MaybeNumber,
  connectMs: MaybeNumber,
  tlsMs: MaybeNumber,
  ttfbMs: MaybeNumber,
  totalMs: MaybeNumber,
  bytes: MaybeCount,
  freezeAtBytes: MaybeCount,
  lastByteMs: v.exactOptional(MaybeNumber),
  bytesPerSecond: v.exactOptional(MaybeNumber),
  clockAheadDays: v.exactOptional(MaybeNumber),
  reusedConnection: v.nullable(v.boolean()),
  valid: v.boolean(),
});

export const Attempts = v.array(AttemptSchema);
