import { Alert, Button } from '@mantine/core';
import type { Order } from '../../api/order.ts';
import { problemOf } from '../../api/problem.ts';
import styles from './Change.module.css';
import { chargesOf, shipToOf } from './previewWords.ts';
import { PreviewView } from './PreviewView.tsx';
import { Reasons } from './Reasons.tsx';
import type { useDraft } from './useDraft.ts';
import { t } from '../../words/words.ts';

type Form = ReturnType<typeof useDraft>;

const moved = {
  title: t('The order has moved on'),
  detail: t(
    'Something else happened to it since this was previewed. What you entered is still here, and previewed anew below: look at it again before you make the change.',
  ),
};

/** Why the change was not made. */
const Failed = ({ error }: { readonly error: unknown }) => {
  const problem = problemOf(error);
  const { title, detail } = problem.code === 'order-moved' ? moved : problem;
  return (
    <Alert
      color={problem.code === 'order-moved' ? 'orange' : 'red'}
      variant="light"
      role="alert"
      title={title}
    >
      {detail}
    </Alert>
  );
};

/** What there is to be seen of what was entered. */
const Outcome = ({ order, form }: { readonly order: Order; readonly form: Form }) => {
  const { changes, preview } = form;
  if (changes.lacking.length > 0)
    return (
      <p role="status" className="quiet">
        {t('Something is still to be entered: it is marked above.')}
      </p>
    );
  if (preview.error !== null) return <Failed error={preview.error} />;
  if (preview.shown === undefined)
    return (
      <p role="status" className="quiet">
        {preview.isAwaited ? t('Looking at what comes of it …') : t('Nothing differs yet.')}
      </p>
    );
  return (
    <div
      className={preview.isAwaited ? styles.awaited : styles.outcome}
      aria-busy={preview.isAwaited}
      role="group"
      aria-label={t('What comes of it')}
      // It may be longer than there is room, and is then scrolled by keyboard too.
      tabIndex={0}
    >
      <PreviewView
        order={order}
        preview={preview.shown}
        charges={chargesOf(changes)}
        shipTo={shipToOf(order, changes)}
      />
    </div>
  );
};

export interface Leaving {
  readonly stay: () => void;
  readonly go: () => void;
}

/** Asks before entries are lost. */
const Leave = ({ stay, go }: Leaving) => (
  <div role="alertdialog" aria-label={t('Give up what was entered?')} className={styles.leave}>
    <p>{t('Give up what was entered?')}</p>
    <div className={styles.actions}>
      <Button size="xs" variant="default" autoFocus onClick={stay}>
        {t('Keep it')}
      </Button>
      <Button size="xs" color="red" onClick={go}>
        {t('Give it up')}
      </Button>
    </div>
  </div>
);

interface ChangeFootProps {
  readonly order: Order;
  readonly form: Form;
  /** Set while somebody is about to close the draft. */
  readonly leaving: Leaving | undefined;
}

/** What would come of the draft, and the way to make it so. */
export const ChangeFoot = ({ order, form, leaving }: ChangeFootProps) => (
  <div className={styles.foot}>
    {form.failure !== null && <Failed error={form.failure} />}
    <Reasons of={form.reasons.get('')} />
    <Outcome order={order} form={form} />
    {leaving !== undefined ? (
      <Leave {...leaving} />
    ) : (
      // Not what Enter in a field does: what comes of it is looked at first.
      <Button fullWidth disabled={!form.mayBeMade} loading={form.isBeingMade} onClick={form.make}>
        {form.isToRepeat ? t('Try again') : t('Make the change')}
      </Button>
    )}
  </div>
);
