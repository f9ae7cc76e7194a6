// PCRE2 in its 8-bit form: the suffixed names import.
#pragma once
#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
