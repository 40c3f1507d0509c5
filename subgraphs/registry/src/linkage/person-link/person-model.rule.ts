import type { ComparedValue } from './record-texts.rule.js';

/**
 * What is fixed about the comparison of records, so that the answer on a pair never depends on which other records are
 * there. A new model gets a new version, and `relink` then weighs everything anew.
 */
export interface PersonModel {
  readonly version: number;
  /** By value and level of agreement, the weight in bits: how many times more likely it is for one person than for two. */
  readonly weights: Readonly<Record<ComparedValue, Readonly<Record<string, number>>>>;
  /** How many pairs of twins there are for each pair of one person; null where training could not tell. */
  readonly twins: number | null;
  /** How often two people agree in the value by chance. */
  readonly coincidence: Readonly<Record<ComparedValue, number>>;
  /** Frequent values with their shares in a million; an equal name weighs more the fewer people have it. */
  readonly frequent: Readonly<Partial<Record<ComparedValue, Readonly<Record<string, number>>>>>;
}

/** Among so many records each is assumed to have one other of the same person. */
export const assumedRecords = 1_000_000;

/** From which probability on a pair is linked without a look, and from which on it is shown to a person. */
export const thresholds = { auto: 0.999, review: 0.5 } as const;

/**
 * The weight of one value of a pair.
 *
 * @param text the value itself, which counts where both are equal
 * @throws Error for a level that the model has not learned: then the comparison has changed since
 */
export function fieldWeight(model: PersonModel, field: ComparedValue, level: string, text: string): number {
  if (level === 'missing') return 0;
  const weight = model.weights[field][level];
  if (weight === undefined)
    throw new Error(`Version ${model.version} of the model knows no level "${level}" of ${field}.`);
  const shares = model.frequent[field];
  if (level !== 'equal' || shares === undefined) return weight;
  // A name that is not among the frequent ones may be new or misprinted: it counts like the rarest of them.
  const share = shares[text] ?? Math.min(...Object.values(shares));
  return weight + Math.log2(model.coincidence[field] / (share / 1e6));
}

/** Trained by `person-model.bench.ts`; there the figures are that it was measured by. */
export const personModel: PersonModel = {
  version: 2,
  twins: 0,
  weights: {
    givenName: {
      different: -8.609,
      similar: -2.526,
      close: 2.952,
      'same sound': 5.007,
      'same reading': 6.744,
      exchanged: 9.023,
      equal: 6.85,
    },
    familyName: {
      different: -8.891,
      similar: -2.725,
      close: 3.055,
      'same sound': 5.255,
      'same reading': 6.156,
      exchanged: 0.019,
      equal: 6.135,
    },
    patronymic: {
      different: -15.962,
      similar: -8.371,
      close: -7.911,
      'same sound': 1.568,
      'same reading': 5.937,
      exchanged: 0.106,
      equal: 5.94,
    },
    birthDate: { different: -13.478, 'same year or day': -3.66, 'two of three': -7.44, close: 5.633, equal: 13.188 },
    phone: { different: -2.348, close: 0.537, equal: 20.25 },
    email: { different: -2.126, similar: -0.899, 'same mailbox name': 12.905, equal: 13.381 },
  },
  coincidence: {
    givenName: 0.004947171,
    familyName: 0.006771462,
    patronymic: 0.010530124,
    birthDate: 0.000099041,
    phone: 6.44e-7,
    email: 0.000054281,
  },
  frequent: {
    givenName: shares(`
      aysel:10003 gulay:9199 roya:9116 nigar:8728 aynur:8728 aygun:8728 anar:8562
      banu:8534 elmira:8451 nuray:8396 esmira:8368 aydan:8202 turkan:8202 konul:8174
      gunay:7980 gunel:7897 turan:7842 ulduz:7814 abbas:7814 ruslan:7786 zumrud:7731
      kubra:7731 elnur:7675 emin:7648 arzu:7620 adil:7371 ramin:7371 ziya:7315
      fidan:7315 nadir:7288 ismayil:7204 akif:7177 leyla:6900 melek:6789 emil:6706
      nurlan:6706 zaur:6678 kamran:6678 vusal:6650 fuad:6623 bahar:6373 gulnar:6290
      elchin:6290 murad:6262 azer:6179 ayten:6151 yashar:6096 nihad:5874 humay:5736
      nahid:5708 ilham:5680 mehriban:5514 deniz:5431 afag:5265 mahir:5237 togrul:5043
      ugur:4932 tahir:4849 huseyn:4821 natig:4711 pervane:4711 huriye:4683 govher:4600
      leman:4600 aide:4544 nergiz:4517 ferid:4517 seide:4517 senan:4461 vusale:4433
      lamiye:4378 firuze:4350 lale:4350 fatime:4323 fereh:4295 firuza:4295 laman:4295
      vusala:4267 shahin:4240 dilare:4212 kenan:4184 ehmed:4184 perviz:4101 agil:4101
      shabnam:4073 elnara:4073 nermin:4046 behram:4046 nargiz:4018 parvana:4018 mehemmed:3990
      ulviyye:3990 aida:3990 lamiya:3935 behruz:3935 saida:3907 terlan:3907 sevinc:3879
      lala:3852 afaq:3852 eli:3824 semed:3824 zhala:3768 elshan:3741 zehra:3741
      ekber:3713 ceyla:3685 khatira:3685 vugar:3685 sebine:3658 ilgar:3658 ali:3630
      orkhan:3602 natiq:3602 fatima:3574 orxan:3547 jale:3547 narmin:3519 cemil:3491
      rashid:3436 elnare:3436 rafiq:3381 khayal:3381 cemile:3381 cavid:3353 dilara:3325
      tarlan:3325 aqil:3270 bakhtiyar:3270 sabina:3242 kanan:3214 rustem:3214 ceyhun:3214
      hikmet:3214 farid:3187 parviz:3159 faiq:3131 rustam:3131 elshen:3076 ilqar:2965
      hesen:2937 sanan:2909 rashad:2909 vuqar:2882 jeyla:2826 kheyal:2743 shebnem:2688
      zakhra:2632 malak:2605 reshid:2494 khatire:2494 sevinj:2466 jeyhun:2466 guriya:2438
      khadija:2438 shehriyar:2383 faig:2300 javid:2272 ilkham:2244 farah:2244 bekhtiyar:2217
      ulviya:2189 reshad:2189 bahram:2189 xatire:2161 dzheykhun:2161 khedice:2161 akhmed:2106
      khadidzha:2078 sevindzh:2023 rafig:2023 xedice:2023 samed:1995 zahra:1967 gasan:1967
      jamil:1967 bahruz:1912 ulviyya:1912 bakhar:1912 shakhriyar:1884 takhir:1884 govhar:1884
      shahriyar:1857 daniz:1857 dzheyla:1857 bakhruz:1857 farakh:1829 hasan:1829 huriya:1801
      azar:1801 dzhamil:1801 mekhriban:1801 rafik:1773 nakhid:1773 nikhad:1773 sehriyar:1746
      faik:1746 dzhavid:1746 elsen:1718 bakhram:1718 guseyn:1718 samad:1718 gevkhar:1690
      shakhin:1635 hikmat:1635 dzhamila:1607 jamila:1607 yasar:1607 toghrul:1579 magomed:1579
      ughur:1579 akbar:1524 ismail:1496 aytan:1496 ahmad:1496 khikmet:1441 resad:1413
      sahin:1413 akper:1358 bextiyar:1358 xeyal:1330 resid:1330 khumay:1302 mahammad:1247
      makhir:1247 sebnem:1219 elcin:1136 khedije:804 jemile:693 jemil:693 zhale:610
      zeynalli:499 abbasova:388 kerimli:388 ail:305 memmedzade:305 elizade:277 muradli:277
      tagizade:277 yusifov:277 emni:277 eil:277 rehimli:249 rzaev:249 suleymanova:249
      akhundov:249 ceferov:249 tagiev:249 melikov:222 abdullaev:222 elekberova:222 seyidova:222
      veliev:222 zeynalova:222 mustafaev:222 ibrahimova:222 soltanov:222 hesenli:222 bayramova:194
      dniz:194 nezerov:194 alizada:194 resulzade:194 yusifzade:194 bnu:194 kerimova:194
      kazimov:194 gunl:194 salmanova:194 gurbanova:166 reshidov:166 seyidov:166 verdiyeva:166
      azr:166 nadiir:166 quliev:166 ibrahimov:166 mustafayeva:166 fuda:166 babaev:166
      mehdiev:166 shikheliev:166 kazimova:166 azu:166 ilam:166 vusl:166 rashd:166
      rehimov:166 zeynalov:166 mamedli:166 agun:166 verdiev:166 govhr:139 ayan:139
      abas:139 ziiya:139 ayguun:139 esgerova:139 mhair:139 zar:139
    `),
    familyName: shares(`
      yusifov:13716 verdiev:13605 abdullaev:12774 musaev:12774 suleymanov:12691 zeynalov:12497 abbasov:12358
      rzaev:12358 babaev:12331 mustafaev:12247 bayramov:11527 namazov:11389 kazimov:10696 pashaev:10530
      salmanov:10446 mehdiev:10446 kerimli:10363 agaev:10169 seyidov:10142 zeynalli:9781 mahmudov:9643
      huseynov:9615 yusifzade:9504 tagiev:9477 veliev:9421 bagirov:9393 kerimov:9283 efendiev:9172
      ibrahimov:9172 melikov:9116 nagiev:8950 ismayilov:8534 muradli:8507 tagizade:8451 soltanov:8147
      akhundov:7620 guliev:7592 hesenov:7288 isgenderov:7288 memmedzade:7288 shahbazov:7204 rehimli:7149
      mirzeev:7038 huseynzade:7038 ehmedov:6983 elekberov:6900 nebiev:6816 gurbanov:6816 hesenli:6595
      esgerov:6456 rehimov:6373 memmedli:6345 resulzade:6318 sharifov:6235 khalilov:6151 memmedov:6096
      nezerov:6096 cavadov:6013 elizade:6013 qasimzade:6013 shikhaliev:5957 nabiev:5957 nazarov:5764
      qasimov:5708 ferecov:5708 rashidov:5486 haciev:5403 ceferov:5403 sadiqov:5348 orucov:5348
      qurbanov:5265 axundov:5237 cabbarov:5154 mecidov:5043 shikheliev:4905 quliev:4905 gasymov:4517
      jabbarov:4489 hajiev:4378 reshidov:4212 javadov:4129 sherifov:4073 orujov:3824 muradly:3796
      sadygov:3685 ragimli:3574 guseynzade:3547 iskenderov:3491 asgarov:3436 mekhtiev:3436 guseynov:3381
      seidov:3381 valiev:3381 rahimli:3325 khelilov:3325 karimli:3325 askerov:3242 mamedzade:3242
      alizade:3242 alekperov:3214 afandiev:3187 dzhavadov:3187 malikov:3159 akhmedov:3159 hasanli:3159
      naghiev:3131 mirzaev:3103 huseynzada:3103 gasanly:3103 pasaev:3048 karimov:3020 orudzhev:2993
      sultanov:2993 rasulzada:2993 gadzhiev:2993 gasimzada:2993 mirzoev:2993 majidov:2993 alakbarov:2937
      ibragimov:2937 ragimov:2909 shakhbazov:2909 aghaev:2909 yusifzada:2909 mammadli:2882 mammadzada:2882
      isgandarov:2882 mamedli:2854 zeynally:2854 jafarov:2854 hasanov:2826 alizada:2826 sixeliev:2799
      taghiev:2799 mammadov:2771 taghizada:2771 gasimov:2771 dzhabbarov:2743 rahimov:2716 rasulzade:2688
      ahmadov:2688 gasymzade:2688 farajov:2632 sadigov:2605 faradzhev:2605 xelilov:2577 gasanov:2494
      dzhafarov:2494 medzhidov:2494 sahbazov:2466 makhmudov:2438 baghirov:2383 ismailov:2328 residov:2328
      serifov:2244 mamedov:2161 gasimzade:1607 ferejov:1302 mejidov:1164 kazymov:970 jeferov:942
      melek:443 humay:443 kamran:360 gulay:360 aysel:333 fuad:333 elnur:305
      gunel:305 gunay:305 rustem:277 konul:277 ziya:277 kubra:277 nigar:277
      anar:277 parvana:277 gulnar:249 ruslan:249 murad:249 aygun:249 akif:249
      emin:249 hikmet:249 elmira:249 zumrud:249 zehra:249 yashar:222 jeyhun:222
      azer:222 turkan:222 ehmed:222 adil:222 dilare:222 ugur:222 javid:222
      elizzade:222 roya:222 aggaev:222 orxan:194 muaev:194 esmira:194 ilham:194
      hesen:194 babyaev:194 kaziimov:194 deniz:194 abbasoov:194 vusala:194 ayten:194
      bakhram:194 elnara:194 sebine:194 abbbasov:194 khatira:194 aida:194 afaq:166
      bayraamov:166 rafig:166 saddiqov:166 cefeerov:166 firuza:166 cemile:166 behram:166
      zeynallli:166 sevinc:166 arzu:166 ali:166 elizaed:166 ramin:166 bagrov:166
      senan:166 bahar:166 natig:166 babaaev:166 mustafyaev:166 rzayevva:166 perviz:166
      salmaov:166 kermli:166 tgiev:166 leman:166 huseyn:166 aqil:166 tarlan:166
      govher:166 zeynali:166 nadir:166 bakhtiyar:166 faig:166 alziada:166 ismayil:166
      elchin:166 saida:166 nergiz:166 mhamudov:166 baabyev:139 ngaiev:139 bayrmaov:139
      aynur:139 rahiov:139 seide:139 ilqar:139 zeynaov:139 musyev:139 nargiz:139
      keriimli:139 khumay:139 emil:139 aydan:139 nmaazov:139 yusiofva:139 malak:139
      mehriban:139 yuifov:139 abdulllaev:139 rashad:139 firuze:139 fatima:139 pshaev:139
      baaev:139 kazimoov:139 samed:139 aide:139 rzyev:139 verddiev:139 narmin:139
      afag:139 ekber:139 orucoov:139 rustam:139 abbassov:139 zynalov:139 vusale:139
      nurlan:139 elsen:139 agayeev:139 bbaev:139 laman:139 zhala:139
    `),
    patronymic: shares(`
      adil:18916 emin:18341 ziya:17849 anar:17480 emil:17028 ramin:16946 zaur:16659
      fuad:16577 turan:16536 nurlan:16536 murad:16290 elnur:16290 akif:16208 ruslan:16085
      vusal:15674 abbas:15592 kamran:14115 nadir:13910 nihad:13828 orkhan:13048 azer:12925
      tahir:12515 ugur:12392 huseyn:12269 nahid:12146 togrul:11981 ismayil:11858 mahir:11776
      ilham:11653 yashar:11530 elchin:10956 ilgar:10094 shahin:9725 kenan:9602 vugar:9561
      natig:9355 terlan:9191 perviz:8986 senan:8904 ferid:8863 ekber:8781 mehemmed:8740
      agil:8494 semed:8453 sanan:8453 rustem:8453 ehmed:8371 behruz:8206 hikmet:8083
      behram:8001 farid:7837 parviz:7796 aqil:7796 rashid:7714 khayal:7632 rustam:7591
      vuqar:7591 hesen:7550 elshan:7550 faiq:7427 rashad:7304 bakhtiyar:7263 eli:7222
      tarlan:7099 ali:7058 ilqar:7058 kanan:6976 cemil:6934 ceyhun:6852 cavid:6770
      natiq:6278 rafiq:6155 elshen:5745 jeyhun:5539 reshad:5416 faig:5375 kheyal:5334
      javid:5006 rafig:5006 shehriyar:4965 reshid:4801 bekhtiyar:4760 shakhriyar:4596 shahriyar:4473
      bakhram:4431 hikmat:4390 jamil:4349 bahram:4349 nikhad:4226 khikmet:4226 magomed:4226
      akper:4185 dzhamil:4062 mahammad:4062 makhir:4021 azar:3980 akbar:3980 ughur:3939
      rafik:3898 faik:3898 bakhruz:3857 sehriyar:3775 akhmed:3775 hasan:3734 shakhin:3693
      dzhavid:3570 ahmad:3488 ismail:3447 dzheykhun:3447 takhir:3406 gasan:3365 bextiyar:3365
      nakhid:3365 toghrul:3324 samed:3242 orxan:3201 ilkham:3201 yasar:3201 guseyn:3159
      bahruz:3118 resid:3077 xeyal:3077 elcin:2913 sahin:2749 elsen:2749 samad:2544
      resad:2052 jemil:1190
    `),
  },
};

/** Reads `name:share` pairs; a space within a name is an underscore. */
function shares(list: string): Readonly<Record<string, number>> {
  return Object.fromEntries(
    list
      .trim()
      .split(/\s+/)
      .map((entry) => entry.split(':'))
      .map(([name = '', share]) => [name.replaceAll('_', ' '), Number(share)]),
  );
}
