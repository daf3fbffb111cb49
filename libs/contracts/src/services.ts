/** The four services and the door. */
export const services = ['gateway', 'inventory', 'order', 'sourcing', 'repository'] as const;
export type Service = (typeof services)[number];
