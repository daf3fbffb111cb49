import { everyEntry, told } from '@tributary/client';
import { Role, roles } from '@tributary/contracts';
import { type Command, InvalidArgumentError } from 'commander';
import { ownClient } from '../api/client.ts';
import { table } from './table.ts';

const parseRole = (text: string): Role => {
  const role = Role.safeParse(text);
  if (!role.success) throw new InvalidArgumentError(`It must be one of ${roles.join(', ')}.`);
  return role.data;
};

export const addKeys = (program: Command): void => {
  const keys = program.command('keys').description('API keys');
  keys
    .command('issue')
    .description('issue a key; it is shown only now')
    .requiredOption('--name <text>', 'who it is for')
    .requiredOption('--role <role>', `one of ${roles.join(', ')}`, parseRole)
    .option(
      '--source <source...>',
      'bind it to messages of these CloudEvents sources, * at the end for any ending: urn:shop:*',
    )
    .action(async ({ name, role, source }: { name: string; role: Role; source?: string[] }) => {
      const { key, keyId } = await told(
        ownClient().POST('/v1/keys', { body: { name, role, ...(source && { sources: source }) } }),
      );
      // Only the key on standard output, so that a script can take it.
      process.stderr.write(`Issued ${keyId} to ${name} as ${role}. The key is shown only now:\n`);
      process.stdout.write(`${key}\n`);
    });
  keys
    .command('list')
    .description('all keys, without their secrets')
    .action(async () => {
      const tributary = ownClient();
      const items = await everyEntry((cursor) =>
        told(tributary.GET('/v1/keys', { params: { query: cursor } })),
      );
      const rows = items.map(({ keyId, role, revoked, name, sources }) => [
        keyId,
        role,
        revoked ? 'revoked' : 'valid',
        name,
        sources?.join(' ') ?? 'all',
      ]);
      process.stdout.write(table(['KEY ID', 'ROLE', 'STATE', 'NAME', 'SOURCES'], rows));
    });
  keys
    .command('revoke')
    .description('end a key at once')
    .argument('<key-id>')
    .action(async (keyId: string) => {
      await told(ownClient().DELETE('/v1/keys/{keyId}', { params: { path: { keyId } } }));
      process.stdout.write(`Revoked ${keyId}.\n`);
    });
};
