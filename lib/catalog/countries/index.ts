import type { CountryData } from '../country-schema.ts';
import { AE } from './AE.ts';
import { AZ } from './AZ.ts';
import { BY } from './BY.ts';
import { CN } from './CN.ts';
import { ET } from './ET.ts';
import { IR } from './IR.ts';
import { KZ } from './KZ.ts';
import { MM } from './MM.ts';
import { PK } from './PK.ts';
import { RU } from './RU.ts';
import { TM } from './TM.ts';
import { TR } from './TR.ts';
import { UA } from './UA.ts';
import { UZ } from './UZ.ts';
import { VE } from './VE.ts';

/** What is known of single countries, by code. */
export const countries: readonly CountryData[] = [
  AE,
  AZ,
  BY,
  CN,
  ET,
  IR,
  KZ,
  MM,
  PK,
  RU,
  TM,
  TR,
  UA,
  UZ,
  VE,
];
