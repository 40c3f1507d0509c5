import { graphql } from '../../../generated/gql.js';
import type { PermissionOfPersonFragment } from '../../../generated/graphql.js';

export const PermissionOfPerson = graphql(`
  fragment PermissionOfPerson on Consent {
    id
    category
    purpose
    recipient {
      id
      name
    }
    givenAt
    expiresAt
    withdrawnAt
    givenByGuardian
    receipt
    withdrawalReceipt
  }
`);

export const GivePermission = graphql(`
  mutation GivePermission($input: GiveConsentInput!, $ward: ID) @purpose(is: "none") {
    giveConsent(input: $input, onBehalfOf: $ward) {
      __typename
      ... on Consent {
        ...PermissionOfPerson
      }
      ... on Problem {
        code
        message
      }
    }
  }
`);

export const WithdrawPermission = graphql(`
  mutation WithdrawPermission($id: ID!, $ward: ID) @purpose(is: "none") {
    withdrawConsent(id: $id, onBehalfOf: $ward) {
      __typename
      ... on Consent {
        ...PermissionOfPerson
      }
      ... on Problem {
        code
        message
      }
    }
  }
`);

/** A permission for one category of data. */
export type Permission = PermissionOfPersonFragment;

/** Whether it opens something now. */
export function isLasting({ withdrawnAt, expiresAt }: Permission): boolean {
  return withdrawnAt == null && (expiresAt == null || Date.parse(expiresAt) > Date.now());
}

/** Permissions to one recipient for one purpose, which people see as one. */
export interface PermissionGroup {
  readonly key: string;
  readonly purpose: string;
  readonly recipient: Permission['recipient'];
  readonly permissions: readonly Permission[];
}

/** Brings together what goes to one recipient for one purpose, in the order in which it came. */
export function groupPermissions(permissions: readonly Permission[]): readonly PermissionGroup[] {
  const groups = Map.groupBy(permissions, ({ recipient, purpose }) => `${recipient?.id ?? ''} ${purpose}`);
  return [...groups].flatMap(([key, members]) => {
    const [first] = members;
    return first === undefined
      ? []
      : [{ key, purpose: first.purpose, recipient: first.recipient, permissions: members }];
  });
}
