// The part of libxml2's binary interface that is used, as types of functions to be looked up in the library.
// Nothing is linked: the library brings ICU along, which would cost every start of the shell two milliseconds, and few
// scripts read XML. The structures stand in the order the library lays them out in and has kept since its version 2.6.
#pragma once
#include <stddef.h>

/// `xmlSAXHandler`. `initialized` is 1 for handlers that are called with names as they are written.
struct chat_sax {
    void (*internalSubset)(void *user, const char *name, const char *publicId, const char *systemId);
    void *isStandalone, *hasInternalSubset, *hasExternalSubset;
    void *resolveEntity;
    void *(*getEntity)(void *user, const char *name);
    void (*entityDecl)(void *user, const char *name, int kind, const char *publicId, const char *systemId, char *content);
    void *notationDecl, *attributeDecl, *elementDecl, *unparsedEntityDecl, *setDocumentLocator;
    void (*startDocument)(void *user);
    void *endDocument;
    void (*startElement)(void *user, const char *name, const char **attributes);
    void (*endElement)(void *user, const char *name);
    void (*reference)(void *user, const char *name);
    void (*characters)(void *user, const char *bytes, int count);
    void (*ignorableWhitespace)(void *user, const char *bytes, int count);
    void (*processingInstruction)(void *user, const char *target, const char *data);
    void (*comment)(void *user, const char *text);
    void *warning, *error, *fatalError, *getParameterEntity;
    void (*cdataBlock)(void *user, const char *bytes, int count);
    void *externalSubset;
    unsigned int initialized;
    void *own;
    void *startElementNs, *endElementNs;
    void *structuredError;
};

/// `xmlError`.
struct chat_xml_error {
    int domain, code;
    char *message;
    int level;
    char *file;
    int line;
    char *str1, *str2, *str3;
    int int1, int2;
    void *context, *node;
};

/// `xmlNodeSet` and `xmlXPathObject`.
struct chat_node_set {
    int count, capacity;
    void **nodes;
};
struct chat_xpath_object {
    int kind;
    struct chat_node_set *nodes;
    int truth;
    double number;
    char *text;
};

typedef void (*chat_error_handler)(void *user, struct chat_xml_error *error);
typedef void *(*chat_create_parser)(struct chat_sax *handler, void *user, const char *chunk, int size, const char *file);
typedef int (*chat_use_options)(void *parser, int options);
typedef int (*chat_parse_chunk)(void *parser, const char *chunk, int size, int isLast);
typedef long (*chat_byte_consumed)(void *parser);
typedef void (*chat_one)(void *object);
typedef void *(*chat_make_one)(void *object);
typedef void *(*chat_two)(void *first, const char *second);
typedef void (*chat_two_objects)(void *first, void *second);
typedef void (*chat_entity_decl)(void *parser, const char *name, int kind, const char *publicId, const char *systemId, char *content);
typedef void (*chat_internal_subset)(void *parser, const char *name, const char *publicId, const char *systemId);
typedef void *(*chat_new_node)(void *document, void *space, const char *name, const char *content);
typedef void *(*chat_new_text)(void *document, const char *text);
typedef void *(*chat_new_instruction)(void *document, const char *name, const char *content);
typedef void *(*chat_add_child)(void *parent, void *child);
typedef void *(*chat_new_space)(void *node, const char *uri, const char *prefix);
typedef void *(*chat_new_attribute)(void *node, void *space, const char *name, const char *value);
typedef int (*chat_register_space)(void *context, const char *prefix, const char *uri);
typedef int (*chat_set_node)(void *node, void *context);
typedef struct chat_xpath_object *(*chat_evaluate)(void *compiled, void *context);
typedef void (*chat_free_object)(struct chat_xpath_object *object);
typedef void (*chat_set_error)(void *user, chat_error_handler handler);

/// The first field of every node of a document is the caller's own.
static inline void chat_set_own(void *node, void *own) { *(void **)node = own; }
static inline void *chat_own(void *node) { return *(void **)node; }
