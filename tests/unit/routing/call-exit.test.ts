import { expect, it } from 'vitest';
import { compareCallExit } from '../../../lib/routing/call-exit.ts';

const four = '95.24.1.2';
const six = '2a00:1450:4001:81b::200e';

it.each<[string, string | null, string[], string]>([
  ['the same', four, [four], 'same'],
  ['another of the same /24', '95.24.1.200', [four], 'same'],
  ['another of the /23', '95.24.0.2', [four], 'different'],
  ['another', '185.65.134.9', [four], 'different'],
  ['another of two alike', '185.65.134.9', [four, '95.24.1.3'], 'different'],
  ['one of a pool', four, ['95.24.9.2', four], 'same'],
  ['none of a pool', '185.65.134.9', [four, '95.24.9.2'], 'unknown'],
  ['nothing', null, [four], 'unknown'],
  ['one, where no site told any', four, [], 'unknown'],
  ['one of the other family', four, [six], 'unknown'],
  ['one of the other family, the other way', six, [four], 'unknown'],
  ['one of both families', four, [six, four], 'same'],
  ['another, whatever the other family', '185.65.134.9', [six, four], 'different'],
  ['the same IPv6', six, [six], 'same'],
  ['another of the same /48', '2a00:1450:4001::1', [six], 'same'],
  ['another /48', '2a00:1450:4002:81b::200e', [six], 'different'],
  ['the same, written in another way', '2A00:1450:4001:081b:0:0:0:200e', [six], 'same'],
  ['one with zeros left out in front', '2a00::1', ['2a00:0:0:5::1'], 'same'],
  ['one with zeros left out in the middle', '2a00:1450::1', ['2a00:1450:0:5::1'], 'same'],
  ['one with zeros left out at the end', '2a00:1450:1::', ['2a00:1450:1:5::1'], 'same'],
  ['a name of this network', '4f2c.local', [four], 'unknown'],
  ['a local IPv6', 'fe80::1', ['fe80::1'], 'unknown'],
  ['an IPv6 of a private network', 'fd00:1:2::1', ['fd00:1:2::1'], 'unknown'],
  ['an IPv4 written as IPv6', '::ffff:95.24.1.2', [four], 'unknown'],
  ['the first public IPv6', '2000::1', ['2000::1'], 'same'],
  ['before it', '1fff:ffff::1', ['1fff:ffff::1'], 'unknown'],
  ['the last public IPv6', '3fff:ffff::1', ['3fff:ffff::1'], 'same'],
  ['beyond it', '4000::1', ['4000::1'], 'unknown'],
])('that calls come from %s is told (%s of %j): %s', (_which, told, exits, expected) => {
  expect(compareCallExit(told, exits)).toBe(expected);
});

it.each([
  ['0.1.2.3', 'unknown'],
  ['10.1.2.3', 'unknown'],
  ['11.1.2.3', 'same'],
  ['100.63.2.3', 'same'],
  ['100.64.2.3', 'unknown'],
  ['100.99.2.3', 'unknown'],
  ['100.119.2.3', 'unknown'],
  ['100.127.2.3', 'unknown'],
  ['100.128.2.3', 'same'],
  ['127.0.0.1', 'unknown'],
  ['169.254.2.3', 'unknown'],
  ['169.253.2.3', 'same'],
  ['172.15.2.3', 'same'],
  ['172.16.2.3', 'unknown'],
  ['172.29.2.3', 'unknown'],
  ['172.31.2.3', 'unknown'],
  ['172.32.2.3', 'same'],
  ['192.168.2.3', 'unknown'],
  ['192.169.2.3', 'same'],
])('%s is not compared where it is private: %s', (address, expected) => {
  expect(compareCallExit(address, [address])).toBe(expected);
});
