/** Who does what when something goes wrong, and how the shop takes money then. */
import { IconPlus, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Button, IconButton } from '../../components/Button';
import { Check } from '../../components/Check';
import { Choice } from '../../components/Choice';
import { SavedField } from '../../components/Field';
import { useTell } from '../../components/Toasts';
import { useWords } from '../../lib/words';
import { replaced, without, type Change, type PartProps } from './merchant';
import classes from './Shop.module.css';

export const PERSON_ROLES = ['owner', 'cashier', 'finance', 'device', 'signatory'];
const FALLBACKS = ['backup-pos', 'mobile-pos', 'wallet-code', 'cash'];

export function People({ merchant, save }: PartProps): ReactNode {
  const { say } = useWords();
  const tell = useTell();
  const change = (change: Change): void => void save(change).catch(tell.refused);
  return (
    <div className={classes.part}>
      <section className={classes.group} aria-labelledby="shop-people">
        <h2 id="shop-people">{say('win-shop-people')}</h2>
        <p className="dim">{say('win-shop-people-text')}</p>
        <ul className={classes.rows}>
          {merchant.people.map((person, at) => (
            <li key={at} className={classes.person}>
              <SavedField label={say('win-person-name')} value={person.name} onSave={(text) => save((now) => ({ ...now, people: replaced(now.people, at, { name: text.trim() }) }))} />
              <Choice
                label={say('win-person-role')}
                options={PERSON_ROLES.map((value) => ({ value, label: say(`person-role-${value}`) }))}
                value={person.role}
                onChange={(role) => change((now) => ({ ...now, people: replaced(now.people, at, { role }) }))}
              />
              <SavedField label={say('win-shop-phone')} value={person.phone} onSave={(text) => save((now) => ({ ...now, people: replaced(now.people, at, { phone: text.trim() }) }))} />
              <SavedField label={say('win-person-duties')} value={person.duties} onSave={(text) => save((now) => ({ ...now, people: replaced(now.people, at, { duties: text.trim() }) }))} />
              <IconButton label={say('win-person-remove', { name: person.name })} onClick={() => change((now) => ({ ...now, people: without(now.people, at) }))}>
                <IconTrash size="1rem" aria-hidden />
              </IconButton>
            </li>
          ))}
        </ul>
        <div>
          <Button
            size="xs"
            icon={<IconPlus size="1rem" aria-hidden />}
            onClick={() => change((now) => ({ ...now, people: [...now.people, { name: '', role: PERSON_ROLES.find((role) => !now.people.some((one) => one.role === role)) ?? 'cashier', phone: '', duties: '' }] }))}
          >
            {say('win-person-add')}
          </Button>
        </div>
      </section>
      <section className={classes.group} aria-labelledby="shop-fallbacks">
        <h2 id="shop-fallbacks">{say('win-shop-fallbacks')}</h2>
        <p className="dim">{say('win-shop-fallbacks-text')}</p>
        <div className={classes.checks}>
          {FALLBACKS.map((way) => (
            <Check
              key={way}
              label={say(`win-fallback-${way}`)}
              checked={merchant.fallbacks.includes(way)}
              onChange={(on) => change((now) => ({ ...now, fallbacks: FALLBACKS.filter((one) => (one === way ? on : now.fallbacks.includes(one))) }))}
            />
          ))}
        </div>
      </section>
    </div>
  );
}
