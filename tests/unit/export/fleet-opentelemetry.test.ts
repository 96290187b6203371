import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { attempts } from '../../../lib/export/columns/attempts.ts';
import { verdicts } from '../../../lib/export/columns/verdicts.ts';

const textOf = (name: string): string =>
  readFileSync(new URL(`../../../docs/fleet/opentelemetry/${name}`, import.meta.url), 'utf8');

/* No test runs them: these find a slip of the pen alone. */

it('the collector defines every part that its pipelines name', () => {
  const config = parse(textOf('collector.yaml'));

  const kinds = ['receivers', 'processors', 'exporters'];
  for (const kind of kinds) {
    const named = Object.values<Record<string, string[]>>(config.service.pipelines).flatMap(
      (pipeline) => pipeline[kind] ?? [],
    );
    expect(new Set(named)).toEqual(new Set(Object.keys(config[kind])));
  }
  expect(Object.keys(config.extensions)).toEqual(config.service.extensions);
});

describe('ClickHouse', () => {
  it.each([
    ['take_verdicts', verdicts.columns],
    ['take_attempts', attempts.columns],
  ])('takes columns that exported files have: %s', (view, columns) => {
    const [, text = ''] = textOf('clickhouse.sql').split(`VIEW dozvon.${view} `);
    const [statement = ''] = text.split(';');

    const read = [...statement.matchAll(/LogAttributes\['(\w+)'\]/g)].map(([, name]) => name);
    // What the upload's own settings add.
    const known = [...columns.map(({ name }) => name), 'network_label', 'home_country'];
    expect(read.length).toBeGreaterThan(5);
    expect(read.filter((name) => !known.includes(name ?? ''))).toEqual([]);
  });
});

it('Grafana’s panels read from the source that is set up', () => {
  const { datasources } = parse(textOf('grafana-datasource.yaml'));
  const { panels } = JSON.parse(textOf('grafana-dashboard.json'));

  const uids = panels.map(({ datasource }: { datasource: { uid: string } }) => datasource.uid);
  expect(new Set(uids)).toEqual(new Set([datasources[0].uid]));
});
