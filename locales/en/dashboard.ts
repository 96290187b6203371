/** What only the dashboard says; the popup loads none of it. */
export const dashboard = {
  'settings.checks': 'When and what to check',
  'settings.every': 'Automatic checks',
  'settings.every.minutes': '{count, plural, one {every minute} other {every # minutes}}',
  'settings.every.hours': '{count, plural, one {every hour} other {every # hours}}',
  'settings.every.never': 'none, only when I ask',
  'settings.network-change': 'Check when the network or the way of traffic changes, too',
  'settings.watch': 'Notice a change of the way of traffic within a minute',
  'settings.watch.how':
    'For this, one small request a minute asks a foreign site where traffic comes from.',
  'settings.through-detour': 'Ask services inside the country also while traffic goes another way',
  'settings.through-detour.how':
    'Their operators would then see where that traffic comes from, and could match it with your own address. Without this, they are left out while traffic seems to go another way.',
  'settings.saving-data': 'No automatic checks while the browser is set to save data',
  'settings.cellular': 'No automatic checks on a mobile network',
  'settings.services': 'Messengers to check',
  'settings.services.further': 'Further messengers',
  'settings.services.further.how':
    'When you turn one on, the browser asks whether Dozvon may contact its sites.',
  'settings.discreet': 'A discreet look',
  'settings.discreet.how':
    'The icon in the toolbar is a plain grey shape, without a number, a colour or a word about the results.',

  'own.title': 'Sites of your own',
  'own.how':
    'They are checked beside the messengers, and not counted among them. The browser asks whether Dozvon may access each of them. They stay on this computer; if a name is not found, servers for names are asked for it, too.',
  'own.field.name': 'Name',
  'own.field.name.how': 'As it shall stand in the list.',
  'own.field.url': 'Address',
  'own.field.url.how': 'A host such as example.com, or an https address of a page.',
  'own.field.contains': 'Text on the page',
  'own.field.contains.how':
    'May be left empty. “Try once” tells whether the page has it, and at most 64 kB of the page are read; a check counts every answer of the site.',
  'own.add': 'Add',
  'own.try': 'Try once',
  'own.trying': 'Asking…',
  'own.remove': 'Remove',
  'own.full': 'There are {count} of them; no more can be added.',
  'own.problem': '{field}: “{found}” cannot be used. Allowed: {allowed}.',
  'own.problem.empty': '{field}: nothing was entered. Allowed: {allowed}.',
  'own.rule.name': '1 to 40 visible characters',
  'own.rule.address': 'the name of a host, or an https address',
  'own.rule.https': 'only https',
  'own.rule.credentials': 'an address without a user name or a password',
  'own.rule.fragment': 'an address without a part after #',
  'own.rule.port': 'an address without a port',
  'own.rule.public':
    'the public name of a site; no address in numbers, and no name that only a local network knows',
  'own.rule.unreachable': 'a host that answers browsers; this one answers none',
  'own.rule.text': 'at most 100 characters',
  'own.answer.answered':
    '{status, select, none {An answer came after {ms} ms.} other {An answer came, with status {status}, after {ms} ms.}}',
  'own.answer.refused':
    'An answer came, with status {status}, but it is an error of the server, a refusal, or another page in the site’s place.',
  'own.answer.name': 'No answer: the name was not found ({error}).',
  'own.answer.silence': 'No answer came in time.',
  'own.answer.cut': 'No answer: the connection was cut off ({error}).',
  'own.answer.closed': 'No answer: the connection was refused ({error}).',
  'own.answer.certificate': 'The browser does not trust the certificate that was shown ({error}).',
  'own.answer.failed': 'No answer ({error}).',
  'own.answer.unsent':
    'This shows nothing about the site: the cause lies with this computer ({error}).',
  'own.answer.forbidden': 'The browser does not allow access to this site, so it was not asked.',
  'own.answer.text': 'The text is on the page.',
  'own.answer.no-text': 'The text was not found on the page.',
  'own.answer.once': 'One request proves nothing; a check asks several times.',

  'offer.text':
    'In your country many also use: {names}. This is not checked yet, as the browser has to allow the sites first.',
  'offer.yes': 'Check that, too',
  'offer.no': 'No',

  'catalog.title': 'Catalogue',
  'catalog.how':
    'It lists the addresses of all services that are checked, and the neutral sites beside them. A newer one than came with Dozvon can be opened as a file. Take a file only from somebody you trust: whoever made it decides which sites this browser contacts.',
  'catalog.in-use.built-in': 'In use: the one that came with Dozvon, of {version}.',
  'catalog.in-use.file': 'In use: one from a file, of {version}, last reviewed on {reviewed}.',
  'catalog.back': 'Use the one that came with Dozvon',
  'catalog.open': 'Open a newer catalogue (JSON):',
  'catalog.preview': 'A catalogue of {version}, last reviewed on {reviewed}',
  'catalog.preview.same': 'It lists the same as the one in use.',
  'catalog.list.services': 'Services',
  'catalog.list.targets': 'Addresses of services',
  'catalog.list.controls': 'Neutral sites and servers',
  'catalog.list.countries': 'Countries',
  'catalog.added': 'New: {names}',
  'catalog.changed': 'Changed: {names}',
  'catalog.removed': 'Gone: {names}',
  'catalog.hosts': 'Sites that are not asked now',
  'catalog.hosts.none': 'None',
  'catalog.permissions':
    'The browser will ask whether Dozvon may contact those of them that a check needs. If you say no, nothing changes.',
  'catalog.use': 'Use this catalogue',
  'catalog.leave': 'Leave it',
  'catalog.outcome.used': 'The catalogue is in use from now on.',
  'catalog.outcome.unpermitted': 'The browser does not allow its sites, so nothing was changed.',
  'catalog.outcome.failed': 'The catalogue cannot be used, and nothing was changed.',
  'catalog.problem':
    'This file is not used, and nothing was changed. {field}: found {found}. Allowed: {allowed}.',
  'catalog.problem.file': 'The whole file',
  'catalog.rule.size': 'at most 512 kB',
  'catalog.rule.json': 'a document in JSON',
  'catalog.rule.shape': '{detail}',
  'catalog.rule.missing': 'a value, which is missing here',
  'catalog.rule.unknown': 'no such field',
  'catalog.rule.newer': 'a later day than {detail}, that of the catalogue that came with Dozvon',
  'catalog.rule.soon':
    '{detail} at the latest, which is a month from today by the clock of this computer',
  'catalog.rule.text': '1 to 60 visible characters',
  'catalog.rule.once': 'an id that stands only once',
  'catalog.rule.known': 'something that the file has in another place',
  'catalog.rule.prefix':
    'the id of the service, a slash and a part of its own; for a service, nothing that begins with own-',
  'catalog.rule.sentinel': 'an address that votes, of a required role that needs no other role',
  'catalog.rule.role':
    'a role of which an address votes; or calls, not required, by servers for calls alone',
  'catalog.rule.https': 'only https',
  'catalog.rule.public': 'the public name of a site, or a public address (IPv4)',
  'catalog.rule.unreachable': 'a host that answers browsers; this one answers none',
  'catalog.rule.bare':
    'an address in its usual form, without a user name, a password, a port, a part after # or long numbers, by which it could name a person',
  'catalog.rule.permitted':
    'without https, and for WebSockets: only hosts that Dozvon may contact that way already',
  'catalog.rule.apart': 'a host that nothing else in the catalogue asks',
  'catalog.rule.enough': 'enough for a check: {detail}',
  'catalog.rule.few': 'not as many: {detail}',

  'settings.route': 'Which way traffic takes',
  'settings.route.show': 'Look at which way traffic takes, and say so',
  'settings.route.permission':
    'The browser does not allow access to the sites that this takes: those that report where a request comes from, some long blocked ones, and some that open only inside the country. It asks you once you tick the box.',
  'settings.home': 'My home country',
  'settings.home.automatic': 'Automatic, from the clock',
  'settings.home.how':
    'By it, Dozvon decides which sites count as inside the country, and whose blocks to look for.',
  'settings.calls.ask':
    'Check whether the packets of calls get through (asks a STUN server abroad)',
  'settings.calls.domestic': 'For that, also ask servers inside the country',
  'settings.calls': 'Also compare the way of calls',
  'settings.calls.how':
    'A server that helps to connect calls (STUN) sees the address they come from. It is compared in memory with the one that sites see; neither is kept.',
  'settings.route.record':
    'Keep the country and the network’s number (AS) that traffic leaves from, in the history',

  'export.title': 'Save the checks as a file',
  'export.format': 'What the file holds',
  'export.format.csv': 'Every attempt (CSV)',
  'export.format.verdicts': 'The result of each check for each messenger (CSV)',
  'export.format.changes': 'Only the changes of results (CSV)',
  'export.format.parquet': 'Every attempt, for programs that analyse data (Parquet)',
  'export.format.ooni': 'Every attempt, in the format of OONI (JSON Lines, gzip)',
  'export.format.jsonl': 'The checks as they were recorded (JSON Lines)',
  'export.format.bundle': 'All of this with a description, for research (ZIP)',
  'export.dialect': 'What will open the file',
  'export.dialect.comma': 'Anything: commas between cells, points in numbers',
  'export.dialect.spreadsheet': 'A spreadsheet such as Excel or LibreOffice',
  'export.dialect.raw': 'Only programs: text is left as it is, so do not open it in a spreadsheet',
  'export.period': 'Which days; all, if left empty',
  'export.from': 'From',
  'export.to': 'To',
  'export.services': 'Messengers in the file',
  'export.ticks': 'Also put into the file',
  'export.route': 'Which way traffic seemed to take',
  'export.addresses': 'The addresses of servers (IP)',
  'export.local-time': 'Local time beside UTC',
  'export.label': 'A name for this network',
  'export.label.how':
    'It stands in every row of a table, for example “home”. It is kept nowhere but in the file.',
  'export.how': 'The file is not encrypted: whoever has it can read it.',
  'export.save': 'Save the file',
  'export.cancel': 'Cancel the file',
  'export.progress.name': 'How far the file is',
  'export.progress': '{done} of about {total} checks are written',

  'forget.title': 'What is kept, and deleting it',
  'forget.keep': 'Keep the history for',
  'forget.keep.days': '{count, plural, one {# day} other {# days}}',
  'forget.keep.year': 'a year',
  'forget.keep.how':
    'Checks older than that are deleted. If you choose a shorter time, they are deleted at once.',
  'forget.delete': 'Delete everything',
  'forget.deleting': 'Deleting…',
  'forget.question': 'Delete everything?',
  'forget.question.what':
    'All results of checks, all settings and your consent to checks will be gone, and checks will stop. This cannot be undone.',
  'forget.question.yes': 'Delete',
  'forget.question.no': 'Keep',
  'forget.browser': 'What the browser itself keeps',
  'forget.browser.extension':
    'That this extension is installed, since when, and which sites it may ask. Removing the extension takes it off the list; traces may stay in the browser’s own files.',
  'forget.browser.use':
    'Chromium: in its history of pages, that the pages of this extension were open in tabs; and, in its notes on the extension, for when checks were planned.',
  'forget.browser.names':
    'Names of sites and their addresses, in memory, until the browser closes.',
  'forget.browser.sites':
    'What it notes about every site that it has contacted, the checked ones too. Chromium: which sites ask for secure connections (TransportSecurity) and how their servers and networks behaved (Network Persistent State). Firefox: the first of these (SiteSecurityServiceState), and which servers offered a faster protocol (AlternateServices). Clearing the browser’s browsing data removes most of it.',
  'forget.browser.disk':
    'Deleted files may stay on the disk until something else is written there. The history in them is encrypted, and its key has been deleted.',
  'forget.browser.files': 'Files that you downloaded stay where they are.',

  'aside.title': 'A history that was set aside',
  'aside.newer':
    'The history up to {at} was written by a newer version of this extension, which this version cannot read in full. It was set aside untouched, and checks go on in a new one.',
  'aside.damaged':
    'The history up to {at} is damaged on the disk. It was set aside as it is, and checks go on in a new one.',
  'aside.title.lost': 'A history that is lost',
  'aside.lost':
    'On {at} the history of checks was found to be gone: the browser deletes it where its files on the disk are damaged. Checks go on in a new one.',
  'aside.understood': 'Understood',
  'aside.save': 'Save what can be read',
  'aside.delete': 'Delete it',
  'aside.question': 'Delete the history that was set aside?',
  'aside.question.what':
    'Its checks will be gone; the history since then stays. This cannot be undone.',

  'history.title': 'Recent checks',
  'history.caption':
    '{count, plural, one {The last check, a row for each messenger} other {The last # checks, oldest first, a row for each messenger}}',
  'history.service': 'Messenger',
  'history.cell': '{time}: {state}',
  'history.gap.pause': 'No checks in between',
  'history.gap.left-out': 'Checks that went another way are left out here',
  'history.missing': '{time}: no data',
  'history.legend': 'What the signs mean',
  'history.no-data': 'No data',

  'filter.title': 'Which way traffic seemed to take',
  'filter.all': 'All ({count})',
  'filter.direct': 'Directly ({count})',
  'filter.vpn_likely': 'Another way ({count})',
  'filter.split': 'Two ways ({count})',
  'filter.unknown': 'Not clear ({count})',

  'pairs.title': 'Directly and another way',
  'pairs.caption':
    'What was last seen each way, within a day. Which way traffic took is a suggestion.',
  'pairs.direct': 'Directly',
  'pairs.detour': 'Another way',

  'evidence.title': 'The latest check in detail',
  'evidence.caption': 'Every attempt to reach {name} in the latest check',
  'evidence.none': 'No attempts were made.',
  'evidence.role': 'Role',
  'evidence.target': 'Target',
  'evidence.attempt': 'Attempt',
  'evidence.started': 'Started',
  'evidence.result': 'Result',
  'evidence.browser-error': 'Browser error',
  'evidence.status': 'HTTP status',
  'evidence.time': 'Time',
  'evidence.bytes': 'Bytes',
  'evidence.got-through': 'Got through',
  'evidence.failed': 'Failed',
  'evidence.private-authority': 'Certificate of an authority that browsers do not know',
  'evidence.retired': 'Retired: never seen to work here',
  'evidence.invalid': 'Does not count',
  'evidence.milliseconds': '{value} ms',
  'evidence.rate': '{value} a second',
  'evidence.service': '{name}: {state}',
} as const satisfies Record<string, string>;

export type DashboardMessageId = keyof typeof dashboard;
