import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { told } from '@tributary/client';
import { Argument, type Command } from 'commander';
import { ownClient } from '../api/client.ts';
import { namesOf } from '../api/people.ts';
import { Failure } from '../failure.ts';
import { sourceFile } from '../import/source-file.ts';
import { jsonText } from './json-text.ts';
import { table } from './table.ts';

/** What can be set as data, by the last part of its address, and what it is. */
const settings = {
  'approval-limits': 'how far a role may change a price by itself',
  attributes: 'what orders and their lines carry besides what all have',
  'availability-policy': 'what channels are told of stock',
  'hold-rules': 'what orders are held for',
  'return-policy': 'until when and for what goods come back',
  segments: 'into which segments customers fall',
  'timeline-policy': 'what the timelines of orders leave out',
} as const;
type Setting = keyof typeof settings;

/** Settings of which the platform says what would come of them. */
const tried = ['segments', 'timeline-policy'] as const;
type Tried = (typeof tried)[number];

const examples = `
What is shown can be changed and set again; all that was set is kept, with when and by whom:

  tributary settings show hold-rules > rules.json
  tributary settings set hold-rules rules.json
  tributary settings try segments segments.json
  tributary settings versions hold-rules`;

const nameArgument = () => new Argument('<setting>').choices(Object.keys(settings));
const fileArgument = ['<file>', 'as JSON; - reads standard input'] as const;

export const addSettings = (program: Command): void => {
  const command = program
    .command('settings')
    .description('what operations set as data: rules, policies, limits, segments')
    .addHelpText('after', examples);
  command
    .command('list', { isDefault: true })
    .description('what can be set')
    .action(() => void process.stdout.write(table(['SETTING', 'SAYS'], Object.entries(settings))));
  command
    .command('show')
    .description('what is in force, as JSON')
    .addArgument(nameArgument())
    .option('--as-of <moment>', 'what was in force then')
    .action(showSetting);
  command
    .command('versions')
    .description('all that was set, the newest first')
    .addArgument(nameArgument())
    .action(showVersions);
  command
    .command('try')
    .description('what would come of it, as JSON; nothing is set')
    .addArgument(new Argument('<setting>').choices(tried))
    .argument(...fileArgument)
    .action(trySetting);
  command
    .command('set')
    .description('set it from now on')
    .addArgument(nameArgument())
    .argument(...fileArgument)
    .action(setSetting);
};

const showSetting = async (name: Setting, query: { readonly asOf?: string }): Promise<void> => {
  const setting = await told(ownClient().GET(`/v1/${name}`, { params: { query } }));
  process.stdout.write(jsonText(setting));
};

const showVersions = async (name: Setting): Promise<void> => {
  const client = ownClient();
  const { items } = await told(client.GET(`/v1/${name}/versions`));
  const named = await namesOf(
    client,
    items.map(({ setBy }) => setBy),
  );
  const rows = items.map(({ version, setAt, setBy = '' }) => [version, setAt, named(setBy)]);
  process.stdout.write(table(['VERSION', 'SET AT', 'BY'], rows));
};

const trySetting = async (name: Tried, file: string): Promise<void> => {
  const body = await jsonOf(file);
  process.stdout.write(jsonText(await told(ownClient().POST(`/v1/${name}/preview`, { body }))));
};

const setSetting = async (name: Setting, file: string): Promise<void> => {
  const body = await jsonOf(file);
  process.stdout.write(jsonText(await told(ownClient().PUT(`/v1/${name}`, { body }))));
};

/**
 * What a file says, as the platform is to check it: it names the field of what is wrong.
 * @throws Failure when it cannot be read or is no JSON
 */
const jsonOf = async (file: string): Promise<never> => {
  if (file !== '-') await sourceFile(file);
  const read = file === '-' ? await text(process.stdin) : await readFile(file, 'utf8');
  try {
    return JSON.parse(read) as never;
  } catch (error) {
    throw new Failure(`${file === '-' ? 'What was read' : file} is no JSON: ${(error as Error).message}.`);
  }
};
