#define G_LOG_DOMAIN "coach-journal"

#include "config.h"

#include "coach-stored-reader-private.h"

#include <string.h>

#include "coach-journal-error.h"

/* What a message quotes at most. */
#define MAX_QUOTED_CHARS 40

/* Unlike content, what a person told the program is not refused for one odd member: it is read as
 * far as it goes, and what does not go is put down here. */
struct _CoachStoredReader
{
  char    *file;      /* (owned): what messages call it */
  GString *at;        /* (owned): where it stands: empty, or ends in a dot */
  GArray  *lengths;   /* (owned) (element-type gsize): of @at further out */
  char    *first;     /* (owned) (nullable): the first odd thing */
  guint    n_odd;
  char    *newer;     /* (owned) (nullable): the first object that a newer version has written */
};

static char *
shorten (const char *text)
{
  return g_utf8_substring (text, 0, MIN (MAX_QUOTED_CHARS, g_utf8_strlen (text, -1)));
}

static JsonNode *
get_member (JsonObject *object,
            const char *member)
{
  JsonNode *node = json_object_get_member (object, member);

  return node != NULL && !JSON_NODE_HOLDS_NULL (node) ? node : NULL;
}

static gboolean
holds (JsonNode *node,
       GType     type)
{
  return JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == type;
}

static CoachStoredValue
refuse (CoachStoredReader *self,
        const char        *member,
        const char        *what)
{
  coach_stored_reader_complain (self, member, what);
  return COACH_STORED_ODD;
}

/**
 * coach_stored_reader_new:
 * @file: what messages call the file
 *
 * Begins to read.
 *
 * Returns: (transfer full): a reader
 */
CoachStoredReader *
coach_stored_reader_new (const char *file)
{
  CoachStoredReader *self = g_new0 (CoachStoredReader, 1);

  self->file = g_strdup (file);
  self->at = g_string_new (NULL);
  self->lengths = g_array_new (FALSE, FALSE, sizeof (gsize));
  return self;
}

/**
 * coach_stored_reader_free:
 * @self: (transfer full): a reader
 *
 * Frees a reader.
 */
void
coach_stored_reader_free (CoachStoredReader *self)
{
  g_free (self->file);
  g_string_free (self->at, TRUE);
  g_array_unref (self->lengths);
  g_free (self->first);
  g_free (self->newer);
  g_free (self);
}

/**
 * coach_stored_reader_finish:
 * @self: a reader
 *
 * Tells whether all was understood.
 *
 * Returns: whether it was, and the file is of no newer version
 * Throws: %COACH_JOURNAL_ERROR_NEWER or %COACH_JOURNAL_ERROR_PARTLY
 */
gboolean
coach_stored_reader_finish (CoachStoredReader  *self,
                            GError            **error)
{
  g_autofree char *more = NULL;

  if (self->n_odd > 1)
    more = g_strdup_printf (", and %u more", self->n_odd - 1);
  if (self->newer != NULL)
    g_set_error (error, COACH_JOURNAL_ERROR, COACH_JOURNAL_ERROR_NEWER,
                 "%s: %sversion: was written by a newer version%s%s%s", self->file, self->newer,
                 self->first != NULL ? "; " : "", self->first != NULL ? self->first : "",
                 more != NULL ? more : "");
  else if (self->first != NULL)
    g_set_error (error, COACH_JOURNAL_ERROR, COACH_JOURNAL_ERROR_PARTLY, "%s%s", self->first,
                 more != NULL ? more : "");
  return self->newer == NULL && self->first == NULL;
}

/**
 * coach_stored_reader_check_version:
 * @self: a reader
 * @object: a file
 * @version: the newest that is understood
 *
 * Looks whether a newer program has written the file, or the object that the reader stands at.
 */
void
coach_stored_reader_check_version (CoachStoredReader *self,
                                   JsonObject        *object,
                                   guint              version)
{
  guint found = 0;

  coach_stored_reader_get_uint (self, object, "version", G_MAXINT, &found);
  if (found > version && self->newer == NULL)
    self->newer = g_strdup (self->at->str);
}

/**
 * coach_stored_reader_begin:
 * @self: a reader
 * @member: the name of an object
 *
 * Goes into a member.
 */
void
coach_stored_reader_begin (CoachStoredReader *self,
                           const char        *member)
{
  g_array_append_val (self->lengths, self->at->len);
  g_string_append_printf (self->at, "%s.", member);
}

/**
 * coach_stored_reader_begin_element:
 * @self: a reader
 * @member: the name of a list
 * @index: an element of it
 *
 * Goes into an element of a list.
 */
void
coach_stored_reader_begin_element (CoachStoredReader *self,
                                   const char        *member,
                                   guint              index)
{
  g_array_append_val (self->lengths, self->at->len);
  g_string_append_printf (self->at, "%s[%u].", member, index);
}

/**
 * coach_stored_reader_end:
 * @self: a reader
 *
 * Goes back out of what was begun last.
 */
void
coach_stored_reader_end (CoachStoredReader *self)
{
  g_assert (self->lengths->len > 0);

  g_string_truncate (self->at, g_array_index (self->lengths, gsize, self->lengths->len - 1));
  g_array_set_size (self->lengths, self->lengths->len - 1);
}

/**
 * coach_stored_reader_complain:
 * @self: a reader
 * @member: the name of a member where the reader stands
 * @what: what is wrong with it
 *
 * Puts down that something could not be read.
 */
void
coach_stored_reader_complain (CoachStoredReader *self,
                              const char        *member,
                              const char        *what)
{
  g_autofree char *name = shorten (member);

  if (self->n_odd++ == 0)
    self->first = g_strdup_printf ("%s: %s%s: %s", self->file, self->at->str, name, what);
}

/**
 * coach_stored_reader_complain_word:
 * @self: a reader
 * @member: the name of a member where the reader stands
 * @word: what is in it
 *
 * Puts down that a word is none that is known.
 */
void
coach_stored_reader_complain_word (CoachStoredReader *self,
                                   const char        *member,
                                   const char        *word)
{
  g_autofree char *quoted = shorten (word);
  g_autofree char *what = g_strdup_printf ("\"%s\" is not known", quoted);

  coach_stored_reader_complain (self, member, what);
}

/**
 * coach_stored_reader_count_odd:
 * @self: a reader
 *
 * Counts what could not be read so far.
 *
 * Returns: a number of complaints
 */
guint
coach_stored_reader_count_odd (CoachStoredReader *self)
{
  return self->n_odd;
}

/**
 * coach_stored_reader_get_string:
 * @self: a reader
 * @object: where it stands
 * @member: the name of a member
 * @value: (out) (transfer none): a text; left alone unless it is fine
 *
 * Reads a text, which is not empty.
 *
 * Returns: what became of it
 */
CoachStoredValue
coach_stored_reader_get_string (CoachStoredReader  *self,
                                JsonObject         *object,
                                const char         *member,
                                const char        **value)
{
  JsonNode *node = get_member (object, member);

  if (node == NULL)
    return COACH_STORED_NONE;
  if (!holds (node, G_TYPE_STRING) || *json_node_get_string (node) == '\0')
    return refuse (self, member, "is not a text");
  *value = json_node_get_string (node);
  return COACH_STORED_FINE;
}

/**
 * coach_stored_reader_get_boolean:
 * @self: a reader
 * @object: where it stands
 * @member: the name of a member
 * @value: (out): true or false; left alone unless it is fine
 *
 * Reads whether something is so.
 *
 * Returns: what became of it
 */
CoachStoredValue
coach_stored_reader_get_boolean (CoachStoredReader *self,
                                 JsonObject        *object,
                                 const char        *member,
                                 gboolean          *value)
{
  JsonNode *node = get_member (object, member);

  if (node == NULL)
    return COACH_STORED_NONE;
  if (!holds (node, G_TYPE_BOOLEAN))
    return refuse (self, member, "is neither true nor false");
  *value = json_node_get_boolean (node);
  return COACH_STORED_FINE;
}

/**
 * coach_stored_reader_get_uint:
 * @self: a reader
 * @object: where it stands
 * @member: the name of a member
 * @max: the largest it may be
 * @value: (out): a number; left alone unless it is fine
 *
 * Reads a whole number that is not negative.
 *
 * Returns: what became of it
 */
CoachStoredValue
coach_stored_reader_get_uint (CoachStoredReader *self,
                              JsonObject        *object,
                              const char        *member,
                              guint              max,
                              guint             *value)
{
  JsonNode *node = get_member (object, member);
  gint64 number;

  if (node == NULL)
    return COACH_STORED_NONE;
  if (!holds (node, G_TYPE_INT64))
    return refuse (self, member, "is not a whole number");
  number = json_node_get_int (node);
  if (number < 0 || number > (gint64) max)
    return refuse (self, member, "is out of range");
  *value = (guint) number;
  return COACH_STORED_FINE;
}

/* Two or more digits at @at, else -1. */
static int
read_digits (const char *at,
             guint       n_digits)
{
  int number = 0;

  for (guint i = 0; i < n_digits; i++)
    {
      if (!g_ascii_isdigit (at[i]))
        return -1;
      number = number * 10 + g_ascii_digit_value (at[i]);
    }
  return number;
}

static gboolean
parse_date (const char *text,
            GDate      *date)
{
  int year, month, day;

  if (strlen (text) != strlen ("2024-02-29") || text[4] != '-' || text[7] != '-')
    return FALSE;
  year = read_digits (text, 4);
  month = read_digits (text + 5, 2);
  day = read_digits (text + 8, 2);
  if (year < 1 || month < 1 || day < 1
      || !g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return FALSE;
  g_date_set_dmy (date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  return TRUE;
}

/**
 * coach_stored_reader_get_date:
 * @self: a reader
 * @object: where it stands
 * @member: the name of a member
 * @value: (out): a day; left alone unless it is fine
 *
 * Reads a day, such as `2024-02-29`.
 *
 * Returns: what became of it
 */
CoachStoredValue
coach_stored_reader_get_date (CoachStoredReader *self,
                              JsonObject        *object,
                              const char        *member,
                              GDate             *value)
{
  const char *text = NULL;
  CoachStoredValue found = coach_stored_reader_get_string (self, object, member, &text);

  if (found == COACH_STORED_FINE && !parse_date (text, value))
    return refuse (self, member, "is not a day");
  return found;
}

/**
 * coach_stored_reader_get_time:
 * @self: a reader
 * @object: where it stands
 * @member: the name of a member
 * @value: (out) (transfer full): a time; left alone unless it is fine
 *
 * Reads a time with its offset, such as `2024-02-29T09:00:00+01:00`.
 *
 * Returns: what became of it
 */
CoachStoredValue
coach_stored_reader_get_time (CoachStoredReader  *self,
                              JsonObject         *object,
                              const char         *member,
                              GDateTime         **value)
{
  const char *text = NULL;
  CoachStoredValue found = coach_stored_reader_get_string (self, object, member, &text);
  GDateTime *time;

  if (found != COACH_STORED_FINE)
    return found;
  time = g_date_time_new_from_iso8601 (text, NULL);
  if (time == NULL)
    return refuse (self, member, "is not a time with its offset");
  *value = time;
  return COACH_STORED_FINE;
}

/**
 * coach_stored_reader_get_object:
 * @self: a reader
 * @object: where it stands
 * @member: the name of a member
 * @value: (out) (transfer none): an object; left alone unless it is fine
 *
 * Reads an object.
 *
 * Returns: what became of it
 */
CoachStoredValue
coach_stored_reader_get_object (CoachStoredReader  *self,
                                JsonObject         *object,
                                const char         *member,
                                JsonObject        **value)
{
  JsonNode *node = get_member (object, member);

  if (node == NULL)
    return COACH_STORED_NONE;
  if (!JSON_NODE_HOLDS_OBJECT (node))
    return refuse (self, member, "is not an object");
  *value = json_node_get_object (node);
  return COACH_STORED_FINE;
}

/**
 * coach_stored_reader_get_array:
 * @self: a reader
 * @object: where it stands
 * @member: the name of a member
 * @value: (out) (transfer none): a list; left alone unless it is fine
 *
 * Reads a list.
 *
 * Returns: what became of it
 */
CoachStoredValue
coach_stored_reader_get_array (CoachStoredReader  *self,
                               JsonObject         *object,
                               const char         *member,
                               JsonArray         **value)
{
  JsonNode *node = get_member (object, member);

  if (node == NULL)
    return COACH_STORED_NONE;
  if (!JSON_NODE_HOLDS_ARRAY (node))
    return refuse (self, member, "is not a list");
  *value = json_node_get_array (node);
  return COACH_STORED_FINE;
}

static void
complain_element (CoachStoredReader *self,
                  const char        *member,
                  guint              index,
                  const char        *what)
{
  g_autofree char *name = g_strdup_printf ("%s[%u]", member, index);

  coach_stored_reader_complain (self, name, what);
}

/**
 * coach_stored_reader_get_text_at:
 * @self: a reader
 * @array: a list
 * @member: its name
 * @index: an element of it
 *
 * Reads a text in a list.
 *
 * Returns: (transfer none) (nullable): the text; %NULL when it is odd
 */
const char *
coach_stored_reader_get_text_at (CoachStoredReader *self,
                                 JsonArray         *array,
                                 const char        *member,
                                 guint              index)
{
  JsonNode *node = json_array_get_element (array, index);

  if (holds (node, G_TYPE_STRING) && *json_node_get_string (node) != '\0')
    return json_node_get_string (node);
  complain_element (self, member, index, "is not a text");
  return NULL;
}

/**
 * coach_stored_reader_get_object_at:
 * @self: a reader
 * @array: a list
 * @member: its name
 * @index: an element of it
 *
 * Reads an object in a list.
 *
 * Returns: (transfer none) (nullable): the object; %NULL when it is odd
 */
JsonObject *
coach_stored_reader_get_object_at (CoachStoredReader *self,
                                   JsonArray         *array,
                                   const char        *member,
                                   guint              index)
{
  JsonNode *node = json_array_get_element (array, index);

  if (JSON_NODE_HOLDS_OBJECT (node))
    return json_node_get_object (node);
  complain_element (self, member, index, "is not an object");
  return NULL;
}
