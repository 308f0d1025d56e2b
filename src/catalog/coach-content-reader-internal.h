#pragma once

#include <json-glib/json-glib.h>

#include "coach-content-reader-private.h"

G_BEGIN_DECLS

/* One object or array that the reader has gone into. */
typedef struct
{
  JsonNode   *node;     /* (unowned), part of the document */
  GHashTable *taken;    /* (owned) (nullable): names of the members read; only for objects */
  gsize       path_len; /* how long the path was outside */
} CoachContentLevel;

struct _CoachContentReader
{
  char                 *file;   /* (owned): what messages call the file */
  JsonNode             *root;   /* (owned) */
  GArray               *levels; /* (owned) (element-type CoachContentLevel) */
  GString              *path;   /* (owned): the member path of the level the reader stands in */
  GError               *error;  /* (owned) (nullable): the first failure; later ones are its echo */
  CoachContentTextFunc  text_func;
  gpointer              text_data;
};

CoachContentLevel *coach_content_reader_top       (CoachContentReader *self);
JsonNode          *coach_content_reader_take      (CoachContentReader *self,
                                                   const char         *member);
void               coach_content_reader_push      (CoachContentReader *self,
                                                   JsonNode           *node,
                                                   const char         *name);
void               coach_content_reader_fail_type (CoachContentReader *self,
                                                   const char         *member,
                                                   JsonNode           *node,
                                                   const char         *wanted);

G_END_DECLS
