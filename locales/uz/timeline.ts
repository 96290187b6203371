import type { TimelineMessageId } from '../en/timeline.ts';

export const timeline: Record<TimelineMessageId, string> = {
  'timeline.intro':
    'Shu brauzer nimani koʻrgani, mamlakatingiz haqida nima maʼlumligi va oʻz qaydlaringiz — avval yangisi. Voqealar yonma-yon tursa, bu biri ikkinchisiga sabab boʻldi degani emas.',
  'timeline.shown': 'Koʻrsatish',
  'timeline.changes': 'Shu brauzer koʻrgan oʻzgarishlar',
  'timeline.events': 'Maʼlum voqealar',
  'timeline.notes': 'Sizning qaydlaringiz',
  'timeline.service': 'Messenjer',
  'timeline.all': 'Hammasi',
  'timeline.none': 'Koʻrsatadigan narsa yoʻq.',
  'timeline.begin':
    'Shu brauzerdagi tekshiruvlar shu yerdan boshlanadi. Bungacha hech narsa oʻlchanmagan.',
  'timeline.event': 'Maʼlum voqea',
  'timeline.note': 'Sizning qaydingiz',
  'timeline.source': 'Manba: {address}',
  'timeline.country':
    'Shu mamlakatning maʼlum voqealari koʻrsatilgan: {country}. Boshqa mamlakatni sozlamalarda koʻrsatish mumkin.',
  'timeline.nowhere':
    'Mamlakatingiz nomaʼlum, shuning uchun faqat butun dunyoga oid voqealar koʻrsatilgan. Mamlakatni sozlamalarda koʻrsatish mumkin.',
  'timeline.reviewed':
    'Maʼlum voqealar roʻyxati qoʻlda tuzilgan, oxirgi marta koʻrib chiqilgan kun: {date}.',
  'note.new': 'Yangi qayd',
  'note.add': 'Qayd qoʻshish',
  'note.day': 'Kun',
  'note.text': 'Qayd',
  'note.how':
    'Masalan: “koʻchdik”, “yangi provayder”. Koʻpi bilan {count, number} ta belgi. Qaydlar shu kompyuterda qoladi va zaxira nusxaga kiradi, lekin tadqiqotchilar uchun fayllarga tushmaydi.',
  'note.save': 'Saqlash',
  'note.cancel': 'Saqlamaslik',
  'note.edit': 'Oʻzgartirish',
  'note.edit.of': '“{text}” qaydini oʻzgartirish',
  'note.delete': 'Oʻchirish',
  'note.delete.of': '“{text}” qaydini oʻchirish',
  'note.question': 'Shu qayd oʻchirilsinmi?',
  'note.question.what': 'Uni qaytarib boʻlmaydi.',
  'note.yes': 'Oʻchirish',
  'note.no': 'Qoldirish',
  'note.empty': 'Hozircha hech narsa yozilmagan. 1 tadan {count, number} tagacha belgi mumkin.',
  'note.long': 'Qaydda {found, number} ta belgi bor. Koʻpi bilan {count, number} ta mumkin.',
  'note.hidden':
    'Qaydda koʻrinmaydigan belgilar bor. Ularni olib tashlang yoki matnni qayta tering.',
  'note.dayless': 'Bugundan kech boʻlmagan kunni tanlang.',
  'note.full': 'Qaydlar soni {count, number} ta, boshqa sigʻmaydi. Avval bittasini oʻchiring.',
  'note.unsaved': 'Qayd saqlanmadi. Yana urinib koʻring.',

  'event.ru-2025-08-13':
    'Roskomnadzor WhatsApp va Telegramdagi qoʻngʻiroqlar qisman cheklanganini maʼlum qildi.',
  'event.ru-2025-09-05':
    'Vazirlik mobil internet cheklanganda ochiladigan saytlar roʻyxatini eʼlon qildi.',
  'event.ru-2025-10-22':
    'Roskomnadzor WhatsApp va Telegram qisman cheklanganini maʼlum qildi; mamlakat janubidan uzilishlar haqida yozildi.',
  'event.ru-2025-11-28': 'Roskomnadzor WhatsApp bosqichma-bosqich cheklanayotganini maʼlum qildi.',
  'event.ru-2025-12-04':
    'Roskomnadzor FaceTime cheklangani, Snapchat esa 10-oktabrdan beri bloklanganini maʼlum qildi.',
  'event.ru-2025-12-22': 'OAV WhatsApp 70–80 foizga sekinlashganini xabar qildi.',
  'event.ru-2026-02-10': 'Roskomnadzor Telegramni yana ham sekinlashtirdi.',
  'event.ru-2026-02-11':
    'OAV whatsapp.com va web.whatsapp.com nomlari milliy domen nomlari tizimidan yoʻqolganini xabar qildi.',
  'event.ru-2026-03-20':
    'OONI oʻlchovlariga koʻra, koʻp provayderlar Telegramni bloklay boshlaganga oʻxshaydi.',
  'event.tr-2025-03-19':
    'OONI oʻlchovlariga koʻra, yirik tarmoqlarda WhatsApp va Signal sekinlashgan, Telegram bloklangan.',
  'event.tr-2025-09-08':
    'OONI oʻlchovlariga koʻra, yirik tarmoqlarda WhatsApp va Signal yana sekinlashgan, Telegram bloklangan.',
  'event.ir-2026-01-08': 'Mamlakat interneti dunyodan deyarli butunlay uzildi.',
  'event.ir-2026-02-28': 'Mamlakat interneti dunyodan yana, taxminan uch oyga uzildi.',
  'event.ir-2026-05-26': 'Prezident internetni tiklashni buyurdi.',
  'event.messenger-2026-04-15':
    'Eʼlonga koʻra, Messengerning oʻz sayti aprel oʻrtasida yopiladi, xabarlar facebook.com saytida qoladi.',
};
