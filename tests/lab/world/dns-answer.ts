import * as dnsPacket from '@dnsquery/dns-packet';
import { addressesOf } from '../network/addresses.ts';
import { dohResolvers } from '../network/known-names.ts';
import type { DnsAnswer, DnsRule, WorldDescription } from './description.ts';
import { matchesName } from './name-pattern.ts';

/** Browsers are to ask again after each change of the world. */
const ttlSeconds = 1;
const responseCodes = { nxdomain: 3, servfail: 2, refused: 5 };

/** The rules by which the system resolver, or a DoH resolver, lies. */
export function rulesOf(world: WorldDescription, dohId?: string): DnsRule[] {
  if (dohId === undefined) return world.dns ?? [];
  const national = dohResolvers.find(({ id }) => id === dohId)?.national;
  return world.doh?.[dohId] ?? (national ? (world.dns ?? []) : []);
}

/** What a resolver with these rules says to a name. */
export function decide(rules: readonly DnsRule[], name: string): DnsAnswer {
  return rules.find((rule) => matchesName(rule.names, name))?.answer ?? 'truth';
}

/** The answer in one word, or its addresses. */
export function describeAnswer(answer: DnsAnswer): string {
  return typeof answer === 'string' ? answer : answer.addresses.join(' ');
}

/** The addresses in an answer; none for errors and for other types than A. */
export function answeredAddresses(
  answer: DnsAnswer,
  question: { name: string; type: string },
  world: WorldDescription,
): string[] {
  if (question.type !== 'A') return [];
  if (answer === 'truth') return addressesOf(question.name, world);
  return typeof answer === 'object' ? answer.addresses : [];
}

export function responseCode(answer: DnsAnswer): number {
  if (answer === 'nxdomain' || answer === 'servfail' || answer === 'refused') {
    return responseCodes[answer];
  }
  return 0;
}

/** The package has no name for it (RFC 9460). */
const httpsType: string = 'UNKNOWN_65';
/** First in priority, of the name itself, without parameters. */
const plainHttpsRecord = Uint8Array.from([0, 1, 0]);

function httpsRecords(
  question: { name: string; type: string },
  answer: DnsAnswer,
  { httpsRecords: names = [] }: WorldDescription,
): dnsPacket.BufferAnswer[] {
  const has = question.type === httpsType && answer === 'truth';
  if (!has || !matchesName(names, question.name)) return [];
  const type = httpsType as dnsPacket.OtherRecordType;
  return [{ type, name: question.name, ttl: ttlSeconds, data: plainHttpsRecord }];
}

/** A question out of a wire-format message, or undefined if it is none. */
export function readQuestion(
  message: Uint8Array,
): { id: number; name: string; type: string; packet: dnsPacket.Packet } | undefined {
  try {
    const packet = dnsPacket.decode(message);
    const question = packet.questions?.[0];
    if (!question) return undefined;
    const { name, type } = question;
    return { id: packet.id ?? 0, name: name.toLowerCase(), type, packet };
  } catch {
    return undefined;
  }
}

/** The wire format of an answer, or undefined for silence. */
export function encodeAnswer(
  question: { id: number; name: string; type: string; packet: dnsPacket.Packet },
  answer: DnsAnswer,
  world: WorldDescription,
): Uint8Array | undefined {
  if (answer === 'silent') return undefined;
  const addresses = answeredAddresses(answer, question, world);
  return dnsPacket.encode({
    type: 'response',
    id: question.id,
    flags: dnsPacket.RECURSION_DESIRED | dnsPacket.RECURSION_AVAILABLE | responseCode(answer),
    questions: question.packet.questions ?? [],
    answers: [
      ...addresses.map((data) => ({
        type: 'A' as const,
        name: question.name,
        ttl: ttlSeconds,
        data,
      })),
      ...httpsRecords(question, answer, world),
    ],
  });
}
