/** The shop, written down once and used by every case: who it is, what was agreed, its terminals, its people, its plans. */
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { errorWords } from '../../api/errors';
import type { MerchantDto } from '../../api/generated/MerchantDto';
import { useMerchant, useShopFindings, useTasks } from '../../api/queries';
import { Notice } from '../../components/Notice';
import { Skeleton } from '../../components/Skeleton';
import { Tabs } from '../../components/Tabs';
import { useWords } from '../../lib/words';
import { Contract } from './Contract';
import { useSaveMerchant } from './merchant';
import { PARTS, type ShopPart } from './parts';
import { Particulars } from './Particulars';
import { People } from './People';
import { Plan } from './Plan';
import { Planner } from './Planner';
import { Terminals } from './Terminals';
import classes from './Shop.module.css';

export function ShopPage(): ReactNode {
  const words = useWords();
  const { say } = words;
  const navigate = useNavigate();
  const { part = 'particulars' } = useSearch({ strict: false });
  const merchant = useMerchant();
  const due = (useTasks().data ?? []).filter(({ urgency }) => urgency === 'overdue' || urgency === 'today').length;
  const tabs = PARTS.map((key) => ({ key, label: say(`win-shop-part-${key}`), ...(key === 'tasks' ? { count: due } : {}) }));
  return (
    <div className={classes.page}>
      <header className={classes.head}>
        <h1>{say('win-shop')}</h1>
        {part !== 'tasks' && part !== 'plan' && <Findings />}
      </header>
      <div className={classes.body}>
        <Tabs label={say('win-shop')} tabs={tabs} chosen={part} onChoose={(to: ShopPart) => void navigate({ to: '/shop', search: to === 'particulars' ? {} : { part: to }, replace: true })}>
          {merchant.error !== null && (
            <Notice tone="danger" live>
              {errorWords(merchant.error, words)}
            </Notice>
          )}
          {merchant.data === undefined ? merchant.error === null && <Skeleton lines={6} /> : <Part part={part} merchant={merchant.data} />}
        </Tabs>
      </div>
    </div>
  );
}

function Part({ part, merchant }: { part: ShopPart; merchant: MerchantDto }): ReactNode {
  const save = useSaveMerchant();
  switch (part) {
    case 'particulars':
      return <Particulars merchant={merchant} save={save} />;
    case 'contract':
      return <Contract merchant={merchant} save={save} />;
    case 'terminals':
      return <Terminals merchant={merchant} save={save} />;
    case 'people':
      return <People merchant={merchant} save={save} />;
    case 'tasks':
      return <Planner />;
    default:
      return <Plan />;
  }
}

/** What does not agree, and what to do about it: said once, on top, without alarm. */
function Findings(): ReactNode {
  const { say } = useWords();
  const { data = [] } = useShopFindings();
  if (data.length === 0) return null;
  return (
    <div className={classes.findings}>
      <Notice tone="warn" title={say('win-shop-findings', { count: data.length })}>
        <ul>
          {data.map((finding, at) => (
            <li key={`${finding.code}-${at}`}>{finding.message}</li>
          ))}
        </ul>
      </Notice>
    </div>
  );
}
