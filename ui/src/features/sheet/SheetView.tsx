/** A sheet as it is printed: facts with blanks marked, lists, room to write. The same blocks make the PDF. */
import { useId, type ReactNode } from 'react';
import type { SheetBlockDto } from '../../api/generated/SheetBlockDto';
import type { SheetDto } from '../../api/generated/SheetDto';
import { useWords } from '../../lib/words';
import classes from './SheetView.module.css';

export function SheetView({ sheet }: { sheet: SheetDto }): ReactNode {
  return (
    <article className={classes.sheet}>
      <header>
        <h2 className={classes.title}>{sheet.title}</h2>
        {sheet.subtitle !== '' && <p className="dim">{sheet.subtitle}</p>}
      </header>
      {sheet.blocks.map((block, at) => (
        <Block key={at} block={block} />
      ))}
    </article>
  );
}

function Block({ block }: { block: SheetBlockDto }): ReactNode {
  const id = useId();
  return (
    <section className={classes.block} data-tone={block.tone} {...(block.heading === '' ? {} : { 'aria-labelledby': id })}>
      {block.heading !== '' && <h3 id={id}>{block.heading}</h3>}
      <Body block={block} />
    </section>
  );
}

function Body({ block }: { block: SheetBlockDto }): ReactNode {
  switch (block.kind) {
    case 'facts':
      return <Facts block={block} />;
    case 'points':
      return (
        <ul className={classes.points}>
          {block.points.map((point, at) => (
            <li key={at}>{point}</li>
          ))}
        </ul>
      );
    case 'numbered':
      return (
        <ol className={classes.numbered}>
          {block.points.map((point, at) => (
            <li key={at}>{point}</li>
          ))}
        </ol>
      );
    case 'blanks':
      return (
        <div className={classes.blanks} aria-hidden>
          {Array.from({ length: block.blanks }, (_, at) => (
            <span key={at} />
          ))}
        </div>
      );
    case 'table':
      return <Table block={block} />;
    default:
      return block.points.map((point, at) => <p key={at}>{point}</p>);
  }
}

function Facts({ block }: { block: SheetBlockDto }): ReactNode {
  const { say } = useWords();
  return (
    <dl className={classes.facts}>
      {block.lines.map((line) => (
        <div key={line.label}>
          <dt>{line.label}</dt>
          <dd>{line.value ?? <span className={classes.blank}>{say('not-on-record')}</span>}</dd>
        </div>
      ))}
    </dl>
  );
}

function Table({ block }: { block: SheetBlockDto }): ReactNode {
  return (
    <div className={classes.scroll}>
      <table className={classes.table}>
        <thead>
          <tr>
            {block.head.map((cell, at) => (
              <th key={at} scope="col">
                {cell}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {block.rows.map((row, at) => (
            <tr key={at}>
              {row.map((cell, column) => (
                <td key={column}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
