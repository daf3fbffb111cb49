import { Button, Group } from '@mantine/core';
import { type Language, languages } from '../words/language.ts';
import { choose, language } from '../words/own.ts';
import { t } from '../words/words.ts';

/** The languages that the page is not in, each in its own words; choosing one loads the page anew. */
export const LanguageChoice = () => (
  <Group gap={4} role="group" aria-label={t('Language')}>
    {(Object.keys(languages) as Language[])
      .filter((each) => each !== language)
      .map((each) => (
        <Button key={each} size="compact-xs" variant="subtle" lang={each} onClick={() => choose(each)}>
          {languages[each]}
        </Button>
      ))}
  </Group>
);
