#!/usr/bin/python3
"""A claim closed, or cut off, is found again where it was."""
from claims import fresh, go_on, resume, start
from quanui import Failure, Window, run


def what_was_left_is_found_again():
    fresh()
    window = Window()
    start(window)
    window.fill('企业名称', '示例公司')
    go_on(window, '供给方')
    window.fill('合同编号', 'HT-1')
    window.fill('起始日', '2025-13')
    window.tab_to('保存并关闭')
    window.key('Return')
    window.tab_to('继续')
    window.close()
    window = Window()
    resume(window)
    window.find('list item', '2   合同')
    for name, text in (('合同编号', 'HT-1'), ('起始日', '2025-13'), ('企业名称', '示例公司')):
        window.wait_for_field(name, text)
    window.close()


def killing_the_program_loses_at_most_a_character():
    fresh()
    text = 'A street with a long name, 12'
    window = Window()
    start(window)
    window.tab_to('企业名称')  # the very first field: nothing was entered before
    window.type(text)
    window.wait_for_field('企业名称', text)  # a busy machine sees keys later than they are pressed
    window.kill()
    window = Window()
    resume(window)
    window.wait(lambda: window.field('企业名称'), 'the name that was typed')
    found = window.field('企业名称')
    if found not in (text, text[:-1]):
        raise Failure(f'of “{text}” only “{found}” was kept')
    window.close()


if __name__ == '__main__':
    run(what_was_left_is_found_again, killing_the_program_loses_at_most_a_character)
