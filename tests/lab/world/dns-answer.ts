import { isIPv4, isIPv6 } from 'node:net';
import * as dnsPacket from '@dnsquery/dns-packet';
import { addressesOf } from '../network/addresses.ts';
import { dohResolvers } from '../network/known-names.ts';
import { translatedAddress } from '../network/translation.ts';
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

/** The answer of a resolver with these rules for a question. */
export function decide(
  rules: readonly DnsRule[],
  { name, type }: { name: string; type: string },
): DnsAnswer {
  const rule = rules.find(
    (one) => matchesName(one.names, name) && (one.type === undefined || one.type === type),
  );
  return rule?.answer ?? 'truth';
}

/** The answer as one word, or as its addresses. */
export function describeAnswer(answer: DnsAnswer): string {
  return typeof answer === 'string' ? answer : answer.addresses.join(' ');
}

/** The addresses in an answer; none for errors and for types other than A and AAAA. */
export function answeredAddresses(
  answer: DnsAnswer,
  question: { name: string; type: string },
  world: WorldDescription,
  translates = false,
): string[] {
  const all = answer === 'truth' ? addressesOf(question.name, world) : [];
  const addresses = typeof answer === 'object' ? answer.addresses : all;
  const ipv4 = addresses.filter(isIPv4);
  if (question.type === 'A') return ipv4;
  if (question.type !== 'AAAA') return [];
  const ipv6 = addresses.filter(isIPv6);
  return ipv6.length === 0 && translates ? ipv4.map(translatedAddress) : ipv6;
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
const plainHttpsRecord = [0, 1, 0];
/** The parameter `alpn`, of six bytes: HTTP/3 and HTTP/2. */
const http3Parameter = [0, 1, 0, 6, ...Buffer.from('\u0002h3\u0002h2')];
/** The parameter `ech`: one configuration with any key of X25519, HKDF-SHA256, AES-128-GCM and the public name. */
const echParameter = [0, 5, ...withLength(withLength([0xfe, 0x0d, ...withLength(echConfig())]))];

function echConfig(): number[] {
  const publicName = Buffer.from('cloudflare-ech.com');
  const key = withLength(Array.from({ length: 32 }, (_, index) => index + 1));
  const suites = withLength([0, 1, 0, 1]);
  return [7, 0, 0x20, ...key, ...suites, 0, publicName.length, ...publicName, 0, 0];
}

/** Bytes after their number, in two bytes. */
function withLength(bytes: readonly number[]): number[] {
  return [bytes.length >> 8, bytes.length & 255, ...bytes];
}

function httpsRecords(
  question: { name: string; type: string },
  answer: DnsAnswer,
  { httpsRecords: names = [], http3InDns = [], encryptedHello = [] }: WorldDescription,
): dnsPacket.BufferAnswer[] {
  const parameters = [
    ...(matchesName(http3InDns, question.name) ? http3Parameter : []),
    ...(matchesName(encryptedHello, question.name) ? echParameter : []),
  ];
  const has = question.type === httpsType && answer === 'truth';
  if (!has || !(parameters.length > 0 || matchesName(names, question.name))) return [];
  const type = httpsType as dnsPacket.OtherRecordType;
  const data = Uint8Array.from([...plainHttpsRecord, ...parameters]);
  return [{ type, name: question.name, ttl: ttlSeconds, data }];
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
  translates = false,
): Uint8Array | undefined {
  if (answer === 'silent') return undefined;
  const addresses = answeredAddresses(answer, question, world, translates);
  return dnsPacket.encode({
    type: 'response',
    id: question.id,
    flags: dnsPacket.RECURSION_DESIRED | dnsPacket.RECURSION_AVAILABLE | responseCode(answer),
    questions: question.packet.questions ?? [],
    answers: [
      ...addresses.map((data) => ({
        type: isIPv6(data) ? ('AAAA' as const) : ('A' as const),
        name: question.name,
        ttl: ttlSeconds,
        data,
      })),
      ...httpsRecords(question, answer, world),
    ],
  });
}
