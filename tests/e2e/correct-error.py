#!/usr/bin/python3
"""What does not parse stays as typed, and the summary leads to it; Ctrl+Z takes back typing first, then entries."""
from claims import equal, fresh, go_on, start
from quanui import Window, run


def an_error_is_corrected_through_the_summary():
    fresh()
    window = Window()
    start(window)
    go_on(window, '供给方')
    window.fill('签订日期', '2025-6-31')
    window.key('alt+Right')
    window.wait_for_focus('签订日期')
    equal(window.focused().get_role_name(), 'push button', 'what has the focus')
    window.key('Return')
    window.wait(lambda: window.focused().get_role_name() == 'text', 'the focus in the field')
    equal(window.focused_name(), '签订日期', 'the field the summary leads to')
    equal(window.field('签订日期'), '2025-6-31', 'the text that was typed')
    window.key('ctrl+a')
    window.type('2025-6-30')
    window.key('alt+Right')
    window.wait(lambda: window.focused_name() != '签订日期', 'the next page')
    window.wait_for_text('合同编号')
    equal(window.field('签订日期'), '2025-06-30', 'the date corrected')
    window.close()


def entries_are_taken_back_and_done_again():
    fresh()
    window = Window()
    start(window)
    window.type('Name')
    window.key('ctrl+z')
    window.wait_for_field('企业名称', '')
    window.type('First')
    window.key('Tab')
    window.wait_for_focus('统一社会信用代码')
    window.wait_for_text('已自动保存')
    window.key('ctrl+z')
    window.wait_for_field('企业名称', '')
    window.key('ctrl+shift+z')
    window.wait_for_field('企业名称', 'First')
    window.close()


if __name__ == '__main__':
    run(an_error_is_corrected_through_the_summary, entries_are_taken_back_and_done_again)
