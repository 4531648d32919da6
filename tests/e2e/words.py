#!/usr/bin/python3
"""No page of the Chinese window holds an English word, but for names and signs that finance officers write so themselves."""
import re

from pages import Walk
from quanui import Failure, run

# Names and signs that are the same in Chinese, as whole words; root is who runs the test.
ALLOWED = re.compile(r'''
    Quan | PDF | Excel | JSON | Ctrl | Shift | Alt | Esc | Page | Up | Down | Home | End | GB | TB | Gb | root | sample\.json
  | (HT|JF|SLQ)-[\w-]+          # numbers of contracts, deliveries and vouchers of the sample
  | [0-9A-HJ-NPQRTUWXY]*[0-9][0-9A-HJ-NPQRTUWXY]*   # unified social credit codes, and what their letters begin
  | [A-Z]\d{0,4} | s           # sector codes, readings, rules, mnemonics, seconds
  | GPU | NPU | CPU | IB | RDMA | PCIe | GPU-[A-Z] | NPU-[A-Z] | [0-9]+T
  | cn-[a-z0-9-]+               # the policy pack's name
  | finance@example\.com
  | GPL | GNU
''', re.VERBOSE)
WORD = re.compile(r'[A-Za-z][\w@.+-]*', re.ASCII)


def foreign(text):
    return [word for word in WORD.findall(re.sub(r'/\S+', '', text))  # paths are not words
            if not ALLOWED.fullmatch(word.rstrip('.-'))]


def no_english_word():
    found, read = {}, 0

    def see(page, root):
        nonlocal read
        top = root.children[-1] if len(root.children) > 1 else root
        for node in top.walk():
            if re.match(r'(Gtk|Quan|Gdk)[A-Z]', node.name) or node.role == 'application':
                continue
            for text in (node.name, node.description):
                read += 1 if text else 0
                for word in foreign(text):
                    found.setdefault((word, text), page)

    Walk(see).everything()
    if read < 1000:
        raise Failure(f'only {read} texts were read')
    if found:
        raise Failure('\n'.join(f'{page}: “{word}” in “{text}”' for (word, text), page in found.items()))


if __name__ == '__main__':
    run(no_english_word)
