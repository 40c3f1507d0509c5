-- The JSON of a row as RFC 8785 writes it: names in order, no spaces; there are no numbers in it. A member without a value is
-- left out, so that a new one changes nothing of the rows that were logged before.
create or replace function access_log_record(entry access_log) returns text language sql stable
begin atomic
  select '{' || string_agg('"' || name || '":' || value, ',' order by name collate "C") || '}'
    from (values
      ('id', to_json(entry.id)::text),
      ('decidedAt', to_json(to_char(entry.decided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'))::text),
      ('volunteer', to_json(entry.volunteer_id)::text),
      ('viewer', to_json(entry.viewer)::text),
      ('viewerIssuer', to_json(entry.viewer_issuer)::text),
      ('bySelf', to_json(entry.by_self)::text),
      ('organization', to_json(entry.organization_id)::text),
      ('previewedOrganization', to_json(entry.previewed_organization_id)::text),
      ('category', to_json(entry.category)::text),
      ('basis', to_json(entry.basis)::text),
      ('refusal', to_json(entry.refusal)::text),
      ('consent', to_json(entry.consent_id)::text),
      ('purpose', to_json(entry.purpose)::text),
      ('fields', to_json(entry.fields)::text),
      ('operation', to_json(entry.operation)::text),
      ('operationId', to_json(entry.operation_id)::text),
      ('request', to_json(entry.request)::text),
      ('mandates', to_json(entry.mandate_ids)::text),
      ('onBehalfOf', to_json(entry.on_behalf_of)::text),
      ('emergency', to_json(entry.emergency_id)::text),
      ('relation', to_json(entry.relation)::text),
      ('submittedBy', to_json(entry.submitted_by_organization_id)::text),
      ('reference', to_json(entry.reference_id)::text)
    ) as member (name, value)
   where value is not null;
end;
