import { useState } from 'react';
import { type Recipe, recipeLink } from '../../../exam/link.ts';
import { href } from '../../../site/href.ts';

interface Props {
  recipe: Recipe;
  /** Ids of all items, in the bank's order. */
  bank: readonly string[];
  label: string;
}

/** The address that draws the same exam in another browser. */
export const ShareLink = ({ recipe, bank, label }: Props) => {
  const [said, setSaid] = useState('');
  const link = recipeLink(recipe, bank);
  const address = `${location.origin}${href('/exam/')}${link}`;
  const copy = (): void => {
    const copied = navigator.clipboard?.writeText(address) ?? Promise.reject(new Error('no clipboard'));
    copied.then(
      () => setSaid('Copied.'),
      () => setSaid('This browser does not allow copying. Select the address and copy it.'),
    );
  };
  return (
    <div className="share-link no-print">
      <label>
        {label}
        <input type="text" readOnly value={address} onFocus={(event) => event.target.select()} />
      </label>
      <button type="button" onClick={copy}>
        Copy
      </button>
      <p className="small soft">
        <a href={`${href('/print/exam/')}${link}`}>The same exam on paper</a> <span role="status">{said}</span>
      </p>
    </div>
  );
};
