#!/usr/bin/env python3
"""Writes Sources/Scalars/Collation/CollationData.swift from Unicode's collation element table.

The table (allkeys.txt, the DUCET) comes with Debian's perl. It is cut down to Latin, Greek, Cyrillic, punctuation,
symbols and common combining marks, and its primaries are put in the order of CLDR's root: white space, punctuation,
symbols, currency, digits, letters.

Usage: Scripts/make-collation.py [ALLKEYS] > Sources/Scalars/Collation/CollationData.swift
"""
import re
import sys
import unicodedata

PATH = sys.argv[1] if len(sys.argv) > 1 else '/usr/share/perl/5.36.0/Unicode/Collate/allkeys.txt'
RANGES = [(0, 0x52F), (0x1C80, 0x1C88), (0x1D00, 0x1FFF), (0x2000, 0x2BFF), (0x2C60, 0x2C7F), (0x2DE0, 0x2E5F),
          (0x3000, 0x3020), (0xA640, 0xA69F), (0xA720, 0xA7FF), (0xAB30, 0xAB6B), (0xFB00, 0xFB06), (0xFE10, 0xFE6F),
          (0xFF01, 0xFF5E), (0xFFE0, 0xFFEE), (0xFFFC, 0xFFFD)]
ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'


def wanted(code):
    return any(low <= code <= high for low, high in RANGES)


entries = {}
contractions = {}
for line in open(PATH, encoding='utf-8'):
    match = re.match(r'([0-9A-F ]+?)\s*;\s*((?:\[[.*][0-9A-F.]+\])+)', line)
    if not match:
        continue
    codes = tuple(int(c, 16) for c in match.group(1).split())
    elements = [tuple(int(w, 16) for w in e.split('.')) for e in re.findall(r'\[[.*]([0-9A-F.]+)\]', match.group(2))]
    if not all(wanted(c) for c in codes):
        continue
    if len(codes) == 1:
        entries[codes[0]] = elements
    elif len(codes) == 2:
        contractions[codes] = elements

# The primary of each group's characters: which group a weight belongs to is told by the plainest character that has it.
first_digit = entries[0x30][0][0]
first_letter = entries[ord('a')][0][0]


def group(primary, code):
    if primary >= first_letter:
        return 5
    if first_digit <= primary:
        return 4
    category = unicodedata.category(chr(code))
    if category[0] == 'Z' or category == 'Cc':
        return 0
    if category[0] == 'P':
        return 1
    return 3 if category == 'Sc' else 2


owner = {}
for code, elements in sorted(entries.items(), key=lambda e: (len(e[1]), unicodedata.decomposition(chr(e[0])) != '', e[0])):
    for primary, _, _ in elements:
        if primary:
            owner.setdefault(primary, code)
order = sorted(owner, key=lambda p: (group(p, owner[p]), p))
rank = {primary: index + 1 for index, primary in enumerate(order)}
rank[0] = 0
last_symbol = max(rank[p] for p in order if group(p, owner[p]) == 2)

stream = []


def number(value):
    while value >= 32:
        stream.append(ALPHABET[32 | value & 31])
        value >>= 5
    stream.append(ALPHABET[value])


def zigzag(value):
    number(value * 2 if value >= 0 else -value * 2 - 1)


previous_rank = 0


def write(elements):
    """A count, then each element: primary as a difference, and secondary with tertiary unless they are the plain ones."""
    global previous_rank
    number(len(elements))
    for primary, secondary, tertiary in elements:
        zigzag(rank[primary] - previous_rank)
        previous_rank = rank[primary]
        number(0 if (secondary, tertiary) == (0x20, 2) else 1 + tertiary + secondary * 32)


codes = sorted(entries)
number(len(codes))
last = 0
for code in codes:
    number(code - last)
    last = code
    write(entries[code])
number(len(contractions))
for (first, second), elements in sorted(contractions.items()):
    number(first)
    number(second)
    write(elements)

# ASCII by itself: one byte a character, 0 for what is ignored.
ascii_order = sorted({rank[entries[c][0][0]] for c in range(128) if entries[c][0][0]})
ascii_rank = {value: index + 1 for index, value in enumerate(ascii_order)}
ascii_bytes = [ascii_rank.get(rank[entries[c][0][0]], 0) for c in range(128)]

text = ''.join(stream)
print('''// Collation weights, written by Scripts/make-collation.py from Unicode's collation element table 13.0. Do not edit.

enum CollationData {
    /// For each ASCII character its place among them, 0 for those that are ignored; letters of either case share one.
    static let ascii: StaticString =
        "%s"
    /// Rank of the last general symbol; symbols without an entry come right after it.
    static let lastSymbolRank = %d
    /// The weights, numbers in five-bit digits, lowest first, a set sixth bit meaning that more follow.
    static let weights: StaticString = """''' % (''.join('\\u{%x}' % b for b in ascii_bytes), last_symbol))
for start in range(0, len(text), 120):
    print('        ' + text[start:start + 120] + ('\\' if start + 120 < len(text) else ''))
print('        """\n}')
print(len(entries), len(contractions), len(order), len(text), file=sys.stderr)
