import type { LineQuantities } from '@tributary/contracts';

/** `quantities-balance`: what is wrong with a line, in words; nothing when it balances. */
export const quantityFaults = (line: LineQuantities): string[] => {
  const { ordered, cancelled, allocated, backordered, fulfilled, delivered, returned } = line;
  const { leftThoughCancelled = 0, surplus = 0, returnedBeyond = 0 } = line;
  const open = ordered - cancelled - fulfilled;
  const holds: [boolean, string][] = [
    [
      Math.min(cancelled, allocated, backordered, fulfilled, delivered, returned) >= 0 &&
        Math.min(leftThoughCancelled, surplus, returnedBeyond) >= 0,
      'a quantity is below zero',
    ],
    [open >= 0, 'ordered ≠ open + fulfilled + cancelled'],
    [allocated + backordered <= open, 'allocated + backordered > open'],
    [delivered <= fulfilled, 'delivered > fulfilled'],
    [leftThoughCancelled <= fulfilled, 'left though cancelled > fulfilled'],
    [returned <= fulfilled, 'returned > fulfilled'],
  ];
  return holds.filter(([isSo]) => !isSo).map(([, fault]) => `${fault}: ${JSON.stringify(line)}`);
};
