import type { DashboardMessageId } from '../en/dashboard.ts';

export const dashboard: Record<DashboardMessageId, string> = {
  'state.impaired': 'Qisman ishlaydi',
  'state.network': 'Ochilmayapti: internetning bir qismigina ishlayapti',

  'nav.skip': 'Sahifa mazmuniga oʻtish',
  'nav.title': 'Sahifalar',
  'nav.services': 'Messenjerlar',
  'page.title': '{page} · Dozvon',
  'page.notLoaded': 'Sahifa yuklanmadi. Uni qayta oching.',
  'page.timeline': 'Vaqt chizigʻi',
  'page.settings': 'Sozlamalar',
  'page.share': 'Ulashish',
  'page.export': 'Faylga saqlash',
  'page.backup': 'Zaxira nusxa',
  'page.about': 'Dozvon haqida',
  'page.round': 'Bitta tekshiruv',
  'page.unknown': 'Bunday sahifa yoʻq',
  'page.unknown.text': 'Bu manzilda hech narsa yoʻq.',
  'page.unknown.back': 'Sharhga',
  'service.unchecked': 'Hozir {name} tekshirilmaydi.',
  'service.latest': 'Oxirgi tekshiruv batafsil',
  'round.title': 'Tekshiruv: {time}',
  'round.missing': 'Tarixda bunday tekshiruv yoʻq. U oʻchirilgandir.',
  'round.delete': 'Shu tekshiruvni oʻchirish',
  'round.delete.question': 'Shu tekshiruv oʻchirilsinmi?',
  'round.delete.what': 'Uning natijalari tarixdan va barcha yigʻindilardan oʻchadi.',
  'export.nothing': 'Hozircha saqlaydigan narsa yoʻq: tekshiruv boʻlmagan.',

  'settings.organisation': 'Tashkilotingiz sozlagan',
  'settings.organisation.set':
    'Bu sozlamalarning bir qismini tashkilotingiz belgilagan. Ularni oʻzgartirish mumkin.',
  'settings.organisation.locked':
    'Bu sozlamalarning bir qismini tashkilotingiz belgilagan. Kul ranglilarini faqat u oʻzgartira oladi.',
  'settings.organisation.problem':
    'Uning soʻnggi qoidalari mos kelmaydi, shuning uchun ulardan hech narsa olinmadi:',
  'settings.checks': 'Qachon tekshirish',
  'settings.checked': 'Nimani tekshirish',
  'settings.every': 'Avtomatik tekshiruvlar',
  'settings.every.minutes': '{count, plural, one {har # daqiqada} other {har # daqiqada}}',
  'settings.every.hours': '{count, plural, one {har # soatda} other {har # soatda}}',
  'settings.every.never': 'yoʻq, faqat men soʻraganda',
  'settings.network-change': 'Tarmoq yoki trafik yoʻli oʻzgarganda ham tekshirish',
  'settings.watch': 'Trafik yoʻli oʻzgarganini bir daqiqa ichida sezish',
  'settings.watch.how':
    'Buning uchun taxminan har 45 soniyada bitta kichik soʻrov xorijiy saytdan trafik qayerdan kelayotganini soʻraydi.',
  'settings.through-detour':
    'Mamlakat ichidagi xizmatlarni trafik provayderingiz orqali ketmayotganda ham tekshirish',
  'settings.through-detour.how':
    'Shunda ularning egalari bu trafik qayerdan kelayotganini koʻradi va uni oʻz manzilingiz bilan solishtira oladi. Bu belgilanmasa, trafik provayderingiz orqali ketmayotgandek koʻringanda ularga soʻrov yuborilmaydi.',
  'settings.saving-data': 'Brauzerda trafikni tejash yoqilgan boʻlsa, avtomatik tekshirmaslik',
  'settings.cellular': 'Mobil tarmoqda avtomatik tekshirmaslik',
  'settings.services': 'Qaysi messenjerlarni tekshirish',
  'settings.services.further': 'Boshqa messenjerlar',
  'settings.services.further.how':
    'Birini yoqqaningizda, brauzer Dozvon uning saytlariga murojaat qila oladimi deb soʻraydi.',
  'settings.order': 'Messenjerlar tartibi',
  'settings.order.how':
    'Roʻyxatlarda shu tartibda turadi. Muammosi borlari baribir birinchi turadi.',
  'settings.order.up': 'Yuqoriga surish: {name}',
  'settings.order.down': 'Pastga surish: {name}',
  'settings.order.now': '{name}: {count} tadan {place}-oʻrin',
  'settings.look': 'Koʻrinishi',
  'settings.theme': 'Mavzu',
  'settings.theme.system': 'Brauzerdagidek',
  'settings.theme.light': 'Yorugʻ',
  'settings.theme.dark': 'Qorongʻi',
  'settings.discreet': 'Koʻzga tashlanmaydigan koʻrinish',
  'settings.discreet.how':
    'Paneldagi belgi oddiy kulrang shakl boʻladi: natijalar haqida son, rang yoki soʻz koʻrsatmaydi.',
  'reset.title': 'Boshidagidek',
  'reset.how':
    'Tarix va uning saqlanish muddati, oʻz saytlaringiz, katalog, til, bildirishnomalar, serverga yuborish, toʻxtatib turish va roziligingiz oʻz holicha qoladi.',
  'reset.ask': 'Sozlamalarni boshlangʻich holatga qaytarish',
  'reset.question': 'Sozlamalar boshlangʻich holatga qaytarilsinmi?',
  'reset.what':
    'Nima va qachon tekshirilishi, tartib, koʻrinish va trafik yoʻliga oid sozlamalar boshidagidek boʻladi: taxminan har 15 daqiqada avtomatik tekshiruv, faqat odatdagi messenjerlar.',
  'reset.yes': 'Qaytarish',
  'reset.no': 'Qoldirish',
  'reset.done': 'Sozlamalar boshidagidek boʻldi.',

  'upload.title': 'Oʻz serveringizga yuborish',
  'upload.how':
    'Buni sozlamaguningizcha hammasi shu kompyuterda qoladi. Tadqiqot guruhi har bir tekshiruvni oʻz serverida olishi mumkin. Oʻsha server shu kompyuterning manzilini va oldindan koʻrishda koʻrsatilgan narsani koʻradi. Tekshiruvlar toʻxtatib turilganda hech narsa yuborilmaydi.',
  'upload.set-up': 'Sozlash',
  'upload.kind': 'Server turi',
  'upload.kind.otlp': 'OpenTelemetry (HTTP orqali OTLP)',
  'upload.field.url': 'Server manzili',
  'upload.field.url.how': 'https orqali; http faqat shu kompyuterda.',
  'upload.field.authorization': 'Parol (Authorization sarlavhasi)',
  'upload.field.authorization.how':
    '“Bearer …” yoki “Basic …” koʻrinishida; boʻsh qoldirish mumkin. U shu kompyuterda qoladi va zaxira nusxaga kirmaydi.',
  'upload.field.label': 'Bu tarmoqning nomi',
  'upload.field.label.how':
    'Boʻsh qoldirish mumkin. Har bir yozuv bilan yuboriladi, shunda turli tarmoqlarning yozuvlarini ajratish mumkin.',
  'upload.field.country': 'Mamlakat',
  'upload.field.country.how':
    'Ikki harf, masalan DE; boʻsh qoldirish mumkin. Har bir yozuv bilan yuboriladi.',
  'upload.field.group': 'Guruh',
  'upload.field.group.how':
    'Gatusdagi tashqi nuqtalar guruhi; ularning nomlari — messenjerlarning identifikatorlari.',
  'upload.field.pushUrls': 'Yuborish manzillari',
  'upload.field.pushUrls.how':
    'Har bir monitorda “Signal almashinuvi davomiyligi” qiymati tekshiruvlar orasidagi vaqtdan kamida uch baravar koʻp boʻlsin: shuncha vaqt xabar kelmasa, Uptime Kuma messenjer ishlamayapti deb oʻzi koʻrsatadi. Bu yerga har bir messenjer uchun bir qator: identifikatori, boʻsh joy va “?” belgisidan keyingi qismi yoʻq manzil. Masalan: telegram https://kuma.example.com/api/push/abc',
  'upload.field.signals': 'Nima yuboriladi',
  'upload.signals.logs': 'Har bir urinish va har bir natija (jurnal)',
  'upload.signals.metrics': 'Holatlar, sonlar va vaqtlar (koʻrsatkichlar)',
  'upload.encoding': 'Yozuv formati',
  'upload.routing':
    'Shuningdek trafik yoʻli: provayder orqali ketayotganga oʻxshaydimi, qaysi mamlakat va tarmoqdan chiqadi',
  'upload.preview': 'Nima yuborilishini koʻrsatish',
  'upload.preview.none': 'Hali tekshiruv boʻlmagan.',
  'upload.preview.nothing': 'Oxirgi tekshiruvdan hech narsa yuborilmas edi.',
  'upload.preview.binary':
    'Ikkilik koʻrinishda yuboriladi; bu yerda matn koʻrinishida koʻrsatilgan.',
  'upload.on': 'Yoqish',
  'upload.off': 'Oʻchirib qoʻyish',
  'upload.permit': 'Ruxsat berish',
  'upload.is-on': 'Yoqilgan: {host}. Boshlanishi: {time}.',
  'upload.sent': 'Yuborilgan tekshiruvlar: {count, number}. Kutmoqda: {waiting, number}.',
  'upload.dropped': 'Juda koʻp kutgani uchun yuborilmay qolgan tekshiruvlar: {count, number}.',
  'upload.refused': 'Server qabul qilmagan yozuvlar: {count, number}.',
  'upload.unpermitted':
    'Brauzer bu manzilga ruxsat bermaydi, shuning uchun hech narsa yuborilmaydi.',
  'upload.next': 'Keyingi urinish: {time}.',
  'upload.problem.unreachable': 'Serverga yetib boʻlmaydi.',
  'upload.problem.slow': 'Server vaqtida javob bermaydi.',
  'upload.problem.status': 'Server xato bilan javob beradi ({status}).',
  'upload.problem.answer': 'Serverning javobi tushunarsiz.',
  'upload.problem.secret': '{field}: bu toʻgʻri kelmaydi. Mumkin boʻlgani: {allowed}.',
  'upload.rule.address': 'https manzili yoki shu kompyuterning http manzili',
  'upload.rule.credentials': 'foydalanuvchi nomi va parolsiz manzil',
  'upload.rule.fragment': '# belgisidan keyingi qismi yoʻq manzil',
  'upload.rule.query': '? belgisidan keyingi qismi yoʻq manzil',
  'upload.rule.signals': 'ikkisidan kamida bittasi',
  'upload.rule.authorization': 'koʻpi bilan 2000 ta ASCII harfi, raqami va belgisi',
  'upload.rule.label': 'koʻpi bilan 80 ta koʻrinadigan belgi',
  'upload.rule.country': 'ikki harf',
  'upload.rule.group': '1 tadan 80 tagacha harf, raqam, - yoki _',
  'upload.rule.pushUrls': 'har bir qatorda identifikator va https manzili',
  'upload.rule.service': 'quyidagi identifikatorlardan biri, har biri faqat bitta qatorda: {ids}',

  'own.title': 'Oʻz saytlaringiz',
  'own.how':
    'Ular messenjerlar bilan birga tekshiriladi, lekin ular qatoriga kirmaydi. Brauzer Dozvon ularning har biriga murojaat qila oladimi deb soʻraydi. Roʻyxat shu kompyuterda qoladi; sayt nomi topilmasa, u haqda nom serverlaridan ham soʻraladi.',
  'own.field.name': 'Nomi',
  'own.field.name.how': 'Sayt roʻyxatda shunday ataladi.',
  'own.field.url': 'Manzil',
  'own.field.url.how': 'Sayt nomi, masalan example.com, yoki sahifaning https manzili.',
  'own.field.contains': 'Sahifadagi matn',
  'own.field.contains.how':
    'Boʻsh qoldirish mumkin. “Bir marta sinash” matn sahifada bor-yoʻqligini aytadi; sahifaning koʻpi bilan 64 kB qismi oʻqiladi. Tekshiruv esa saytning har qanday javobini hisoblaydi.',
  'own.add': 'Qoʻshish',
  'own.try': 'Bir marta sinash',
  'own.trying': 'Javob kutilmoqda…',
  'own.remove': 'Olib tashlash',
  'own.full': 'Saytlar {count} ta, bundan koʻp qoʻshib boʻlmaydi.',
  'own.problem': '{field}: “{found}” toʻgʻri kelmaydi. Mumkin boʻlgani: {allowed}.',
  'own.problem.empty': '{field}: hech narsa kiritilmagan. Mumkin boʻlgani: {allowed}.',
  'own.rule.name': '1 tadan 40 tagacha koʻrinadigan belgi',
  'own.rule.address': 'sayt nomi yoki https manzili',
  'own.rule.https': 'faqat https',
  'own.rule.credentials': 'foydalanuvchi nomi va parolsiz manzil',
  'own.rule.fragment': '# belgisidan keyingi qismi yoʻq manzil',
  'own.rule.port': 'port raqamisiz manzil',
  'own.rule.public':
    'saytning hammaga ochiq nomi; raqamli manzil ham, faqat mahalliy tarmoq biladigan nom ham emas',
  'own.rule.unreachable': 'brauzerlarga javob beradigan sayt; bu hech biriga javob bermaydi',
  'own.rule.text': 'koʻpi bilan 100 ta belgi',
  'own.answer.answered':
    '{status, select, none {Javob {ms} ms oʻtib keldi.} other {Javob {ms} ms oʻtib keldi, kodi {status}.}}',
  'own.answer.refused':
    'Javob keldi, kodi {status}, lekin bu server xatosi, rad etish yoki sayt oʻrnidagi begona sahifa.',
  'own.answer.name': 'Javob yoʻq: sayt nomi topilmadi ({error}).',
  'own.answer.silence': 'Javob vaqtida kelmadi.',
  'own.answer.cut': 'Javob yoʻq: ulanish uzildi ({error}).',
  'own.answer.closed': 'Javob yoʻq: ulanish rad etildi ({error}).',
  'own.answer.certificate': 'Brauzer koʻrsatilgan sertifikatga ishonmaydi ({error}).',
  'own.answer.failed': 'Javob yoʻq ({error}).',
  'own.answer.unsent': 'Bu sayt haqida hech narsa demaydi: sabab shu kompyuterda ({error}).',
  'own.answer.forbidden':
    'Brauzer bu saytga murojaat qilishga ruxsat bermaydi, shuning uchun soʻrov yuborilmadi.',
  'own.answer.text': 'Matn sahifada bor.',
  'own.answer.no-text': 'Matn sahifada topilmadi.',
  'own.answer.once': 'Bitta soʻrov hech narsani isbotlamaydi; tekshiruv bir necha marta soʻraydi.',

  'offer.text':
    'Mamlakatingizda koʻpchilik shulardan ham foydalanadi: {names}. Bu hozircha tekshirilmaydi: avval brauzer saytlarga murojaat qilishga ruxsat berishi kerak.',
  'offer.yes': 'Buni ham tekshirish',
  'offer.no': 'Kerak emas',

  'catalog.title': 'Manzillar katalogi',
  'catalog.how':
    'Unda tekshiriladigan barcha xizmatlarning manzillari va taqqoslash uchun betaraf saytlar bor. Dozvon bilan kelganidan yangiroq katalogni fayldan ochish mumkin. Faylni faqat ishongan odamingizdan oling: bu brauzer qaysi saytlarga murojaat qilishini uni tuzgan odam hal qiladi.',
  'catalog.in-use.built-in': 'Hozir: Dozvon bilan kelgani, sanasi {version}.',
  'catalog.in-use.file': 'Hozir: fayldan, sanasi {version}, oxirgi koʻrib chiqilgani {reviewed}.',
  'catalog.back': 'Dozvon bilan kelganini qaytarish',
  'catalog.open': 'Yangiroq katalogni ochish (JSON):',
  'catalog.preview': 'Katalog, sanasi {version}, oxirgi koʻrib chiqilgani {reviewed}',
  'catalog.preview.same': 'Unda hozirgisidagi bilan bir xil narsalar bor.',
  'catalog.list.services': 'Xizmatlar',
  'catalog.list.targets': 'Xizmatlarning manzillari',
  'catalog.list.controls': 'Betaraf saytlar va serverlar',
  'catalog.list.countries': 'Mamlakatlar',
  'catalog.added': 'Yangi: {names}',
  'catalog.changed': 'Oʻzgargan: {names}',
  'catalog.removed': 'Endi yoʻq: {names}',
  'catalog.hosts': 'Hozir murojaat qilinmaydigan saytlar',
  'catalog.hosts.none': 'Bunday sayt yoʻq',
  'catalog.permissions':
    'Brauzer tekshiruvga keraklilariga Dozvon murojaat qila oladimi deb soʻraydi. “Yoʻq” desangiz, hech narsa oʻzgarmaydi.',
  'catalog.use': 'Shu katalogdan foydalanish',
  'catalog.leave': 'Kerak emas',
  'catalog.outcome.used': 'Endi shu katalog ishlatiladi.',
  'catalog.outcome.unpermitted':
    'Brauzer uning saytlariga murojaat qilishga ruxsat bermaydi, shuning uchun hech narsa oʻzgarmadi.',
  'catalog.outcome.failed': 'Bu katalogdan foydalanib boʻlmaydi, hech narsa oʻzgarmadi.',
  'catalog.problem':
    'Fayl toʻgʻri kelmaydi, hech narsa oʻzgarmadi. {field}: topilgani {found}. Mumkin boʻlgani: {allowed}.',
  'catalog.problem.file': 'Butun fayl',
  'catalog.rule.size': 'koʻpi bilan 512 kB',
  'catalog.rule.json': 'JSON hujjati',
  'catalog.rule.shape': '{detail}',
  'catalog.rule.missing': 'bu yerda yoʻq qiymat: {detail}',
  'catalog.rule.unknown': 'bunday maydon boʻlmasligi kerak',
  'catalog.rule.newer': 'shundan keyingi kun: {detail} (Dozvon bilan kelgan katalog kuni)',
  'catalog.rule.soon': 'eng kechi {detail}: shu kompyuter soati boʻyicha bugundan bir oy keyin',
  'catalog.rule.text': '1 tadan 60 tagacha koʻrinadigan belgi',
  'catalog.rule.once': 'faqat bir marta uchraydigan identifikator',
  'catalog.rule.known': 'faylning boshqa joyida bor narsa',
  'catalog.rule.prefix':
    'xizmat identifikatori, qiya chiziq va oʻz qismi; xizmat uchun — own- bilan boshlanmaydigan narsa',
  'catalog.rule.sentinel': 'boshqa rolga muhtoj boʻlmagan majburiy rolning ovoz beradigan manzili',
  'catalog.rule.role':
    'ovoz beradigan manzili bor rol; yoki faqat qoʻngʻiroq serverlari orqali, majburiy boʻlmagan qoʻngʻiroqlar',
  'catalog.rule.https': 'faqat https',
  'catalog.rule.public': 'saytning hammaga ochiq nomi yoki hammaga ochiq manzil (IPv4)',
  'catalog.rule.unreachable': 'brauzerlarga javob beradigan sayt; bu hech biriga javob bermaydi',
  'catalog.rule.bare':
    'odatdagi koʻrinishdagi manzil: foydalanuvchi nomi, parol, port, # belgisidan keyingi qism va odamni koʻrsatib qoʻyishi mumkin boʻlgan uzun sonlarsiz',
  'catalog.rule.permitted':
    'https boʻlmasa va WebSocket uchun — faqat Dozvon shunday murojaat qila oladigan saytlar',
  'catalog.rule.apart': 'katalogda boshqa hech narsa murojaat qilmaydigan sayt',
  'catalog.rule.enough': 'tekshiruvga yetarli: {detail}',
  'catalog.rule.few': 'bunchalik koʻp emas: {detail}',

  'settings.route': 'Trafik qaysi yoʻldan ketmoqda',
  'settings.route.show': 'Trafik qaysi yoʻldan ketayotganini tekshirish va koʻrsatish',
  'alerts.title': 'Bildirishnomalar',
  'alerts.on': 'Messenjer ochilmay qolsa yoki qayta ochilsa, xabar berish',
  'alerts.on.how':
    'Brauzer bildirishnoma koʻrsatadi; avval u sizdan ruxsat soʻraydi. Faqat tasdiqlangan oʻzgarishlar aytiladi, internetning oʻzidagi nosozlikdan boʻlganlari hech qachon aytilmaydi. Birga kelgan oʻzgarishlar birga aytiladi: 15 daqiqada koʻpi bilan bitta, kuniga koʻpi bilan sakkizta bildirishnoma.',
  'alerts.revoked':
    'Bildirishnomalar yoqilgan edi, lekin brauzer endi ruxsat bermaydi, shuning uchun hech narsa aytilmaydi. Katakchani belgilang, brauzer yana soʻraydi.',
  'alerts.names': 'Bildirishnomada messenjerlar nomini koʻrsatish',
  'alerts.names.how':
    'Ekraningizni, u qulflangan boʻlsa ham, boshqalar koʻrishi mumkin, tizim esa eski bildirishnomalarni roʻyxatda saqlashi mumkin. Nomlarsiz bildirishnoma faqat nimadir oʻzgarganini aytadi; nima ekanini koʻrish uchun uni bosing.',
  'alerts.quiet': 'Sokin soatlar',
  'alerts.quiet.how':
    'Bu paytda hech narsa koʻrsatilmaydi. Oʻzgargani keyin bitta bildirishnomada aytiladi; avvalgi holiga qaytgani aytilmaydi.',
  'alerts.quiet.from': 'Sokinlik boshi',
  'alerts.quiet.to': 'Sokinlik oxiri',
  'alerts.pause': 'Bildirishnomalarni toʻxtatib turish',
  'alerts.paused': 'Bildirishnomalar toʻxtatib turilgan, tugashi: {time}.',
  'alerts.services': 'Qaysi messenjerlar haqida xabar berish',
  'settings.route.permission':
    'Brauzer buning uchun kerakli saytlarga kirishga ruxsat bermaydi: soʻrov qayerdan kelganini aytadiganlarga, anchadan beri bloklanganlarga va faqat mamlakat ichida ochiladiganlarga. Katakchani belgilaganingizda u sizdan soʻraydi.',
  'settings.home': 'Mening mamlakatim',
  'settings.home.automatic': 'Avtomatik, soat boʻyicha',
  'settings.home.how':
    'Shunga qarab Dozvon qaysi saytlarni mamlakat ichidagi deb hisoblashni va qaysi mamlakatdagi bloklashni izlashni hal qiladi.',
  'settings.calls.ask':
    'Qoʻngʻiroq maʼlumotlari oʻtishini tekshirish (chet eldagi serverdan soʻraydi)',
  'settings.calls.domestic': 'Buning uchun mamlakat ichidagi serverlardan ham soʻrash',
  'settings.calls': 'Qoʻngʻiroqlar yoʻlini ham taqqoslash',
  'settings.calls.how':
    'Qoʻngʻiroqlarni ulashga yordam beradigan server (STUN) ular qaysi manzildan kelayotganini koʻradi. Bu manzil xotirada saytlar koʻradigani bilan taqqoslanadi; ikkalasi ham saqlanmaydi.',
  'settings.route.record': 'Trafik chiqadigan mamlakat va tarmoq raqamini (AS) tarixda saqlash',

  'export.title': 'Tekshiruvlarni faylga saqlash',
  'export.format': 'Faylda nima boʻladi',
  'export.format.csv': 'Har bir urinish (CSV)',
  'export.format.verdicts': 'Har bir tekshiruvning har bir messenjer boʻyicha natijasi (CSV)',
  'export.format.changes': 'Faqat natijalarning oʻzgarishi (CSV)',
  'export.format.parquet': 'Har bir urinish, maʼlumot tahlil qiladigan dasturlar uchun (Parquet)',
  'export.format.ooni': 'Har bir urinish, OONI formatida (JSON Lines, gzip)',
  'export.format.jsonl': 'Tekshiruvlar yozilgan holicha (JSON Lines)',
  'export.format.bundle': 'Bularning hammasi tavsifi bilan, tadqiqot uchun (ZIP)',
  'export.dialect': 'Fayl nima bilan ochiladi',
  'export.dialect.comma': 'Istalgan dastur bilan: kataklar orasida vergul, sonlarda nuqta',
  'export.dialect.spreadsheet': 'Jadval dasturi bilan, masalan Excel yoki LibreOffice',
  'export.dialect.raw':
    'Faqat maʼlumot bilan ishlaydigan dasturlar bilan: matn oʻz holicha qoladi, shuning uchun jadval dasturida ochmang',
  'export.period': 'Shu kompyuter soati boʻyicha qaysi kunlar; boʻsh qolsa, hammasi',
  'export.from': 'Boshi',
  'export.to': 'Oxiri',
  'export.to.rule': '{day} yoki undan keyin',
  'export.services': 'Fayldagi messenjerlar',
  'export.ticks': 'Faylga bularni ham yozish',
  'export.route': 'Trafik qaysi yoʻldan ketgandek koʻringani',
  'export.addresses': 'Serverlarning manzillari (IP)',
  'export.local-time': 'UTC yonida mahalliy vaqt',
  'export.label': 'Shu tarmoqning nomi',
  'export.label.how':
    'U jadvalning har bir qatorida turadi, masalan “uy”. Fayldan boshqa hech qayerda saqlanmaydi.',
  'export.how': 'Fayl shifrlanmagan: kimda boʻlsa, oʻsha oʻqiy oladi.',
  'export.save': 'Faylni saqlash',
  'export.cancel': 'Saqlamaslik',
  'export.progress.name': 'Qanchasi yozildi',
  'export.progress': 'Yozilgan tekshiruvlar: taxminan {total, number} tadan {done, number} ta',

  'backup.how':
    'Barcha tekshiruv va sozlamalar bilan bitta fayl: saqlash yoki boshqa brauzerda davom ettirish uchun.',
  'backup.readable':
    'Fayl shifrlanmagan: kimda boʻlsa, oʻsha qaysi messenjerlarni, qachon va qanday natija bilan tekshirishingizni oʻqiy oladi.',
  'backup.readable.exits':
    'Fayl shifrlanmagan: kimda boʻlsa, oʻsha qaysi messenjerlarni, qachon, qanday natija bilan tekshirishingizni va trafigingiz qaysi mamlakat va tarmoqdan (AS) chiqqanini oʻqiy oladi.',
  'backup.save': 'Nusxani saqlash',
  'backup.cancel': 'Bekor qilish',
  'backup.open': 'Nusxani ochish:',
  'backup.saving': 'Qanchasi yozildi',
  'backup.saving.progress':
    'Yozilgan tekshiruvlar: taxminan {total, number} tadan {done, number} ta',
  'backup.reading': 'Qanchasi oʻqildi',
  'backup.reading.progress':
    'Oʻqilgan tekshiruvlar: taxminan {total, number} tadan {done, number} ta',
  'backup.restoring': 'Qanchasi tiklandi',
  'backup.restoring.progress':
    'Tiklangan tekshiruvlar: taxminan {total, number} tadan {done, number} ta',
  'backup.outcome.saved': 'Nusxa saqlandi.',
  'backup.outcome.not-saved': 'Nusxani saqlab boʻlmayapti.',
  'backup.outcome.restored': 'Nusxadagi hamma narsa tiklandi.',
  'backup.outcome.unreadable': 'Fayl oʻqilmayapti, hech narsa oʻzgarmadi.',
  'backup.outcome.unchanged':
    'Nusxani tiklab boʻlmayapti, hech narsa oʻzgarmadi. Diskda joy yoʻqdir.',
  'backup.preview': 'Nusxa, vaqti {at}, Dozvon {version} yaratgan',
  'backup.checks': 'Tekshiruvlar',
  'backup.checks.count':
    '{count, plural, one {# ta tekshiruv} other {# ta tekshiruv}}, ulardan bu yerda borlari: {known, number}',
  'backup.period': '{from} – {to}',
  'backup.summaries':
    '{count, plural, one {Yana # ta tekshiruvning faqat natijasi bor} other {Yana # ta tekshiruvning faqat natijasi bor}}',
  'backup.notes': 'Sizning qaydlaringiz: {count, number}',
  'backup.notes.left-out':
    'Koʻpi bilan {most, number} ta qayd sigʻadi. Bular qoʻshilsa, eng eskilari yoʻqoladi: {count, number}',
  'backup.services': 'Messenjerlar',
  'backup.exits': 'Trafik chiqqan mamlakat va tarmoq',
  'backup.exits.kept': 'Ular nusxada bor va tiklanadi.',
  'backup.exits.dropped':
    'Ular nusxada bor, lekin olinmaydi: sozlamalar ularni saqlashga ruxsat bermaydi.',
  'backup.here': '{count, plural, one {Bu yerda # ta tekshiruv} other {Bu yerda # ta tekshiruv}}',
  'backup.how.merge': 'Bu yerdagini qoldirib, nusxadan yetishmaganini qoʻshish',
  'backup.how.replace': 'Bu yerdagini oʻchirib, faqat nusxadagini qoldirish',
  'backup.settings': 'Nusxadan sozlamalarni ham olish',
  'backup.settings.how':
    'Tekshiruvlarga rozilik ham, saytlarga kirish ruxsati ham fayldan olinmaydi. Shu sozlamalar oʻzgaradi:',
  'backup.settings.permissions':
    'Baʼzilari uchun brauzer Dozvon ularning saytlariga murojaat qila oladimi deb soʻraydi. Ruxsat bermasangiz, ularga muhtoj narsalar oʻchiq qoladi.',
  'backup.settings.same': 'Nusxadagi sozlamalar bu yerdagi bilan bir xil.',
  'backup.setting.pause': 'Tekshiruvlarni toʻxtatib turish',
  'backup.setting.kept-days': 'Tarix qancha saqlanishi',
  'backup.setting.language': 'Til',
  'backup.restore': 'Tiklash',
  'backup.replace': 'Bu yerdagi tekshiruvlarni almashtirish',
  'backup.leave': 'Kerak emas',
  'backup.problem':
    'Fayl toʻgʻri kelmaydi, hech narsa oʻzgarmadi. {line}-qator, {field}: topilgani {found}. Mumkin boʻlgani: {allowed}.',
  'backup.problem.lack':
    'Fayl toʻgʻri kelmaydi, hech narsa oʻzgarmadi. {line}-qator, {field}. Mumkin boʻlgani: {allowed}.',
  'backup.problem.line': 'butun qator',
  'backup.problem.file':
    'Fayl toʻgʻri kelmaydi, hech narsa oʻzgarmadi. Mumkin boʻlgani: {allowed}.',
  'backup.rule.gzip':
    'Dozvon yaratgan toʻliq nusxa; bu fayl uzilgan, buzilgan yoki butunlay boshqa',
  'backup.rule.size': 'kamroq; Dozvon tarixi bunchalik katta boʻlmaydi',
  'backup.rule.line': 'qisqaroq qator',
  'backup.rule.text': 'UTF-8 matni',
  'backup.rule.json': 'JSON qatori',
  'backup.rule.schema': 'Dozvon yaratgan nusxa (dozvon.backup/1)',
  'backup.rule.newer':
    'Dozvonning shu versiyasi tushunadigan nusxa (dozvon.backup/1); buni yangiroq versiya yaratgan',
  'backup.rule.shape': '{detail}',
  'backup.rule.missing': 'bu yerda yoʻq qiymat: {detail}',
  'backup.rule.order': 'shu joyda: {detail}',
  'backup.rule.once': 'faqat bir marta uchraydigan tekshiruv',
  'backup.rule.counts': 'qancha boʻlsa, shuncha: {detail}',
  'backup.rule.sum':
    'shungacha boʻlgan barcha qatorlar yigʻindisi; fayl oʻzgartirilgan yoki buzilgan',
  'backup.rule.end': 'fayl oxiri; fayl uzilgan',

  'forget.title': 'Nima saqlanadi va uni qanday oʻchirish mumkin',
  'forget.keep': 'Tarixni saqlash muddati',
  'forget.keep.days': '{count, plural, one {# kun} other {# kun}}',
  'forget.keep.year': 'bir yil',
  'forget.keep.how':
    'Bundan eski tekshiruvlar oʻchiriladi. Qisqaroq muddat tanlasangiz, ortiqchasi darhol oʻchadi.',
  'forget.part': 'Bir qismini oʻchirish',
  'forget.part.how':
    'Tekshiruv ketayotgan boʻlsa, avval u tugaydi. Avval saqlangan fayl va nusxalarga hamda chetga olingan tarixga bu tegmaydi. Messenjerning oxirgi holati va uning manzillari keyingi paytda qanchalik tez-tez javob bergani, messenjerning oʻzi oʻchirilmasa, keyingi tekshiruvlar uchun qoladi.',
  'forget.part.final': 'Buni qaytarib boʻlmaydi.',
  'forget.days': 'Shu kunlardagi tekshiruvlar, ikkalasi ham kiradi',
  'forget.days.delete': 'Shu kunlarni oʻchirish',
  'forget.days.question': 'Shu kunlar oʻchirilsinmi?',
  'forget.days.what':
    '{days}: {count, plural, =0 {tekshiruv yoʻq.} one {# ta tekshiruv oʻchiriladi.} other {# ta tekshiruv oʻchiriladi.}}',
  'forget.days.notes': 'Shu kunlardagi qaydlaringiz ham oʻchiriladi: {count, number}.',
  'forget.service': 'Messenjer yoki saytning barcha natijalari',
  'forget.service.none': 'tanlanmagan',
  'forget.service.delete': 'Uning natijalarini oʻchirish',
  'forget.service.question': '{name}: barcha natijalari oʻchirilsinmi?',
  'forget.service.what':
    '{count, plural, =0 {{name} natijalari birorta tekshiruvda ham yoʻq.} one {{name} natijalari # ta tekshiruvdan oʻchiriladi.} other {{name} natijalari # ta tekshiruvdan oʻchiriladi.}} Yuqorida oʻchirib qoʻymasangiz, uni tekshirish davom etadi.',
  'forget.delete': 'Hammasini oʻchirish',
  'forget.deleting': 'Oʻchirilmoqda…',
  'forget.question': 'Hammasi oʻchirilsinmi?',
  'forget.question.what':
    'Tekshiruvlarning barcha natijalari, barcha sozlamalar va tekshiruvlarga roziligingiz oʻchadi; tekshiruvlarning oʻzi toʻxtaydi. Buni qaytarib boʻlmaydi.',
  'forget.question.yes': 'Oʻchirish',
  'forget.question.no': 'Qoldirish',
  'forget.browser': 'Brauzerning oʻzi nimani saqlaydi',
  'forget.browser.extension':
    'Bu kengaytma oʻrnatilgani, qaysi kundan beri va qaysi saytlarga murojaat qila olishi. Kengaytmani olib tashlasangiz, u roʻyxatdan ketadi, lekin brauzer fayllarida izlari qolishi mumkin.',
  'forget.browser.use':
    'Chromium: sahifalar tarixida — shu kengaytma sahifalari varaqlarda ochilgani; kengaytma haqidagi yozuvlarda — tekshiruvlar qaysi vaqtga rejalangani.',
  'forget.browser.names': 'Saytlar nomlari va manzillari — xotirada, brauzer yopilguncha.',
  'forget.browser.sites':
    'Oʻzi murojaat qilgan barcha saytlar haqidagi qaydlar, tekshirilganlari ham. Chromium: qaysi saytlar himoyalangan ulanish (TransportSecurity) va xatolar haqida hisobot (Reporting and NEL) soʻraydi va ularning serverlari va tarmoqlari oʻzini qanday tutgan (Network Persistent State). Firefox: shularning birinchisi (SiteSecurityServiceState) va qaysi serverlar tezroq protokol taklif qilgan (AlternateServices). Brauzerning oʻzida maʼlumotlar tozalansa, buning koʻp qismi oʻchadi.',
  'forget.browser.disk':
    'Oʻchirilgan fayllar oʻrniga boshqa narsa yozilguncha diskda qolishi mumkin. Ulardagi tarix shifrlangan, kaliti esa oʻchirilgan.',
  'forget.browser.files': 'Siz yuklab olgan fayllar turgan joyida qoladi.',

  'aside.title': 'Chetga olingan tarix',
  'aside.newer':
    'Shu vaqtgacha boʻlgan tarixni kengaytmaning yangiroq versiyasi yozgan: {at}. Bu versiya uni toʻliq oʻqiy olmaydi. U tegilmasdan chetga olindi, tekshiruvlar yangi tarix bilan davom etmoqda.',
  'aside.damaged':
    'Shu vaqtgacha boʻlgan tarix diskda buzilgan: {at}. U oʻz holicha chetga olindi, tekshiruvlar yangi tarix bilan davom etmoqda.',
  'aside.title.lost': 'Yoʻqolgan tarix',
  'aside.lost':
    'Tekshiruvlar tarixi yoʻqolgani shu vaqtda aniqlandi: {at}. Diskdagi fayllari buzilsa, brauzer uni oʻchiradi. Tekshiruvlar yangi tarix bilan davom etmoqda.',
  'aside.title.mended': 'Bir qismi buzilgan tarix',
  'aside.mended':
    'Tarixning bir qismi diskda buzilgani shu vaqtda aniqlandi: {at}. U qolganidan qaytadan tuzildi, birorta tekshiruv oʻchirilmadi. Holat hozir aytilganidan oldin boshlangan boʻlishi mumkin. Tekshiruvlari endi saqlanmaydigan kunlarning ustunlari va oʻzgarishlari boʻlmasligi mumkin.',
  'aside.understood': 'Tushunarli',
  'aside.save': 'Oʻqiladiganini saqlash',
  'aside.delete': 'Uni oʻchirish',
  'aside.question': 'Chetga olingan tarix oʻchirilsinmi?',
  'aside.question.what':
    'Uning tekshiruvlari oʻchadi, undan keyingi tarix qoladi. Buni qaytarib boʻlmaydi.',

  'round.trigger.schedule': 'Jadval boʻyicha tekshiruv.',
  'round.trigger.manual': 'Siz soʻragan tekshiruv.',
  'round.trigger.network-change': 'Tarmoq yoki trafik yoʻli oʻzgargandan keyingi tekshiruv.',
  'round.trigger.startup': 'Brauzer ishga tushgandan keyingi tekshiruv.',
  'round.trigger.confirm': 'Avval koʻrilganni qayta tekshirish.',
  'round.took': '{seconds} soniya davom etdi.',
  'waterfall.label':
    '{count, plural, one {{name} bilan bogʻlanishga # ta urinish, vaqt chizigʻida; pastdagi jadval ham shuni aytadi} other {{name} bilan bogʻlanishga # ta urinish, vaqt chizigʻida; pastdagi jadval ham shuni aytadi}}',
  'waterfall.name': 'Manzilni topish',
  'waterfall.connection': 'Ulanish',
  'waterfall.handshake': 'Shifrlash haqida kelishuv',
  'waterfall.answer': 'Javobni kutish',
  'waterfall.body': 'Javobni olish',
  'waterfall.whole': 'Hammasi birga: brauzer qismlarini aytmaydi',
  'waterfall.gate': 'Betaraf saytlardan soʻraldi',
  'waterfall.clock':
    'Shu tekshiruv paytida soat oʻzgartirildi, shuning uchun uning vaqti chizmada koʻrsatilmaydi.',
  'controls.title': 'Taqqoslash uchun betaraf saytlar',
  'controls.caption': 'Tarmoqning oʻzi ishlagani shulardan koʻrinadi',
  'controls.foreign': 'Chet elda',
  'controls.domestic': 'Mamlakat ichida',
  'controls.dns': 'Manzillarni topish',
  'controls.portal': 'Tarmoqqa kirish sahifasi',
  'controls.filter': 'Oʻz filtringiz',
  'controls.transfer': 'Maʼlumot almashish',
  'controls.calls-foreign': 'Qoʻngʻiroqlar, chet elda',
  'controls.calls-domestic': 'Qoʻngʻiroqlar, mamlakat ichida',

  'bars.title': 'Avval qanday edi',
  'bars.of': '{name}: avval qanday edi',
  'bars.how': 'Ustun nimani bildirishini bilish uchun uni koʻrsating yoki tanlang.',
  'bars.words': '{time}: {what}',
  'bars.counted': '{state} ({count, number})',
  'bars.none': 'Tekshiruv boʻlmagan',
  'bars.share': 'Ochilgan ulushi',
  'bars.checks': 'Shu vaqtdagi tekshiruvlar',
  'bars.no-rounds': 'Shu vaqtdagi tekshiruvlarning oʻzi endi saqlanmaydi, faqat yigʻindilari bor.',
  'bars.legend': 'Ustunlar nimani bildiradi',
  'span.title': 'Qaysi vaqt oraligʻi',
  'span.day': '24 soat',
  'span.week': '7 kun',
  'span.month': '30 kun',
  'span.quarter': '90 kun',
  'span.year': 'Bir yil',
  'changes.title': 'Nima oʻzgardi',
  'changes.none': 'Hozircha hech narsa oʻzgarmagan.',
  'changes.what': '{name}: {to}',
  'changes.network': 'Oʻshanda internetning bir qismigina ishlagan.',
  'changes.before':
    '{count, plural, one {Avval: {from}. Oʻzgarish # ta tekshiruvda koʻrildi,} other {Avval: {from}. Oʻzgarish # ta tekshiruvda koʻrildi,}}',
  'changes.more': 'Yana koʻrsatish',

  'details.mechanisms': 'Texnik belgi',
  'at-home.title': 'Mamlakat ichidagi xizmatlar va boshqalar',
  'at-home.names': '{names}{more, plural, =0 {} other { va yana # ta}}',
  'at-home.opened':
    'natijalarning {count, plural, one {{share} qismida ochildi} other {{share} qismida ochildi}}: {checks, number} tadan {opened, number} tasida',
  'at-home.note':
    'Faqat ikkala turi ham bir xil yoʻldan tekshirilgan vaqt hisobga olinadi. Nega farq qilishi bundan bilinmaydi. Natija — bitta tekshiruv bitta xizmat haqida aytgani. “Qisman ishlaydi” bu yerda ochiq deb hisoblanmaydi.',
  'times.title': 'Jadval koʻrinishida',
  'times.chart.latency': 'Javoblar qancha vaqt oldi',
  'times.caption': 'Har bir vaqtdagi tekshiruvlarda nima koʻrindi, yangisi birinchi',
  'times.when': 'Vaqti',
  'times.checks': 'Tekshiruvlar',
  'times.failures': 'Muvaffaqiyatsiz ulanishlar',
  'times.failed': '{tries, number} tadan {failures, number} tasi muvaffaqiyatsiz',
  'times.median': 'Yarmi shundan oshmadi',
  'times.slowest': '100 tadan 95 tasi shundan oshmadi',
  'changes.witnesses': 'Bu tekshiruvlarda nima koʻrindi',
  'about.method': 'Dozvon buni qanday biladi',
  'about.asked':
    'U shu brauzerdan har bir messenjerning manzillariga, uning oʻz sayti va ilovalari kabi, kichik soʻrovlar yuboradi va brauzer nima deganini yozib oladi: javob, xato, sukut.',
  'about.compared':
    'Ular bilan birga betaraf saytlardan ham soʻraydi. Ular ham javob bermasa, gap tarmoqda, messenjerlar haqida hech narsa aytilmaydi. Shunda ham nimadir ochilsa, faqat qaysi messenjerlar ochilishi va qaysilari ochilmasligi aytiladi.',
  'about.repeated':
    'Bitta muvaffaqiyatsizlik hech narsani isbotlamaydi. Tarmoq ishlayotgan boʻlsa, “ochilmayapti” faqat orada vaqt qoldirib, ketma-ket uch marta muvaffaqiyatsiz urinishdan keyin, shu orada betaraf saytlar javob bergan boʻlsa yoki oʻz tomoningizdagi filtr javob bergan boʻlsa aytiladi.',
  'about.proof':
    '“Bloklangan” deyish uchun koʻproq kerak, masalan: soxta manzil; shu tarmoqdan boshqa hamma joyda topiladigan sayt nomi; begona sahifa yoki begona sertifikat; messenjer nomi aytilmasa javob beradigan oʻsha server.',
  'about.route':
    'Trafik qaysi yoʻldan ketayotgani — bir nechta belgi boʻyicha taxmin. U provayderingiz orqali ketmayotgandek koʻrinsa, ochilgan narsalar provayder haqida hech narsa demaydi.',
  'about.unknown':
    'Qoʻngʻiroqlar ulanishi, xabarlar yetib borishi va ilovalar ishga tushishi brauzerdan koʻrinmaydi.',
  'about.translation': 'Tarjima',
  'about.unreviewed': 'Bu tarjimani ona tili oʻzbekcha boʻlgan odam hali koʻrib chiqmagan.',
  'about.version': 'Versiya va litsenziya',
  'about.software':
    'Oxirgi tekshiruvni Dozvon {version} oʻtkazdi, qoidalar {logic}, brauzer {browser}.',
  'about.catalog': 'Manzillar katalogi sanasi: {version}.',
  'about.licence':
    'Dozvon — erkin dastur, MIT litsenziyasi. Oʻz serverimiz yoʻq. Dastur bu kompyuterdan faqat tekshiruv soʻrovlarini va, agar bu sozlangan boʻlsa, ularning natijalarini sozlamalarda koʻrsatilgan serverga yuboradi.',
  'share.card': 'Dozvon · {day}',
  'share.note':
    'Bitta brauzerdan koʻrilgani. Kartada qayerda, qaysi tarmoqda va qaysi yoʻldan ekani aytilmagan. Ilovalarda boshqacha boʻlishi mumkin.',
  'share.what':
    'Boshqalarga koʻrsatish uchun oxirgi tekshiruv rasmi. U shu yerda yasaladi va oʻzi hech qayerga ketmaydi. Unda kun va messenjerlar bor, tarmogʻingiz, manzillaringiz va oʻz saytlaringiz haqida hech narsa yoʻq. Uni olgan odam siz tekshirganingizni biladi.',
  'share.gap.unchecked': 'Hozircha koʻrsatadigan narsa yoʻq: tekshiruv boʻlmagan.',
  'share.gap.unclear':
    'Koʻrsatadigan narsa yoʻq: oxirgi tekshiruv messenjerlar haqida juda kam aytadi yoki juda eski. Qayta tekshiring va shu sahifaga qayting.',
  'share.gap.unconfirmed':
    'Karta hali yoʻq: oxirgi tekshiruv koʻrganini yana bir tekshiruv tasdiqlashi kerak. Qayta tekshiring va shu sahifaga qayting.',
  'share.gap.detour':
    'Hozir karta yoʻq: trafik toʻliq provayderingiz orqali ketmayotgandek koʻrinmoqda, shuning uchun ochilgan narsalar u haqida hech narsa demaydi.',
  'share.save': 'Rasmni saqlash',
  'share.copy': 'Matn koʻrinishida nusxalash',
  'share.failed': 'Brauzer rasm yasay olmadi.',
  'share.as-text': 'Matn koʻrinishida',
  'diagnostics.title': 'Nosozlik haqida hisobot',
  'diagnostics.what':
    'Biror narsa ishlamasa, bu hisobot sababini topishga yordam beradi. U shu yerda yasaladi va oʻzi hech qayerga ketmaydi. Unda manzillar, trafik yoʻli, soatlar va oʻz saytlaringiz nomlari yoʻq.',
  'diagnostics.show': 'Hisobotni koʻrsatish',
  'action.copy': 'Nusxalash',
  'copy.done': 'Nusxalandi',
  'copy.failed': 'Brauzer ruxsat bermadi: matnni belgilab, oʻzingiz nusxalang.',

  'history.service': 'Messenjer',

  'filter.title': 'Trafik qaysi yoʻldan ketgandek koʻringani',
  'filter.all': 'Hammasi ({count, number})',
  'filter.direct': 'Provayder orqali ({count, number})',
  'filter.vpn_likely': 'Provayder orqali emas ({count, number})',
  'filter.split': 'Ikki yoʻldan ({count, number})',
  'filter.unknown': 'Nomaʼlum ({count, number})',

  'pairs.title': 'Provayder orqali va usiz',
  'pairs.caption':
    'Bir sutka ichida har bir yoʻldan oxirgi marta koʻrilgani. Trafik qaysi yoʻldan ketgani — faqat taxmin.',
  'pairs.direct': 'Provayder orqali',
  'pairs.detour': 'Provayder orqali emas',

  'evidence.title': 'Barcha urinishlar',
  'evidence.caption': 'Shu tekshiruvda {name} bilan bogʻlanishga barcha urinishlar',
  'evidence.none': 'Urinish boʻlmagan.',
  'evidence.role': 'Nima tekshirildi',
  'evidence.target': 'Nishon',
  'evidence.attempt': 'Urinish',
  'evidence.started': 'Boshlanishi',
  'evidence.result': 'Natija',
  'evidence.browser-error': 'Brauzer xatosi',
  'evidence.status': 'HTTP kodi',
  'evidence.time': 'Vaqti',
  'evidence.bytes': 'Bayt',
  'evidence.got-through': 'Oʻtdi',
  'evidence.failed': 'Oʻtmadi',
  'evidence.private-authority': 'Sertifikatni brauzerlar tanimaydigan markaz bergan',
  'evidence.retired': 'Hisobdan chiqarilgan: bu yerda biror marta ham ishlamagan',
  'evidence.invalid': 'Hisobga olinmaydi',
  'evidence.milliseconds': '{value} ms',
  'evidence.rate': 'soniyasiga {value}',
  'evidence.service': '{name}: {state}',
};
