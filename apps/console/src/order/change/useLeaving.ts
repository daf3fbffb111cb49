import { type KeyboardEvent, type RefObject, useState } from 'react';

/** Escape closes an open list first; the draft only where it is meant. */
const isMeant = ({ key, target, defaultPrevented }: KeyboardEvent): boolean =>
  key === 'Escape' &&
  !defaultPrevented &&
  !(target instanceof Element && target.getAttribute('aria-expanded') === 'true');

interface Draft {
  readonly isTouched: boolean;
  readonly close: () => void;
  /** Has the focus once somebody decided to stay. */
  readonly heading: RefObject<HTMLElement | null>;
}

/** Closing a draft: at once where nothing was entered, else only after asking. */
export const useLeaving = ({ isTouched, close, heading }: Draft) => {
  const [isAsked, setAsked] = useState(false);
  const stay = () => {
    setAsked(false);
    heading.current?.focus();
  };
  const leave = () => {
    if (isAsked) stay();
    else if (isTouched) setAsked(true);
    else close();
  };
  return {
    leave,
    onKeyDown: (event: KeyboardEvent) => {
      if (isMeant(event)) leave();
    },
    /** Set while it is asked whether what was entered is given up. */
    asked: isAsked ? { stay, go: close } : undefined,
  };
};
