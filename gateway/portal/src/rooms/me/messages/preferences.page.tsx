import { msg } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Link } from '../../../design/base/link.js';
import { Unreachable } from '../../../design/states/unreachable.js';
import { graphql } from '../../../generated/gql.js';
import { definePage } from '../../../page/page.js';
import { ComeInFirst } from '../../../viewer/come-in-first.js';
import { DeviceList } from './device-list.js';
import { PreferencesForm } from './preferences-form.js';

const MessagePreferencesPage = graphql(`
  query MessagePreferencesPage @purpose(is: "none") {
    me {
      id
      messagePreferences {
        ...PreferencesForm_preferences
      }
      pushDevices {
        ...DeviceList_device
      }
    }
  }
`);

/** How a person wants to be told: what, where, in which language, and when not. */
export const page = definePage({
  document: MessagePreferencesPage,
  title: msg`Bildirişlər`,
  Component: function MessagePreferences({ answer }) {
    const { me } = answer.data;
    if (me == null) return <ComeInFirst onRetry={answer.reload} />;
    return (
      <div className="grid max-w-3xl gap-6">
        <header className="grid gap-2">
          <h1>
            <Trans>Bildirişlər</Trans>
          </h1>
          <p className="text-soft">
            <Trans>Hər mesaj burada, “Mesajlar”da qalır. Bundan əlavə haradan xəbər tutmaq istəyirsiniz?</Trans>
          </p>
          <p>
            <Link to="/me/messages">
              <Trans>Mesajlara qayıt</Trans>
            </Link>
          </p>
        </header>
        {me.messagePreferences == null ? (
          <Unreachable member={<Trans>Birliyin ofisi</Trans>} onRetry={answer.reload} />
        ) : (
          <PreferencesForm preferences={me.messagePreferences} onSaved={answer.reload} />
        )}
        {me.pushDevices != null && <DeviceList devices={me.pushDevices} onRemoved={answer.reload} />}
      </div>
    );
  },
});
