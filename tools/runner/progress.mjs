const interval = 2_000;

/**
 * Says what a long piece of work is at, so that nobody takes it for dead: at once, then every two
 * seconds, on a line that a terminal overwrites and a log keeps.
 * @param text what is done, e.g. `Building`
 * @param detail asked each time; undefined where there is nothing to add
 * @param after milliseconds before the first word: quick work says nothing
 */
export const withProgress = async (text, work, { detail = () => undefined, after = 0 } = {}) => {
  const { stderr } = process;
  const since = performance.now();
  let spoke = false;
  const say = () => {
    const seconds = Math.round((performance.now() - since) / 1_000);
    const more = [seconds > 0 ? `${seconds} s` : undefined, detail()].filter(Boolean).join(', ');
    const line = `${text} … ${more}`.trimEnd();
    if (stderr.isTTY) stderr.write(`\r\x1b[K${line}`);
    else stderr.write(`${line}\n`);
    spoke = true;
  };
  let ticking;
  const first = setTimeout(() => {
    say();
    ticking = setInterval(say, interval);
  }, after);
  try {
    return await work();
  } finally {
    clearTimeout(first);
    clearInterval(ticking);
    if (spoke && stderr.isTTY) stderr.write('\n');
  }
};
