#define G_LOG_DOMAIN "lowtidectl"

#include "config.h"

#include "coach-ctl.h"

/* Reads a file of answers to the warning-sign questions: {"answers": {ID: ANSWER}, "today": DAY?}.
 * Whatever is not as it should be ends the reading: half of somebody's answers are none. */

/* A pregnancy has not more weeks than this. */
#define MAX_WEEKS 45

typedef struct
{
  CoachCtlFile         *file;
  CoachScreening       *screening;
  CoachScreeningRecord *record;
  GDate                *today;
} Reading;

static CoachAnswer
read_word (Reading    *reading,
           JsonNode   *node,
           const char *where)
{
  const char *word = coach_ctl_file_get_string (reading->file, node, where);
  CoachAnswer answer = COACH_ANSWER_NONE;

  if (word == NULL)
    return COACH_ANSWER_NONE;
  if (g_str_equal (word, "not sure"))
    return COACH_ANSWER_NOT_SURE;
  if (!coach_answer_from_id (word, &answer) || answer == COACH_ANSWER_NONE)
    coach_ctl_file_fail (reading->file, where, "is \"%s\", must be one of yes, no, not sure", word);
  return answer;
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
  coach_ctl_file_fail (reading->file, where, "must be a whole number from 1 to %d", MAX_WEEKS);
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
    coach_ctl_file_get_date (reading->file, node, where, &answer->answered);
  else if (g_str_equal (member, "unless") && question->unless != NULL)
    answer->unless = read_word (reading, node, where);
  else if (g_str_equal (member, "weeks") && question->detail == COACH_SCREENING_DETAIL_WEEKS)
    answer->weeks = read_weeks (reading, node, where);
  else if (g_str_equal (member, "date") && question->detail == COACH_SCREENING_DETAIL_DATE)
    coach_ctl_file_get_date (reading->file, node, where, &answer->date);
  else
    coach_ctl_file_fail (reading->file, where, "is unknown here");
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

      coach_ctl_file_fail (reading->file, place, "is missing");
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
      coach_ctl_file_fail (reading->file, where, "is no question");
      return;
    }
  g_date_clear (&answer.first_yes, 1);
  g_date_clear (&answer.date, 1);
  if (JSON_NODE_HOLDS_OBJECT (node))
    read_object (reading, question, &answer, json_node_get_object (node), where);
  else
    answer.answer = read_word (reading, node, where);
  if (reading->file->error != NULL)
    return;
  if (g_date_compare (&answer.answered, reading->today) > 0)
    coach_ctl_file_fail (reading->file, where, "was answered later than today");
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
      coach_ctl_file_fail (reading->file, "answers", "must be an object");
      return;
    }
  object = json_node_get_object (node);
  members = json_object_get_members (object);
  if (members == NULL)
    coach_ctl_file_fail (reading->file, "answers", "is empty");
  for (GList *l = members; l != NULL && reading->file->error == NULL; l = l->next)
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
      coach_ctl_file_fail (reading->file, "", "must be an object");
      return;
    }
  members = json_object_get_members (object);
  for (GList *l = members; l != NULL; l = l->next)
    if (!g_str_equal (l->data, "answers") && !g_str_equal (l->data, "today"))
      coach_ctl_file_fail (reading->file, l->data, "is unknown here");
  if (json_object_has_member (object, "today"))
    coach_ctl_file_get_date (reading->file, json_object_get_member (object, "today"), "today",
                             reading->today);
  if (!json_object_has_member (object, "answers"))
    coach_ctl_file_fail (reading->file, "answers", "is missing");
  if (reading->file->error == NULL)
    read_answers (reading, json_object_get_member (object, "answers"));
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
  g_auto (CoachCtlFile) content = { .name = file };
  Reading reading = { &content, screening, record, today };
  JsonNode *root = coach_ctl_file_load (&content);

  if (root != NULL)
    read_root (&reading, root);
  if (content.error == NULL)
    return g_steal_pointer (&record);
  g_propagate_error (error, g_steal_pointer (&content.error));
  return NULL;
}
