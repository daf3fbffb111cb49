import { type Schemas, told } from '@tributary/client';
import { type Command, Option } from 'commander';
import { ownClient } from '../api/client.ts';
import { plain } from '../api/problem.ts';
import { Failure } from '../failure.ts';

type Identity = Pick<Schemas['CustomerOverview']['foundBy'][number], 'by' | 'value'>;

/** The identities that a person may have, each with what it is asked for by. */
const identities = {
  id: 'a customer id',
  email: 'an e-mail',
  phone: 'a phone number, in any writing',
  loyalty: 'the number of a loyalty card',
} as const;
const kinds = Object.keys(identities) as (keyof typeof identities)[];

interface LinkOptions extends Partial<Record<(typeof kinds)[number], string>> {
  readonly why: string;
  readonly evidence?: readonly string[];
}

const examples = `
Nothing is merged: each saying is an event, and can be taken back by the other.

  tributary link C-10001 --id C-10002 --why "She had an account before she moved." --evidence "Receipt 4711"
  tributary unlink C-10001 --id C-10002 --why "It is her sister."`;

export const addCustomerLinks = (program: Command): void => {
  withIdentity(
    program
      .command('link')
      .description('say that an id, e-mail, phone or loyalty number is the same person as a customer'),
  )
    .requiredOption('--why <text>', 'why it is the same person')
    .option('--evidence <text...>', 'what shows it: receipts, orders, papers that were seen')
    .addHelpText('after', examples)
    .action(link);
  withIdentity(
    program.command('unlink').description('say that it is not the same person, though it was said to be'),
  )
    .requiredOption('--why <text>', 'why it is not the same person')
    .addHelpText('after', examples)
    .action(unlink);
};

const withIdentity = (command: Command): Command => {
  command.argument('<customer>', 'their id');
  for (const kind of kinds)
    command.addOption(
      new Option(`--${kind} <value>`, identities[kind]).conflicts(kinds.filter((one) => one !== kind)),
    );
  return command;
};

const identityOf = (options: LinkOptions): Identity => {
  const by = kinds.find((kind) => options[kind] !== undefined);
  if (by) return { by, value: options[by]! };
  throw new Failure(`Say who it is, by one of ${kinds.map((kind) => `--${kind}`).join(', ')}.`);
};

const link = async (customerId: string, options: LinkOptions): Promise<void> => {
  const identity = identityOf(options);
  const { why, evidence } = options;
  const body = { ...identity, why, ...(evidence && { evidence: [...evidence] }) };
  await told(
    ownClient().POST('/v1/customers/{customerId}/links', { params: { path: { customerId } }, body }),
  );
  process.stdout.write(`Linked ${plain(identity.value)} with ${plain(customerId)}.\n`);
};

const unlink = async (customerId: string, options: LinkOptions): Promise<void> => {
  const identity = identityOf(options);
  const params = { path: { customerId } };
  const body = { ...identity, why: options.why };
  await told(ownClient().POST('/v1/customers/{customerId}/links/remove', { params, body }));
  process.stdout.write(`Took ${plain(identity.value)} and ${plain(customerId)} apart.\n`);
};
