#!/usr/bin/python3
"""A contract with an affiliate is not eligible: that is a result, with its reasons, and a draft can still be saved."""
import os

from claims import checked, equal, fill_contract, fill_enterprise, fresh, go_on, save_packet, start
from quanui import Window, run

PDF = os.path.join(os.environ['HOME'], 'draft.pdf')


def a_contract_with_an_affiliate():
    fresh()
    window = Window()
    start(window)
    fill_enterprise(window)
    go_on(window, '供给方')
    fill_contract(window, affiliated=3)
    go_on(window, '政策在有效期内')
    window.find('list item', '供给方不是关联企业, 不通过')
    window.wait_for_text('不符合')
    go_on(window, '申领日期')
    window.fill('申领日期', '2025-7-8')
    window.key('alt+Right')
    save_packet(window, PDF, '草')
    window.close()
    rules = {rule['id']: rule['verdict'] for rule in checked()['rules']}
    equal((checked()['verdict'], rules['provider-unrelated']), ('fail', 'fail'), 'the verdict of quanctl')


if __name__ == '__main__':
    run(a_contract_with_an_affiliate)
