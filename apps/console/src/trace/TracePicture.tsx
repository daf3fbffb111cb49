import { type Laid, type Picture, systemOf } from './laid.ts';
import styles from './Trace.module.css';
import { called, t } from '../words/words.ts';

/** Pixels between columns, between lanes, and left of the first column for the names of the lanes. */
const step = { x: 40, y: 48, names: 150 };
const radius = 12;
const longestName = 20;

const placeOf = ({ column, lane }: Laid) => ({
  x: step.names + column * step.x + step.x / 2,
  y: lane * step.y + step.y / 2,
});

/** Where something stands in the list below. */
export const anchorOf = (number: number): string => `thing-${number}`;

const pathOf = (from: Laid, to: Laid): string => {
  const [start, end] = [placeOf(from), placeOf(to)];
  const middle = (start.x + end.x) / 2;
  return `M${start.x},${start.y} C${middle},${start.y} ${middle},${end.y} ${end.x},${end.y}`;
};

const Lane = ({
  name,
  index,
  width,
}: {
  readonly name: string;
  readonly index: number;
  readonly width: number;
}) => {
  const y = index * step.y + step.y / 2;
  return (
    <>
      <line x1={step.names} y1={y} x2={width} y2={y} className={styles.lane} />
      <text x={0} y={y} dy="0.35em" className={styles.laneName}>
        {name.length > longestName ? `${name.slice(0, longestName - 1)}…` : name}
        <title>{name}</title>
      </text>
    </>
  );
};

const Thing = ({ thing, isAsked }: { readonly thing: Laid; readonly isAsked: boolean }) => {
  const { x, y } = placeOf(thing);
  const { node, number } = thing;
  return (
    <a
      href={`#${anchorOf(number)}`}
      className={styles.thing}
      data-kind={node.kind}
      data-asked={isAsked || undefined}
      aria-label={`${number}: ${called(node.summary)}, ${systemOf(node)}`}
    >
      <title>{called(node.summary)}</title>
      <circle cx={x} cy={y} r={radius} />
      <text x={x} y={y} dy="0.35em">
        {number}
      </text>
    </a>
  );
};

interface TracePictureProps {
  readonly picture: Picture;
  /** Id of the event that the trace was opened from. */
  readonly asked: string | undefined;
}

/** Lanes of systems, from left to right over time; each thing leads to where the list tells of it. */
export const TracePicture = ({ picture: { lanes, things, columns, lines }, asked }: TracePictureProps) => {
  const width = step.names + columns * step.x;
  const height = lanes.length * step.y;
  return (
    <svg
      width={width}
      height={height}
      className={styles.picture}
      role="group"
      aria-label={t('What led to what, by system over time')}
    >
      {lanes.map((name, index) => (
        <Lane key={name} name={name} index={index} width={width} />
      ))}
      {lines.map(({ from, to, how }) => (
        <path key={to.node.id} d={pathOf(from, to)} className={styles.line} data-how={how} />
      ))}
      {things.map((thing) => (
        <Thing key={thing.node.id} thing={thing} isAsked={thing.node.id === asked} />
      ))}
    </svg>
  );
};
