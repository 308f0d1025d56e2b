#define G_LOG_DOMAIN "lowtidectl"

#include "config.h"

#include <gio/gio.h>
#include <string.h>

#include "coach-ctl.h"

/* Reads a file of answers to the warning-sign questions: {"answers": {ID: ANSWER}, "today": DAY?}.
 * Whatever is not as it should be ends the reading: half of somebody's answers are none. */

/* A pregnancy has not more weeks than this. */
#define MAX_WEEKS 45

typedef struct
{
  const char           *file;      /* as it was typed */
  CoachScreening       *screening;
  CoachScreeningRecord *record;
  GDate                *today;
  GError               *error;     /* (owned) (nullable): the first thing that is wrong */
} Reading;

static void fail (Reading    *reading,
                  const char *where,
                  const char *format,
                  ...) G_GNUC_PRINTF (3, 4);

static void
fail (Reading    *reading,
      const char *where,
      const char *format,
      ...)
{
  g_autofree char *what = NULL;
  va_list args;

  if (reading->error != NULL)
    return;
  va_start (args, format);
  what = g_strdup_vprintf (format, args);
  va_end (args);
  reading->error = g_error_new (COACH_CATALOG_ERROR, COACH_CATALOG_ERROR_INVALID, "%s: %s%s%s",
                                reading->file, where, *where != '\0' ? ": " : "", what);
}

/* Takes a string; fails where the member is something else. */
static const char *
get_string (Reading    *reading,
            JsonNode   *node,
            const char *where)
{
  if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING)
    return json_node_get_string (node);
  fail (reading, where, "must be a string");
  return NULL;
}

static CoachAnswer
read_word (Reading    *reading,
           JsonNode   *node,
           const char *where)
{
  const char *word = get_string (reading, node, where);
  CoachAnswer answer = COACH_ANSWER_NONE;

  if (word == NULL)
    return COACH_ANSWER_NONE;
  if (g_str_equal (word, "not sure"))
    return COACH_ANSWER_NOT_SURE;
  if (!coach_answer_from_id (word, &answer) || answer == COACH_ANSWER_NONE)
    fail (reading, where, "is \"%s\", must be one of yes, no, not sure", word);
  return answer;
}

static gboolean
parse_date (const char *text,
            GDate      *date)
{
  guint number[3] = { 0 };
  guint part = 0;

  if (strlen (text) != strlen ("2000-01-01"))
    return FALSE;
  for (guint i = 0; text[i] != '\0'; i++)
    if (i == 4 || i == 7)
      {
        if (text[i] != '-')
          return FALSE;
        part++;
      }
    else if (!g_ascii_isdigit (text[i]))
      return FALSE;
    else
      number[part] = number[part] * 10 + (guint) g_ascii_digit_value (text[i]);
  if (!g_date_valid_dmy ((GDateDay) number[2], (GDateMonth) number[1], (GDateYear) number[0]))
    return FALSE;
  g_date_set_dmy (date, (GDateDay) number[2], (GDateMonth) number[1], (GDateYear) number[0]);
  return TRUE;
}

static void
read_date (Reading    *reading,
           JsonNode   *node,
           const char *where,
           GDate      *date)
{
  const char *text = get_string (reading, node, where);

  if (text != NULL && !parse_date (text, date))
    fail (reading, where, "must be a day like 2026-01-31");
}

static guint
read_weeks (Reading    *reading,
            JsonNode   *node,
            const char *where)
{
  gboolean is_number = JSON_NODE_HOLDS_VALUE (node)
                       && json_node_get_value_type (node) == G_TYPE_INT64;
  gint64 weeks = is_number ? json_node_get_int (node) : 0;

  if (weeks >= 1 && weeks <= MAX_WEEKS)
    return (guint) weeks;
  fail (reading, where, "must be a whole number from 1 to %d", MAX_WEEKS);
  return 0;
}

/* Reads a member of an answer that has several. */
static void
read_member (Reading                      *reading,
             const CoachScreeningQuestion *question,
             CoachScreeningAnswer         *answer,
             const char                   *member,
             JsonNode                     *node,
             const char                   *where)
{
  if (g_str_equal (member, "answer"))
    answer->answer = read_word (reading, node, where);
  else if (g_str_equal (member, "answered"))
    read_date (reading, node, where, &answer->answered);
  else if (g_str_equal (member, "unless") && question->unless != NULL)
    answer->unless = read_word (reading, node, where);
  else if (g_str_equal (member, "weeks") && question->detail == COACH_SCREENING_DETAIL_WEEKS)
    answer->weeks = read_weeks (reading, node, where);
  else if (g_str_equal (member, "date") && question->detail == COACH_SCREENING_DETAIL_DATE)
    read_date (reading, node, where, &answer->date);
  else
    fail (reading, where, "is unknown here");
}

static void
read_object (Reading                      *reading,
             const CoachScreeningQuestion *question,
             CoachScreeningAnswer         *answer,
             JsonObject                   *object,
             const char                   *where)
{
  g_autoptr (GList) members = json_object_get_members (object);

  for (GList *l = members; l != NULL; l = l->next)
    {
      g_autofree char *place = g_strdup_printf ("%s.%s", where, (const char *) l->data);

      read_member (reading, question, answer, l->data, json_object_get_member (object, l->data),
                   place);
    }
  if (!json_object_has_member (object, "answer"))
    {
      g_autofree char *place = g_strdup_printf ("%s.answer", where);

      fail (reading, place, "is missing");
    }
}

static void
read_answer (Reading    *reading,
             const char *id,
             JsonNode   *node)
{
  const CoachScreeningQuestion *question = coach_screening_lookup_question (reading->screening,
                                                                            id);
  g_autofree char *where = g_strdup_printf ("answers.%s", id);
  CoachScreeningAnswer answer = { .answered = *reading->today };

  if (question == NULL)
    {
      fail (reading, where, "is no question");
      return;
    }
  g_date_clear (&answer.first_yes, 1);
  g_date_clear (&answer.date, 1);
  if (JSON_NODE_HOLDS_OBJECT (node))
    read_object (reading, question, &answer, json_node_get_object (node), where);
  else
    answer.answer = read_word (reading, node, where);
  if (reading->error != NULL)
    return;
  if (g_date_compare (&answer.answered, reading->today) > 0)
    fail (reading, where, "was answered later than today");
  coach_screening_record_set (reading->record, id, &answer);
}

static void
read_answers (Reading  *reading,
              JsonNode *node)
{
  JsonObject *object;
  g_autoptr (GList) members = NULL;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    {
      fail (reading, "answers", "must be an object");
      return;
    }
  object = json_node_get_object (node);
  members = json_object_get_members (object);
  if (members == NULL)
    fail (reading, "answers", "is empty");
  for (GList *l = members; l != NULL && reading->error == NULL; l = l->next)
    read_answer (reading, l->data, json_object_get_member (object, l->data));
}

/* The day comes first: it is that of answers that name none. */
static void
read_root (Reading  *reading,
           JsonNode *root)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (root) ? json_node_get_object (root) : NULL;
  g_autoptr (GList) members = NULL;

  if (object == NULL)
    {
      fail (reading, "", "must be an object");
      return;
    }
  members = json_object_get_members (object);
  for (GList *l = members; l != NULL; l = l->next)
    if (!g_str_equal (l->data, "answers") && !g_str_equal (l->data, "today"))
      fail (reading, l->data, "is unknown here");
  if (json_object_has_member (object, "today"))
    read_date (reading, json_object_get_member (object, "today"), "today", reading->today);
  if (!json_object_has_member (object, "answers"))
    fail (reading, "answers", "is missing");
  if (reading->error == NULL)
    read_answers (reading, json_object_get_member (object, "answers"));
}

/* Opening a pipe would wait for somebody to write into it. */
static char *
load (const char  *file,
      gsize       *length,
      GError     **error)
{
  g_autoptr (GFile) path = g_file_new_for_path (file);
  g_autoptr (GFileInfo) info = NULL;
  g_autoptr (GError) local = NULL;
  char *text = NULL;

  info = g_file_query_info (path,
                            G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE,
                            G_FILE_QUERY_INFO_NONE, NULL, &local);
  if (info != NULL && g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR)
    g_set_error_literal (&local, COACH_CATALOG_ERROR, COACH_CATALOG_ERROR_READ, "is not a file");
  else if (info != NULL && g_file_info_get_size (info) > COACH_CATALOG_MAX_FILE_BYTES)
    g_set_error (&local, COACH_CATALOG_ERROR, COACH_CATALOG_ERROR_READ,
                 "is larger than %d KiB, so it is not read", COACH_CATALOG_MAX_FILE_BYTES / 1024);
  else if (info != NULL)
    g_file_load_contents (path, NULL, &text, length, NULL, &local);
  if (text == NULL)
    g_set_error (error, COACH_CATALOG_ERROR, COACH_CATALOG_ERROR_READ, "%s: %s", file,
                 local->message);
  return text;
}

/**
 * coach_ctl_read_answers:
 * @screening: the questions
 * @file: the path of a file of answers, as it was typed
 * @today: (inout): the local day; the one that the file names takes its place
 *
 * Reads answers to the warning-sign questions. An answer without a day is of @today.
 *
 * Returns: (transfer full) (nullable): the answers
 * Throws: [error@CatalogError], which names file and member
 */
CoachScreeningRecord *
coach_ctl_read_answers (CoachScreening  *screening,
                        const char      *file,
                        GDate           *today,
                        GError         **error)
{
  g_autoptr (CoachScreeningRecord) record = coach_screening_record_new ();
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  Reading reading = { file, screening, record, today, NULL };
  gsize length = 0;
  g_autofree char *text = load (file, &length, error);

  if (text == NULL || !coach_json_text_check (file, text, length, error)
      || !json_parser_load_from_data (parser, text, (gssize) length, error))
    return NULL;
  read_root (&reading, json_parser_get_root (parser));
  if (reading.error == NULL)
    return g_steal_pointer (&record);
  g_propagate_error (error, reading.error);
  return NULL;
}
