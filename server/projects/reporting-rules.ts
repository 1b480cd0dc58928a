/** How often a charity has to tell what became of the money, by the country it is registered in. Law changes: dated data. */
export interface ReportingRule {
  /** As in ISO 3166; undefined: wherever no other rule holds. */
  country?: string;
  /** In force since. */
  since: string;
  everyMonths: number;
  source: string;
}

export const reportingRules: readonly ReportingRule[] = [
  {
    country: 'CN',
    since: '2024-09-05',
    everyMonths: 3,
    source:
      'Charity Law of the PRC as amended 2023-12-29, Art. 79: projects of more than six months report at least every three',
  },
  // What givers on large platforms are shown before they give (Tencent's disclosure gate of 2018): progress at most three
  // months old. A good manner everywhere.
  { since: '2018-01-01', everyMonths: 3, source: 'disclosure before giving: progress at most three months old' },
];

/** The newest rule in force for this country at this moment. */
export function reportingRuleFor(country: string | undefined, at: Date): ReportingRule {
  const inForce = reportingRules
    .filter((rule) => new Date(rule.since) <= at)
    .sort((a, b) => b.since.localeCompare(a.since));
  return (
    inForce.find((rule) => rule.country !== undefined && rule.country === country) ??
    inForce.find((rule) => rule.country === undefined)!
  );
}
