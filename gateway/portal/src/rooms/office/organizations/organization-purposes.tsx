import { Trans } from '@lingui/react/macro';
import { useAction } from '../../../data/action.js';
import { Link } from '../../../design/base/link.js';
import { Switch } from '../../../design/base/switch.js';
import { Tag } from '../../../design/base/tag.js';
import { ProblemSummary } from '../../../design/form/form.js';
import { type FragmentType, readFragment } from '../../../generated/fragment-masking.js';
import { graphql } from '../../../generated/gql.js';

const Permitted = graphql(`
  fragment OrganizationPurposes_organization on Organization {
    id
    kind
    purposes {
      code
    }
  }
`);

const ListedPurpose = graphql(`
  fragment OrganizationPurposes_purpose on Purpose {
    code
    name
    kinds
  }
`);

const PermitPurpose = graphql(`
  mutation PermitPurpose($input: OrganizationPurposeInput!) @purpose(is: "none") {
    permitPurpose(input: $input) {
      ... on Organization {
        id
      }
      ... on Problem {
        code
        message
      }
    }
  }
`);

const ForbidPurpose = graphql(`
  mutation ForbidPurpose($input: OrganizationPurposeInput!) @purpose(is: "none") {
    forbidPurpose(input: $input) {
      ... on Organization {
        id
      }
      ... on Problem {
        code
        message
      }
    }
  }
`);

interface OrganizationPurposesProps {
  readonly organization: FragmentType<typeof Permitted>;
  readonly purposes: readonly FragmentType<typeof ListedPurpose>[];
  readonly onChanged: () => void;
}

/** For what the organisation may read: by its kind, or by decision of the office. */
export function OrganizationPurposes(props: OrganizationPurposesProps) {
  const { id, kind, purposes: permitted } = readFragment(Permitted, props.organization);
  const purposes = readFragment(ListedPurpose, props.purposes);
  const [permit, permitting] = useAction(PermitPurpose);
  const [forbid, forbidding] = useAction(ForbidPurpose);
  const isRunning = permitting.running || forbidding.running;
  const change = async (purpose: string, isPermitted: boolean) => {
    const act = isPermitted ? permit : forbid;
    if ((await act({ input: { organizationId: id, purpose } })) !== null) props.onChanged();
  };
  return (
    <section className="grid gap-3">
      <h2>
        <Trans>Hansı məqsədləri göstərə bilər</Trans>
      </h2>
      <p>
        <Link to="/office/purposes">
          <Trans>Məqsədlərin cədvəli</Trans>
        </Link>
      </p>
      <ProblemSummary state={permitting.problem === null ? forbidding : permitting} />
      <ul className="grid gap-x-6 sm:grid-cols-2">
        {purposes.map(({ code, name, kinds }) => {
          const isPermitted = permitted?.some((purpose) => purpose.code === code) ?? false;
          const isByKind = kind !== null && kinds.includes(kind);
          return (
            <li key={code} className="flex flex-wrap items-center gap-3">
              <Switch isSelected={isPermitted} isPending={isRunning} onChange={(next) => void change(code, next)}>
                {name}
              </Switch>
              {isPermitted && !isByKind && (
                <Tag tone="info">
                  <Trans>ofisin icazəsi ilə</Trans>
                </Tag>
              )}
              {!isPermitted && isByKind && (
                <Tag tone="danger">
                  <Trans>ofis qadağan edib</Trans>
                </Tag>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
