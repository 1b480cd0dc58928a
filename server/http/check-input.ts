import type { z } from 'zod';
import { Problem, type FieldError } from './problem.js';

/**
 * Checks what came in against its schema and returns the typed value.
 *
 * @throws {Problem} `invalid-input`, naming each wrong field
 */
export function checkInput<T extends z.ZodType>(schema: T, input: unknown, where: string): z.infer<T> {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  const errors = result.error.issues.flatMap(fieldErrors);
  const [first] = errors;
  const others = errors.length > 1 ? ` (and ${errors.length - 1} more)` : '';
  throw new Problem('invalid-input', `The ${where} cannot be used: ${first!.path} ${first!.message}${others}.`, {
    errors,
  });
}

function fieldErrors(issue: z.core.$ZodIssue): FieldError[] {
  const at = (...more: PropertyKey[]) => [...issue.path, ...more].map(String).join('.') || 'body';
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({ path: at(key), message: 'is not a known field; leave it out' }));
  if (issue.code === 'invalid_union') {
    const deepest = issue.errors.flat().sort((a, b) => b.path.length - a.path.length)[0];
    if (deepest) return [{ path: at(...deepest.path), message: said(deepest) }];
  }
  return [{ path: at(), message: said(issue) }];
}

function said(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type' && issue.input === undefined) return `is missing; give a ${issue.expected}`;
  return issue.message.replace(/^Invalid input: /, '').replace(/^expected/, 'must be: expected');
}
