import { execFile } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import ts from 'typescript';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const run = promisify(execFile);
/** For a whole page, in milliseconds: what waits for something that does not come ends. */
const longestPage = 150_000;

/** A fenced block of a document, as a reader copies it. */
export interface Block {
  readonly page: string;
  /** Empty where none is said. */
  readonly language: string;
  readonly text: string;
  /** Page and how its first line begins: what a spec calls it. */
  readonly name: string;
}

/** The README and everything below `docs`. */
export const pages: readonly string[] = [
  'README.md',
  ...globSync('docs/**/*.md', { cwd: root }).toSorted((one, other) => one.localeCompare(other)),
];

/** All fenced blocks of a document, in its order; also those in lists, whose indentation is taken away. */
export const blocksOf = (page: string): readonly Block[] => {
  const fences = /^(?<indent> *)```(?<language>\S*)[^\n]*\n(?<body>.*?)^ *```$/gms;
  return [...readFileSync(join(root, page), 'utf8').matchAll(fences)].map(({ groups }) => {
    const { indent = '', language = '', body = '' } = groups ?? {};
    const text = body.replaceAll(new RegExp(`^${indent}`, 'gm'), '');
    return { page, language, text, name: `${page}: ${text.trim().split('\n')[0]!.slice(0, 40).trim()}` };
  });
};

/** The file that a block of TypeScript says it is, in its first line. */
export const fileNameOf = ({ text }: Block): string | undefined => /^\/\/ (\S+\.ts)\n/.exec(text)?.[1];

/** A folder like a clone as its reader sees it: what is installed is there, and what blocks leave is apart. */
export class Scratch {
  readonly folder = mkdtempSync(join(tmpdir(), 'tributary-docs-'));

  /** @param replacements what is another here than a document says, such as a port */
  constructor(private readonly replacements: Readonly<Record<string, string>>) {
    symlinkSync(join(root, 'node_modules'), join(this.folder, 'node_modules'));
    writeFileSync(join(this.folder, 'package.json'), '{ "type": "module", "private": true }');
  }

  private as(text: string): string {
    return Object.entries(this.replacements).reduce((so, [from, to]) => so.replaceAll(from, to), text);
  }

  /**
   * Writes blocks of TypeScript to the files that they name.
   * @returns what the compiler has against them
   */
  write(blocks: readonly Block[]): readonly string[] {
    const files = blocks.map((block) => join(this.folder, fileNameOf(block)!));
    for (const [index, file] of files.entries()) writeFileSync(file, this.as(blocks[index]!.text));
    const { config } = ts.readConfigFile(join(root, 'tsconfig.base.json'), ts.sys.readFile) as {
      config: { compilerOptions: object };
    };
    const { options } = ts.convertCompilerOptionsFromJson(
      // As a reader has the packages: built.
      { ...config.compilerOptions, customConditions: [], noEmit: true },
      this.folder,
    );
    return ts
      .getPreEmitDiagnostics(ts.createProgram(files, options))
      .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
  }

  /**
   * Pastes blocks of shell into one shell; it ends at the first command that fails, and curl at what is refused.
   * @returns what was printed, line by line
   */
  async paste(blocks: readonly Block[], env: Readonly<Record<string, string>>): Promise<readonly string[]> {
    const script = this.as(blocks.map(({ text }) => text).join('\n'));
    const curl = `curl() { command curl -sS --fail-with-body -w '\\n' "$@"; }`;
    const path = `${join(root, 'node_modules/node/bin')}:${join(root, 'node_modules/.bin')}:${process.env['PATH']}`;
    const { stdout } = await run('bash', ['-euo', 'pipefail', '-c', `${curl}\n${ending}\n${script}`], {
      cwd: this.folder,
      env: { ...process.env, PATH: path, ...env },
      timeout: longestPage,
    });
    return stdout.trim().split('\n');
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** What a block started in the background ends with its shell, however that ends. */
const ending = `trap 'jobs -p | xargs -r kill 2>/dev/null || true' EXIT; trap 'exit 1' TERM`;
