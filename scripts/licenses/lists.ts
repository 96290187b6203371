import type { BundledPackage } from './bundled.ts';
import { mitText } from './text.ts';

/** Somebody's list, some of whose entries are in the catalogue, and so in each build. */
interface List {
  name: string;
  /** The name of its licence by SPDX. */
  identifier: string;
  /** The lines of copyright. */
  holders: readonly string[];
}

/** Those that the catalogue names as sources of entries. */
const lists: readonly List[] = [
  {
    name: 'citizenlab/filtering-annotations',
    identifier: 'BSD-3-Clause',
    holders: ['Copyright (c) 2020, Citizen Lab', 'All rights reserved.'],
  },
  {
    name: 'censoredplanet/censoredplanet-analysis',
    identifier: 'Apache-2.0',
    holders: ['Copyright Jigsaw Operations LLC'],
  },
  {
    name: 'v2fly/domain-list-community',
    identifier: 'MIT',
    holders: ['Copyright (c) 2018-2019 V2Ray'],
  },
];

const bsdConditions = `Redistribution and use in source and binary forms, with or without modification, are permitted provided that the following conditions are met:

1. Redistributions of source code must retain the above copyright notice, this list of conditions and the following disclaimer.

2. Redistributions in binary form must reproduce the above copyright notice, this list of conditions and the following disclaimer in the documentation and/or other materials provided with the distribution.

3. Neither the name of the copyright holder nor the names of its contributors may be used to endorse or promote products derived from this software without specific prior written permission.

THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.`;

/**
 * What a build tells of the licences of the lists that its catalogue has entries of.
 * @param own the text of the extension's licence, which is MIT
 * @param packages whose licences the build tells before
 * @throws Error if a list has a licence whose text the build does not have
 */
export function listNotices(own: string, packages: readonly BundledPackage[]): string[] {
  return lists.map((list) => {
    const { name, identifier } = list;
    const heading = `Entries of ${name} (${identifier}), chosen and put into another form`;
    return `${heading}\nSource: https://github.com/${name}\n\n${noticeOf(list, own, packages)}`;
  });
}

function noticeOf(list: List, own: string, packages: readonly BundledPackage[]): string {
  const { name, identifier, holders } = list;
  if (identifier === 'MIT') return mitText(own, holders);
  if (identifier === 'BSD-3-Clause') return `${holders.join('\n')}\n\n${bsdConditions}`;
  const same = packages.find((one) => one.identifier === identifier && one.text !== undefined);
  if (same === undefined) throw new Error(`${name}: no text of ${identifier}`);
  return `${holders.join('\n')}\n\nThe text of this licence stands above, after ${same.name}.`;
}
