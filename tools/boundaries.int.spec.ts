import { execFile } from 'node:child_process';
import { existsSync, realpathSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { ambientCode, deterministicCode } from './canaries/ambience.ts';
import { forbiddenImports, permittedImports } from './canaries/boundaries.ts';
import type { Canary } from './canaries/canary.ts';
import { plant } from './canaries/scratch-tree.ts';

interface Finding {
  readonly file: string;
  readonly rule: string;
}

interface Violation {
  readonly from: string;
  readonly cycle?: readonly { readonly name: string }[];
  readonly rule: { readonly name: string };
}

const root = join(import.meta.dirname, '..');
const importRules = join(root, '.dependency-cruiser.mjs');

/** Both tools exit with an error when they find something, so the output counts, not the exit code. */
const report = (tool: string, args: readonly string[], cwd: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const options = { cwd, maxBuffer: 64 * 1024 * 1024 };
    execFile(
      process.execPath,
      [join(root, 'node_modules', tool), ...args],
      options,
      (_error, stdout, stderr) => {
        if (stdout.trim() === '') reject(new Error(stderr));
        else resolve(stdout);
      },
    );
  });

const importFindings = async (cwd: string): Promise<readonly Finding[]> => {
  const folders = ['libs', 'services', 'apps', 'benchmarks'].filter((folder) =>
    existsSync(join(cwd, folder)),
  );
  const args = [...folders, '--config', importRules, '--output-type', 'json'];
  const output = await report('dependency-cruiser/bin/dependency-cruise.mjs', args, cwd);
  const { summary } = JSON.parse(output) as { summary: { violations: Violation[] } };
  // A cycle is reported once, for whichever of its files came first.
  return summary.violations.flatMap(({ from, cycle, rule }) =>
    [...new Set([from, ...(cycle ?? []).map(({ name }) => name)])].map((file) => ({ file, rule: rule.name })),
  );
};

const lintFindings = async (cwd: string): Promise<readonly Finding[]> => {
  const args = [
    '--config',
    join(root, 'eslint.config.mjs'),
    '--format',
    'json',
    '--no-error-on-unmatched-pattern',
  ];
  const output = await report('eslint/bin/eslint.js', [...args, 'services'], cwd);
  const results = JSON.parse(output) as { filePath: string; messages: { ruleId: string | null }[] }[];
  return results.flatMap(({ filePath, messages }) =>
    messages.map(({ ruleId }) => ({ file: relative(cwd, filePath), rule: ruleId ?? 'syntax' })),
  );
};

const rulesFor = (findings: readonly Finding[], canary: Canary): readonly string[] =>
  findings.filter(({ file }) => file === canary.file).map(({ rule }) => rule);

describe('The boundaries of the house', () => {
  const imports = [...forbiddenImports, ...permittedImports];
  const code = [...ambientCode, ...deterministicCode];
  let scratch: string;
  let found: readonly Finding[];

  beforeAll(async () => {
    scratch = realpathSync(plant(root, [...imports, ...code]));
    found = (await Promise.all([importFindings(scratch), lintFindings(scratch)])).flat();
  });
  afterAll(() => rmSync(scratch, { recursive: true, force: true }));

  it.each([...forbiddenImports, ...ambientCode])('report ($rule): $says', (canary) => {
    expect(rulesFor(found, canary)).toContain(canary.rule);
  });

  it.each([...permittedImports, ...deterministicCode])('let pass: $says', (canary) => {
    expect(rulesFor(found, canary)).toEqual([]);
  });

  it('have a planted violation for each rule about imports', async () => {
    const { default: config } = (await import(importRules)) as { default: { forbidden: { name: string }[] } };
    const proven = new Set(forbiddenImports.map(({ rule }) => rule));
    expect(config.forbidden.map(({ name }) => name).filter((name) => !proven.has(name))).toEqual([]);
  });

  it('are kept by every import in the tree', async () => {
    expect(await importFindings(root)).toEqual([]);
  });

  it('are kept by every line of the services', async () => {
    expect(await lintFindings(root)).toEqual([]);
  });
});
