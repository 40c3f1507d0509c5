import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { useAction } from '../../../data/action.js';
import { Field } from '../../../design/form/field.js';
import { Form } from '../../../design/form/form.js';
import { Notice } from '../../../design/states/notice.js';
import { type FragmentType, readFragment } from '../../../generated/fragment-masking.js';
import { graphql } from '../../../generated/gql.js';

const ContactForm_organization = graphql(`
  fragment ContactForm_organization on Organization {
    id
    contactEmail
    website
  }
`);

const UpdateOrganizationContact = graphql(`
  mutation UpdateOrganizationContact($input: UpdateOrganizationContactInput!) @purpose(is: "none") {
    updateOrganizationContact(input: $input) {
      ... on Organization {
        ...ContactForm_organization
      }
      ... on Problem {
        code
        message
      }
    }
  }
`);

/** How the public reaches the organisation. */
export function ContactForm({ organization }: { organization: FragmentType<typeof ContactForm_organization> }) {
  const { id, contactEmail, website } = readFragment(ContactForm_organization, organization);
  const [email, setEmail] = useState(contactEmail ?? '');
  const [address, setAddress] = useState(website ?? '');
  const [isSaved, setSaved] = useState(false);
  const [update, state] = useAction(UpdateOrganizationContact);
  const save = async () => {
    setSaved(false);
    const input = { organizationId: id, email: email.trim() || null, website: address.trim() || null };
    setSaved((await update({ input })) !== null);
  };
  return (
    <Form submit={<Trans>Yadda saxla</Trans>} state={state} onSubmit={() => void save()}>
      {isSaved && <Notice tone="success" role="status" title={<Trans>Yadda saxlanıldı.</Trans>} />}
      <Field label={<Trans>E-poçt</Trans>} name="email" type="email" value={email} onChange={setEmail} />
      <Field
        label={<Trans>Sayt</Trans>}
        hint={<Trans>Məsələn, https://example.az</Trans>}
        name="website"
        type="url"
        value={address}
        onChange={setAddress}
      />
    </Form>
  );
}
