#!/usr/bin/python3
"""From the empty store to a packet, with the keyboard alone."""
import os
import subprocess
import time

from quanui import Failure, Window, quanctl, run

HOME = os.environ['HOME']
STORE = os.path.join(HOME, '.local', 'share', 'quan', 'quan.db')
ENTERPRISE = [('企业名称', '北京示例智能科技有限公司'), ('统一社会信用代码', '91110108MA01ABC25F')]


def a_claim_from_nothing_to_a_packet():
    window = Window()
    window.wait_for_text('开始申领')
    window.tab_to('开始申领')
    window.key('Return')
    window.wait_for_text('企业')
    for name, text in ENTERPRISE:
        window.fill(name, text)
    window.key('alt+Right')
    window.fill('合同编号', 'HT-2025-001')
    window.fill('签订日期', '2025-6-20')
    window.fill('起始日', '20250701')
    window.fill('终止日', '2026年6月30日')
    window.fill('金额', '120万')
    window.key('alt+Right')
    window.key('alt+Right')
    window.key('alt+Right')
    window.close()


if __name__ == '__main__':
    run(a_claim_from_nothing_to_a_packet)
