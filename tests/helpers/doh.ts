import type { Resolver } from '../../lib/catalog/schema.ts';
import type { Resolution } from '../../lib/model/resolution.ts';
import { readDohAnswer } from '../../lib/observe/doh-answer.ts';
import type { ProbeHttp } from '../../lib/observe/http.ts';
import { dohQuestion } from '../../lib/probe/doh-question.ts';

/** Asks one resolver and reads its answer, as a round does. */
export async function askDoh(
  probe: ProbeHttp,
  request: { name: string; resolver: Resolver; timeoutMs: number; signal: AbortSignal },
): Promise<Resolution> {
  const { name, resolver, timeoutMs, signal } = request;
  const seen = await probe({ ...dohQuestion(name, resolver), timeoutMs, signal });
  return readDohAnswer(name, resolver, seen);
}
