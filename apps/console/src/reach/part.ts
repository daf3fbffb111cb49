import { type ComponentType, lazy } from 'react';
import { ApiProblem, unreachableProblem } from '../api/problem.ts';
import { t } from '../words/words.ts';
import { platform } from './platform.ts';

type Load<Props> = () => Promise<{ readonly default: ComponentType<Props> }>;

/** The part for which the page was loaded anew: it is not for the same one again. */
const storageName = 'tributary.loaded-anew';

/** A part is told from others, and from itself in another build, by how it is loaded: its file is named in there. */
const nameOf = <Props>(load: Load<Props>): string => String(load);

const gone = (): ApiProblem =>
  new ApiProblem({
    title: t('This part of the console could not be loaded'),
    detail: t('The platform answers, but does not have it.'),
    status: 0,
    code: 'part-missing',
    retryable: false,
  });

/**
 * A part that is not to be had: nobody answers, or a newer console is served, whose parts have other names; then the
 * page is loaded anew, once.
 */
const loadedAnew = async (name: string): Promise<never> => {
  if (!(await platform.check())) {
    platform.missed();
    throw unreachableProblem();
  }
  if (sessionStorage.getItem(storageName) === name) throw gone();
  sessionStorage.setItem(storageName, name);
  window.location.reload();
  return new Promise<never>(() => {});
};

/** A part of the console that is loaded when it is first shown. */
export const part = <Props>(load: Load<Props>) =>
  lazy(() =>
    load().then(
      (loaded) => {
        if (sessionStorage.getItem(storageName) === nameOf(load)) sessionStorage.removeItem(storageName);
        return loaded;
      },
      () => loadedAnew(nameOf(load)),
    ),
  );
