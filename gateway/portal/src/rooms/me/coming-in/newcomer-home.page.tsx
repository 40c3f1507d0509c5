import { msg } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Link } from '../../../design/base/link.js';
import { defineStaticPage } from '../../../page/page.js';
import { SignUpForm } from './sign-up-form.js';

/** The home of somebody who signed in and is nobody yet: four fields, and the way back for who had an account. */
export const page = defineStaticPage(msg`Xoş gəlmisiniz`, function NewcomerHome() {
  return (
    <div className="grid max-w-xl gap-8">
      <header className="grid gap-2">
        <h1>
          <Trans>Birliyə xoş gəlmisiniz</Trans>
        </h1>
        <p className="text-soft">
          <Trans>Özünüz haqqında dörd şey yazın. Qalanını, istəsəniz, sonra əlavə edərsiniz.</Trans>
        </p>
      </header>
      <SignUpForm />
      <section className="grid gap-2 border-t border-line pt-6">
        <h2>
          <Trans>Hesabınız var idi?</Trans>
        </h2>
        <p>
          <Trans>Əvvəl başqa girişlə daxil olurdunuzsa, yenidən qeydiyyatdan keçməyin.</Trans>
        </p>
        <p>
          <Link to="/me/recover">
            <Trans>Hesabımı bərpa et</Trans>
          </Link>
        </p>
      </section>
    </div>
  );
});
