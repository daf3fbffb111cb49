import { acceptedForm } from './accepted-form.ts';

describe('The form of a list', () => {
  it.each([
    [undefined, 'json'],
    ['', 'json'],
    ['*/*', 'json'],
    ['text/html,application/xhtml+xml,*/*;q=0.8', 'json'],
    ['application/json', 'json'],
    ['text/csv', 'csv'],
    ['Text/CSV; charset=utf-8', 'csv'],
    ['text/csv, */*;q=0.1', 'csv'],
    ['application/x-ndjson', 'ndjson'],
    ['application/json, text/csv', 'json'],
    ['application/json;q=0.5, text/csv;q=0.9, application/x-ndjson;q=0.7', 'csv'],
    ['text/csv;q=0', 'json'],
    ['text/csv;q=much', 'json'],
  ])('is, where %s is accepted, %s', (accept, form) => {
    expect(acceptedForm(accept)).toBe(form);
  });
});
