import { TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type Location, network } from '../api/locations.ts';
import { Answer, Empty } from '../look/Answer.tsx';
import { LoadMore } from '../look/LoadMore.tsx';
import { Panel } from '../look/Panel.tsx';
import { keepingNetwork } from '../sign-in/roles.ts';
import { useHasRole } from '../sign-in/useHasRole.ts';
import styles from './Admin.module.css';
import { LocationItem } from './LocationItem.tsx';
import { countWords, matching } from './locationWords.ts';
import { OpenOrClose } from './OpenOrClose.tsx';
import { t } from '../words/words.ts';

const pageSize = 100;

/** Those that were found, a page more each time that more are asked for. */
const Found = ({ locations }: { readonly locations: readonly Location[] }) => {
  const mayChange = useHasRole(keepingNetwork);
  const [shown, setShown] = useState(pageSize);
  const [asked, setAsked] = useState<Location>();
  const more = {
    hasNextPage: shown < locations.length,
    isFetchingNextPage: false,
    fetchNextPage: () => Promise.resolve(setShown((before) => before + pageSize)),
  };
  return (
    <>
      <ul>
        {locations.slice(0, shown).map((location) => (
          <LocationItem
            key={location.locationId}
            of={location}
            change={mayChange ? () => setAsked(location) : undefined}
          />
        ))}
      </ul>
      <LoadMore of={more} />
      {asked && <OpenOrClose of={asked} close={() => setAsked(undefined)} />}
    </>
  );
};

const Locations = ({ locations }: { readonly locations: readonly Location[] }) => {
  const [typed, setTyped] = useState('');
  const found = matching(locations, typed);
  if (locations.length === 0)
    return <Empty title={t('No location is defined')}>{t('Nothing can be sold before one is.')}</Empty>;
  return (
    <>
      <div role="search" aria-label={t('Locations')} className={styles.find}>
        <TextInput
          label={t('Name or id')}
          type="search"
          size="sm"
          autoComplete="off"
          maxLength={200}
          value={typed}
          onChange={({ currentTarget: { value } }) => setTyped(value)}
        />
        <span role="status" className="quiet">
          {countWords(found)}
        </span>
      </div>
      {found.length === 0 ? (
        <Empty title={t('No location is called that')} />
      ) : (
        <Found key={typed} locations={found} />
      )}
    </>
  );
};

/** The network by id, all of it, so that what is typed is looked for in all of it. */
export const LocationsPanel = () => (
  <Panel title={t('Locations, by id')} flush>
    <Answer of={useQuery(network)}>{(locations) => <Locations locations={locations} />}</Answer>
  </Panel>
);
