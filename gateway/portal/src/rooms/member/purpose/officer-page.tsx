import type { MessageDescriptor } from '@lingui/core';
import { Trans } from '@lingui/react/macro';
import { useLingui } from '@lingui/react';
import type { ComponentType, ReactNode } from 'react';
import { statedPurpose } from '../../../data/purpose.js';
import { Loading } from '../../../design/states/loading.js';
import { type Address, defineStaticPage, type Page } from '../../../page/page.js';
import { ViewerUnheard } from '../../../viewer/viewer-unheard.js';
import { useViewer } from '../../../viewer/viewer.js';
import { PurposeBar } from './purpose-bar.js';
import { PurposeChoice } from './purpose-choice.js';
import { useStatedPurpose } from './visit-purposes.js';

/** The parameter of an address that the room fills in: whom the officer acts for. */
export const organizationKey = 'organization';

/** The parameter that says of what kind that organisation is; empty where it is not known. */
export const kindKey = 'kind';

/**
 * A page of an officer: with the purpose of the visit above it, and whom the officer acts for in `params`. Somebody else is told that
 * it is for officers.
 */
export function officerPage(page: Page): Page {
  return {
    // Who acts for whom is known only when the frame has asked, so that it begins with the component.
    start: () => {},
    Component: function OfficerPage(address: Address) {
      return (
        <ForOfficers address={address}>
          {(own) => (
            <>
              <PurposeBar />
              <page.Component {...own} />
            </>
          )}
        </ForOfficers>
      );
    },
  };
}

/** A page that shows people: it asks what the visit is for before it asks for anybody, and anew when that changes. */
export function purposePage(
  page: Page,
  heading: MessageDescriptor,
  Around: ComponentType<{ children: ReactNode }>,
): Page {
  const asking = defineStaticPage(heading, () => <AskFirst heading={heading} />);
  return {
    start: (address) => {
      if (statedPurpose.current() !== null) page.start(address);
    },
    Component: function PurposePage(address: Address) {
      const purpose = useStatedPurpose();
      return (
        <ForOfficers address={address}>
          {(own) =>
            purpose === null ? (
              <asking.Component {...own} />
            ) : (
              <Around key={purpose}>
                <PurposeBar />
                <page.Component {...own} />
              </Around>
            )
          }
        </ForOfficers>
      );
    },
  };
}

function AskFirst({ heading }: { heading: MessageDescriptor }) {
  const { i18n } = useLingui();
  return (
    <div className="grid gap-4">
      <h1>{i18n._(heading)}</h1>
      <h2>
        <Trans>Nə üçün baxırsınız?</Trans>
      </h2>
      <p className="max-w-2xl text-soft">
        <Trans>
          Bir dəfə deyirsiniz, baxış boyu qüvvədədir. Hər kəs öz jurnalında kimin, nə vaxt və nə üçün baxdığını görür.
        </Trans>
      </p>
      <PurposeChoice />
    </div>
  );
}

function ForOfficers({ address, children }: { address: Address; children: (own: Address) => ReactNode }) {
  const viewer = useViewer();
  if (viewer.kind === 'unknown') return <Loading />;
  if (viewer.kind === 'unheard') return <ViewerUnheard onRetry={viewer.retry} />;
  if (viewer.kind !== 'staff')
    return (
      <h1>
        <Trans>Bu səhifə üzv təşkilatların əməkdaşları üçündür.</Trans>
      </h1>
    );
  const { id, kind } = viewer.organization;
  return (
    <div className="grid gap-6">
      {children({ ...address, params: { ...address.params, [organizationKey]: id, [kindKey]: kind ?? '' } })}
    </div>
  );
}
