import { html, nothing, type TemplateResult } from 'lit';
import { styleMap } from 'lit/directives/style-map.js';
import { fractionOf, greatest } from '../../../money/decimal.js';
import { formatMoney } from '../../../money/format-money.js';
import { pageLanguage } from '../../language.js';
import type { Report } from '../host-api.js';
import { words } from '../words.js';

interface Row {
  name: string;
  about?: string;
  orders?: number;
  units?: number;
  given: string;
  currency: string;
}

/** Where it went and where it came from, each with its part as a bar. */
export function reportTables(report: Report): TemplateResult {
  const own = words();
  const evidence = (name: string) => own.evidence[name as keyof typeof own.evidence] ?? own.evidence.other;
  const reason = (name: string) => own.reasons[name as keyof typeof own.reasons] ?? own.reasons.other;
  return html`
    ${table(
      own.byProject,
      own.project,
      report.projects.map(({ title, charity, ...sums }) => ({ name: title, about: charity, ...sums })),
    )}
    ${table(
      own.byItem,
      own.item,
      report.items.map(({ title, productId, ...sums }) => ({ name: title ?? productId, ...sums })),
    )}
    ${table(
      own.byShop,
      own.shop,
      report.shops.map(({ merchant, domain, ...sums }) => ({ name: merchant, about: domain, ...sums })),
    )}
    <section class="card stack close" aria-labelledby="reversals">
      <h2 id="reversals">${own.reversals}</h2>
      <p class="quiet">${report.reversals.length === 0 ? own.noReversals : own.reversalsText}</p>
      ${
        report.reversals.length === 0
          ? nothing
          : rows(
              own.reversals,
              own.reason,
              report.reversals.map((sums) => ({ ...sums, name: reason(sums.reason) })),
            )
      }
    </section>
    <p class="quiet small">
      ${own.recognised}: ${report.recognised.map((each) => `${evidence(each.evidence)} ${each.orders}`).join(' · ')}
    </p>
  `;
}

function table(title: string, first: string, list: Row[]): TemplateResult | typeof nothing {
  if (list.length === 0) return nothing;
  return html`<section class="card stack close" aria-label=${title}>
    <h2>${title}</h2>
    ${rows(title, first, list)}
  </section>`;
}

function rows(title: string, first: string, list: Row[]): TemplateResult {
  const own = words();
  const lang = pageLanguage();
  const counted = list.some(({ orders }) => orders !== undefined);
  const most = new Map(
    [...new Set(list.map(({ currency }) => currency))].map((currency) => [
      currency,
      greatest(list.filter((row) => row.currency === currency).map(({ given }) => given)),
    ]),
  );
  return html`<table class="report-table" aria-label=${title}>
    <thead>
      <tr>
        <th scope="col">${first}</th>
        ${counted ? html`<th scope="col" class="number">${own.orderCount}</th>` : nothing}
        <th scope="col" class="number">${own.amount}</th>
      </tr>
    </thead>
    <tbody>
      ${list.map(
        (row) =>
          html`<tr>
            <th scope="row">
              ${row.name}${row.about ? html` <span class="quiet small">${row.about}</span>` : nothing}
              <span class="part" aria-hidden="true"
                ><i style=${styleMap({ '--part': fractionOf(row.given, most.get(row.currency) ?? '0') })}></i
              ></span>
            </th>
            ${
              counted
                ? html`<td class="number">
                    ${row.orders}${row.units === undefined ? nothing : html`<br /><span class="quiet small">${own.units(row.units)}</span>`}
                  </td>`
                : nothing
            }
            <td class="number">${formatMoney({ amount: row.given, currency: row.currency }, lang)}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}
