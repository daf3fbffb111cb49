import {
  ForbiddenException,
  HttpException,
  NotFoundException,
  PayloadTooLargeException,
} from '@nestjs/common';
import { z } from 'zod';
import { problemOf } from './problem-filter.ts';
import { Problem, parseOrProblem } from './problem.ts';

const coded = (code: string, more: object = {}) => Object.assign(new Error('in words'), { code, ...more });

describe('A problem', () => {
  it('is a document that says what went wrong, and whether to try again', () => {
    expect(new Problem(404, 'not-found', 'There is no order web.1.').document()).toStrictEqual({
      type: 'urn:tributary:problem:not-found',
      title: 'Not found',
      status: 404,
      code: 'not-found',
      detail: 'There is no order web.1.',
      retryable: false,
    });
  });

  it.each([
    [400, false],
    [401, false],
    [409, false],
    [429, true],
    [500, true],
    [503, true],
  ])('of status %i is worth trying again: %s', (status, retryable) => {
    const { title, retryable: told } = new Problem(status, 'any', 'any').document();
    expect([told, title]).toEqual([retryable, expect.not.stringMatching(/^Problem$/)]);
  });

  it('may say otherwise, and more', () => {
    const errors = [{ pointer: '/a', message: 'no' }];
    expect(
      new Problem(409, 'busy', 'later', { retryable: true, errors, messageId: 'm' }).document(),
    ).toMatchObject({
      retryable: true,
      errors,
      messageId: 'm',
    });
    expect(new Problem(418, 'teapot', 'short and stout').document().title).toBe('Problem');
  });

  it('names each bad field of an input by its pointer', () => {
    const schema = z.strictObject({ limit: z.number().max(200), 'a/b~c': z.string().optional() });
    const problem = (() => {
      try {
        return parseOrProblem(schema, { limit: 500, 'a/b~c': 1, sort: 'up' }, '/query');
      } catch (error) {
        return error as Problem;
      }
    })() as Problem;
    expect(problem).toMatchObject({ status: 400, code: 'invalid' });
    expect(problem.more.errors?.map(({ pointer }) => pointer).toSorted()).toEqual([
      '/query/a~1b~0c',
      '/query/limit',
      '/query/sort',
    ]);
    expect(parseOrProblem(schema, { limit: 5 })).toEqual({ limit: 5 });
  });
});

describe('An error is told to the caller', () => {
  it.each([
    ['a page nobody made', new NotFoundException('Cannot GET /x'), 404, 'not-found'],
    ['a role that may not', new ForbiddenException(), 403, 'not-allowed'],
    ['a large body', new PayloadTooLargeException(), 413, 'too-large'],
    ['another refusal of the web server', new HttpException('no', 418), 418, 'http-error'],
    ['a store that is away', coded('store-unavailable'), 503, 'store-unavailable'],
    ['changes at once', coded('wrong-expected-version'), 409, 'busy'],
    ['a bad cursor', coded('bad-query', { field: 'cursor' }), 400, 'bad-query'],
    ['a body beyond the bound', coded('FST_ERR_CTP_BODY_TOO_LARGE', { statusCode: 413 }), 413, 'too-large'],
    [
      'a content type nobody reads',
      coded('FST_ERR_CTP_INVALID_MEDIA_TYPE', { statusCode: 415 }),
      415,
      'unsupported-media-type',
    ],
    ['an address that cannot be read', coded('FST_ERR_BAD_URL', { statusCode: 400 }), 400, 'bad-request'],
    ['a disk that failed', coded('EIO'), 500, 'internal'],
    ['a server error of a library', coded('ANY', { statusCode: 502 }), 500, 'internal'],
    ['a mistake of ours', new TypeError('x is not a function'), 500, 'internal'],
    ['no error at all', 'thrown text', 500, 'internal'],
    ['nothing', undefined, 500, 'internal'],
  ])('%s', (_, error, status, code) => {
    expect(problemOf(error)).toMatchObject({ status, code });
  });

  it('as it is, when it is a problem already', () => {
    const problem = new Problem(422, 'not-json', 'no');
    expect(problemOf(problem)).toBe(problem);
  });

  it('with the field that was wrong', () => {
    expect(problemOf(coded('bad-query', { field: 'cursor' })).document().errors).toEqual([
      { pointer: '/cursor', message: 'in words' },
    ]);
  });

  it('without what is inside, and to be tried again, when it is not the caller’s', () => {
    const { detail, retryable } = problemOf(new Error('SELECT secret FROM keys')).document();
    expect([detail.includes('secret'), retryable]).toEqual([false, true]);
    expect(problemOf(new NotFoundException('Cannot GET /v1/keys?x')).message).not.toContain('keys');
  });

  it('as something to be tried again, when it passes', () => {
    for (const code of ['store-unavailable', 'wrong-expected-version'])
      expect(problemOf(coded(code)).document().retryable).toBe(true);
  });
});
