/** What all pages say, as ICU messages. */
export const pages = {
  'app.name': 'Dozvon',
  'app.language': 'Language',
  'page.overview': 'Overview',
  'build.research': 'Research build: the browser lets it contact any site.',

  'word.ok': 'Opens',
  'word.impaired': 'In part',
  'word.blocked': 'Blocked',
  'word.likely_blocked': 'Does not open',
  'word.blocked.before': 'Was blocked',
  'word.likely_blocked.before': 'Did not open',
  'word.down': 'Service is down',
  'word.insufficient': 'Unknown',
  'word.not-asked': 'Not checked',
  'word.not-permitted': 'Not permitted',
  'why.blocked.high': 'This is almost certainly a block.',
  'why.blocked.medium': 'This is probably a block.',
  'why.network.high': 'This is almost certainly the network’s doing.',
  'why.network.medium': 'This is probably the network’s doing.',
  'why.unclear': 'Why is not clear yet.',
  'strip.day': 'Last 24 hours: {parts}.',
  'strip.part': '{state} for {count, plural, one {# hour} other {# hours}}',
  'strip.hour': '{from}–{to}: {state}',
  'strip.mixed': 'Opens at times',
  'strip.missing': 'No checks',
  alike: 'The same is seen with {names}{more, plural, =0 {} other { and # more}}.',
  'alike.said': 'The same as with {name}.',
  since: 'Like this since {time}.',
  'either-way': 'Through your provider, it seems: {direct}. Not through it, it seems: {detour}.',
  'details.more': 'More on {name}',
  'roles.calls-alone':
    'Calls: their servers answer, but {name} itself does not open, so it is not known whether calls connect.',
  'roles.of': 'What gets through',

  'reason.got-through': '{name} answers as it should.',
  'reason.over-old-connection':
    '{name} answers over a connection that was already open. Whether a new one opens is not known yet.',
  'reason.national-certificate':
    '{name} answers, with a certificate of the state’s own authority. This browser does not know it and will warn you.',
  'reason.some-roles-fail': 'Part of {name} answers and part of it does not.',
  'reason.mostly-fails': 'Most connections to {name} fail, and some get through.',
  'reason.mostly-fails.counted': '{failures} of {tries} connections to {name} fail.',
  'reason.answers-late': '{name} answers, but far later than other sites do.',
  'reason.dns-withheld': 'The internet here “does not find” {name}, though it finds other sites.',
  'reason.dns-fails': 'The internet here “does not find” {name}.',
  'reason.no-answer': '{name} does not answer, although other sites do.',
  'reason.cut-off': 'The connection to {name} gets cut off.',
  'reason.cut-off-by-name':
    'The servers of {name} answer, but the connection is cut off as soon as it shows that it is for {name}.',
  'reason.silent-by-name':
    'The servers of {name} answer, but no more once the connection shows that it is for {name}.',
  'reason.refused': 'The connection to {name} is refused.',
  'reason.unreachable': 'This network says that there is no way through to {name}.',
  'reason.foreign-certificate':
    'Something else answers in place of {name}: the certificate it shows is not to be trusted.',
  'reason.foreign-answer': 'Something else answers in place of {name}.',
  'reason.handshake-fails': 'A secure connection to {name} cannot be set up.',
  'reason.handshake-fails-by-name':
    'The servers of {name} answer, but no secure connection is set up once it shows that it is for {name}.',
  'reason.transfer-freezes':
    'What goes to or from {name} starts and then stops, although elsewhere it goes on.',
  'reason.transfer-crawls': 'What goes to or from {name} crawls, although elsewhere it is quick.',
  'reason.block-page': 'A page that says the site is blocked comes in place of {name}.',
  'reason.legal-refusal': 'The answer says that {name} is closed off here for legal reasons.',
  'reason.server-error': '{name} reports a fault of its own.',
  'reason.server-hangs-up':
    '{name} ends the secure connection without an answer, so the fault seems to be its own.',
  'reason.certificate-expired':
    'The certificate of {name} has expired, which is for the service itself to mend.',
  'reason.certificate-revoked':
    'The certificate of {name} has been revoked by its issuer, which is for the service itself to mend.',
  'reason.name-unknown':
    'The address of {name} is not known anywhere, so the trouble seems to be with the service itself.',
  'reason.unclear-failure': '{name} does not open, and it is not clear why.',
  'reason.filter-answers':
    'A filter of this computer, household or organisation answers in place of {name}.',
  'reason.filter-withholds-name':
    'A filter of this computer, household or organisation does not give out the address of {name}.',
  'reason.leads-elsewhere':
    'All addresses of {name} lead to one other site. Whether that is its own is not known here, so nothing can be said.',
  'reason.policy-forbids':
    'The rules that whoever manages this browser has set do not let it open {name}.',
  'reason.proxy-refuses':
    'The proxy that this browser uses does not connect to {name}, although it connects to other sites.',
  'reason.network-offline': 'There is no connection, so nothing can be said about {name}.',
  'reason.network-portal':
    'The network wants you to sign in first, so {name} could not be checked.',
  'reason.network-degraded': 'The connection is too unreliable to say anything about {name}.',
  'reason.network-names': 'Names of sites are not found here, so nothing can be said about {name}.',
  'reason.clock-wrong':
    'The date on this computer is wrong, so nothing can be said about {name}: check the date.',
  'reason.network-allowlist':
    'Foreign sites do not open through this network now, and {name} is among those that do not.',
  'reason.network-only-some': 'Only some things work here, and {name} is not among them.',
  'reason.needs-permission': 'The browser does not allow the extension to check {name}.',
  'reason.not-through-detour':
    '{name} is not checked while traffic seems not to go through your provider: its operator would see where that traffic comes from.',
  'reason.blocked-by-extension': 'Another extension in this browser stopped the check of {name}.',
  'reason.proxy-fails':
    'Nothing opens through the proxy that this browser uses for {name}, so nothing can be said about {name}.',
  'reason.answered-by-proxy':
    'A proxy on the way answers in place of part of {name}, so that part could not be checked.',
  'reason.asked-in-https':
    'This browser asks everything in HTTPS, and part of {name} answers only without it, so that part could not be checked.',
  'reason.only-https-passes':
    'This network lets only HTTPS through, and part of {name} answers only without it, so that part could not be checked.',
  'reason.network-changed':
    'The network changed during the check, so what was seen of {name} does not count.',
  'reason.too-few-attempts': 'There have been too few attempts to say anything about {name}.',
  'reason.calls-path-open':
    'Calls: this network lets their data through; whether calls with {name} connect cannot be seen from here.',
  'reason.calls-path-closed':
    'Calls: this network does not let their data through to the servers that help to set calls up, so calls with {name} may well fail.',
  'reason.calls-path-domestic':
    'Calls: this network lets their data through inside the country only, so calls with {name} may well fail.',
  'reason.calls-limited':
    'Calls: it is publicly known that this country limits those through {name}. A browser cannot see whether they connect.',
  'reason.calls-not-asked': 'Calls: nothing was found out for {name}.',
  'reason.interrupted': 'The check of {name} was interrupted.',

  'confirming.ok': 'It opened in the last check; another is needed.',
  'confirming.impaired': 'Part of it worked in the last check; another is needed.',
  'confirming.blocked': 'It was blocked in the last check; another is needed.',
  'confirming.likely_blocked': 'It did not open in the last check; another is needed.',
  'confirming.down': 'It was down in the last check; another is needed.',
  'confirming.insufficient': 'The last check could not tell; this is what was known before it.',

  'situation.unchecked': 'Not checked yet',
  'situation.unchecked.text': 'Press “Check now” to see which messengers open from this browser.',
  'situation.paused': 'Paused until {time}',
  'situation.paused-open': 'Paused until you resume',
  'situation.stale': 'Last checked {ago}',
  'situation.no-permission': 'The browser does not let Dozvon check',
  'situation.no-permission.text':
    'Allow it access to the messengers’ sites, here or in the browser’s settings.',
  'situation.offline': 'No internet',
  'situation.offline.text':
    'Look at the connection. Nothing can be said about messengers until then.',
  'situation.portal': 'Sign in to the Wi-Fi first',
  'situation.portal.text': 'Open any site, sign in, then check again.',
  'situation.clock': 'Check the date on this computer',
  'situation.clock.text':
    'It is wrong, so some sites may not open. Set it right, then check again.',
  'situation.certificates': 'Secure connections fail their check',
  'situation.certificates.text':
    'Look at the date on this computer. Perhaps you have to sign in to this network first, or an antivirus program or the network looks into connections.',
  'situation.names': 'Sites are not found by their names',
  'situation.names.text':
    'The internet answers, but what finds sites (DNS) does not work, in this network or in the browser’s settings.',
  'situation.proxy': 'Nothing opens through the proxy',
  'situation.proxy.text':
    'This browser uses one, perhaps set by another extension. Little can be said about messengers until it works.',
  'situation.unsteady': 'The connection is unsteady',
  'situation.unsteady.text': 'Little can be said about messengers now. Check again a little later.',
  'situation.home-only': 'Only sites inside the country open',
  'situation.home-only.text': 'Foreign sites do not open now.',
  'situation.some-only': 'Only part of the internet works',
  'situation.some-only.text': 'Single services open, other sites do not.',
  'situation.permit': 'Allow access',
  'network.normal': 'The internet works',
  'network.secure-dns':
    'The browser looks up addresses through secure DNS, so blocking by the network’s own DNS cannot be seen from here.',
  'quiet.direct': 'through your provider, it seems',
  'quiet.vpn_likely.low': 'perhaps not through your provider',
  'quiet.vpn_likely.medium': 'not through your provider, it seems',
  'quiet.vpn_likely.high': 'very likely not through your provider',
  'quiet.split': 'two ways, it seems',
  'quiet.unknown': 'which way is not clear',
  'quiet.gap': 'which way traffic goes is not looked at',
  'quiet.secure-dns': 'Part of the blocking cannot be seen from here',

  'route.direct': 'Measured through your provider, it seems.',
  'route.vpn_likely.low': 'Perhaps not measured through your provider.',
  'route.vpn_likely.medium': 'Not measured through your provider, it seems.',
  'route.vpn_likely.high': 'Very likely not measured through your provider.',
  'route.split':
    'Measured two ways, it seems: sites inside the country through your provider, foreign ones not.',
  'route.unknown': 'It is not clear whether this was measured through your provider.',
  'route.country': 'Foreign sites see the traffic come from: {country}.',
  'route.seen': 'Seen {ago}.',
  'route.for': 'What speaks for it',
  'route.against': 'What speaks against it',
  'route.beside': 'What was seen besides',
  'route.service':
    '{name} answers. It seems not to be measured through your provider, so this says nothing about its network.',
  'route.gap.off': 'Which way traffic goes is not looked at.',
  'route.gap.no-permission':
    'Which way traffic goes is not looked at: the browser’s permission for it is missing. You can give it in the settings: open “Overview”, then “Settings”.',

  'summary.all': '{total, plural, =1 {{name} opens} other {All # open}}',
  'summary.all.detour':
    '{total, plural, =1 {{name} opens} other {All # open}}, it seems not through your provider',
  'summary.all.detour.low':
    '{total, plural, =1 {{name} opens} other {All # open}}, perhaps not through your provider',
  'summary.only': '{count, plural, one {Only {names} opens} other {Only {names} open}}',
  'summary.open':
    '{open, plural, =0 {None of the {total} opens} one {# of {total} opens} other {# of {total} open}}',
  'summary.unknown': 'It is not known which messengers open',
  'summary.closed':
    '{more, plural, =0 {{count, plural, one {{names} does not open} other {{names} do not open}}} other {{count} do not open: {names} and # more}}',
  'summary.impaired':
    '{more, plural, =0 {{count, plural, one {{names} works in part} other {{names} work in part}}} other {{count} work in part: {names} and # more}}',
  'summary.down': 'Service is down: {names}{more, plural, =0 {} other { and # more}}',
  'summary.again': 'Needs another check: {names}{more, plural, =0 {} other { and # more}}',
  'summary.unknown-of': 'Unknown: {names}{more, plural, =0 {} other { and # more}}',
  'summary.unasked': 'Not checked: {names}{more, plural, =0 {} other { and # more}}',
  'summary.others': 'The other {count} open',

  'first.title': 'Nothing is sent until you say so',
  'first.purpose':
    'Dozvon tells which messengers open from this browser, and what stops the others.',
  'first.short':
    'About every 15 minutes, small requests go to the messengers and, to compare, to a few other sites. Your provider and whoever runs the network see where they go, and when. We see nothing.',
  'first.more': 'What is sent, how often, and who sees it',
  'first.what': 'What is sent',
  'first.what.text':
    'Small requests go to each messenger’s own addresses and, to compare, to neutral sites and to servers for names (DNS) and calls.',
  'first.often': 'How often',
  'first.often.text':
    'Checks come about every 15 minutes, with more detail every six hours. You can choose fewer checks, or check only by hand. While traffic seems not to go through your provider, nothing inside the country is asked (in countries whose blocks Dozvon knows).',
  'first.seen': 'Who can see it',
  'first.seen.text':
    'Your provider and whoever runs the network see where requests go, and when. The sites and services see your address, as on any visit. Other programs on this computer may notice the requests, too.',
  'first.unseen': 'Who cannot',
  'first.unseen.text':
    'We see nothing: there is no server of ours. The results stay in this browser.',
  'first.agree': 'Start checking',
  'first.elsewhere':
    'A start from here leaves out whether traffic goes through your provider: the browser has to ask you first, which it can only do on a page.',
  'first.open': 'Start on a page of its own',

  'visibility.title': 'Who can see what',
  'visibility.untranslated': 'This page has not been translated yet.',

  'pause.title': 'Pause checks',
  'pause.hour': 'For an hour',
  'pause.tomorrow': 'Until tomorrow',
  'pause.resumed': 'Until I resume',
  'pause.until': 'Paused until {time}.',
  'pause.until-resumed': 'Paused until you resume.',
  'pause.once': '“Check now” checks once and does not end the pause.',
  'pause.resume': 'Resume',
  'pause.by-hand': 'Checks run only when you ask.',

  'checked.ago': 'Checked {ago}',
  'checked.now': 'Checked just now',
  'next.in': 'Next check {when}',
  'next.now': 'Next check is about to start',

  'action.check': 'Check now',
  'action.cancel': 'Cancel',
  'action.more': 'More',
  'action.download': 'Download CSV',

  'so-far.opens': 'Opens so far',
  'so-far.in-part': 'Works in part so far',
  'so-far.name-not-found': 'Address not found so far',
  'so-far.no-answer': 'No answer so far',
  'so-far.cut-off': 'Gets cut off so far',
  'so-far.fails': 'Does not open so far',

  'progress.headline': '{known, plural, =0 {Checking…} other {Clear so far: # of {total}}}',
  'progress.refining': 'Only details are left to look into.',
  'progress.running':
    'Checked to the end: {done} of {total, plural, one {# messenger} other {# messengers}}',
  'progress.announce':
    '{known, plural, =0 {A check is running.} other {A check is running. Open so far: {open} of {total}.}}{closed, plural, =0 {} other { Not opening so far: {names}.}}',
  'progress.checking': 'Checking…',
  'progress.last': 'In the last check: “{result}”.',
  'progress.details': 'What the last check found:',

  'aside.short': 'The earlier history cannot be used any more. Open “Overview” to see more.',

  'error.worker': 'The extension does not respond. Close this window, open it and try again.',
  'error.storage':
    'The browser cannot read what this extension has stored. Restart the browser; if that does not help, remove the extension and install it again. History and settings are lost then.',
  'error.history': 'The history of checks cannot be read.',
  'error.export': 'The file could not be made.',
  'error.unsaved':
    'The last check could not be saved; perhaps the disk is full. Checks go on, but the history has a gap until there is room again.',

  'role.web': 'Website',
  'role.messages': 'Messages',
  'role.media': 'Pictures and files',
  'role.calls': 'Calls',
  'role.registration': 'Registration',
  'role.api': 'App connection',
  'role.login': 'Sign-in',
  'part.ok': 'gets through',
  'part.impaired': 'gets through in part',
  'part.blocked': 'blocked',
  'part.likely_blocked': 'does not get through',
  'part.down': 'down',
  'part.insufficient': 'unknown',
} as const satisfies Record<string, string>;

export type MessageId = keyof typeof pages;
