import type { LocalizedText } from '@birlik/demo-data';

/** A language that the login page speaks. */
export type Language = keyof LocalizedText;

type Text = 'title' | 'explanation' | 'role' | 'newcomer' | 'userName' | 'signIn';

/** The texts of the login page. */
export const loginTexts: Readonly<Record<Text, Required<LocalizedText>>> = {
  title: { az: 'Kim kimi daxil olursunuz?', en: 'Sign in as', ru: 'Войти как', tr: 'Kim olarak giriş yapıyorsunuz?' },
  explanation: {
    az: 'Nümayiş dünyasının şəxsləri. Parol tələb olunmur.',
    en: 'The people of the demo data. No password is needed.',
    ru: 'Люди демонстрационного мира. Пароль не нужен.',
    tr: 'Gösterim dünyasının kişileri. Parola gerekmez.',
  },
  role: { az: 'rol', en: 'role', ru: 'роль', tr: 'rol' },
  newcomer: { az: 'Yeni şəxs kimi', en: 'As somebody new', ru: 'Как новый человек', tr: 'Yeni biri olarak' },
  userName: {
    az: 'İstifadəçi adı: a–z, rəqəmlər və defis',
    en: 'User name: a–z, digits and hyphens',
    ru: 'Имя пользователя: a–z, цифры и дефис',
    tr: 'Kullanıcı adı: a–z, rakamlar ve tire',
  },
  signIn: { az: 'Daxil ol', en: 'Sign in', ru: 'Войти', tr: 'Giriş yap' },
};

/** The first language of an Accept-Language header that the page speaks; Azerbaijani when there is none. */
export function pageLanguage(acceptLanguage: string | undefined): Language {
  const wanted = (acceptLanguage ?? '').split(',').map((part) => {
    const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
    const quality = parameters.map((parameter) => /^\s*q=([\d.]+)\s*$/.exec(parameter)?.[1]).find(Boolean);
    return { language: tag.split('-')[0], quality: quality === undefined ? 1 : Number(quality) };
  });
  wanted.sort((one, other) => other.quality - one.quality);
  for (const { language, quality } of wanted) {
    if (quality > 0 && (language === 'az' || language === 'en' || language === 'ru' || language === 'tr'))
      return language;
  }
  return 'az';
}
