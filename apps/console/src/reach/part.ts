import { type ComponentType, lazy } from 'react';
import { ApiProblem, unreachableProblem } from '../api/problem.ts';
import { t } from '../words/words.ts';
import { platform } from './platform.ts';

type Part = { readonly default: ComponentType };

/** The page that was loaded anew for a part that is not there; it is not for the same one again. */
const storageName = 'tributary.loaded-anew';

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
const loadedAnew = async (): Promise<never> => {
  if (!(await platform.check())) {
    platform.missed();
    throw unreachableProblem();
  }
  const { pathname } = window.location;
  if (sessionStorage.getItem(storageName) === pathname) throw gone();
  sessionStorage.setItem(storageName, pathname);
  window.location.reload();
  return new Promise<never>(() => {});
};

/** A part of the console that is loaded when it is first shown. */
export const part = (load: () => Promise<Part>) =>
  lazy(() =>
    load().then((loaded) => {
      sessionStorage.removeItem(storageName);
      return loaded;
    }, loadedAnew),
  );
