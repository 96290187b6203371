import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readPolicy, withPolicy } from '../../../lib/fleet/policy.ts';
import { languages } from '../../../lib/i18n/languages.ts';
import { intervals, retentions } from '../../../lib/settings/check-settings.ts';
import { lockable } from '../../../lib/settings/organisation.ts';
import { someSettings } from '../../helpers/settings.ts';
import { someOtlp } from '../../helpers/upload-settings.ts';

const ids = ['whatsapp', 'max', 'imo'];
const catalog = ids.map((id) => ({ id, enabledByDefault: id !== 'imo' }));

const full = {
  everyMinutes: 60,
  services: { imo: true, max: false },
  ownServices: [{ name: 'Club', url: 'club.example.org' }],
  onNetworkChange: false,
  watchRoute: true,
  askThroughDetour: true,
  notWhileSavingData: true,
  notOnCellular: true,
  discreet: true,
  keptDays: 365,
  label: ' Office 3 ',
  language: 'ru',
  upload: { kind: 'otlp', url: 'https://collector.example.org', label: 'Probe 5' },
  locked: ['everyMinutes', 'ownServices', 'upload'],
};

/** Of a person's own site, which no policy turns on or off. */
const own = ['own-0a1b2c3d-4e5f'];

function kuma(...monitored: string[]) {
  const urls = monitored.map((id) => [id, 'https://kuma.example.org/api/push/secret']);
  return { kind: 'uptime-kuma', pushUrls: Object.fromEntries(urls) };
}

const gatus = {
  kind: 'gatus',
  url: 'https://status.example.org',
  group: 'dozvon',
  authorization: null,
};

describe('a policy', () => {
  it('is read with all that it may name', () => {
    const { ownServices: _sites, upload: _upload, label: _label, ...others } = full;
    const { language, locked, ...settings } = others;

    expect(readPolicy(full, ids)).toEqual({
      settings,
      label: 'Office 3',
      language,
      locked,
      upload: {
        kind: 'otlp',
        url: 'https://collector.example.org',
        signals: ['logs', 'metrics'],
        encoding: 'json',
        authorization: null,
        label: 'Probe 5',
        country: null,
        routing: false,
      },
      ownServices: [{ name: 'Club', url: 'https://club.example.org/', contains: null }],
    });
  });

  it.each([
    ['that of an upload by OTLP that has none', someOtlp({ label: 'Office 3' }), someOtlp()],
    ['not that of one that has its own', someOtlp({ label: 'B' }), someOtlp({ label: 'B' })],
    ['none of Gatus, which knows none', gatus, gatus],
    ['none where nothing is sent', null, undefined],
  ])('has a label, which is %s', (_what, read, upload) => {
    const found = { label: 'Office 3', ...(upload && { upload }) };

    expect(readPolicy(found, ids)).toMatchObject({ label: 'Office 3', upload: read });
  });

  it('has no label where it names none, nor does its upload', () => {
    expect(readPolicy({ upload: someOtlp() }, ids)).toMatchObject({
      label: null,
      upload: someOtlp(),
    });
  });

  it('says by 0 minutes that only a person starts checks', () => {
    expect(readPolicy({ everyMinutes: 0 }, ids).settings).toEqual({ everyMinutes: null });
  });

  it('may have monitors for services that are off, and for sites of a person', () => {
    const upload = kuma('max', 'imo', ...own);

    expect(readPolicy({ services: { max: false }, upload }, ids, own)).toMatchObject({ upload });
  });

  it.each([
    [{ everyMinutes: 7 }, 'everyMinutes: found 7, allowed: 0, 5, 15, 30, 60, 180'],
    [{ services: { icq: true } }, 'services: found "icq", allowed: whatsapp, max, imo'],
    [{ services: [] }, 'services: found [], allowed: an object of service ids'],
    [{ services: ['max'] }, 'services: found ["max"], allowed: an object of service ids'],
    [{ services: { max: 'no' } }, 'services.max: found "no", allowed: true or false'],
    [
      { ownServices: [{ name: 'A', url: 'http://a.example.org' }] },
      'ownServices.0.url: found "http://a.example.org", allowed: https only',
    ],
    [
      { ownServices: [{ name: '', url: 'a.example.org' }] },
      'ownServices.0.name: found "", allowed: 1 to 40 characters',
    ],
    [
      { ownServices: [{ name: 'A', url: 'a.example.org' }, { name: 'B' }] },
      'ownServices.1.url: found nothing, allowed: a host name, or an https address',
    ],
    [
      { ownServices: [{ name: 'A', url: 'a.example.org', icon: 1 }] },
      'ownServices.0.icon: found "icon", allowed: at most 10 sites, each with name, url',
    ],
    [{ ownServices: ['A'] }, 'ownServices.0: found "A", allowed: at most 10 sites'],
    [{ keptDays: 100 }, 'keptDays: found 100, allowed: 7, 30, 90, 180, 365'],
    [
      { upload: { kind: 'gatus', url: 'https://a.example.org', group: '' } },
      'upload.group: found a value that is not shown, allowed: 1 to 80 letters, digits, - or _',
    ],
    [
      { upload: kuma('max', 'Whatsapp') },
      'upload.pushUrls: found "Whatsapp", allowed: whatsapp, max, imo, own-0a1b2c3d-4e5f',
    ],
    [
      { upload: kuma('https://kuma.example.org/api/push/secret') },
      'upload.pushUrls: found a value that is not shown, allowed: whatsapp, max, imo, own-',
    ],
    [{ upload: { kind: 'gatus' } }, 'upload.url: found nothing, allowed: an https address'],
    [
      { upload: { ...gatus, url: 'http://secret.example.org' } },
      'upload.url: found a value that is not shown, allowed: an https address',
    ],
    [
      { upload: { ...gatus, token: 'secret' } },
      'upload.token: found a value that is not shown, allowed: kind, url, group, authorization',
    ],
    [{ upload: {} }, 'upload.kind: found nothing, allowed: otlp, gatus, uptime-kuma'],
    [
      { upload: 'secret' },
      'upload: found a value that is not shown, allowed: an object with kind: otlp, gatus',
    ],
    [
      { upload: { kind: 'uptime-kuma', pushUrls: { max: 'secret' } } },
      'upload.pushUrls.max: found a value that is not shown, allowed: an https address',
    ],
    [
      { upload: { kind: 'uptime-kuma', pushUrls: { 'https://kuma.example.org/secret': 'max' } } },
      'upload.pushUrls: found a value that is not shown, allowed: an https address',
    ],
    [{ label: '' }, 'label: found "", allowed: 1 to 80 visible characters'],
    [{ label: 'a'.repeat(81) }, 'allowed: 1 to 80 visible characters'],
    [{ label: 'a\u202eb' }, 'allowed: 1 to 80 visible characters'],
    [{ label: null }, 'label: found null, allowed: 1 to 80 visible characters'],
    [{ language: 'eo' }, `language: found "eo", allowed: ${languages.join(', ')}`],
    [{ locked: ['theme'] }, `locked.0: found "theme", allowed: ${lockable.join(', ')}`],
    [{ everySeconds: 5 }, 'everySeconds: found "everySeconds", allowed: everyMinutes, services'],
    [{ organisation: {} }, 'organisation: found "organisation"'],
  ])('is refused whole, by field, value and what is allowed: %j', (found, message) => {
    expect(() => readPolicy({ keptDays: 30, ...found }, ids, own)).toThrow(message);
  });
});

describe('settings with a policy', () => {
  it('are a yes, have what it names, and keep what the person chose besides', () => {
    const before = someSettings({ agreed: false, theme: 'dark', services: { whatsapp: false } });

    const after = withPolicy(before, readPolicy(full, ids), catalog);

    expect(after).toMatchObject({
      agreed: true,
      theme: 'dark',
      everyMinutes: 60,
      services: { whatsapp: false, imo: true, max: false },
    });
  });

  it('must have something to check', () => {
    const none = readPolicy({ services: { whatsapp: false, max: false } }, ids);

    expect(() => withPolicy(someSettings(), none, catalog)).toThrow(
      'services: found all off, allowed: at least one on',
    );
  });
});

describe('the schema for Chromium', () => {
  const { properties } = JSON.parse(readFileSync('public/policy-schema.json', 'utf8')) as {
    properties: Record<string, { description: string }>;
  };

  it('has the same settings', () => {
    expect(Object.keys(properties).toSorted()).toEqual(Object.keys(full).toSorted());
  });

  it('names what is allowed', () => {
    expect(properties.everyMinutes?.description).toContain(intervals.join(', '));
    expect(properties.keptDays?.description).toContain(retentions.join(', '));
    expect(properties.language?.description).toContain(languages.join(', '));
  });
});
