import { Button, Drawer } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconFilter } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { countOf } from './filter.ts';
import type { FilterFields } from './filter.ts';
import styles from './OrdersRoom.module.css';
import { t } from '../words/words.ts';

interface FilterDrawerProps {
  readonly fields: FilterFields;
  readonly children: ReactNode;
}

/** The filters on a phone: behind one button that says how many are set. */
export const FilterDrawer = ({ fields, children }: FilterDrawerProps) => {
  const [opened, { open, close }] = useDisclosure(false);
  const count = countOf(fields);
  return (
    <>
      <Button
        variant="default"
        onClick={open}
        aria-label={count === 0 ? t('Filters') : t('Filters, {count} set', { count })}
      >
        <IconFilter size={16} stroke={1.6} aria-hidden />
        {count > 0 && <span>{count}</span>}
      </Button>
      <Drawer
        opened={opened}
        onClose={close}
        position="bottom"
        size="auto"
        classNames={{ content: styles.sheet ?? '' }}
        title={t('Filters')}
        // Locking the scroll writes an inline style sheet, which the security policy forbids.
        lockScroll={false}
        closeButtonProps={{ 'aria-label': t('Close the filters') }}
      >
        {children}
        <Button fullWidth mt="md" onClick={close}>
          {t('Show orders')}
        </Button>
      </Drawer>
    </>
  );
};
