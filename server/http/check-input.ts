import type { z } from 'zod';
import { Problem, type FieldError } from './problem.js';

/** More wrong fields than a person reads; a body of thousands must not become an answer of thousands. */
const errorsToldMax = 20;

/**
 * Checks what came in against its schema and returns the typed value.
 *
 * @throws {Problem} `invalid-input`, naming each wrong field
 */
export function checkInput<T extends z.ZodType>(schema: T, input: unknown, where: string): z.infer<T> {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  const errors = result.error.issues.flatMap((issue) => fieldErrors(issue, input));
  const [first] = errors;
  const others = errors.length > 1 ? ` (and ${errors.length - 1} more)` : '';
  throw new Problem('invalid-input', `The ${where} cannot be used: ${first!.path} ${first!.message}${others}.`, {
    errors: errors.slice(0, errorsToldMax),
  });
}

function fieldErrors(issue: z.core.$ZodIssue, input: unknown): FieldError[] {
  const at = (...more: PropertyKey[]) => [...issue.path, ...more].map(String).join('.') || 'body';
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({ path: at(key), message: 'is not a known field; leave it out' }));
  if (issue.code === 'invalid_union') {
    const deepest = issue.errors.flat().sort((a, b) => b.path.length - a.path.length)[0];
    if (deepest)
      return [{ path: at(...deepest.path), message: said(deepest, valueAt(input, [...issue.path, ...deepest.path])) }];
  }
  return [{ path: at(), message: said(issue, valueAt(input, issue.path)) }];
}

/** What people call the types a schema expects. */
const typeNames: Record<string, string> = {
  string: 'text in quotes',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
};

function said(issue: z.core.$ZodIssue, value: unknown): string {
  if (issue.code === 'invalid_type') {
    const wanted = typeNames[issue.expected] ?? issue.expected;
    if (value === undefined) return `is missing; give ${wanted}`;
    // The schemas' own sentences say more than the type.
    return issue.message.startsWith('Invalid input') ? `must be ${wanted}` : issue.message;
  }
  return issue.message.replace(/^Invalid input: /, '').replace(/^expected/, 'must be: expected');
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, key) => (value as Record<PropertyKey, unknown> | null | undefined)?.[key], input);
}
