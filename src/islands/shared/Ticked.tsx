/** A sentence with `code` between backticks. */
export const Ticked = ({ text }: { text: string }) => (
  <>{text.split('`').map((part, i) => (i % 2 === 1 ? <code key={String(i)}>{part}</code> : part))}</>
);
