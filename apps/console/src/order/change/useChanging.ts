import { useEffect, useRef, useState } from 'react';

/** Whether a draft is open beside the order; what opened it has the focus again once it is closed. */
export const useChanging = () => {
  const opener = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(false);
  const [state, setState] = useState<'closed' | 'open' | 'made'>('closed');
  const isOpen = state === 'open';
  useEffect(() => {
    if (wasOpen.current && !isOpen) opener.current?.focus();
    wasOpen.current = isOpen;
  }, [isOpen]);
  return {
    opener,
    isOpen,
    /** Whether the last draft became a change. */
    isMade: state === 'made',
    open: () => setState('open'),
    close: (isMade: boolean) => setState(isMade ? 'made' : 'closed'),
  };
};
