import { useState } from 'react';

const storageName = 'tributary.desk-store';

/** The store at whose desk this browser stands, remembered until its session ends. */
export const useDeskStore = () => {
  const [store, setStore] = useState(() => sessionStorage.getItem(storageName));
  const choose = (next: string | null) => {
    setStore(next);
    if (next === null) sessionStorage.removeItem(storageName);
    else sessionStorage.setItem(storageName, next);
  };
  return [store, choose] as const;
};
