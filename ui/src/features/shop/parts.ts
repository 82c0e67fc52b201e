/** The parts of the shop's page, by the names that stand in its address. */
export const PARTS = ['particulars', 'contract', 'terminals', 'people', 'tasks', 'plan'] as const;
export type ShopPart = (typeof PARTS)[number];

export function isShopPart(value: unknown): value is ShopPart {
  return PARTS.some((part) => part === value);
}
