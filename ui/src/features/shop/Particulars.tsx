/** Who the shop is: as on the licence, at the acquirer, at the bank. Every field saves itself. */
import type { ReactNode } from 'react';
import type { MerchantDto } from '../../api/generated/MerchantDto';
import { SavedDate } from '../../components/SavedDate';
import { SavedField } from '../../components/Field';
import { useWords } from '../../lib/words';
import type { PartProps } from './merchant';
import classes from './Shop.module.css';

type TextKey = { [K in keyof MerchantDto]: MerchantDto[K] extends string ? K : never }[keyof MerchantDto];
const DAYS: readonly TextKey[] = ['licence_expires', 'joined_on', 'contract_signed_on'];

/** Fields of one group, in the order in which they stand on paper. */
export const GROUPS: { key: string; fields: TextKey[] }[] = [
  { key: 'shop', fields: ['name', 'licence', 'legal_person', 'licence_expires', 'address'] },
  { key: 'reach', fields: ['contact', 'phone', 'email'] },
  { key: 'acquirer', fields: ['mid', 'acquirer', 'acquirer_contact', 'agent', 'agent_contact', 'joined_on'] },
  { key: 'settlement', fields: ['settlement_bank', 'settlement_last4'] },
];

export function Particulars({ merchant, save }: PartProps): ReactNode {
  const { say } = useWords();
  return (
    <div className={classes.part}>
      <p className="dim">{say('win-shop-text')}</p>
      {GROUPS.map(({ key, fields }) => (
        <section key={key} className={classes.group} aria-labelledby={`shop-${key}`}>
          <h2 id={`shop-${key}`}>{say(`win-shop-group-${key}`)}</h2>
          <div className={classes.fields}>
            {fields.map((field) => (
              <ShopField key={field} name={field} merchant={merchant} save={save} />
            ))}
          </div>
        </section>
      ))}
    </div>
  );
}

export function ShopField({ name, merchant, save }: PartProps & { name: TextKey }): ReactNode {
  const { say } = useWords();
  const label = say(`win-shop-${name.replaceAll('_', '-')}`);
  const keep = (text: string): Promise<unknown> => save((now) => ({ ...now, [name]: text.trim() }));
  if (DAYS.includes(name)) return <SavedDate label={label} value={merchant[name]} mayBeEmpty onSave={keep} />;
  return <SavedField label={label} value={merchant[name]} onSave={keep} {...(name === 'settlement_last4' ? { maxLength: 4, numeric: true } : {})} />;
}
