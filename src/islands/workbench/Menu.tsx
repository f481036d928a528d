import { type ReactNode, useEffect, useRef } from 'react';
import { Icon, type IconName } from '../shared/Icon.tsx';

interface Props {
  icon: IconName;
  name: string;
  disabled?: boolean;
  children: ReactNode;
}

/** A button that opens a panel below it. Escape, a click elsewhere and a choice close it. */
export const Menu = ({ icon, name, disabled = false, children }: Props) => {
  const box = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const leave = (event: globalThis.KeyboardEvent): void => {
      const { current } = box;
      if (event.key !== 'Escape' || !current?.open) return;
      const inside = current.contains(document.activeElement);
      current.open = false;
      if (inside) current.querySelector('summary')?.focus();
    };
    const click = ({ target }: globalThis.MouseEvent): void => {
      const { current } = box;
      if (!current?.open || !(target instanceof Element)) return;
      if (!current.contains(target) || target.closest('.wb-panel button')) current.open = false;
    };
    document.addEventListener('click', click);
    document.addEventListener('keydown', leave);
    return () => {
      document.removeEventListener('click', click);
      document.removeEventListener('keydown', leave);
    };
  }, []);
  const face = (
    <>
      <Icon name={icon} />
      <span>{name}</span>
      <Icon name="chevron-down" />
    </>
  );
  if (disabled) {
    return (
      <button type="button" className="wb-menu-off" disabled>
        {face}
      </button>
    );
  }
  return (
    <details className="wb-menu" ref={box}>
      <summary>{face}</summary>
      <div className="wb-panel">{children}</div>
    </details>
  );
};
