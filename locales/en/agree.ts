/** What only the pages say on which a person agrees to the look at the route too, as ICU messages. */
export const agree = {
  'agree.does': 'What Dozvon does',
  'agree.does.text': 'It needs no account. Nothing has to be set up.',
  'agree.sent': 'What is sent, and what you risk',
  'agree.sent.risk':
    'If it is dangerous where you live to be seen trying to reach a messenger, leave that messenger out below, or do not start.',
  'agree.choose': 'What you choose',
  'agree.services': 'Leave some of the messengers out',
  'agree.check': 'The first check',
  'agree.check.text':
    'It takes about half a minute. You can watch it: each messenger gets its word as soon as it is clear.',
  'agree.route': 'Also tell whether my traffic goes through my provider',
  'agree.route.text':
    'For this, requests also go to a few sites that tell the caller’s address back, to some that have long been blocked, and to some that open only inside the country. Without them, Dozvon cannot tell which way traffic goes. You can turn this off later.',
  'agree.route.permission':
    'The browser will ask you to allow access to data on these sites. Dozvon does not see the pages that you open.',
} as const satisfies Record<string, string>;

export type AgreeMessageId = keyof typeof agree;
