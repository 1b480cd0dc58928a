/** What each book check says, in Chinese; in English the server says it itself (`says` of GET /v1/checks). */
export const checkSentences: Readonly<Record<string, string>> = {
  'balances-equal-transfers': '每个账户的借贷等于其转账之和。',
  'currencies-net-to-zero': '每种货币的借方总和等于贷方总和。',
  'nothing-overdrawn': '为公益机构保管款项的账户都不低于零。',
  'transfers-stay-in-their-currency': '每笔转账的两个账户都存在且币种相同。',
  'orders-give-their-target': '每笔订单给出的正是规则规定的数额。',
  'gifts-equal-transfers': '每份善款等于其转账之和，并且都已入账。',
  'pending-equals-gifts': '每个项目的待定账户等于其善款的承诺额。',
  'caps-hold': '没有规则超过上限，已给出的等于其善款之和。',
  'nothing-orphaned': '每份善款都属于已知订单和规则中的项目。',
  'totals-equal-gifts': '每个主题的承诺总额、订单数和件数与善款一致。',
  'project-splits-equal-totals': '每个主题中各项目相加等于总额。',
  'merchants-owe-their-gifts': '每家商家应付的款项等于其网店仍然有效的善款之和。',
};
