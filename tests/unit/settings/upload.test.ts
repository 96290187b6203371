import { describe, expect, it } from 'vitest';
import {
  parseUpload,
  readTypedUpload,
  type TypedUpload,
  uploadPatterns,
  uploadUrls,
} from '../../../lib/settings/upload.ts';

const typed: TypedUpload = {
  kind: 'otlp',
  url: ' https://collector.example.org/otlp/ ',
  signals: ['logs'],
  encoding: 'protobuf',
  authorization: ' Bearer abc ',
  label: ' Home ',
  country: 'de',
  routing: true,
  group: 'dozvon',
  pushUrls: '',
};

/** One is the person's own, and one is off. */
const ids = ['telegram', 'max', 'imo', 'own-0a1b2c3d-4e5f'];

const otlp = {
  kind: 'otlp',
  url: 'https://collector.example.org/otlp',
  signals: ['logs'],
  encoding: 'protobuf',
  authorization: 'Bearer abc',
  label: 'Home',
  country: 'DE',
  routing: true,
};

const kuma: TypedUpload = {
  ...typed,
  kind: 'uptime-kuma',
  pushUrls: '\ntelegram  https://kuma.example.org/api/push/abc\nmax https://kuma.example.org/p/d\n',
};

describe('what a person typed', () => {
  it('becomes an upload by OTLP', () => {
    expect(readTypedUpload(typed, ids)).toEqual(otlp);
  });

  it('may leave out what is not needed', () => {
    const least = { ...typed, authorization: ' ', label: '', country: '' };

    expect(readTypedUpload(least, ids)).toEqual({
      ...otlp,
      authorization: null,
      label: null,
      country: null,
    });
  });

  it('becomes an upload to Gatus, without what belongs to other kinds', () => {
    expect(readTypedUpload({ ...typed, kind: 'gatus' }, ids)).toEqual({
      kind: 'gatus',
      url: otlp.url,
      group: 'dozvon',
      authorization: 'Bearer abc',
    });
  });

  it('becomes an upload to Uptime Kuma, a line a monitor', () => {
    expect(readTypedUpload(kuma, ids)).toEqual({
      kind: 'uptime-kuma',
      pushUrls: {
        telegram: 'https://kuma.example.org/api/push/abc',
        max: 'https://kuma.example.org/p/d',
      },
    });
  });

  it.each([
    ['url', 'http://collector.example.org', 'address'],
    ['url', 'collector.example.org', 'address'],
    ['url', '', 'address'],
    ['url', 'http://localhost.example.org', 'address'],
    ['url', 'ftp://127.0.0.1/', 'address'],
    ['url', 'https://user:password@collector.example.org', 'credentials'],
    ['url', 'https://collector.example.org/#part', 'fragment'],
    ['url', 'https://collector.example.org/?key=1', 'query'],
    ['authorization', 'Bearer абв', 'authorization'],
    ['authorization', 'Bearer a\r\nhost: b', 'authorization'],
    ['authorization', 'a'.repeat(2001), 'authorization'],
    ['label', 'a'.repeat(81), 'label'],
    ['label', '\u202e', 'label'],
    ['country', 'Germany', 'country'],
  ] as const)('is refused by its field and rule: %s %j', (field, found, rule) => {
    expect(readTypedUpload({ ...typed, [field]: found }, ids)).toEqual({ field, found, rule });
  });

  it('must have an address of 500 characters at most', () => {
    const longest = 'https://collector.example.org/'.padEnd(500, 'a');

    expect(readTypedUpload({ ...typed, url: longest }, ids)).toMatchObject({ url: longest });
    expect(readTypedUpload({ ...typed, url: `${longest}a` }, ids)).toMatchObject({
      field: 'url',
      rule: 'address',
    });
  });

  it('must name something to send', () => {
    expect(readTypedUpload({ ...typed, signals: [] }, ids)).toMatchObject({
      field: 'signals',
      rule: 'signals',
    });
  });

  it.each([
    ['telegram', 'address'],
    ['', 'pushUrls'],
    ['telegram https://kuma.example.org/api/push/abc?status=up', 'query'],
  ])('must have an address in each line: %j', (pushUrls, rule) => {
    expect(readTypedUpload({ ...kuma, pushUrls }, ids)).toMatchObject({ field: 'pushUrls', rule });
  });

  it('may have a monitor for each service there is, on or off, and for a site of one’s own', () => {
    const pushUrls = ids.map((id) => `${id} https://kuma.example.org/api/push/abc`).join('\n');

    expect(readTypedUpload({ ...kuma, pushUrls }, ids)).toMatchObject({ kind: 'uptime-kuma' });
  });

  it.each([
    ['whatsap', 'max https://kuma.example.org/p/d\nwhatsap https://kuma.example.org/p/e'],
    ['Telegram', 'Telegram https://kuma.example.org/p/d'],
    ['own-1', 'own-1 https://kuma.example.org/p/d'],
    ['constructor', 'constructor https://kuma.example.org/p/d\nmax https://kuma.example.org/p/e'],
    ['max', 'max https://kuma.example.org/p/d\nmax https://kuma.example.org/p/e'],
  ])('must have a service of its own in each line, which %s is not', (found, pushUrls) => {
    expect(readTypedUpload({ ...kuma, pushUrls }, ids)).toEqual({
      field: 'pushUrls',
      found,
      rule: 'service',
    });
  });

  it('must name a group that an address can hold', () => {
    const wrong = readTypedUpload({ ...typed, kind: 'gatus', group: 'a/b' }, ids);

    expect(wrong).toEqual({ field: 'group', found: 'a/b', rule: 'group' });
  });

  it.each(['http://127.0.0.1:4318', 'http://localhost:8428/opentelemetry'])(
    'may be a program on this computer: %s',
    (url) => {
      expect(readTypedUpload({ ...typed, url }, ids)).toMatchObject({ url });
    },
  );
});

describe('an upload that is stored', () => {
  const stored = {
    draft: otlp,
    instance: '0b2c5d6e-8f1a-4c3b-9d7e-5a6f7b8c9d0e',
    since: '2026-11-27T12:00:00.000Z',
  };

  it('is read as it was written', () => {
    expect(parseUpload(stored)).toEqual(stored);
  });

  it('goes on where a newer catalogue lacks a service of its monitors', () => {
    const draft = {
      kind: 'uptime-kuma',
      pushUrls: { icq: 'https://kuma.example.org/p/d', max: 'https://kuma.example.org/p/e' },
    };

    expect(parseUpload({ ...stored, draft })).toEqual({ ...stored, draft });
  });

  it.each([
    null,
    undefined,
    {},
    { ...stored, instance: 'me' },
    { ...stored, since: 'today' },
    { ...stored, draft: { ...otlp, url: 'http://collector.example.org' } },
    { ...stored, draft: { ...otlp, further: true } },
  ])('is none where it does not fit: %j', (broken) => {
    expect(parseUpload(broken)).toBeNull();
  });
});

describe('the addresses of an upload', () => {
  it('are all that is sent to', () => {
    const draft = readTypedUpload(kuma, ids);
    if ('rule' in draft) throw new Error(draft.rule);

    expect(uploadUrls(draft)).toEqual([
      'https://kuma.example.org/api/push/abc',
      'https://kuma.example.org/p/d',
    ]);
    expect(uploadPatterns(draft)).toEqual(['https://kuma.example.org/*']);
  });

  it('have no port in what the browser is asked for', () => {
    const draft = readTypedUpload({ ...typed, url: 'http://127.0.0.1:4318' }, ids);
    if ('rule' in draft) throw new Error(draft.rule);

    expect(uploadPatterns(draft)).toEqual(['http://127.0.0.1/*']);
  });
});
