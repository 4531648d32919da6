#!/usr/bin/python3
"""A year of four rounds: every delivery, invoice and payment is typed, every round filed, and what came of it recorded, each on a
day of its own, with the keyboard alone."""
import glob
import json
import os

import pyatspi
from claims import STORE, equal, fresh, save_packet
from quanui import Window, quanctl, run

PDF = os.path.join(os.environ['HOME'], 'redemption.pdf')
ENTERPRISE, PROVIDER, CONTRACT, VOUCHER = '91110108MA01ABC25F', '91110105MA7KDEF373', 'HT-2023-007', 'SLQ-2023-0007'

# A contract of a year on which everything counts, and its voucher: 20 % of 1,200,000.00.
WORKSPACE = {
    'format': 'quan-workspace', 'version': 1,
    'enterprises': [{'uscc': ENTERPRISE, 'name': '北京示例智能科技有限公司', 'entity_type': 'company', 'region': '110108',
                     'industry_code': 'I6513', 'address': '北京市海淀区示例路6号', 'legal_representative': '陈明远',
                     'contact': {'name': '王思齐', 'phone': '010-5555 0123'}, 'ai_direction': 'confirmed',
                     'bank': {'account_name': '北京示例智能科技有限公司', 'bank_name': '示例银行', 'account': '020000190920012345',
                              'cnaps': '999100000018'}, 'finance_system': True, 'dishonesty_records': []}],
    'providers': [{'uscc': PROVIDER, 'name': '示例智算中心有限公司'}],
    'contracts': [{'number': CONTRACT, 'enterprise': ENTERPRISE, 'provider': PROVIDER, 'affiliated': False, 'title': '训练算力服务',
                   'signed': '2023-11-01', 'starts': '2023-12-01', 'ends': '2024-11-30', 'purpose': 'training',
                   'field': 'industry', 'lines': [{'kind': 'compute', 'item': 'GPU', 'amount': '1200000.00'}],
                   'other_subsidies': []}],
    'claims': [{'contract': CONTRACT, 'submitted': '2023-11-06', 'requested': '240000.00', 'state': 'approved',
                'base': '1200000.00', 'approved': '240000.00', 'voucher': VOUCHER, 'issued': '2023-12-15'}],
}


class Day:
    """The program as it is started on a day."""

    def __init__(self, day):
        clock = glob.glob('/usr/lib/*/faketime/libfaketime.so.1')[0]
        self.window = Window(env={'LD_PRELOAD': clock, 'FAKETIME': f'@{day} 10:00:00', 'FAKETIME_DONT_FAKE_MONOTONIC': '1'})

    def __enter__(self):
        return self.window

    def __exit__(self, kind, value, trace):
        if kind is None:
            self.window.close()
        else:
            self.window.kill()


def open_round(window, name):
    """Opens a round from the overview, at its second step."""
    window.tab_to(f'打开 {name}')
    window.key('Return')
    window.find('label', '政策规定的批次')
    window.key('alt+Right')
    window.find('push button', '新建交付凭证')


# Among the fields of a window: a key, here of the button that adds a row.
ANOTHER_ROW = (None, 'alt+i')


def enter(window, title, key, saved, *fields):
    """Fills the window that a button of the step opens, and saves what was typed."""
    window.key(key)
    window.wait_for_window(title)
    for name, text in fields:
        if name is None:
            window.key(text)
        else:
            window.fill(name, text)
    window.key('alt+s')
    window.wait_for_window(title, there=False)
    window.find('label', saved)


def deliver(window, number, start, end, amount):
    enter(window, '新建交付凭证', 'alt+d', f'交付凭证“{number}”已保存', ('交付凭证编号', number), ('合同', CONTRACT), ('交付起始日', start),
          ('交付截止日', end), ('交付金额', amount))


def invoice(window, number, date, amount, delivery=None, reverses=None):
    named = ('交付凭证', delivery) if delivery else ('冲红发票', reverses)
    enter(window, '新建发票', 'alt+i', f'发票“{number}”已保存', ('发票号码', number), ('日期', date), ('合同', CONTRACT), named,
          ('含税金额（元），第 1 行', amount))


def pay(window, number, date, amount, *invoices):
    parts = [field for row, (bill, part) in enumerate(invoices, 1)
             for field in (ANOTHER_ROW, (f'发票，第 {row} 行', bill), (f'金额（元），第 {row} 行', part))]
    enter(window, '新建付款', 'alt+p', f'付款“{number}”已保存', ('付款凭证号', number), ('日期', date), ('金额（元）', amount), *parts[1:])


def wait_until_sensitive(window, button):
    node = window.find('push button', button)
    window.wait(lambda: node.getState().contains(pyatspi.STATE_SENSITIVE), f'“{button}” that can be pressed')


def open_filed(window, name, button='登记审核结果'):
    """Opens a round from the year on the overview, at the step where there is something to do: its button tells."""
    window.tab_to(f'打开 {name[:4]} 年第{"一二三四"[int(name[-1]) - 1]}季度')
    window.key('Return')
    window.find('push button', button)


def show_packet(window):
    for text in ('项核对相符', '年度兑付额度', '把文件拖到对应一行'):
        window.key('alt+Right')
        window.find('label', text)
    window.find('image', '第 1 页，共')


def submit(window, amount):
    show_packet(window)
    mark_submitted(window, amount)


def mark_submitted(window, amount):
    wait_until_sensitive(window, '标记为已提交')
    window.key('alt+m')
    window.wait_for_window('标记为已提交')
    window.find('label', amount)
    window.key('alt+f')
    window.wait_for_window('标记为已提交', there=False)
    window.find('push button', '登记审核结果')


def answer(window, key, *fields):
    wait_until_sensitive(window, '登记审核结果')
    window.key('alt+r')
    window.wait_for_window('登记审核结果')
    if key:
        window.key(key)
    for name, text in fields:
        window.fill(name, text)
    window.tab_to('登记审核结果')
    window.key('Return')
    window.wait_for_window('登记审核结果', there=False)


def first_quarter():
    with Day('2024-03-18') as window:
        open_round(window, '2024Q1')
        deliver(window, 'JF-1', '2023-12-1', '20240229', '30万')
        invoice(window, '24112000000000000101', '2024-3-5', '30万', delivery='JF-1')
        pay(window, 'HD-1', '2024-03-12', '300000', ('24112000000000000101', '300000'))
        submit(window, '60,000.00')
    with Day('2024-04-10') as window:
        open_filed(window, '2024Q1')
        answer(window, None, ('实收金额', '6万'), ('到账日期', '2024-04-08'))
        window.find('label', '2024-04-08 到账：申请 60,000.00，实收 60,000.00')


def second_quarter():
    """An invoice too high is reversed; the packet comes back and goes again."""
    with Day('2024-06-11') as window:
        open_round(window, '2024Q2')
        deliver(window, 'JF-2', '2024-03-01', '2024-05-31', '300000')
        invoice(window, '24112000000000000201', '2024-06-03', '320000', delivery='JF-2')
        invoice(window, '24112000000000000202', '2024-06-06', '-20000', reverses='24112000000000000201')
        pay(window, 'HD-2', '2024-06-07', '300000', ('24112000000000000201', '320000'), ('24112000000000000202', '-20000'))
        submit(window, '60,000.00')
        answer(window, 'alt+r', ('原因', '缺银行回单'))
        window.find('label', '缺银行回单')
    with Day('2024-06-20') as window:
        open_filed(window, '2024Q2', '新建交付凭证')
        submit(window, '60,000.00')
    with Day('2024-07-12') as window:
        open_filed(window, '2024Q2')
        answer(window, None, ('实收金额', '60000'), ('到账日期', '2024-07-10'))


def third_quarter():
    """Less money comes than was asked for."""
    with Day('2024-09-12') as window:
        open_round(window, '2024Q3')
        deliver(window, 'JF-3', '2024-06-01', '2024-08-31', '300000')
        invoice(window, '24112000000000000301', '2024-09-04', '300000', delivery='JF-3')
        pay(window, 'HD-3', '2024-09-09', '300000', ('24112000000000000301', '300000'))
        submit(window, '60,000.00')
    with Day('2024-10-15') as window:
        open_filed(window, '2024Q3')
        answer(window, None, ('实收金额', '59,000.00'), ('到账日期', '2024-10-11'))
        window.find('label', '实收比申请少 1,000.00 元')


def fourth_quarter():
    """One invoice, paid twice; its packet is saved and read."""
    with Day('2024-11-12') as window:
        open_round(window, '2024Q4')
        deliver(window, 'JF-4', '2024-09-01', '2024-10-31', '200000')
        invoice(window, '24112000000000000401', '2024-11-04', '200000.05', delivery='JF-4')
        pay(window, 'HD-4', '2024-11-05', '120000', ('24112000000000000401', '120000'))
        pay(window, 'HD-5', '2024-11-08', '80000.05', ('24112000000000000401', '80000.05'))
        submit(window, '40,000.01')
        save_packet(window, PDF, '40,000.01')
    with Day('2024-12-20') as window:
        open_filed(window, '2024Q4')
        answer(window, None, ('实收金额', '40000.01'), ('到账日期', '2024-12-18'))


def redemptions():
    """Of every redemption of the store what the year is about."""
    quanctl('export', 'workspace', '-o', STORE + '.json', store=STORE)
    with open(STORE + '.json') as file:
        return [(one['round'], one['state'], one['submitted'], one['paid_on'], one['items'][0]['amount'], one['received'])
                for one in json.load(file)['redemptions']]


def ledger():
    quota = json.loads(quanctl('quota', '--year', '2024', '--json', '--as-of', '2024-12-31', store=STORE))[0]
    return quota['redemptions']


FILED = [('2024Q1', 'paid', '2024-03-18', '2024-04-08', '60000.00', '60000.00'),
         ('2024Q2', 'paid', '2024-06-20', '2024-07-10', '60000.00', '60000.00'),
         ('2024Q3', 'paid', '2024-09-12', '2024-10-11', '60000.00', '59000.00'),
         ('2024Q4', 'paid', '2024-11-12', '2024-12-18', '40000.01', '40000.01')]
LEDGER = {'opening': '0.00', 'paid': '220000.01', 'submitted': '0.00', 'draft': '0.00', 'remaining': '1779999.99'}


def a_year_of_four_rounds():
    fresh()
    os.makedirs(os.path.dirname(STORE), exist_ok=True)
    with open(STORE + '.json', 'w') as file:
        json.dump(WORKSPACE, file)
    quanctl('import', STORE + '.json', store=STORE)
    first_quarter()
    second_quarter()
    third_quarter()
    fourth_quarter()
    equal(redemptions(), FILED, 'the redemptions of the store')
    equal(ledger(), LEDGER, 'the year of quanctl')
    equal(json.loads(quanctl('verify', '--json', store=STORE)), {'ok': True, 'problems': []}, 'the store')



if __name__ == '__main__':
    run(a_year_of_four_rounds)
