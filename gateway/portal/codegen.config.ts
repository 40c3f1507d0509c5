import type { CodegenConfig } from '@graphql-codegen/cli';
import { addTypenameSelectionDocumentTransform } from '@graphql-codegen/client-preset';
import { statedPurposes, writeManifest } from './build/purposes.ts';

const { transform, purposeOf } = statedPurposes();

/** Types of the documents in `src`, and the manifest of trusted documents, which reviewers read and the gateway serves. */
const config: CodegenConfig = {
  schema: ['../../schema/supergraph.graphql', 'gateway.graphql', 'client.graphql'],
  documents: ['src/**/*.{ts,tsx}', '!src/generated/**'],
  generates: {
    './src/generated/codes.ts': { plugins: ['typescript'], config: { onlyEnums: true, enumsAsTypes: true } },
    './src/generated/': {
      preset: 'client',
      documentTransforms: [{ transform }, addTypenameSelectionDocumentTransform],
      presetConfig: {
        fragmentMasking: { unmaskFunctionName: 'readFragment' },
        persistedDocuments: { mode: 'replaceDocumentWithHash', hashAlgorithm: 'sha256' },
      },
      config: {
        scalars: {
          ID: 'string',
          CountryCode: 'string',
          Date: 'string',
          DateTime: 'string',
          UUID: 'string',
        },
        defaultScalarType: 'unknown',
        enumsAsTypes: true,
        useTypeImports: true,
      },
    },
  },
  hooks: { afterAllFileWrite: () => writeManifest(purposeOf) },
};

export default config;
