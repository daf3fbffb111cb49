import { type Chance, chanceOf, hashOf } from './chance.ts';
import { type Message, message } from './message.ts';
import { locations } from './network.ts';

export interface Product {
  readonly sku: string;
  readonly name: string;
  readonly category: string;
  readonly colour: string;
  /** Major units, EUR. */
  readonly price: string;
  /** Grams. */
  readonly weight: number;
}

interface Category {
  readonly code: string;
  readonly name: string;
  readonly colours: readonly [string, string];
  /** Name, price in EUR, weight in grams. */
  readonly items: readonly (readonly [string, string, number])[];
}

const categories: readonly Category[] = [
  {
    code: 'LGT',
    name: 'Lighting',
    colours: ['black', 'brass'],
    items: [
      ['Desk lamp Arc', '59.90', 1800],
      ['Pendant Drop', '89.00', 2400],
      ['Floor lamp Stem', '149.00', 6200],
      ['Wall light Half', '45.50', 900],
      ['Reading lamp Clip', '24.95', 600],
      ['Table lamp Globe', '69.00', 2100],
      ['LED bulb warm 3-pack', '12.95', 240],
      ['Lantern Field', '34.50', 1100],
      ['String lights 10 m', '19.95', 450],
      ['Night light Moon', '16.90', 300],
    ],
  },
  {
    code: 'KIT',
    name: 'Kitchen',
    colours: ['steel', 'white'],
    items: [
      ['Pour-over kettle', '64.90', 980],
      ['Cast iron pot 4 l', '119.00', 5100],
      ['Chef knife 20 cm', '79.50', 210],
      ['Espresso cup set of 4', '28.00', 720],
      ['Storage jar 1 l', '9.95', 480],
      ['Cutting board', '32.90', 1500],
      ['Salad bowl large', '38.50', 1300],
      ['Pepper mill', '29.95', 350],
      ['Water carafe', '22.50', 800],
      ['Baking tray', '17.90', 900],
    ],
  },
  {
    code: 'TEX',
    name: 'Textiles',
    colours: ['linen', 'indigo'],
    items: [
      ['Duvet cover double', '84.95', 1700],
      ['Wool throw', '99.00', 1200],
      ['Cushion cover 50 × 50', '21.95', 220],
      ['Bath towel', '19.50', 600],
      ['Tea towel 3-pack', '14.95', 260],
      ['Curtain pair', '74.00', 2300],
      ['Rug runner', '129.00', 4200],
      ['Apron', '27.90', 340],
      ['Table cloth', '44.50', 700],
      ['Bath mat', '24.95', 850],
    ],
  },
  {
    code: 'FUR',
    name: 'Furniture',
    colours: ['oak', 'black'],
    items: [
      ['Stool Tripod', '89.00', 4200],
      ['Side table Round', '139.00', 6800],
      ['Wall shelf 80 cm', '54.95', 3100],
      ['Folding chair', '64.50', 4600],
      ['Coat stand', '99.00', 5400],
      ['Bedside table', '119.00', 8200],
      ['Shoe rack', '49.90', 3900],
      ['Mirror 60 cm', '79.00', 5200],
      ['Magazine rack', '39.50', 1600],
      ['Plant stand', '34.95', 2100],
    ],
  },
  {
    code: 'GRD',
    name: 'Garden',
    colours: ['terracotta', 'green'],
    items: [
      ['Watering can 5 l', '26.95', 900],
      ['Plant pot 20 cm', '13.50', 1600],
      ['Secateurs', '31.90', 240],
      ['Bird feeder', '22.95', 700],
      ['Balcony box 60 cm', '18.95', 1400],
      ['Hand trowel', '11.50', 280],
      ['Garden gloves', '9.90', 120],
      ['Hose 15 m', '42.00', 2600],
      ['Herb seed set', '8.95', 90],
      ['Picnic blanket', '36.50', 1100],
    ],
  },
  {
    code: 'DSK',
    name: 'Desk',
    colours: ['grey', 'red'],
    items: [
      ['Notebook A5 dotted', '11.95', 280],
      ['Fountain pen', '34.00', 60],
      ['Pencil case', '15.50', 110],
      ['Desk organiser', '27.95', 850],
      ['Letter tray', '18.50', 640],
      ['Weekly planner', '9.50', 210],
      ['Tape dispenser', '12.90', 420],
      ['Cork board', '25.00', 1200],
      ['Scissors', '10.95', 140],
      ['Paper bin', '29.95', 1300],
    ],
  },
];

const variantsOf = ({ code, name: category, colours, items }: Category): Product[] =>
  items.flatMap(([name, price, weight], index) =>
    colours.map((colour) => ({
      sku: `${code}-${101 + index}-${colour.slice(0, 3).toUpperCase()}`,
      name: `${name}, ${colour}`,
      category,
      colour,
      price,
      weight,
    })),
  );

/** The categories in turn, so that the best sellers, which come first, are of all kinds. */
export const products: readonly Product[] = (() => {
  const byCategory = categories.map(variantsOf);
  return byCategory[0]!.flatMap((_, index) => byCategory.map((own) => own[index]!));
})();

/** Whether a location keeps a product: warehouses have all, a store about six in ten. */
export const carries = (
  { locationId, kind }: { locationId: string; kind: string },
  { sku }: Product,
): boolean => kind === 'warehouse' || hashOf(`${locationId} ${sku}`) % 10 < 6;

/** A few products sell far more than the rest. */
export const inDemand = (chance: Chance, from: readonly Product[] = products): Product =>
  from[Math.floor(chance.share() ** 1.7 * from.length)]!;

const bestSellers = new Set(products.slice(0, 24).map(({ sku }) => sku));

const isScarce = (seed: number, sku: string): boolean =>
  !bestSellers.has(sku) && hashOf(`${seed} scarce ${sku}`) % 16 === 0;

/** Units at the start; a few slow sellers are scarce, so that some orders have to wait. */
export const openingQuantity = (
  seed: number,
  location: { locationId: string; kind: string },
  { sku }: Product,
  scale: number,
): number => {
  const chance = chanceOf(seed, 'opening', location.locationId, sku);
  if (isScarce(seed, sku)) return chance.whole(0, 2);
  return Math.ceil((location.kind === 'warehouse' ? chance.whole(60, 180) : chance.whole(10, 40)) * scale);
};

export const productMessages = (at: number, edition: string): Message[] =>
  products.map(({ sku, name, category, colour, weight, price }) =>
    message('tributary.product.updated.v1', 'erp', `product-${sku}${edition}`, at, {
      sku,
      name,
      attributes: { category, colour },
      weight,
      prices: [{ currency: 'EUR', unitPrice: price }],
    }),
  );

/** @param scale 1 for stock that lasts about 1,500 orders */
export const openingStockMessages = (at: number, seed: number, edition: string, scale: number): Message[] =>
  locations.flatMap((location) =>
    products
      .filter((product) => carries(location, product))
      .map((product) =>
        message(
          'tributary.stock.counted.v1',
          location.kind === 'warehouse' ? `wms:${location.locationId}` : `store:${location.locationId}`,
          `opening-${product.sku}-${location.locationId}${edition}`,
          at,
          {
            sku: product.sku,
            location: location.locationId,
            quantity: openingQuantity(seed, location, product, scale),
          },
        ),
      ),
  );
