import { Trans } from '@lingui/react/macro';
import { type FragmentType, readFragment } from '../../../generated/fragment-masking.js';
import { graphql } from '../../../generated/gql.js';
import { Ending } from './ending.js';
import { endingWithin, type Present } from './present.rule.js';

const OfficeTasks_mandates = graphql(`
  fragment OfficeTasks_mandates on MandateConnection {
    nodes {
      id
      endsAt
      revokedAt
    }
  }
`);

const OfficeTasks_invitations = graphql(`
  fragment OfficeTasks_invitations on InvitationConnection {
    nodes {
      id
      endsAt
      acceptedAt
      withdrawnAt
    }
  }
`);

/** How many days before their end mandates are shown. */
const daysOfMandates = 30;

interface OfficeTasksProps {
  readonly mandates: FragmentType<typeof OfficeTasks_mandates> | null | undefined;
  readonly invitations: FragmentType<typeof OfficeTasks_invitations> | null | undefined;
  readonly now: Present;
}

/** What runs out that the organisation gave or holds. */
export function OfficeTasks({ mandates, invitations, now }: OfficeTasksProps) {
  const lasting = (readFragment(OfficeTasks_mandates, mandates)?.nodes ?? []).filter(
    ({ revokedAt }) => revokedAt === null,
  );
  const unused = (readFragment(OfficeTasks_invitations, invitations)?.nodes ?? []).filter(
    ({ acceptedAt, withdrawnAt }) => acceptedAt === null && withdrawnAt === null,
  );
  const ending = endingWithin(
    lasting.map(({ endsAt }) => endsAt),
    now,
    daysOfMandates,
  );
  const codes = endingWithin(
    unused.map(({ endsAt }) => endsAt),
    now,
    null,
  );
  return (
    <>
      <Ending
        ends={ending}
        title={<Trans>Bir ay içində bitən səlahiyyətlər</Trans>}
        to="/organization"
        action={<Trans>Bax</Trans>}
      />
      <Ending
        ends={codes}
        title={<Trans>İstifadə olunmamış kodlar</Trans>}
        to="/register"
        action={<Trans>Bax</Trans>}
      />
    </>
  );
}
