import { expect } from 'chai';
import type { z } from 'zod';
import { money, text } from '../../../server/http/wire.js';
import { leadOf } from '../../../widgets/console/operator/letter-lead.js';
import { fieldMessage } from '../../../widgets/console/parts/form/field-message.js';

/** What the server's own schema says of it. */
const refused = (schema: z.ZodType, value: unknown) => schema.safeParse(value).error!.issues[0]!.message;

describe('sentences of the server, in the reader’s language', () => {
  it('says in Chinese what is wrong with a field', () => {
    const zh = (schema: z.ZodType, value: unknown) => fieldMessage(refused(schema, value), 'zh-CN');
    expect(zh(text(5), ' ')).to.equal('不能为空');
    expect(zh(text(5), 'too long')).to.equal('最多 5 个字');
    expect(zh(money, { amount: '1,5', currency: 'CNY' })).to.equal('请填写数字，例如 12.34');
    expect(zh(money, { amount: '1.234', currency: 'CNY' })).to.equal('CNY 最多 2 位小数');
    expect(zh(money, { amount: '1.5', currency: 'JPY' })).to.equal('JPY 没有小数');
    expect(fieldMessage('must be an e-mail address', 'zh-CN')).to.equal('请填写邮箱地址');
  });

  it('keeps the English where it is asked for, or where no translation is known', () => {
    expect(fieldMessage('must not be empty', 'en')).to.equal('must not be empty');
    expect(fieldMessage('must be purple', 'zh-CN')).to.equal('must be purple');
  });

  it('sorts what is wrong with a delivery into kinds', () => {
    const leads = {
      'updated_at cannot be read: Invalid input: expected string, received undefined.': 'field',
      'body is not JSON.': 'noOrder',
      'body has more than 50000 values, which is more than an order has.': 'tooBig',
      'currency is USD, but this shop is connected with CNY.': 'currency',
      'An amount of this delivery has more digits than CNY has (2 after the decimal point).': 'amount',
      'Recording it failed: out of range (22003)': 'recording',
      'something else': 'other',
    };
    for (const [reason, lead] of Object.entries(leads)) expect(leadOf(reason), reason).to.equal(lead);
  });
});
