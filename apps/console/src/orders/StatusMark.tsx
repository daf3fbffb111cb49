import { Mark } from '../look/Mark.tsx';
import { toneOf, wordsOf } from './status.ts';

export const StatusMark = ({ status }: { readonly status: string }) => (
  <Mark tone={toneOf(status)}>{wordsOf(status)}</Mark>
);
