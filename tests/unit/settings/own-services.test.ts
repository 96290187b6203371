import { describe, expect, it } from 'vitest';
import {
  mostOwnServices,
  parseOwnServices,
  readDraft,
  withOwnService,
} from '../../../lib/settings/own-services.ts';

const typed = { name: 'Club', url: 'https://club.example.org/chat', contains: null };

describe('what a person typed', () => {
  it.each([
    ['club.example.org', 'https://club.example.org/'],
    [' https://club.example.org/chat?room=1 ', 'https://club.example.org/chat?room=1'],
    ['HTTPS://Club.Example.ORG', 'https://club.example.org/'],
    ['https://club.example.org:443/', 'https://club.example.org/'],
    ['клуб.рф/чат', 'https://xn--90ao6a3d.xn--p1ai/%D1%87%D0%B0%D1%82'],
  ])('is read as an address: %s', (url, expected) => {
    const draft = readDraft({ ...typed, url });

    expect(draft).toMatchObject({ url: expect.any(String) });
    expect(new URL('url' in draft ? draft.url : '').pathname).toBe(new URL(expected).pathname);
    expect(draft).not.toHaveProperty('rule');
  });

  it('is read without the spaces around it, and an empty text as none', () => {
    expect(readDraft({ name: ' Club ', url: 'club.example.org', contains: ' ' })).toEqual({
      name: 'Club',
      url: 'https://club.example.org/',
      contains: null,
    });
    expect(readDraft({ ...typed, contains: ' Hello ' })).toMatchObject({ contains: 'Hello' });
  });

  it.each([
    ['', 'address'],
    ['https://', 'address'],
    ['not a host', 'address'],
    [`club.example.org/${'a'.repeat(500)}`, 'address'],
    ['http://club.example.org/', 'https'],
    ['wss://club.example.org/', 'https'],
    ['ftp://club.example.org/', 'https'],
    ['https://anna:secret@club.example.org/', 'credentials'],
    ['https://anna@club.example.org/', 'credentials'],
    ['https://club.example.org/#chat', 'fragment'],
    ['https://club.example.org/#', 'fragment'],
    ['https://club.example.org:8443/', 'port'],
    ['https://93.184.216.34/', 'public'],
    ['https://0x5db8d822/', 'public'],
    ['https://1572395042/', 'public'],
    ['https://[2606:4700::1111]/', 'public'],
    ['https://club/', 'public'],
    ['https://localhost/', 'public'],
    ['https://printer.local/', 'public'],
    ['https://router.home.arpa/', 'public'],
    ['https://wiki.corp/', 'public'],
    ['https://wiki.internal/', 'public'],
    ['https://abc.onion/', 'public'],
    ['https://club.example.org./', 'public'],
    ['https://*.example.org/', 'public'],
    ['https://g.whatsapp.net/', 'unreachable'],
    ['https://e12.whatsapp.net/', 'unreachable'],
  ])('is no address: %s', (url, rule) => {
    expect(readDraft({ ...typed, url })).toEqual({ field: 'url', found: url, rule });
  });

  it.each(['', '   ', 'a'.repeat(41), 'a\nb', 'gnp.‮exe', 'a​b'])('is no name: %j', (name) => {
    expect(readDraft({ ...typed, name })).toEqual({ field: 'name', found: name, rule: 'name' });
  });

  it('may be a name of forty characters, whatever they are made of', () => {
    expect(readDraft({ ...typed, name: '🦊'.repeat(20) })).not.toHaveProperty('rule');
    expect(readDraft({ ...typed, name: '=HYPERLINK("x")' })).not.toHaveProperty('rule');
  });

  it('is no text of more than a hundred characters', () => {
    const contains = 'a'.repeat(101);

    expect(readDraft({ ...typed, contains })).toEqual({
      field: 'contains',
      found: contains,
      rule: 'text',
    });
  });
});

describe('what is stored', () => {
  it('is read, without what does not fit', () => {
    const club = { id: 'own-1', ...typed };

    expect(
      parseOwnServices([
        club,
        { ...club, name: 'Twice' },
        { ...club, id: 'telegram' },
        { ...club, id: 'own-2/web' },
        { ...club, id: 'own-3', url: 'http://club.example.org/' },
        { ...club, id: 'own-4', extra: true },
        null,
      ]),
    ).toEqual([club]);
  });

  it.each([undefined, null, 'own-1', {}])('is nothing where it is %j', (stored) => {
    expect(parseOwnServices(stored)).toEqual([]);
  });

  it('has no more than there may be', () => {
    const many = Array.from({ length: mostOwnServices }, (_, index) => ({
      id: `own-${index}`,
      ...typed,
    }));

    expect(withOwnService(many.slice(1), typed, 'new')).toEqual([
      ...many.slice(1),
      { id: 'own-new', ...typed },
    ]);
    expect(() => withOwnService(many, typed, 'new')).toThrow(
      'own services: found 10, allowed: at most 10',
    );
    expect(parseOwnServices([...many, { id: 'own-more', ...typed }])).toEqual(many);
  });
});
