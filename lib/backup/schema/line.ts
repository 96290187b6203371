import * as v from 'valibot';
import { mostNotes } from '../../model/note.ts';
import { Count, eachIdOnce, Text, Time } from './fields.ts';
import { LastStateSchema, SummarySchema, TransitionSchema } from './index-parts.ts';
import { NoteSchema } from './note.ts';
import { RoundSchema } from './round.ts';
import { SeenRouteSchema } from './routing.ts';
import { SettingsSchema } from './settings.ts';
import { StandingSchema } from './standing.ts';

export const backupSchema = 'dozvon.backup/1';

const CountsSchema = v.object({ rounds: Count, summaries: Count, transitions: Count });

const HeaderSchema = v.object({
  schema: v.literal(backupSchema),
  at: Time,
  software: v.object({ version: Text }),
  /** How many there were when it was begun; the last line says how many there are. */
  rounds: Count,
});

const FactsSchema = v.object({
  standings: v.array(StandingSchema),
  lastFullAt: v.nullable(Time),
  lastRoute: v.nullable(SeenRouteSchema),
  notes: v.exactOptional(
    v.pipe(v.array(NoteSchema), v.maxLength(mostNotes, `at most ${mostNotes}`), eachIdOnce()),
  ),
  states: v.array(LastStateSchema),
});

const transitions = v.exactOptional(v.array(TransitionSchema));

/** The lines of a backup by their first field, in the order in which they come. */
export const lineSchemas = {
  schema: HeaderSchema,
  settings: v.object({ settings: SettingsSchema }),
  facts: v.object({ facts: FactsSchema }),
  round: v.object({ round: RoundSchema, transitions }),
  summary: v.object({ summary: SummarySchema, transitions }),
  end: v.object({ end: v.object({ ...CountsSchema.entries, sha256: Text }) }),
};

export type LineKind = keyof typeof lineSchemas;

type Lines = { [Kind in LineKind]: v.InferOutput<(typeof lineSchemas)[Kind]> };

export type BackupHeader = Lines['schema'];
export type BackupFacts = Lines['facts']['facts'];
export type BackupEnd = Lines['end']['end'];

/** One line, with its kind. */
export type BackupLine = { [Kind in LineKind]: { kind: Kind; value: Lines[Kind] } }[LineKind];
