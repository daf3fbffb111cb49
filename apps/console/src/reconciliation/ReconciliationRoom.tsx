import { useMutation } from '@tanstack/react-query';
import { compareStock } from '../api/reconciliation.ts';
import { Empty } from '../look/Answer.tsx';
import { Failure } from '../look/Failure.tsx';
import { Page } from '../shell/Page.tsx';
import { useMaySet } from '../sign-in/useMaySet.ts';
import { CompareForm } from './CompareForm.tsx';
import { Differences } from './Differences.tsx';
import { t } from '../words/words.ts';

const Comparing = () => {
  const compared = useMutation({ mutationFn: compareStock });
  return (
    <>
      <CompareForm pending={compared.isPending} compare={compared.mutate} />
      <Failure of={compared.error} />
      {compared.isSuccess && <Differences key={compared.submittedAt} found={compared.data} />}
    </>
  );
};

/** What another system believes of stock, beside what is so here. */
const ReconciliationRoom = () => {
  const maySet = useMaySet();
  return (
    <Page title={t('Reconciliation')}>
      {maySet === false && (
        <Empty title={t('You cannot compare stock')}>{t('Operations compare it with other systems.')}</Empty>
      )}
      {maySet && <Comparing />}
    </Page>
  );
};

export default ReconciliationRoom;
