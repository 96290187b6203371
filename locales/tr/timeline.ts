import type { TimelineMessageId } from '../en/timeline.ts';

export const timeline: Record<TimelineMessageId, string> = {
  'timeline.intro':
    'Bu tarayıcının gördükleri, ülkeniz hakkında bilinenler ve kendi notlarınız; yeniler başta. Olayların yan yana durması, birinin ötekine yol açtığı anlamına gelmez.',
  'timeline.shown': 'Göster',
  'timeline.changes': 'Bu tarayıcının gördüğü değişiklikler',
  'timeline.events': 'Bilinen olaylar',
  'timeline.notes': 'Notlarınız',
  'timeline.service': 'Mesajlaşma uygulaması',
  'timeline.all': 'Hepsi',
  'timeline.none': 'Gösterilecek bir şey yok.',
  'timeline.begin': 'Bu tarayıcının kontrolleri burada başlıyor. Öncesinde hiçbir şey ölçülmedi.',
  'timeline.event': 'Bilinen olay',
  'timeline.note': 'Notunuz',
  'timeline.source': 'Kaynak: {address}',
  'timeline.country':
    'Şu ülkenin bilinen olayları gösteriliyor: {country}. Ayarlarda başka bir ülke seçebilirsiniz.',
  'timeline.nowhere':
    'Ülkeniz bilinmiyor, bu yüzden yalnızca bütün dünyayı ilgilendiren olaylar gösteriliyor. Ülkenizi ayarlarda seçebilirsiniz.',
  'timeline.reviewed': 'Bilinen olayların listesi elle hazırlandı; en son gözden geçirme: {date}.',
  'note.new': 'Yeni not',
  'note.add': 'Not ekle',
  'note.day': 'Gün',
  'note.text': 'Not',
  'note.how':
    'Örneğin: “taşındık”, “yeni internet sağlayıcısı”. En çok {count, number} karakter. Notlar bu bilgisayarda kalır ve yedeğe girer, ama araştırmacılar için hazırlanan dosyalara hiç girmez.',
  'note.save': 'Kaydet',
  'note.cancel': 'Vazgeç',
  'note.edit': 'Düzenle',
  'note.edit.of': '“{text}” notunu düzenle',
  'note.delete': 'Sil',
  'note.delete.of': '“{text}” notunu sil',
  'note.question': 'Bu not silinsin mi?',
  'note.question.what': 'Geri getirilemez.',
  'note.yes': 'Sil',
  'note.no': 'Kalsın',
  'note.empty': 'Henüz bir şey yazılmadı. 1 ile {count, number} karakter arası yazılabilir.',
  'note.long': 'Notta {found, number} karakter var. En çok {count, number} olabilir.',
  'note.hidden': 'Notta görünmeyen karakterler var. Onları çıkarın ya da metni yeniden yazın.',
  'note.dayless': 'Bugünden sonra olmayan bir gün seçin.',
  'note.full': '{count, number} not var, daha fazlası sığmaz. Önce birini silin.',
  'note.unsaved': 'Not kaydedilemedi. Yeniden deneyin.',

  'event.ru-2025-08-13':
    'Roskomnadzor, WhatsApp ve Telegram aramalarının kısmen sınırlandığını bildirdi.',
  'event.ru-2025-09-05':
    'Bakanlık, mobil internet sınırlandığında açık kalan sitelerin listesini yayımladı.',
  'event.ru-2025-10-22':
    'Roskomnadzor, WhatsApp ve Telegram’ın kısmen sınırlandığını bildirdi; ülkenin güneyinden aksaklıklar haber verildi.',
  'event.ru-2025-11-28': 'Roskomnadzor, WhatsApp’ın adım adım sınırlandığını bildirdi.',
  'event.ru-2025-12-04':
    'Roskomnadzor, FaceTime’ın sınırlandığını ve Snapchat’in 10 Ekim’den beri engellendiğini bildirdi.',
  'event.ru-2025-12-22': 'Basın, WhatsApp’ın yüzde 70–80 yavaşladığını yazdı.',
  'event.ru-2026-02-10': 'Roskomnadzor Telegram’ı daha da yavaşlattı.',
  'event.ru-2026-02-11':
    'Basın, whatsapp.com ve web.whatsapp.com adlarının ulusal alan adı sisteminden silindiğini yazdı.',
  'event.ru-2026-03-20':
    'OONI ölçümlerine göre birçok sağlayıcı Telegram’ı engellemeye başlamış görünüyor.',
  'event.tr-2025-03-19':
    'OONI ölçümlerine göre büyük ağlarda WhatsApp ve Signal yavaşlıyor, Telegram engelleniyor.',
  'event.tr-2025-09-08':
    'OONI ölçümlerine göre büyük ağlarda WhatsApp ve Signal yeniden yavaşlıyor, Telegram engelleniyor.',
  'event.ir-2026-01-08': 'Ülkenin interneti dünyadan neredeyse tümüyle koparıldı.',
  'event.ir-2026-02-28': 'Ülkenin interneti yaklaşık üç ay boyunca dünyadan yeniden koparıldı.',
  'event.ir-2026-05-26': 'Cumhurbaşkanı internetin geri verilmesini emretti.',
  'event.messenger-2026-04-15':
    'Bir duyuruya göre Messenger’ın kendi sitesi nisan ortasında kapanıyor; mesajlar facebook.com’da kalıyor.',
};
