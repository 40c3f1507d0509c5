import { parseArgs } from 'node:util';

import { LinkageError } from './files/linkage-error.js';
import { writeFiles } from './files/output-files.js';
import { trainPersonModel } from './person/train-person-model.js';
import { trainingRecords } from './training-records.js';

const usage = 'npm run -s link:train -- --version NUMBER --out MODEL.json [--people 20000] [--seed person-model]';

interface TrainArguments {
  readonly version: number;
  readonly out: string;
  readonly people: number;
  readonly seed: string;
}

const say = (text: string): void => {
  process.stderr.write(`${text}\n`);
};

try {
  const { version, out, people, seed } = readArguments(process.argv.slice(2));
  say(`learning from the records of ${people} invented people`);
  const model = trainPersonModel(trainingRecords(people, seed), version);
  await writeFiles([{ path: out, lines: [`${JSON.stringify(model, null, 2)}\n`] }]);
  say(`done: version ${version} of the model is in ${out}`);
} catch (error) {
  if (!(error instanceof LinkageError)) throw error;
  for (const fault of error.faults) say(fault);
  process.exitCode = error.exitCode;
}

function readArguments(args: readonly string[]): TrainArguments {
  const options = {
    version: { type: 'string' },
    out: { type: 'string' },
    people: { type: 'string', default: '20000' },
    seed: { type: 'string', default: 'person-model' },
  } as const;
  let values;
  try {
    values = parseArgs({ args: [...args], options, strict: true, allowPositionals: false }).values;
  } catch (error) {
    throw new LinkageError('usage', [(error as Error).message, `Usage: ${usage}`]);
  }
  const { version, out, people, seed } = values;
  if (version === undefined || out === undefined) {
    throw new LinkageError('usage', ['An argument is missing.', `Usage: ${usage}`]);
  }
  return { version: positive('version', version), out, people: positive('people', people), seed };
}

function positive(name: string, text: string): number {
  const value = Number(text);
  if (Number.isSafeInteger(value) && value > 0) return value;
  throw new LinkageError('usage', [`--${name} is no positive whole number: "${text}"`, `Usage: ${usage}`]);
}
