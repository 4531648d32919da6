#!/usr/bin/python3
"""From the empty store to a claim approved, with the keyboard alone."""
import os
import time

from claims import checked, claim, equal, fill_contract, fill_enterprise, fresh, go_on, resume, save_packet, start
from quanui import Window, run

PDF = os.path.join(os.environ['HOME'], 'packet.pdf')
BASE, CLAIMABLE = '604,931.50', '120,986.30'

APPROVED = {'submitted': '2025-07-08', 'state': 'approved', 'approved': '120986.30', 'voucher': 'SLQ-2025-0001',
            'issued': '2025-07-20'}


def judge(window):
    """Eligibility and quota: the figures that are on the screen are those of the answer."""
    go_on(window, '政策在有效期内')
    go_on(window, '申领日期')
    window.fill('申领日期', '2025-7-8')
    window.find('list item', f'核定基数, {BASE}')
    window.find('list item', f'可申领额, {CLAIMABLE}')


def submit_and_approve(window):
    window.find('image', '第 1 页，共')
    time.sleep(0.5)
    window.key('alt+m')
    window.wait_for_window('标记为已提交')
    window.key('alt+f')
    window.wait_for_window('标记为已提交', there=False)
    window.find('push button', '登记审核结果')
    window.key('alt+r')
    window.tab_to('券号')
    window.type('SLQ-2025-0001')
    window.fill('发放日期', '2025年7月20日')
    window.tab_to('登记审核结果')
    window.key('Return')
    window.wait_for_text('券号 SLQ-2025-0001')


def a_claim_from_nothing_to_a_packet():
    fresh()
    window = Window()
    start(window)
    fill_enterprise(window)
    go_on(window, '供给方')
    fill_contract(window)
    judge(window)
    window.key('alt+Right')
    save_packet(window, PDF, '120,986.30')
    window.close()
    award = checked()['award']
    equal((award['base'], award['claimable']), (BASE.replace(',', ''), CLAIMABLE.replace(',', '')), 'figures of quanctl')
    window = Window()
    resume(window)
    submit_and_approve(window)
    window.close()
    equal({key: claim().get(key) for key in APPROVED}, APPROVED, 'the claim')


if __name__ == '__main__':
    run(a_claim_from_nothing_to_a_packet)
