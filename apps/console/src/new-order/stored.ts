import { type Draft, emptyDraft } from './draft.ts';

const storageName = 'tributary.new-order';

/** What was entered before the page was loaded anew; nothing where that cannot be read. */
export const storedDraft = (): Draft | undefined => {
  const text = sessionStorage.getItem(storageName);
  try {
    // A console of another version may have left out what this one asks for.
    return text === null ? undefined : { ...emptyDraft(), ...(JSON.parse(text) as Draft) };
  } catch {
    return undefined;
  }
};

export const storeDraft = (draft: Draft): void => sessionStorage.setItem(storageName, JSON.stringify(draft));

/** Who ordered is nobody's business once it is placed, given up, or somebody else sits here. */
export const forgetDraft = (): void => sessionStorage.removeItem(storageName);
