import { useDebouncedCallback } from '@mantine/hooks';
import { useEffect, useRef, useState } from 'react';

/**
 * Text that is applied once the person pauses, so that a list is not fetched for every letter.
 * @param value what is applied now; a change from elsewhere (back button, clear) replaces the text
 * @returns the text in the field, and how to change it: after a pause, or at once
 */
export const useDelayedText = (value: string, apply: (text: string) => void) => {
  const [text, setText] = useState(value);
  const applied = useRef(value);
  useEffect(() => {
    // The address follows a little later; our own echo must not overwrite what was typed meanwhile.
    if (value === applied.current) return;
    applied.current = value;
    setText(value);
  }, [value]);
  const send = (next: string) => {
    applied.current = next.trim();
    apply(next.trim());
  };
  const later = useDebouncedCallback(send, 300);
  const type = (next: string) => {
    setText(next);
    later(next);
  };
  const put = (next: string) => {
    later.cancel();
    setText(next);
    send(next);
  };
  return { text, type, put };
};
