/** Pages on which carriers show a parcel to whoever has its number, by how their names begin, in lower case. */
const pages: readonly (readonly [carrier: string, page: (tracking: string) => string])[] = [
  ['dhl', (of) => `https://www.dhl.com/en/home/tracking.html?tracking-id=${of}`],
  ['dpd', (of) => `https://www.dpdgroup.com/mydpd/my-parcels/track?parcelNumber=${of}`],
  ['fedex', (of) => `https://www.fedex.com/fedextrack/?trknbr=${of}`],
  ['gls', (of) => `https://gls-group.com/EU/en/parcel-tracking?match=${of}`],
  ['royal mail', (of) => `https://www.royalmail.com/track-your-item#/tracking-results/${of}`],
  ['ups', (of) => `https://www.ups.com/track?tracknum=${of}`],
  ['usps', (of) => `https://tools.usps.com/go/TrackConfirmAction?tLabels=${of}`],
];

/** @returns where the carrier shows the parcel; nothing for a carrier that we know no page of */
export const trackingPage = (
  carrier: string | undefined,
  tracking: string | undefined,
): string | undefined => {
  if (carrier === undefined || tracking === undefined) return undefined;
  const name = carrier.trim().toLowerCase();
  const known = pages.find(([begins]) => name === begins || name.startsWith(`${begins} `));
  return known?.[1](encodeURIComponent(tracking.trim()));
};
