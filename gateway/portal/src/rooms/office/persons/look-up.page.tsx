import { msg } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useNavigate } from '@tanstack/react-router';
import { defineStaticPage } from '../../../page/page.js';
import { LookUpForm } from './look-up-form.js';

/** Finds whoever stands in front of the office: one person or nobody. */
export const page = defineStaticPage(msg`Gələn şəxsi tap`, function LookUp() {
  const navigate = useNavigate();
  return (
    <div className="grid gap-6">
      <header className="grid max-w-2xl gap-2">
        <h1>
          <Trans>Gələn şəxsi tap</Trans>
        </h1>
        <p className="text-soft">
          <Trans>
            Göstərdiyi və sənədindəki doğum günü tam uyğun gəlməlidir. Bir nəfər tapılır və ya heç kim. Hər axtarış
            saxlanılır, bir gündəki sayı məhduddur, tapılan isə bunu öz jurnalında görür.
          </Trans>
        </p>
      </header>
      <LookUpForm onFound={({ id }) => void navigate({ to: '/office/persons/$id', params: { id } })} />
    </div>
  );
});
