import { faultAt, faultsElsewhere } from './faults.ts';

describe('What was wrong with a setting', () => {
  const faults = [
    { pointer: '/attributes/1/values/0', message: 'Too long.' },
    { pointer: '/attributes/1/values/3', message: 'Too long.' },
    { pointer: '/attributes', message: 'Declared twice.' },
  ];

  it('is told at its field once, also what is wrong with entries of its list', () => {
    expect(faultAt(faults, '/attributes/1/values')).toBe('Too long.');
    expect(faultAt(faults, '/attributes/1/value')).toBeUndefined();
    expect(faultAt(faults, '/attributes/10/values')).toBeUndefined();
    expect(faultAt(faults, '/attributes/1')).toBeUndefined();
  });

  it('is told above where it has no field', () => {
    expect(faultsElsewhere(faults, /^\/attributes\/\d+\/values/)).toEqual([
      { pointer: '/attributes', message: 'Declared twice.' },
    ]);
  });
});
