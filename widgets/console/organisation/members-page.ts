import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { ItemOf } from '../../../plugin/client/kindcast-client.js';
import { accountMessages } from '../../text/console/account/messages.js';
import { partsMessages } from '../../text/console/parts/messages.js';
import { api } from '../ask.js';
import { ConsolePage } from '../console-page.js';
import { shellWords } from '../language.js';
import { mayAs, type Role } from '../me.js';
import { confirmed } from '../parts/confirm.js';
import '../parts/copy-field.js';
import { field } from '../parts/form/field.js';
import { Form, sendButton } from '../parts/form/form.js';
import { Loaded } from '../parts/loaded.js';
import { noticeView } from '../parts/notice.js';
import { pageHead } from '../parts/page-head.js';
import { refusalWords } from '../parts/refusal.js';
import '../parts/table/kc-table.js';
import { textColumn, timeColumn, type RowAction } from '../parts/table/kc-table.js';
import { toast } from '../parts/toast.js';

type Member = ItemOf<'/v1/organisations/{organisationId}/members'>;
type Invitation = ItemOf<'/v1/organisations/{organisationId}/invitations'>;

const roles: readonly Role[] = ['owner', 'editor', 'viewer'];

/** Who works in the organisation: roles, removing, inviting. */
@customElement('kc-members')
export class MembersPage extends ConsolePage {
  /** Of the invitation just made, where no letter goes out. */
  @state() private link = '';

  private readonly members = new Loaded(this, () =>
    api.get('/v1/organisations/{organisationId}/members', { params: { path: this.#path } }),
  );
  private readonly invitations = new Loaded(this, () =>
    api.get('/v1/organisations/{organisationId}/invitations', { params: { path: this.#path } }),
  );
  private readonly form = new Form(this, async ({ email = '', role = 'viewer' }) => {
    const body = { email, role: role as Role, language: this.context.lang };
    const made = await api.post('/v1/organisations/{organisationId}/invitations', {
      params: { path: this.#path },
      body,
    });
    this.link = made.letter ? '' : made.url;
    if (made.letter) toast(accountMessages[this.context.lang].invited(email));
    this.querySelector('form')?.reset();
    void this.invitations.again();
  });

  get #path() {
    return { organisationId: this.context.organisation!.id };
  }

  get #mayChange() {
    return mayAs(this.context.organisation!.role, 'owner');
  }

  protected override render(): TemplateResult {
    const words = accountMessages[this.context.lang];
    const roleOf = ({ role }: { role: Role }) => shellWords().roles[role];
    return html`${pageHead({ title: words.members, text: words.membersText })}
      <div class="stack wide">
        ${this.members.show(
          ({ items }) =>
            html`<kc-table
              name="members"
              plain
              .caption=${words.members}
              .rows=${items}
              .rowId=${({ personId }: Member) => personId}
              .columns=${[
                textColumn<Member>('name', words.member, ({ name }) => name),
                textColumn<Member>('email', words.email, ({ email }) => email),
                textColumn<Member>('role', words.role, roleOf),
                timeColumn<Member>('since', words.since, ({ since }) => since),
              ]}
              .actions=${this.#mayChange ? (member: Member) => this.#actions(member) : undefined}
            ></kc-table>`,
        )}
        ${this.#mayChange ? html`${this.#invite()}${this.#waiting()}` : nothing}
      </div>`;
  }

  #actions(member: Member): RowAction[] {
    const words = accountMessages[this.context.lang];
    const params = { path: { ...this.#path, personId: member.personId } };
    const address = '/v1/organisations/{organisationId}/members/{personId}';
    const become = (role: Role) => async () => {
      const question = {
        title: words.changeRole(member.name),
        text: words.lessThanOwnerText,
        yes: words.makeRole[role],
      };
      if (member.role !== 'owner' || (await confirmed(question)))
        await this.#change(() => api.put(address, { params, body: { role } }));
    };
    return [
      ...roles
        .filter((role) => role !== member.role)
        .map((role) => ({ title: words.makeRole[role], icon: 'user' as const, run: become(role) })),
      {
        title: words.remove,
        icon: 'trash',
        run: async () => {
          const question = { title: words.removeMember(member.name), text: words.removeMemberText, yes: words.remove };
          if (await confirmed(question)) await this.#change(() => api.delete(address, { params }));
        },
      },
    ];
  }

  async #change(change: () => Promise<unknown>): Promise<void> {
    try {
      await change();
      toast(partsMessages[this.context.lang].saved);
      await Promise.all([this.members.again(), this.invitations.again()]);
    } catch (error) {
      toast(refusalWords(error), { bad: true });
    }
  }

  #invite(): TemplateResult {
    const words = accountMessages[this.context.lang];
    const options = roles.map((role) => ({
      value: role,
      label: `${shellWords().roles[role]}: ${words.roleMeans[role]}`,
    }));
    return html`<section class="card stack">
      <div>
        <h2>${words.invite}</h2>
        <p class="quiet">${words.inviteText}</p>
      </div>
      <form class="form" novalidate @submit=${this.form.submit}>
        ${this.form.notice()}
        ${field(this.form, { name: 'email', label: words.email, type: 'email', required: true, autocomplete: 'off' })}
        ${field(this.form, { name: 'role', label: words.role, value: 'editor', required: true, options })}
        ${sendButton(this.form, words.sendInvitation)}
      </form>
      ${
        this.link
          ? html`${noticeView({ kind: 'info', text: words.invitedNoMail })}
              <kc-copy label=${words.invitationLink} value=${this.link}></kc-copy>`
          : nothing
      }
    </section>`;
  }

  #waiting(): unknown {
    const words = accountMessages[this.context.lang];
    const withdraw = async ({ id, email }: Invitation) => {
      const question = { title: words.withdrawAsk(email), text: words.withdrawText, yes: words.withdraw };
      if (!(await confirmed(question))) return;
      const path = { ...this.#path, invitationId: id };
      await api.delete('/v1/organisations/{organisationId}/invitations/{invitationId}', { params: { path } });
      toast(words.withdrawn);
      await this.invitations.again();
    };
    return this.invitations.show(({ items }) =>
      items.length === 0
        ? nothing
        : html`<section class="stack">
            <h2>${words.invitations}</h2>
            <kc-table
              name="invitations"
              plain
              .caption=${words.invitations}
              .rows=${items}
              .columns=${[
                textColumn<Invitation>('email', words.email, ({ email }) => email),
                textColumn<Invitation>('role', words.role, ({ role }) => shellWords().roles[role]),
                timeColumn<Invitation>('until', words.until, ({ expiresAt }) => expiresAt, {
                  cell: ({ expiresAt }) => new Date(expiresAt).toLocaleDateString(this.context.lang),
                }),
              ]}
              .actions=${(row: Invitation) => [{ title: words.withdraw, icon: 'xmark', run: () => withdraw(row) }]}
            ></kc-table>
          </section>`,
    );
  }
}
