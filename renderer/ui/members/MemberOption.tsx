import { useEffect, useRef } from 'react';
import type { MemberCard } from '../../../shared/contract/members.contract.ts';
import classes from './MemberOption.module.css';
import { MemberSummary } from './MemberSummary.tsx';

interface MemberOptionProps {
  readonly card: MemberCard;
  /** What choosing does: "Use this member". */
  readonly action: string;
  readonly autoFocus?: boolean;
  readonly onChoose: () => void;
}

/** A member to choose, as one large button. */
export function MemberOption({ card, action, autoFocus = false, onChoose }: MemberOptionProps) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (autoFocus) button.current?.focus();
  }, [autoFocus]);
  return (
    <button ref={button} type="button" className={classes.option} onClick={onChoose}>
      <MemberSummary card={card} />
      <span className={classes.action}>{action}</span>
    </button>
  );
}
