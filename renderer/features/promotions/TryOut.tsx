import { Button, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconX } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MemberCard } from '../../../shared/contract/members.contract.ts';
import type { OfferTrial } from '../../../shared/contract/offers.contract.ts';
import type { Id } from '../../../shared/kernel/id.ts';
import { instantOfLocal } from '../../../shared/kernel/instant.ts';
import type { OfferTerms } from '../../../shared/promotions/offer.ts';
import { useTRPC } from '../../lib/api.ts';
import { useErrorWords } from '../../lib/error-words.ts';
import { useStoreFacts } from '../../lib/store-facts.ts';
import { useFormat } from '../../lib/use-format.ts';
import { BinButton } from '../../ui/BinButton.tsx';
import { MemberFinder } from '../../ui/members/MemberFinder.tsx';
import { ExplainedOffers } from '../../ui/offers/ExplainedOffers.tsx';
import { ProductFinder } from '../../ui/products/ProductFinder.tsx';
import { useShortcuts } from '../../ui/shortcuts/use-shortcuts.ts';
import classes from './TryOut.module.css';
import { type TriedLine, triedQuantity, withTried } from './try-basket.ts';

/** A burst of keys is tried once. */
const SETTLE_MS = 150;

interface TryOutProps {
  readonly offerId: Id<'offer'>;
  /** Null while something cannot be read. */
  readonly terms: OfferTerms | null;
  readonly name: string;
}

/** What the offer as it stands in the form would do to a basket, and what all others would. */
export function TryOut({ offerId, terms, name }: TryOutProps) {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const errorWords = useErrorWords();
  const { zone } = useStoreFacts();
  const [lines, setLines] = useState<readonly TriedLine[]>([]);
  const [member, setMember] = useState<MemberCard | null>(null);
  const [sought, setSought] = useState('');
  const [moment, setMoment] = useState('');
  const productField = useRef<HTMLInputElement>(null);
  const memberField = useRef<HTMLInputElement>(null);
  useShortcuts(t('promotions.try.title'), [
    { keys: 'F2', label: t('promotions.try.title'), run: () => productField.current?.focus() },
    { keys: 'F4', label: t('promotions.try.member'), run: () => memberField.current?.focus() },
  ]);
  const basket = lines.flatMap((line) => {
    const quantityThousandths = triedQuantity(line);
    return quantityThousandths === null ? [] : [{ productId: line.product.productId, quantityThousandths }];
  });
  const wanted = JSON.stringify({
    memberId: member?.memberId ?? null,
    lines: basket,
    atMs: moment === '' ? null : instantOfLocal(moment, zone),
    form: terms && { offerId, terms },
  });
  const [asked] = useDebouncedValue(wanted, SETTLE_MS);
  const trial = useQuery({
    ...trpc.offers.try.queryOptions(JSON.parse(asked)),
    enabled: terms !== null && basket.length > 0 && asked === wanted,
    placeholderData: keepPreviousData,
    gcTime: 30_000,
  });
  const shown = lines.length > 0 && terms ? trial.data : undefined;
  const offOf = (line: TriedLine) => shown?.lines.find(({ productId }) => productId === line.product.productId) ?? null;
  return (
    <section className={classes.box} aria-labelledby="offer-try">
      <header className={classes.head}>
        <h2 id="offer-try" className={classes.title}>
          {t('promotions.try.title')}
        </h2>
        <p className={classes.soft}>{t('promotions.try.body')}</p>
      </header>
      <ProductFinder input={productField} onProduct={(product) => setLines(withTried(lines, product))} />
      {lines.length > 0 && <TriedLines lines={lines} offOf={offOf} trial={shown} onLines={setLines} />}
      <div className={classes.who}>
        {member ? (
          <p className={classes.member}>
            <span>{member.name ?? member.phoneMasked ?? t('members.noName')}</span>
            <Button
              variant="subtle"
              size="compact-sm"
              aria-label={t('promotions.try.removeMember')}
              onClick={() => setMember(null)}
            >
              <IconX size={16} stroke={1.5} aria-hidden />
            </Button>
          </p>
        ) : (
          <MemberFinder input={memberField} text={sought} onText={setSought} onMember={setMember} />
        )}
        <TextInput
          type="datetime-local"
          label={t('promotions.try.moment')}
          description={t('promotions.try.momentHelp')}
          value={moment}
          onChange={(event) => setMoment(event.currentTarget.value)}
        />
      </div>
      <div className={classes.answer} aria-live="polite" aria-busy={trial.isFetching}>
        {trial.error && (
          <p role="alert" className={classes.error}>
            {errorWords(trial.error).text}
          </p>
        )}
        {lines.length === 0 && <p className={classes.soft}>{t('promotions.try.noLines')}</p>}
        {lines.length > 0 && !terms && <p className={classes.soft}>{t('promotions.try.incomplete')}</p>}
        {shown && !trial.error && (
          <>
            <h3 className={classes.subtitle}>{t('promotions.try.offers')}</h3>
            <ExplainedOffers label={t('promotions.try.offers')} offers={shown.offers} marked={{ offerId, name }} />
            {!shown.exact && <p className={classes.soft}>{t('promotions.try.inexact')}</p>}
          </>
        )}
      </div>
    </section>
  );
}

interface TriedLinesProps {
  readonly lines: readonly TriedLine[];
  readonly offOf: (line: TriedLine) => OfferTrial['lines'][number] | null;
  readonly trial: OfferTrial | undefined;
  readonly onLines: (lines: readonly TriedLine[]) => void;
}

/** The basket that is tried: what each line costs, what comes off, what it comes to. */
function TriedLines({ lines, offOf, trial, onLines }: TriedLinesProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const money = (minor: number | undefined) => (minor === undefined ? '…' : format.money(minor));
  const less = (minor: number | undefined) => (minor ? format.money(-minor) : '–');
  return (
    <table className={classes.table} aria-label={t('promotions.try.lines')}>
      <thead>
        <tr>
          <th scope="col">{t('purchases.basket.product')}</th>
          <th scope="col" className={classes.number}>
            {t('promotions.try.price')}
          </th>
          <th scope="col" className={classes.number}>
            {t('promotions.try.off')}
          </th>
          <th scope="col" className={classes.number}>
            {t('promotions.try.pays')}
          </th>
          <td />
        </tr>
      </thead>
      <tbody>
        {lines.map((line, at) => {
          const { name, productId, unit } = line.product;
          const priced = offOf(line);
          return (
            <tr key={productId}>
              <th scope="row">
                <span className={classes.name}>{name}</span>
                <span className={classes.quantity}>
                  <input
                    className={classes.input}
                    aria-label={t('promotions.try.quantity', { name })}
                    aria-invalid={triedQuantity(line) === null}
                    inputMode="decimal"
                    autoComplete="off"
                    maxLength={8}
                    value={line.quantity}
                    onFocus={(event) => event.currentTarget.select()}
                    onChange={(event) => onLines(lines.with(at, { ...line, quantity: event.currentTarget.value }))}
                  />
                  {t(`products.unit.${unit}`)}
                </span>
              </th>
              <td className={classes.number}>{money(priced?.grossMinor)}</td>
              <td className={classes.number} data-off={(priced?.discountMinor ?? 0) > 0 || undefined}>
                {less(priced?.discountMinor)}
              </td>
              <td className={classes.number}>{money(priced?.netMinor)}</td>
              <td className={classes.end}>
                <BinButton
                  label={t('promotions.try.remove', { name })}
                  onClick={() => onLines(lines.filter((each) => each !== line))}
                />
              </td>
            </tr>
          );
        })}
      </tbody>
      {trial && (
        <tfoot>
          <tr>
            <th scope="row">{t('promotions.try.sum')}</th>
            <td className={classes.number}>{money(trial.grossMinor)}</td>
            <td className={classes.number} data-off={trial.discountMinor > 0 || undefined}>
              {less(trial.discountMinor)}
            </td>
            <td className={classes.number}>{money(trial.netMinor)}</td>
            <td />
          </tr>
        </tfoot>
      )}
    </table>
  );
}
