/** The tabs of a case, by the names that stand in its address. */
export const TABS = ['next', 'evidence', 'contact', 'record', 'deadlines', 'packet', 'history'] as const;
export type CaseTab = (typeof TABS)[number];

export function isCaseTab(value: unknown): value is CaseTab {
  return TABS.some((tab) => tab === value);
}
