import { Overloaded, admissionBy } from './admission.ts';

const long = 60_000;

/** Admission up to 10, and what it sees as behind. */
const admitting = () => {
  const seen = { behind: 0 };
  return { seen, admission: admissionBy(() => seen.behind, 10) };
};

describe('Admission', () => {
  it('lets a batch in at once while there is room', async () => {
    const { seen, admission } = admitting();
    seen.behind = 10;
    await expect(admission.whenRoom(5, 0)).resolves.toBeUndefined();
  });

  it('lets batches in as they came, once there is room again', async () => {
    const { seen, admission } = admitting();
    seen.behind = 11;
    const came: number[] = [];
    const all = [1, 2, 3].map((each) => admission.whenRoom(1, long).then(() => came.push(each)));
    await expect(admission.whenRoom(1, 20)).rejects.toThrow(Overloaded);
    expect(came).toEqual([]);
    seen.behind = 0;
    await Promise.all(all);
    expect(came).toEqual([1, 2, 3]);
  });

  it('counts what it has just let in before those do who have to handle it', async () => {
    const { admission } = admitting();
    await admission.whenRoom(11, 0);
    await expect(admission.whenRoom(1, 0)).rejects.toMatchObject({ code: 'overloaded' });
    await expect(admission.whenRoom(1, long)).resolves.toBeUndefined();
  });

  it('lets a single one past those that wait, up to twice as much', () => {
    const { seen, admission } = admitting();
    seen.behind = 20;
    expect(() => admission.now()).not.toThrow();
    seen.behind = 21;
    expect(() => admission.now()).toThrow(Overloaded);
  });
});
