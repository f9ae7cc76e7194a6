// libedit, with inline wrappers for what is variadic or touches the standard streams.
#pragma once
#include <histedit.h>
#include <locale.h>
#include <stdio.h>

typedef char *(*edit_prompt)(EditLine *);
typedef unsigned char (*edit_function)(EditLine *, int);

static inline EditLine *edit_start(const char *name) { return el_init(name, stdin, stdout, stderr); }
static inline int edit_set_prompt(EditLine *editor, edit_prompt prompt) { return el_set(editor, EL_PROMPT_ESC, prompt, '\1'); }
static inline int edit_set_editor(EditLine *editor, const char *mode) { return el_set(editor, EL_EDITOR, mode); }
static inline int edit_handle_signals(EditLine *editor, int flag) { return el_set(editor, EL_SIGNAL, flag); }
static inline int edit_set_data(EditLine *editor, void *data) { return el_set(editor, EL_CLIENTDATA, data); }
static inline void *edit_data(EditLine *editor) {
    void *data = 0;
    el_get(editor, EL_CLIENTDATA, &data);
    return data;
}
static inline int edit_add_function(EditLine *editor, const char *name, const char *help, edit_function function) {
    return el_set(editor, EL_ADDFN, name, help, function);
}
static inline int edit_bind(EditLine *editor, const char *key, const char *function) { return el_set(editor, EL_BIND, key, function, NULL); }
static inline int edit_set_history(EditLine *editor, History *lines) { return el_set(editor, EL_HIST, history, lines); }

static inline int edit_history_size(History *lines, int size) {
    HistEvent event;
    history(lines, &event, H_SETSIZE, size);
    return history(lines, &event, H_SETUNIQUE, 1);
}
static inline int edit_history_add(History *lines, const char *line) {
    HistEvent event;
    return history(lines, &event, H_ENTER, line);
}
static inline int edit_history_load(History *lines, const char *path) {
    HistEvent event;
    return history(lines, &event, H_LOAD, path);
}
static inline int edit_history_append(History *lines, const char *path, int count) {
    (void)count;
    HistEvent event;
    return history(lines, &event, H_SAVE, path);
}
static inline char *edit_use_locale(void) { return setlocale(LC_CTYPE, ""); }
