import { randomUUID } from 'node:crypto';
import { told } from '@tributary/client';
import { type Command, Option } from 'commander';
import { type Client, ownClient } from '../api/client.ts';
import { plain } from '../api/problem.ts';
import { type SortOrder, sortOrders } from './options.ts';
import { viewNamed, viewsOf } from './order-views.ts';
import { table } from './table.ts';

interface SaveOptions {
  readonly zone?: string;
  readonly sort?: SortOrder;
  readonly shared?: boolean;
}

const examples = `
What a view shows is typed as tributary orders takes it, which shows it by --view:

  tributary views save 'Late, web' --shared 'late:yes channel:web'
  tributary orders --view 'Late, web'
  tributary views remove 'Late, web'`;

export const addViews = (program: Command): void => {
  const views = program
    .command('views')
    .description('lists of orders that are saved under a name')
    .addHelpText('after', examples);
  views
    .command('list', { isDefault: true })
    .description('those for everybody and your own')
    .action(async () => void process.stdout.write(await viewsTable(ownClient())));
  views
    .command('save')
    .description('save one, or what a view of yours shows from now on')
    .argument('<name>', 'what it is called')
    .argument('[query...]', 'what holds of its orders; all where left out')
    .option('--zone <name>', 'where days begin: an IANA time zone, else that of whoever looks')
    .addOption(new Option('--sort <order>', 'which of them come first').choices(sortOrders))
    .option('--shared', 'for everybody, not for you alone')
    .action(saveView);
  views
    .command('remove')
    .description('remove one: yours, or one for everybody')
    .argument('<name>', 'what it is called, or its id')
    .action(removeView);
};

const viewsTable = async (tributary: Client): Promise<string> =>
  table(
    ['VIEW', 'FOR', 'ASKS FOR'],
    (await viewsOf(tributary)).map(({ name, shared, isMine, q }) => [
      plain(name),
      shared ? 'everybody' : isMine ? 'you' : 'another',
      plain(q),
    ]),
  );

/** Under the id of the view of that name for the same people that is the caller's already, else under a new one. */
const saveView = async (
  name: string,
  words: readonly string[],
  { zone, sort, shared = false }: SaveOptions,
): Promise<void> => {
  const tributary = ownClient();
  const mine = (await viewsOf(tributary)).find(
    (view) => view.isMine && view.shared === shared && view.name.toLowerCase() === name.trim().toLowerCase(),
  );
  const body = {
    name,
    q: words.join(' '),
    shared,
    ...(zone !== undefined && { zone }),
    ...(sort && { sort }),
  };
  const path = { viewId: mine?.viewId ?? randomUUID() };
  await told(tributary.PUT('/v1/order-views/{viewId}', { params: { path }, body }));
  process.stdout.write(`${mine ? 'Changed' : 'Saved'} “${plain(name)}”.\n`);
};

const removeView = async (name: string): Promise<void> => {
  const tributary = ownClient();
  const { viewId, name: called } = await viewNamed(tributary, name);
  await told(tributary.DELETE('/v1/order-views/{viewId}', { params: { path: { viewId } } }));
  process.stdout.write(`Removed “${plain(called)}”.\n`);
};
