export const admissionToken = Symbol('Admission');
