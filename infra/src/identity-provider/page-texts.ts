import type { Language } from '@birlik/messages/language';

type Text = Readonly<Record<Language, string>>;

/** What the pages of the identity provider say. */
export const pageTexts = {
  language: { az: 'Dil', en: 'Language', ru: 'Язык', tr: 'Dil' },
  signIn: { az: 'Birliyə daxil olun', en: 'Sign in to Birlik', ru: 'Вход в Birlik', tr: 'Birlik’e giriş yapın' },
  demonstration: {
    az: 'Bu, nümayişdir: kim olacağınızı seçin. Parol lazım deyil. Buradakı hər kəs uydurmadır, heç biri real şəxs deyil.',
    en: 'This is a demonstration: choose who you are. No password is needed. Everybody here is made up; none is a real person.',
    ru: 'Это демонстрация: выберите, кем вы будете. Пароль не нужен. Все эти люди вымышлены, ни одного из них нет на самом деле.',
    tr: 'Bu bir gösterim: kim olacağınızı seçin. Parola gerekmez. Buradaki herkes uydurmadır, hiçbiri gerçek bir kişi değildir.',
  },
  volunteers: { az: 'Könüllülər', en: 'Volunteers', ru: 'Волонтёры', tr: 'Gönüllüler' },
  officers: {
    az: 'Təşkilatların əməkdaşları',
    en: 'People of organisations',
    ru: 'Сотрудники организаций',
    tr: 'Kuruluşların çalışanları',
  },
  newcomer: { az: 'Yeni şəxs', en: 'Somebody new', ru: 'Новый человек', tr: 'Yeni biri' },
  newcomerHint: {
    az: 'Birlikdə hələ heç kim olmayan biri. Eyni adla yenidən daxil ola bilərsiniz.',
    en: 'Nobody of Birlik yet. The same name brings you back.',
    ru: 'Тот, кого в Birlik ещё нет. С тем же именем можно вернуться.',
    tr: 'Birlik’te henüz olmayan biri. Aynı adla geri dönebilirsiniz.',
  },
  name: { az: 'Ad', en: 'Name', ru: 'Имя', tr: 'Ad' },
  enter: { az: 'Daxil ol', en: 'Sign in', ru: 'Войти', tr: 'Giriş yap' },
  noName: {
    az: 'Ən azı bir hərf və ya rəqəm yazın.',
    en: 'Write at least one letter or digit.',
    ru: 'Напишите хотя бы одну букву или цифру.',
    tr: 'En az bir harf veya rakam yazın.',
  },
  signOut: { az: 'Çıxış', en: 'Sign out', ru: 'Выход', tr: 'Çıkış' },
  signOutQuestion: {
    az: 'Bütün tətbiqlərdən çıxmaq istəyirsiniz?',
    en: 'Do you want to sign out of all applications?',
    ru: 'Выйти из всех приложений?',
    tr: 'Tüm uygulamalardan çıkmak istiyor musunuz?',
  },
  leave: { az: 'Çıx', en: 'Sign out', ru: 'Выйти', tr: 'Çıkış yap' },
  signedOut: { az: 'Siz çıxmısınız.', en: 'You have signed out.', ru: 'Вы вышли.', tr: 'Çıkış yaptınız.' },
  failed: {
    az: 'Daxil olmaq alınmadı',
    en: 'Signing in did not work',
    ru: 'Войти не получилось',
    tr: 'Giriş yapılamadı',
  },
  startAgain: {
    az: 'Tətbiqə qayıdın və yenidən başlayın.',
    en: 'Go back to the application and start again.',
    ru: 'Вернитесь в приложение и начните заново.',
    tr: 'Uygulamaya dönün ve yeniden başlayın.',
  },
} as const satisfies Readonly<Record<string, Text>>;

/** What each language calls itself. */
export const languageNames: Text = { az: 'Azərbaycanca', en: 'English', ru: 'Русский', tr: 'Türkçe' };
