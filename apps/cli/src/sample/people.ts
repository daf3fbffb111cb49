import { type Chance, chanceOf } from './chance.ts';
import { type Message, message } from './message.ts';

export interface Shopper {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  readonly address: {
    readonly name: string;
    readonly street: string;
    readonly postalCode: string;
    readonly city: string;
    readonly country: string;
    readonly coordinates: { readonly latitude: number; readonly longitude: number };
  };
}

interface City {
  readonly city: string;
  readonly country: Country;
  readonly latitude: number;
  readonly longitude: number;
  readonly postalCode: string;
}

type Country = keyof typeof people;

/** First names, last names, streets and the dialling code of each country. */
const people = {
  NL: {
    first: ['Sanne', 'Daan', 'Lotte', 'Bram', 'Femke', 'Ruben'],
    last: ['de Vries', 'Bakker', 'Visser', 'Smit', 'Mulder', 'Dekker'],
    streets: ['Prinsengracht', 'Kerkstraat', 'Molenweg', 'Lindelaan'],
    dial: '+31 6',
  },
  DE: {
    first: ['Lena', 'Jonas', 'Mia', 'Felix', 'Clara', 'Moritz'],
    last: ['Schneider', 'Fischer', 'Weber', 'Wagner', 'Krüger', 'Vogel'],
    streets: ['Lindenstraße', 'Bergstraße', 'Schillerstraße', 'Gartenweg'],
    dial: '+49 151',
  },
  AT: {
    first: ['Anna', 'Lukas', 'Theresa', 'Tobias'],
    last: ['Gruber', 'Huber', 'Steiner', 'Moser'],
    streets: ['Mariahilfer Straße', 'Hauptstraße', 'Burggasse'],
    dial: '+43 660',
  },
  FR: {
    first: ['Camille', 'Hugo', 'Manon', 'Louis', 'Chloé', 'Julien'],
    last: ['Martin', 'Bernard', 'Dubois', 'Moreau', 'Lefèvre', 'Garnier'],
    streets: ['Rue Victor Hugo', 'Rue de la Paix', 'Avenue Foch', 'Rue des Lilas'],
    dial: '+33 6',
  },
  ES: {
    first: ['Lucía', 'Pablo', 'Carmen', 'Javier', 'Elena', 'Diego'],
    last: ['García', 'Fernández', 'Ruiz', 'Moreno', 'Navarro', 'Serrano'],
    streets: ['Calle Mayor', 'Calle del Sol', 'Avenida de la Luz'],
    dial: '+34 612',
  },
  PT: {
    first: ['Inês', 'Tiago', 'Beatriz', 'Rui'],
    last: ['Silva', 'Costa', 'Pereira', 'Almeida'],
    streets: ['Rua Augusta', 'Rua das Flores', 'Avenida da Liberdade'],
    dial: '+351 91',
  },
  IT: {
    first: ['Giulia', 'Marco', 'Chiara', 'Lorenzo', 'Elisa', 'Andrea'],
    last: ['Rossi', 'Conti', 'Ferrari', 'Greco', 'Marini', 'Gallo'],
    streets: ['Via Roma', 'Via Garibaldi', 'Corso Italia'],
    dial: '+39 347',
  },
  IE: {
    first: ['Aoife', 'Cian', 'Niamh', 'Oisín'],
    last: ['Murphy', 'Kelly', 'Walsh', 'Byrne'],
    streets: ['Main Street', 'Patrick Street', 'Church Road'],
    dial: '+353 85',
  },
} as const;

const city = (
  name: string,
  country: Country,
  latitude: number,
  longitude: number,
  postalCode: string,
): City => ({
  city: name,
  country,
  latitude,
  longitude,
  postalCode,
});

const cities: readonly City[] = [
  city('Amsterdam', 'NL', 52.3702, 4.8952, '1017 AB'),
  city('Rotterdam', 'NL', 51.9244, 4.4777, '3011 CA'),
  city('Utrecht', 'NL', 52.0907, 5.1214, '3512 JE'),
  city('Berlin', 'DE', 52.52, 13.405, '10115'),
  city('Hamburg', 'DE', 53.5511, 9.9937, '20095'),
  city('München', 'DE', 48.1351, 11.582, '80331'),
  city('Köln', 'DE', 50.9375, 6.9603, '50667'),
  city('Dresden', 'DE', 51.0504, 13.7373, '01067'),
  city('Wien', 'AT', 48.2082, 16.3738, '1010'),
  city('Graz', 'AT', 47.0707, 15.4395, '8010'),
  city('Paris', 'FR', 48.8566, 2.3522, '75011'),
  city('Lyon', 'FR', 45.764, 4.8357, '69002'),
  city('Toulouse', 'FR', 43.6047, 1.4442, '31000'),
  city('Lille', 'FR', 50.6292, 3.0573, '59800'),
  city('Madrid', 'ES', 40.4168, -3.7038, '28012'),
  city('Barcelona', 'ES', 41.3851, 2.1734, '08002'),
  city('Sevilla', 'ES', 37.3891, -5.9845, '41001'),
  city('Lisboa', 'PT', 38.7223, -9.1393, '1100-148'),
  city('Porto', 'PT', 41.1579, -8.6291, '4000-069'),
  city('Milano', 'IT', 45.4642, 9.19, '20122'),
  city('Torino', 'IT', 45.0703, 7.6869, '10121'),
  city('Bologna', 'IT', 44.4949, 11.3426, '40121'),
  city('Dublin', 'IE', 53.3498, -6.2603, 'D02 AF30'),
  city('Cork', 'IE', 51.8985, -8.4756, 'T12 W8KP'),
];

/** Where the postal areas lie in which they live, a message for each country. */
export const postalAreaMessages = (at: number, edition: string): Message[] =>
  [...Map.groupBy(cities, ({ country }) => country)].map(([country, own]) =>
    message('tributary.postal-areas.updated.v1', 'erp', `postal-areas-${country}${edition}`, at, {
      country,
      areas: own.map(({ postalCode, latitude, longitude }) => ({ postalCode, latitude, longitude })),
    }),
  );

/** How many people the sample knows. */
export const shopperCount = 480;

const ascii = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/[^a-z ]/gi, '')
    .replaceAll(' ', '')
    .toLowerCase();

/** Four decimals are about ten metres. */
const near = (chance: Chance, degrees: number): number =>
  Math.round((degrees + (chance.share() - 0.5) * 0.12) * 10_000) / 10_000;

/** One of the people who buy; the same index is always the same person. Nobody real: all mail goes to example.com. */
export const shopper = (seed: number, index: number): Shopper => {
  const chance = chanceOf(seed, 'shopper', index);
  const { city: town, country, latitude, longitude, postalCode } = chance.one(cities);
  const { first, last, streets, dial } = people[country];
  const firstName: string = chance.one(first);
  const lastName: string = chance.one(last);
  const name = `${firstName} ${lastName}`;
  return {
    id: `C-${10_001 + index}`,
    name,
    email: `${ascii(firstName)}.${ascii(lastName)}${index}@example.com`,
    phone: `${dial} ${chance.digits(7)}`,
    address: {
      name,
      street: `${chance.one<string>(streets)} ${chance.whole(1, 140)}`,
      postalCode,
      city: town,
      country,
      coordinates: { latitude: near(chance, latitude), longitude: near(chance, longitude) },
    },
  };
};
