/** What was agreed: the contract, its rates with their dates, its fees. */
import { IconPlus, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { RateDto } from '../../api/generated/RateDto';
import { Button, IconButton } from '../../components/Button';
import { Check } from '../../components/Check';
import { Choice } from '../../components/Choice';
import { SavedDate } from '../../components/SavedDate';
import { SavedField } from '../../components/Field';
import { useTell } from '../../components/Toasts';
import { useWords } from '../../lib/words';
import { NEW_RATE, replaced, without, type Change, type PartProps } from './merchant';
import { ShopField } from './Particulars';
import classes from './Shop.module.css';

const CARD_TYPES = ['debit', 'credit', 'qr'];

export function Contract({ merchant, save }: PartProps): ReactNode {
  const { say } = useWords();
  return (
    <div className={classes.part}>
      <section className={classes.group} aria-labelledby="shop-contract">
        <h2 id="shop-contract">{say('win-shop-contract')}</h2>
        <div className={classes.fields}>
          <ShopField name="contract_no" merchant={merchant} save={save} />
          <ShopField name="contract_signed_on" merchant={merchant} save={save} />
        </div>
      </section>
      <Rates merchant={merchant} save={save} />
      <Fees merchant={merchant} save={save} />
    </div>
  );
}

function Rates({ merchant, save }: PartProps): ReactNode {
  const { say } = useWords();
  const tell = useTell();
  const change = (change: Change): void => void save(change).catch(tell.refused);
  const set = (at: number, some: Partial<RateDto>): Promise<unknown> => save((now) => ({ ...now, rates: replaced(now.rates, at, some) }));
  return (
    <section className={classes.group} aria-labelledby="shop-rates">
      <h2 id="shop-rates">{say('win-shop-rates')}</h2>
      <p className="dim">{say('win-shop-rates-text')}</p>
      <ul className={classes.rows}>
        {merchant.rates.map((rate, at) => (
          <li key={at} className={classes.rate} data-agreed={rate.agreed}>
            <Choice
              label={say('win-field-card-type')}
              options={CARD_TYPES.map((value) => ({ value, label: say(`card-type-${value}`) }))}
              value={rate.card_type}
              onChange={(card_type) => change((now) => ({ ...now, rates: replaced(now.rates, at, { card_type }) }))}
            />
            <SavedField label={say('win-rate-percent')} numeric example="0.6" value={rate.percent} onSave={(text) => set(at, { percent: text.trim() })} />
            <SavedField label={say('win-rate-cap')} numeric example="20" value={rate.cap} onSave={(text) => set(at, { cap: text.trim() })} />
            <SavedDate label={say('win-rate-from')} mayBeEmpty value={rate.from} onSave={(from) => set(at, { from })} />
            <SavedDate label={say('win-rate-noticed')} mayBeEmpty value={rate.noticed_on} onSave={(noticed_on) => set(at, { noticed_on })} />
            <div className={classes.end}>
              <Check label={say('win-rate-agreed')} checked={rate.agreed} onChange={(agreed) => void set(at, { agreed }).catch(tell.refused)} />
              <IconButton label={say('win-rate-remove')} onClick={() => change((now) => ({ ...now, rates: without(now.rates, at) }))}>
                <IconTrash size="1rem" aria-hidden />
              </IconButton>
            </div>
          </li>
        ))}
      </ul>
      <div>
        <Button
          size="xs"
          icon={<IconPlus size="1rem" aria-hidden />}
          onClick={() => change((now) => ({ ...now, rates: [...now.rates, { ...NEW_RATE, card_type: CARD_TYPES[now.rates.length % CARD_TYPES.length] ?? 'debit' }] }))}
        >
          {say('win-rate-add')}
        </Button>
      </div>
    </section>
  );
}

function Fees({ merchant, save }: PartProps): ReactNode {
  const { say } = useWords();
  const tell = useTell();
  const change = (change: Change): void => void save(change).catch(tell.refused);
  return (
    <section className={classes.group} aria-labelledby="shop-fees">
      <h2 id="shop-fees">{say('win-shop-fees')}</h2>
      <ul className={classes.rows}>
        {merchant.fees.map((fee, at) => (
          <li key={at} className={classes.fee}>
            <SavedField label={say('win-fee-name')} value={fee.name} onSave={(text) => save((now) => ({ ...now, fees: replaced(now.fees, at, { name: text.trim() }) }))} />
            <SavedField label={say('win-field-amount-cny')} numeric example="99.00" value={fee.amount} onSave={(text) => save((now) => ({ ...now, fees: replaced(now.fees, at, { amount: text.trim() }) }))} />
            <IconButton label={say('win-fee-remove', { name: fee.name })} onClick={() => change((now) => ({ ...now, fees: without(now.fees, at) }))}>
              <IconTrash size="1rem" aria-hidden />
            </IconButton>
          </li>
        ))}
      </ul>
      <div>
        <Button size="xs" icon={<IconPlus size="1rem" aria-hidden />} onClick={() => change((now) => ({ ...now, fees: [...now.fees, { name: '', amount: '' }] }))}>
          {say('win-fee-add')}
        </Button>
      </div>
    </section>
  );
}
