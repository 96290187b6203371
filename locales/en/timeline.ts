import type { EventId } from '../../lib/model/known-event.ts';

/** What the timeline alone says: its page loads them when it is opened. */
export const timeline = {
  'timeline.intro':
    'What this browser saw, what is known of your country, and your own notes, latest first. Things that stand close to each other need not have to do with each other.',
  'timeline.shown': 'Show',
  'timeline.changes': 'Changes seen by this browser',
  'timeline.events': 'Known events',
  'timeline.notes': 'Your notes',
  'timeline.service': 'Messenger',
  'timeline.all': 'All',
  'timeline.none': 'There is nothing to show.',
  'timeline.begin': 'The checks of this browser begin here. Nothing was measured before.',
  'timeline.event': 'Known event',
  'timeline.note': 'Your note',
  'timeline.source': 'Source: {address}',
  'timeline.country':
    'Known events are those of this country: {country}. You can name another one in the settings.',
  'timeline.nowhere':
    'Which country is yours is not known, so only events of the whole world are shown. You can name your country in the settings.',
  'timeline.reviewed':
    'The list of known events is made by hand; it was last gone through on {date}.',
  'note.new': 'New note',
  'note.add': 'Add a note',
  'note.day': 'Day',
  'note.text': 'Note',
  'note.how':
    'For example: moved house, new provider. At most {count, number} characters. Notes stay on this computer and go into backups, but never into files for researchers.',
  'note.save': 'Save',
  'note.cancel': 'Do not save',
  'note.edit': 'Edit',
  'note.edit.of': 'Edit the note “{text}”',
  'note.delete': 'Delete',
  'note.delete.of': 'Delete the note “{text}”',
  'note.question': 'Delete this note?',
  'note.question.what': 'It cannot be brought back.',
  'note.yes': 'Delete',
  'note.no': 'Keep it',
  'note.empty': 'Nothing is written yet. Allowed: 1 to {count, number} characters.',
  'note.long': 'The note has {found, number} characters. Allowed: at most {count, number}.',
  'note.hidden': 'The note has characters that cannot be seen. Leave them out, or type it anew.',
  'note.dayless': 'Choose a day, no later than today.',
  'note.full': 'There are {count, number} notes, and no more fit. Delete one first.',
  'note.unsaved': 'The note was not saved. Try again.',

  'event.ru-2025-08-13':
    'Roskomnadzor says that calls in WhatsApp and Telegram are limited in part.',
  'event.ru-2025-09-05':
    'The ministry publishes a list of sites that stay open while mobile internet is limited.',
  'event.ru-2025-10-22':
    'Roskomnadzor says that WhatsApp and Telegram are limited in part; failures are reported from the south.',
  'event.ru-2025-11-28': 'Roskomnadzor says that WhatsApp is being limited step by step.',
  'event.ru-2025-12-04':
    'Roskomnadzor says that FaceTime is limited, and that Snapchat has been blocked since 10 October.',
  'event.ru-2025-12-22': 'News media report that WhatsApp has become 70 to 80 % slower.',
  'event.ru-2026-02-10': 'Roskomnadzor slows Telegram down further.',
  'event.ru-2026-02-11':
    'News media report that the names whatsapp.com and web.whatsapp.com are gone from the national system of names.',
  'event.ru-2026-03-20':
    'OONI’s measurements suggest that many providers have begun to block Telegram.',
  'event.tr-2025-03-19':
    'OONI’s measurements show WhatsApp and Signal slow and Telegram blocked on large networks.',
  'event.tr-2025-09-08':
    'OONI’s measurements show WhatsApp and Signal slow and Telegram blocked on large networks once more.',
  'event.ir-2026-01-08': 'The country’s internet is cut off from the world almost entirely.',
  'event.ir-2026-02-28':
    'The country’s internet is cut off from the world again, for about three months.',
  'event.ir-2026-05-26': 'The president orders the internet to be restored.',
  'event.messenger-2026-04-15':
    'According to an announcement, Messenger’s own site ends in mid-April; its messages are at facebook.com.',
} satisfies Record<`event.${EventId}`, string> & Record<string, string>;

export type TimelineMessageId = keyof typeof timeline;
