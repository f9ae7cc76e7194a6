// libedit, with inline wrappers for what is variadic or touches the standard streams.
#pragma once
#define _GNU_SOURCE
#include <stdio.h>
#include <histedit.h>
