import type { Terms } from './api.js';

/** What the fields say, as typed. */
export interface Draft {
  kind: Terms['share']['kind'];
  figure: string;
  exTax: boolean;
  parts: { projectId: string; weight: string }[];
  until: string;
  cap: string;
}

/** What somebody finds who has typed nothing yet. */
export const emptyDraft = (): Draft => ({
  kind: 'percent',
  figure: '5',
  exTax: false,
  parts: [{ projectId: '', weight: '1' }],
  until: '',
  cap: '',
});

/** A rule's terms, as somebody would have typed them. */
export function draftOf({ share, base, projects, until, cap }: Terms): Draft {
  return {
    kind: share.kind,
    figure: share.kind === 'percent' ? share.value : share.amount,
    exTax: base === 'exTax',
    parts: projects.map(({ projectId, weight }) => ({ projectId, weight: `${weight}` })),
    until: until ? localDay(until) : '',
    cap: cap?.amount ?? '',
  };
}

/** What is typed, as the API takes it; `currency` is the shop's. */
export function termsOf({ kind, figure, exTax, parts, until, cap }: Draft, currency: string): Terms {
  const chosen = parts.filter((part) => part.projectId !== '');
  return {
    share: kind === 'percent' ? { kind, value: figure.trim() } : { kind, amount: figure.trim() },
    ...(exTax && kind === 'percent' && { base: 'exTax' as const }),
    projects: chosen.map(({ projectId, weight }) => ({
      projectId,
      weight: chosen.length === 1 ? 1 : parseInt(weight, 10) || 0,
    })),
    // The whole last day, where the merchant is.
    ...(until && { until: new Date(`${until}T23:59:59`).toISOString() }),
    ...(cap.trim() && { cap: { amount: cap.trim(), currency } }),
  };
}

/** The day on which it ends, where the merchant is, as a date field takes it. */
function localDay(iso: string): string {
  const day = new Date(Date.parse(iso) - 1);
  const two = (part: number) => `${part}`.padStart(2, '0');
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}
