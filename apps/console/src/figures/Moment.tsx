import { formatBrief, formatMoment } from './time.ts';

/** An instant in the viewer's zone; UTC on hover. `brief` is for lists whose heading names the zone. */
export const Moment = ({ at, brief = false }: { readonly at: string; readonly brief?: boolean }) => (
  <time dateTime={at} title={brief ? `${formatMoment(at)} · ${at}` : at} className="nowrap">
    {brief ? formatBrief(at, new Date()) : formatMoment(at)}
  </time>
);
