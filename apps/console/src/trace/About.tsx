import { Link } from 'react-router';
import type { TraceNode } from '../api/trace.ts';
import { orderPath } from '../orders/summary.ts';
import { positionPath, stockPath } from '../stock/stockPath.ts';
import { t } from '../words/words.ts';

/** What something that happened is about, with a way there. */
export const About = ({ about: { orderId, returnId, sku, location } }: TraceNode) => (
  <>
    {orderId !== undefined && <Link to={orderPath(orderId)}>{orderId}</Link>}
    {returnId !== undefined && <span>{t('return {returnId}', { returnId })}</span>}
    {sku !== undefined &&
      (location === undefined ? (
        <Link to={stockPath(sku)}>{sku}</Link>
      ) : (
        <Link to={positionPath({ sku, location })}>{t('{sku} at {location}', { sku, location })}</Link>
      ))}
  </>
);
