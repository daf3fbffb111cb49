import { type QueryKey, useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { newKey } from './newKey.ts';

/**
 * Sends a command, and again as it was under the same key until it is answered with success: a command whose
 * answer was lost takes effect once.
 * @param queryKey of what it is about, which is read again
 * @param send what sends it; `key` names the attempt
 */
export const useOnceAbout = <Asked, Told>(
  queryKey: QueryKey,
  send: (asked: Asked, key: string) => Promise<Told>,
) => {
  const client = useQueryClient();
  const last = useRef<{ readonly asked: string; readonly key: string }>(undefined);
  return useMutation({
    mutationFn: (asked: Asked) => {
      const text = JSON.stringify(asked);
      if (last.current?.asked !== text) last.current = { asked: text, key: newKey() };
      return send(asked, last.current.key);
    },
    onSuccess: () => {
      last.current = undefined;
    },
    onSettled: () => client.invalidateQueries({ queryKey }),
  });
};

/** The same of a command about an order. */
export const useOnce = <Asked, Told>(orderId: string, send: (asked: Asked, key: string) => Promise<Told>) =>
  useOnceAbout(['order', orderId], send);
