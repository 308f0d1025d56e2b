#define G_LOG_DOMAIN "lowtidectl"

#include "config.h"

#include <gio/gio.h>
#include <string.h>

#include "coach-ctl.h"

/* The files of a person that commands read: answers to the warning signs, and check-ins. */

/**
 * coach_ctl_file_fail:
 * @self: a file
 * @where: the path of a member, such as `answers.saddle`; empty for the whole
 * @format: what is wrong, as for printf
 * @...: the arguments
 *
 * Puts down what is wrong with a file, unless something is already.
 */
void
coach_ctl_file_fail (CoachCtlFile *self,
                     const char   *where,
                     const char   *format,
                     ...)
{
  g_autofree char *what = NULL;
  va_list args;

  if (self->error != NULL)
    return;
  va_start (args, format);
  what = g_strdup_vprintf (format, args);
  va_end (args);
  self->error = g_error_new (COACH_CATALOG_ERROR, COACH_CATALOG_ERROR_INVALID, "%s: %s%s%s",
                             self->name, where, *where != '\0' ? ": " : "", what);
}

/* Opening a pipe would wait for somebody to write into it. */
static char *
load_text (CoachCtlFile *self,
           gsize        *length)
{
  gsize max_bytes = self->max_bytes > 0 ? self->max_bytes : COACH_CATALOG_MAX_FILE_BYTES;
  g_autoptr (GFile) path = g_file_new_for_path (self->name);
  g_autoptr (GFileInfo) info = NULL;
  g_autoptr (GError) local = NULL;
  char *text = NULL;

  info = g_file_query_info (path,
                            G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE,
                            G_FILE_QUERY_INFO_NONE, NULL, &local);
  if (info != NULL && g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR)
    g_set_error_literal (&local, COACH_CATALOG_ERROR, COACH_CATALOG_ERROR_READ, "is not a file");
  else if (info != NULL && (gsize) g_file_info_get_size (info) > max_bytes)
    g_set_error (&local, COACH_CATALOG_ERROR, COACH_CATALOG_ERROR_READ,
                 "is larger than %" G_GSIZE_FORMAT " KiB, so it is not read", max_bytes / 1024);
  else if (info != NULL)
    g_file_load_contents (path, NULL, &text, length, NULL, &local);
  if (text == NULL)
    g_set_error (&self->error, COACH_CATALOG_ERROR, COACH_CATALOG_ERROR_READ, "%s: %s", self->name,
                 local->message);
  return text;
}

/**
 * coach_ctl_file_load:
 * @self: a file with nothing but its name
 *
 * Reads a file of JSON. Its size is limited.
 *
 * Returns: (transfer none) (nullable): its content, which lives as long as @self; %NULL when
 *   something is wrong with it
 */
JsonNode *
coach_ctl_file_load (CoachCtlFile *self)
{
  gsize length = 0;
  g_autofree char *text = load_text (self, &length);

  self->parser = json_parser_new_immutable ();
  if (text == NULL || !coach_json_text_check (self->name, text, length, &self->error)
      || !json_parser_load_from_data (self->parser, text, (gssize) length, &self->error))
    return NULL;
  return json_parser_get_root (self->parser);
}

/**
 * coach_ctl_file_clear:
 * @self: a file
 *
 * Frees what a file owns.
 */
void
coach_ctl_file_clear (CoachCtlFile *self)
{
  g_clear_object (&self->parser);
  g_clear_error (&self->error);
}

/**
 * coach_ctl_file_get_string:
 * @self: a file
 * @node: a value in it
 * @where: the path of that
 *
 * Takes a string; fails where the value is something else.
 *
 * Returns: (transfer none) (nullable): the string
 */
const char *
coach_ctl_file_get_string (CoachCtlFile *self,
                           JsonNode     *node,
                           const char   *where)
{
  if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING)
    return json_node_get_string (node);
  coach_ctl_file_fail (self, where, "must be a string");
  return NULL;
}

/**
 * coach_ctl_file_get_date:
 * @self: a file
 * @node: a value in it
 * @where: the path of that
 * @date: (out): a day; left alone when it fails
 *
 * Takes a day.
 */
void
coach_ctl_file_get_date (CoachCtlFile *self,
                         JsonNode     *node,
                         const char   *where,
                         GDate        *date)
{
  const char *text = coach_ctl_file_get_string (self, node, where);

  if (text != NULL && !coach_ctl_parse_date (text, date))
    coach_ctl_file_fail (self, where, "must be a day like 2026-01-31");
}

/* Whether @text is written as @form, in which 0 stands for any digit. */
static gboolean
has_form (const char *text,
          const char *form)
{
  if (strlen (text) != strlen (form))
    return FALSE;
  for (guint i = 0; form[i] != '\0'; i++)
    if (form[i] == '0' ? !g_ascii_isdigit (text[i]) : text[i] != form[i])
      return FALSE;
  return TRUE;
}

/**
 * coach_ctl_parse_date:
 * @text: a text
 * @date: (out): a day; left alone when it is none
 *
 * Reads a day such as `2026-01-31`.
 *
 * Returns: whether it is one
 */
gboolean
coach_ctl_parse_date (const char *text,
                      GDate      *date)
{
  guint year, month, day;

  if (!has_form (text, "0000-00-00"))
    return FALSE;
  year = (guint) g_ascii_strtoull (text, NULL, 10);
  month = (guint) g_ascii_strtoull (text + strlen ("0000-"), NULL, 10);
  day = (guint) g_ascii_strtoull (text + strlen ("0000-00-"), NULL, 10);
  if (!g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return FALSE;
  g_date_set_dmy (date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  return TRUE;
}

/* What follows the seconds: perhaps a fraction, and the offset that nobody may leave out. */
static gboolean
has_offset (const char *rest)
{
  if (*rest == '.' && g_ascii_isdigit (rest[1]))
    for (rest++; g_ascii_isdigit (*rest);)
      rest++;
  return has_form (rest, "Z") || has_form (rest, "+00:00")
         || has_form (rest, "-00:00");
}

/**
 * coach_ctl_parse_time:
 * @text: a text
 *
 * Reads a time with its offset, as RFC 3339 has it: `2026-03-20T08:00:00+00:00`.
 *
 * Returns: (transfer full) (nullable): the time; %NULL when it is none
 */
GDateTime *
coach_ctl_parse_time (const char *text)
{
  const gsize length = strlen ("0000-00-00T00:00:00");
  g_autofree char *beginning = g_strndup (text, length);

  if (!has_form (beginning, "0000-00-00T00:00:00") || !has_offset (text + length))
    return NULL;
  return g_date_time_new_from_iso8601 (text, NULL);
}
