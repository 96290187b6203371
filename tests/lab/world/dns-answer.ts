import * as dnsPacket from '@dnsquery/dns-packet';
import { addressesOf } from '../network/addresses.ts';
import { dohResolvers } from '../network/known-names.ts';
import type { DnsAnswer, DnsRule, WorldDescription } from './description.ts';
import { matchesName } from './name-pattern.ts';

/** A short TTL, so that browsers query again after each change of the world. */
const ttlSeconds = 1;
const responseCodes = { nxdomain: 3, servfail: 2, refused: 5 };

/** The rules for false answers of the system resolver or of a DoH resolver. */
export function rulesOf(world: WorldDescription, dohId?: string): DnsRule[] {
  if (dohId === undefined) return world.dns ?? [];
  const national = dohResolvers.find(({ id }) => id === dohId)?.national;
  return world.doh?.[dohId] ?? (national ? (world.dns ?? []) : []);
}

/** The answer of a resolver with these rules for a name. */
export function decide(rules: readonly DnsRule[], name: string): DnsAnswer {
  return rules.find((rule) => matchesName(rule.names, name))?.answer ?? 'truth';
}

/** The answer as one word, or as its addresses. */
export function describeAnswer(answer: DnsAnswer): string {
  return typeof answer === 'string' ? answer : answer.addresses.join(' ');
}

/** The addresses in an answer; none for errors and for types other than A. */
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

/** HTTPS (RFC 9460); the package has no name for it. */
const httpsType: string = 'UNKNOWN_65';
/** Priority 1, for the name itself, without parameters. */
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

/** The question in a wire-format message; undefined if the message is invalid. */
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

/** An answer in wire format; undefined for silence. */
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
