import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Disclosure } from '../../../design/base/disclosure.js';
import { Facts } from '../../../design/base/facts.js';

/** What the figures of a country count, from when to when, and what they leave out and why. */
export function FigureDefinitions({ threshold }: { threshold: string | null }) {
  return (
    <Disclosure label={<Trans>Rəqəmlər nəyi bildirir</Trans>}>
      <div className="grid max-w-3xl gap-6">
        <Definition
          title={<Trans>Könüllülər</Trans>}
          counted={
            <Trans>
              Könüllü Təşkilatları İttifaqının və üzvlərinin bu ölkədəki elanları üzrə xidmət etmiş şəxslər, hər
              təşkilatda bir dəfə. Xidmətinin bir hissəsini belə təşkilat təsdiqləyibsə, təsdiqlənmiş sayılır.
            </Trans>
          }
          leftOut={
            <Trans>
              Heç bir elana aid olmayan xidmət, çünki onun ölkəsi bilinmir; başqa təşkilatların könüllüləri, çünki
              onları İttifaq saymır.
            </Trans>
          }
        />
        <Definition
          title={<Trans>Oxuyanlar və məzunlar</Trans>}
          counted={
            <Trans>
              Məzunlar platformasında olan, bu ölkədə oxuyan və ya oxumuş şəxslər. Bir assosiasiyada həm oxuyan, həm
              bitirmiş olan oxuyan sayılır.
            </Trans>
          }
          leftOut={
            <Trans>
              Platformada olmayan tələbə və məzunlar, çünki onları heç kim saymır: bu, ölkədəki bütün tələbələrin sayı
              deyil.
            </Trans>
          }
        />
        {threshold !== null && (
          <p>
            <Trans>
              Bir təşkilatda {threshold} nəfərdən az olan say göstərilmir, çünki onda ayrı-ayrı adamları tanımaq olar.
              Çıxma ilə tapılmasın deyə yanındakı say da gizlədilə bilər. Qalan saylar yuvarlaqlaşdırılır.
            </Trans>
          </p>
        )}
      </div>
    </Disclosure>
  );
}

interface DefinitionProps {
  readonly title: ReactNode;
  readonly counted: ReactNode;
  readonly leftOut: ReactNode;
}

function Definition({ title, counted, leftOut }: DefinitionProps) {
  return (
    <section className="grid gap-2">
      <h3>{title}</h3>
      <Facts
        rows={[
          [<Trans>Kim sayılır</Trans>, counted],
          [
            <Trans>Hansı vaxt üçün</Trans>,
            <Trans>İlk qeyddən cədvəldəki günədək. Say gündə bir dəfədən çox dəyişmir.</Trans>,
          ],
          [<Trans>Kim sayılmır və niyə</Trans>, leftOut],
        ]}
      />
    </section>
  );
}
